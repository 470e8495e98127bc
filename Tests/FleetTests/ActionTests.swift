import Fleet
import SQLite
import Telemetry
import TestKit
import Testing

@Suite struct ActionTests {
  private func action(_ fixture: FleetFixture, _ kind: String) -> Action {
    Action(
      time: fixture.now, address: "192.0.2.1", userId: 3, userEmail: "ada@example.org",
      type: "edit", objectType: kind, objectId: 7, detail: String(repeating: "ü", count: 400))
  }

  @Test func actionsStayUntilTheyAreOld() throws {
    let fixture = try FleetFixture { $0.limits.actionDays = 10 }
    let start = fixture.now
    try fixture.fleet.record(action(fixture, "device"))
    fixture.pass(seconds: 9 * 86_400)
    try fixture.fleet.record(action(fixture, "user"))
    func kinds() throws -> [String] {
      try fixture.fleet.actions(from: start, to: fixture.now, most: 9, by: .machine)
        .map(\.objectType)
    }
    try fixture.fleet.captureStatistics()
    #expect(try kinds() == ["device", "user"])
    fixture.pass(seconds: 2 * 86_400)
    try fixture.fleet.captureStatistics()
    #expect(try kinds() == ["user"])
    let kept = try #require(
      try fixture.fleet.actions(from: start, to: fixture.now, most: 9, by: .machine).first)
    #expect(kept.detail.utf8.count <= Action.longestDetail + 3)
    #expect(kept.id > 0 && kept.userEmail == "ada@example.org" && kept.address == "192.0.2.1")
    let ada = try fixture.user("ada@example.org")
    #expect(throws: FleetError.self) {
      try fixture.fleet.actions(from: start, to: fixture.now, most: 9, by: .user(ada.id))
    }
  }

  @Test func whatWasDoneIsNotChanged() throws {
    let fixture = try FleetFixture()
    try fixture.fleet.record(action(fixture, "device"))
    let database = try Database(path: fixture.path)
    #expect(throws: SQLiteError.self) { try database.execute("UPDATE action SET userId = 9") }
  }
}
