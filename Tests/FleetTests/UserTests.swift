import Fleet
import Foundation
import Telemetry
import Testing

@Suite struct UserTests {
  @Test func everyFieldComesBack() throws {
    let fixture = try FleetFixture()
    let made = try fixture.user("all@example.org") { user in
      user.login = "all"
      user.phone = "+49 30 000000"
      user.readonly = true
      user.map = "osm"
      user.latitude = 60.17
      user.longitude = -24.94
      user.zoom = 9
      user.coordinateFormat = "dms"
      user.disabled = true
      user.expirationTime = Timestamp(milliseconds: 1_888_000_000_001)
      user.deviceLimit = 5
      user.userLimit = 6
      user.deviceReadonly = true
      user.limitCommands = true
      user.disableReports = true
      user.fixedEmail = true
      user.poiLayer = "places.kml"
      user.totpKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
      user.temporary = true
      user.attributes = ["speedUnit": .text("kn"), "zoomed": .boolean(false)]
    }
    #expect(try fixture.another().user(made.id, for: .machine) == made)
  }

  @Test func namesLeadToOneUser() throws {
    let fixture = try FleetFixture()
    _ = try fixture.user("ada@example.org") { $0.login = "ada" }
    #expect(throws: FleetError.self) { try fixture.user("Ada@Example.org") }
    #expect(throws: FleetError.self) { try fixture.user("x@example.org") { $0.login = "ADA" } }
    #expect(throws: FleetError.self) { try fixture.user("with space@example.org") }
  }

  @Test func theLastAdministratorStays() throws {
    let fixture = try FleetFixture()
    var only = try fixture.user("only@example.org", administrator: true)
    #expect(throws: FleetError.self) { try fixture.fleet.deleteUser(only.id, by: .machine) }
    only.administrator = false
    #expect(throws: FleetError.self) { try fixture.fleet.updateUser(only, by: .machine) }
    _ = try fixture.user("second@example.org", administrator: true)
    try fixture.fleet.deleteUser(only.id, by: .machine)
    #expect(fixture.fleet.user(named: "only@example.org") == nil)
    #expect(try fixture.another().user(named: "only@example.org") == nil)
  }

  @Test(arguments: [
    "short", "password", "Passw0rd!", "password2026", "12345678", "1234567890", "qwertyuiop",
    "1q2w3e4r", "asdfasdf", "aaaaaaaaaa", "abcabcabc", "iloveyou", "24122026", "19991231",
    "adminadmin", "letmein123", "Summer2026!", "gpstracker", "driver2026", "DRIVER@example.org",
    "p@$$w0rd", "zyxwvuts", "football99",
  ])
  func obviousPasswordsAreRefused(_ password: String) throws {
    let fixture = try FleetFixture()
    let error = #expect(throws: FleetError.self) {
      try fixture.fleet.createUser(
        User(name: "Driver", email: "driver@example.org"), password: password, by: .machine)
    }
    #expect("\(try #require(error))".contains("password"))
  }

  @Test(arguments: [
    "violet harbour 47 lamps", "correct horse battery", "Xk9$vTq2Lm", "mein hut hat drei ecken",
    "trombone-glacier", "ночной поезд",
  ])
  func goodPasswordsAreTaken(_ password: String) throws {
    let fixture = try FleetFixture()
    _ = try fixture.fleet.createUser(
      User(name: "Driver", email: "driver@example.org"), password: password, by: .machine)
    let user = try fixture.fleet.signIn(
      name: "driver@example.org", password: password, address: "192.0.2.1")
    #expect(user.email == "driver@example.org")
  }
}

/// Who may do what: one owner, one stranger, one who only looks, one manager, one administrator.
@Suite struct PermissionTests {
  private struct Cast {
    let fixture: FleetFixture
    let device: Device
    let owner, stranger, looker, manager, managed, administrator: User

    init() throws {
      fixture = try FleetFixture()
      administrator = try fixture.user("chief@example.org", administrator: true)
      owner = try fixture.user("owner@example.org") { $0.deviceLimit = 2 }
      stranger = try fixture.user("stranger@example.org")
      looker = try fixture.user("looker@example.org") { $0.readonly = true }
      manager = try fixture.user("manager@example.org") { $0.userLimit = 1 }
      managed = try fixture.fleet.createUser(
        User(name: "Managed", email: "managed@example.org"), password: FleetFixture.password,
        by: .user(manager.id))
      device = try fixture.fleet.createDevice(
        Device(name: "Van", uniqueId: "30001"), by: .user(owner.id))
      try fixture.fleet.link([.user(looker.id, device: device.id)], by: .machine)
    }
  }

  private func isNotFound(_ error: FleetError?) -> Bool {
    if case .notFound = error { return true }
    return false
  }

  private func isForbidden(_ error: FleetError?) -> Bool {
    if case .forbidden = error { return true }
    return false
  }

  @Test func devicesAreSeenByThoseLinkedAndAdministrators() throws {
    let cast = try Cast()
    let fleet = cast.fixture.fleet
    for user in [cast.owner, cast.looker] {
      #expect(fleet.devices(for: .user(user.id)).map(\.id) == [cast.device.id])
      #expect(
        fleet.visibleIdentities(for: .user(user.id)) == [cast.device.identity: cast.device.id])
    }
    for user in [cast.stranger, cast.manager, cast.managed] {
      #expect(fleet.devices(for: .user(user.id), all: true).isEmpty)
      #expect(!fleet.maySee(.user(user.id), device: cast.device.id))
    }
    #expect(fleet.devices(for: .user(cast.administrator.id)).isEmpty)
    #expect(fleet.devices(for: .user(cast.administrator.id), all: true).count == 1)
    #expect(fleet.maySee(.user(cast.administrator.id), device: cast.device.id))
  }

  @Test func aForeignDeviceIsNotFoundAndOnesOwnMayBeForbidden() throws {
    let cast = try Cast()
    let fleet = cast.fixture.fleet
    var device = cast.device
    device.name = "Renamed"
    let stranger = #expect(throws: FleetError.self) {
      try fleet.updateDevice(device, by: .user(cast.stranger.id))
    }
    #expect(isNotFound(stranger))
    let looker = #expect(throws: FleetError.self) {
      try fleet.updateDevice(device, by: .user(cast.looker.id))
    }
    #expect(isForbidden(looker))
    let gone = #expect(throws: FleetError.self) {
      try fleet.deleteDevice(device.id, by: .user(cast.stranger.id))
    }
    #expect(isNotFound(gone))
    #expect(fleet.device(uniqueId: "30001")?.name == "Van")
    _ = try fleet.updateDevice(device, by: .user(cast.owner.id))
    #expect(fleet.device(uniqueId: "30001")?.name == "Renamed")
  }

  @Test func theServerMayBeForLookingOnly() throws {
    let cast = try Cast()
    let fleet = cast.fixture.fleet
    var server = fleet.server
    server.readonly = true
    #expect(throws: FleetError.self) { try fleet.updateServer(server, by: .user(cast.owner.id)) }
    try fleet.updateServer(server, by: .user(cast.administrator.id))
    #expect(throws: FleetError.self) {
      try fleet.updateDevice(cast.device, by: .user(cast.owner.id))
    }
    _ = try fleet.updateDevice(cast.device, by: .user(cast.administrator.id))
  }

  @Test func deviceLimitsHold() throws {
    let cast = try Cast()
    let fleet = cast.fixture.fleet
    _ = try fleet.createDevice(Device(name: "B", uniqueId: "30002"), by: .user(cast.owner.id))
    let error = #expect(throws: FleetError.self) {
      try fleet.createDevice(Device(name: "C", uniqueId: "30003"), by: .user(cast.owner.id))
    }
    #expect(isForbidden(error))
  }

  @Test func usersSeeThemselvesAndWhomTheyManage() throws {
    let cast = try Cast()
    let fleet = cast.fixture.fleet
    #expect(fleet.users(for: .user(cast.owner.id)).map(\.id) == [cast.owner.id])
    #expect(
      Set(fleet.users(for: .user(cast.manager.id)).map(\.id)) == [cast.manager.id, cast.managed.id])
    #expect(fleet.users(for: .user(cast.administrator.id)).count == 6)
    let error = #expect(throws: FleetError.self) {
      try fleet.user(cast.administrator.id, for: .user(cast.manager.id))
    }
    #expect(isNotFound(error))
  }

  @Test func nobodyRaisesThemselves() throws {
    let cast = try Cast()
    let fleet = cast.fixture.fleet
    let changes: [@Sendable (inout User) -> Void] = [
      { $0.administrator = true }, { $0.deviceLimit = -1 }, { $0.userLimit = 9 },
      { $0.expirationTime = Timestamp(milliseconds: 1) },
    ]
    for change in changes {
      var wanted = cast.owner
      change(&wanted)
      let error = #expect(throws: FleetError.self) {
        try fleet.updateUser(wanted, by: .user(cast.owner.id))
      }
      #expect(isForbidden(error))
    }
    var renamed = cast.owner
    renamed.name = "Olga"
    _ = try fleet.updateUser(renamed, by: .user(cast.owner.id))
    #expect(throws: FleetError.self) {
      var chief = User(name: "Chief", email: "chief2@example.org")
      chief.administrator = true
      _ = try fleet.createUser(chief, password: FleetFixture.password, by: .user(cast.manager.id))
    }
    var raised = cast.managed
    raised.administrator = true
    raised = try fleet.updateUser(raised, by: .machine)
    #expect(throws: FleetError.self) {
      // Managing an administrator is not being one.
      try fleet.updateUser(raised, password: "a stolen evening", by: .user(cast.manager.id))
    }
    #expect(throws: FleetError.self) { try fleet.deleteUser(raised.id, by: .user(cast.manager.id)) }
    #expect(throws: FleetError.self) {
      // The manager's limit is one user, and that one is there.
      _ = try fleet.createUser(
        User(name: "Two", email: "two@example.org"), password: FleetFixture.password,
        by: .user(cast.manager.id))
    }
  }

  @Test func linksNeedBothEnds() throws {
    let cast = try Cast()
    let fleet = cast.fixture.fleet
    let wanted = Link.user(cast.stranger.id, device: cast.device.id)
    let foreign = #expect(throws: FleetError.self) {
      try fleet.link([wanted], by: .user(cast.stranger.id))
    }
    #expect(isNotFound(foreign))
    let unseen = #expect(throws: FleetError.self) {
      try fleet.link([wanted], by: .user(cast.owner.id))
    }
    #expect(isNotFound(unseen))
    #expect(throws: FleetError.self) {
      try fleet.link([wanted, .user(cast.stranger.id, device: 999)], by: .machine)
    }
    #expect(!fleet.isLinked(wanted))
    try fleet.link([wanted], by: .user(cast.administrator.id))
    #expect(try cast.fixture.another().isLinked(wanted))
    try fleet.unlink([wanted], by: .user(cast.administrator.id))
    #expect(try !cast.fixture.another().isLinked(wanted))
  }

  @Test func aDisabledUserCanDoNothing() throws {
    let cast = try Cast()
    let fleet = cast.fixture.fleet
    let session = try fleet.openSession(for: cast.owner.id, address: "192.0.2.1", agent: "test")
    #expect(fleet.session(secret: session.secret) != nil)
    var disabled = cast.owner
    disabled.disabled = true
    _ = try fleet.updateUser(disabled, by: .machine)
    #expect(fleet.session(secret: session.secret) == nil)
    #expect(throws: FleetError.self) {
      try fleet.updateDevice(cast.device, by: .user(cast.owner.id))
    }
    #expect(throws: SignInError.disabled) {
      try fleet.signIn(
        name: cast.owner.email, password: FleetFixture.password, address: "192.0.2.1")
    }
  }
}

/// Rights that another program has taken away, which this one has in memory still.
@Suite struct LostRightsTests {
  /// A fleet that has not noticed yet what became of its administrator.
  private func late(
    _ change: (inout User) -> Void
  ) throws -> (fixture: FleetFixture, administrator: User) {
    let fixture = try FleetFixture()
    _ = try fixture.user("root@example.org", administrator: true)
    let administrator = try fixture.user("ada@example.org", administrator: true)
    var changed = administrator
    change(&changed)
    _ = try fixture.another().updateUser(changed, by: .machine)
    #expect(fixture.fleet.user(named: "ada@example.org") == administrator)
    return (fixture, administrator)
  }

  @Test func nobodyMakesUsersWithThem() throws {
    let (fixture, ada) = try late { $0.administrator = false }
    var wanted = User(name: "Eve", email: "eve@example.org")
    wanted.administrator = true
    #expect(throws: FleetError.self) {
      try fixture.fleet.createUser(
        wanted, password: FleetFixture.password, by: .user(ada.id))
    }
    #expect(fixture.fleet.user(named: "eve@example.org") == nil)
  }

  @Test func nobodyTakesThemBack() throws {
    let (fixture, ada) = try late { $0.administrator = false }
    #expect(throws: FleetError.self) {
      try fixture.fleet.updateUser(ada, by: .user(ada.id))
    }
    #expect(fixture.fleet.user(named: "ada@example.org")?.administrator == false)
  }

  @Test func nobodyAdoptsOrDeletesWithThem() throws {
    let (fixture, ada) = try late { $0.disabled = true }
    let arrival = try fixture.arrival("350000000000017")
    #expect(throws: FleetError.self) {
      try fixture.fleet.adopt(arrival, by: .user(ada.id))
    }
    let device = try fixture.fleet.adopt(arrival, by: .machine)
    #expect(throws: FleetError.self) {
      try fixture.fleet.deleteDevice(device.id, by: .user(ada.id))
    }
    #expect(throws: FleetError.self) {
      try fixture.fleet.deleteUser(1, by: .user(ada.id))
    }
  }
}
