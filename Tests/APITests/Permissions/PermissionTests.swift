import API
import TestKit
import Testing
import WebServer

/// Every cell of the table of permissions is asked of a real API.
@Suite struct PermissionTests {
  @Test func everyRouteHasARow() throws {
    let rows = Set(try PermissionTable.cases().map(\.route))
    let routes = API.routes.map { PermissionCase.route($0.method.rawValue, $0.path) }
    #expect(routes.filter { !rows.contains($0) } == [])
    #expect(rows.subtracting(routes) == [])
  }

  @Test func everyCellHolds() throws {
    let world = try PermissionWorld()
    var client = try world.fixture.client
    var route = ""
    for wanted in try PermissionTable.cases() {
      if wanted.route != route {
        client = try world.fixture.client
        route = wanted.route
      }
      let (answer, target) = try world.ask(wanted, client)
      #expect(answer.status == wanted.status, "\(wanted): \(answer.text.prefix(200))")
      switch wanted.content {
      case .any: break
      case .shown: #expect(answer.text.contains(target.marker), "\(wanted)")
      case .hidden: #expect(!answer.text.contains(target.marker), "\(wanted)")
      }
      // Whoever has changed or deleted itself begins anew.
      if wanted.method != "GET", wanted.relation == .oneself, answer.status < 300 {
        world.forget(wanted.role)
      }
    }
  }
}
