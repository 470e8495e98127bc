import Fleet
import Telemetry
import Testing

@Suite struct ObjectTests {
  private func group(_ name: String, in outer: Int64 = 0) -> StoredObject {
    var group = StoredObject(.group)
    group.values = ["name": .text(name), "groupId": .integer(outer)]
    return group
  }

  @Test func objectsSurviveARestartAndNumbersAreNotGivenAgain() throws {
    let fixture = try FleetFixture()
    var driver = StoredObject(.driver)
    driver.values = ["name": .text("Ann"), "uniqueId": .text("card-7")]
    driver.attributes = ["licence": .text("C1"), "age": .integer(44)]
    let made = try fixture.fleet.createObject(driver, by: .machine)
    #expect(made.id == 1)
    let again = try fixture.another()
    #expect(again.objects(.driver, for: .machine) == [made])
    #expect(throws: FleetError.self) { try again.createObject(driver, by: .machine) }
    try again.deleteObject(made.reference, by: .machine)
    #expect(try again.createObject(driver, by: .machine).id == 2)
    #expect(try fixture.another().objects(.driver, for: .machine).map(\.id) == [2])
  }

  @Test func aGroupShowsWhatStandsInItAndInItsGroups() throws {
    let fixture = try FleetFixture()
    let fleet = fixture.fleet
    let user = try fleet.createUser(
      User(name: "ada", email: "ada@example.org"), password: "a long enough phrase",
      by: .machine)
    let outer = try fleet.createObject(group("all"), by: .machine)
    let inner = try fleet.createObject(group("vans", in: outer.id), by: .machine)
    var van = Device(name: "van", uniqueId: "100")
    van.groupId = inner.id
    let device = try fleet.createDevice(van, by: .machine)
    #expect(fleet.devices(for: .user(user.id)).isEmpty)
    #expect(fleet.viewers(of: device.id).isEmpty)
    let link = Link(ObjectReference(.user, user.id), outer.reference)
    try fleet.link([link], by: .machine)
    #expect(fleet.devices(for: .user(user.id)).map(\.id) == [device.id])
    #expect(try fleet.device(device.id, for: .user(user.id)).name == "van")
    #expect(fleet.viewers(of: device.id) == [user.id])
    #expect(fleet.objects(.group, for: .user(user.id)).map(\.title) == ["all", "vans"])
    #expect(fleet.visibleIdentities(for: .user(user.id)).values.contains(device.id))
    // A group that is deleted lets go of what stood in it.
    try fleet.deleteObject(outer.reference, by: .machine)
    #expect(fleet.devices(for: .user(user.id)).isEmpty)
    #expect(try fleet.object(inner.reference, for: .machine).integer("groupId") == 0)
    try fleet.deleteObject(inner.reference, by: .machine)
    #expect(try fixture.another().device(device.id, for: .machine).groupId == 0)
  }

  @Test func aGroupIsNotInsideItself() throws {
    let fleet = try FleetFixture().fleet
    var outer = try fleet.createObject(group("a"), by: .machine)
    let inner = try fleet.createObject(group("b", in: outer.id), by: .machine)
    outer.values["groupId"] = .integer(inner.id)
    #expect(throws: FleetError.self) { try fleet.updateObject(outer, by: .machine) }
    outer.values["groupId"] = .integer(outer.id)
    #expect(throws: FleetError.self) { try fleet.updateObject(outer, by: .machine) }
    outer.values["groupId"] = .integer(77)
    #expect(throws: FleetError.self) { try fleet.updateObject(outer, by: .machine) }
  }

  @Test func onlyWhatMayBeSeenCanBeEnteredOrLinked() throws {
    let fleet = try FleetFixture().fleet
    let ada = try fleet.createUser(
      User(name: "ada", email: "ada@example.org"), password: "a long enough phrase",
      by: .machine)
    let foreign = try fleet.createObject(group("foreign"), by: .machine)
    var van = Device(name: "van", uniqueId: "100")
    van.groupId = foreign.id
    #expect(throws: FleetError.self) { try fleet.createDevice(van, by: .user(ada.id)) }
    let link = Link(ObjectReference(.user, ada.id), foreign.reference)
    #expect(throws: FleetError.self) { try fleet.link([link], by: .user(ada.id)) }
    let backwards = Link(foreign.reference, ObjectReference(.user, ada.id))
    #expect(throws: FleetError.self) { try fleet.link([backwards], by: .machine) }
  }

  @Test(arguments: [
    ("CIRCLE (52.5 13.4, 300)", true), ("circle(-1 2,3.5)", true),
    ("POLYGON ((1 2, 3 4, 5 6, 1 2))", true),
    ("POLYGON ((1 2, 3 4, 5 6), (1 2, 2 2, 2 1))", true), ("LINESTRING (1 2, 3 4)", true),
    ("", false), ("CIRCLE", false), ("CIRCLE (52.5 13.4)", false),
    ("CIRCLE (52.5 13.4, 0)", false), ("CIRCLE (91 13.4, 5)", false),
    ("CIRCLE (1 2, inf)", false), ("POLYGON (1 2, 3 4, 5 6)", false),
    ("POLYGON ((1 2, 3 4))", false), ("LINESTRING (1 2)", false), (")(", false),
    ("POINT (1 2)", false), ("LINESTRING (1 2, x y)", false), ("POLYGON (()", false),
    ("POLYGON ((1 2, 3 4, 5 6)", false),
  ])
  func areas(_ sample: (text: String, isArea: Bool)) {
    #expect(((try? GeofenceArea(sample.text)) != nil) == sample.isArea)
  }
}
