import API
import Foundation
import TestKit
import Testing
import WebServer

@Suite struct DescriptionTests {
  private struct Document: Decodable {
    struct Operation: Decodable {
      let summary: String
      let operationId: String
    }
    struct Schema: Decodable {
      let type: String
    }
    struct Components: Decodable {
      let schemas: [String: Schema]
    }
    let paths: [String: [String: Operation]]
    let components: Components
  }

  /// Every route has a description, and every description a route; all that is referred to is
  /// there.
  @Test func theDescriptionIsWhole() throws {
    let fixture = try APIFixture()
    let answer = try fixture.ask("GET", "/api/openapi.json")
    let document: Document = try answer.decoded()
    var described: Set<String> = []
    var names: Set<String> = []
    for (path, operations) in document.paths {
      for (method, operation) in operations {
        described.insert("\(method.uppercased()) \(path)")
        #expect(!operation.summary.isEmpty, "\(method) \(path)")
        #expect(names.insert(operation.operationId).inserted, "\(operation.operationId)")
      }
    }
    #expect(described == Set(API.routes.map { "\($0.method.rawValue) \($0.path)" }))
    #expect(described.count == API.routes.count)
    let schemas = Set(document.components.schemas.keys)
    for part in answer.text.split(separator: "#/components/schemas/").dropFirst() {
      #expect(schemas.contains(String(part.prefix { $0 != "\"" })))
    }
  }

  /// No description is left over from a route that is gone.
  @Test func noDescriptionIsLeftOver() {
    let routes = Set(API.routes.map { "\($0.method.rawValue) \($0.path)" })
    #expect(API.describedRoutes.filter { !routes.contains($0) } == [])
  }
}
