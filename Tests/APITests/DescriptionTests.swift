import API
import Foundation
import TestKit
import Testing
import WebServer

@Suite struct DescriptionTests {
  /// Every route has a description, and every description a route; all that is referred to is
  /// there.
  @Test func theDescriptionIsWhole() throws {
    let fixture = try APIFixture()
    let answer = try fixture.ask("GET", "/api/openapi.json")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
    let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
    var described: Set<String> = []
    var names: Set<String> = []
    for (path, operations) in paths {
      for (method, operation) in operations {
        described.insert("\(method.uppercased()) \(path)")
        #expect((operation["summary"] as? String)?.isEmpty == false, "\(method) \(path)")
        let name = try #require(operation["operationId"] as? String)
        #expect(names.insert(name).inserted, "\(name)")
      }
    }
    #expect(described == Set(API.routes.map { "\($0.method.rawValue) \($0.path)" }))
    #expect(described.count == API.routes.count)
    let components = try #require(document["components"] as? [String: [String: Any]])
    let schemas = Set(try #require(components["schemas"]).keys)
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
