import API
import Fleet
import Foundation
import Ledger
import Secrets
import Synchronization
import Telemetry
import TestKit
import Testing
import Timeline
import WebServer

/// A clock that a test sets.
final class TestClock: Sendable {
  private let milliseconds = Atomic<Int64>(1_790_000_000_000)
  var now: Timestamp { Timestamp(milliseconds: milliseconds.load(ordering: .relaxed)) }
  func advance(seconds: Int64) { milliseconds.add(seconds * 1_000, ordering: .relaxed) }
}

/// The API on real files, behind a real web server.
final class APIFixture {
  static let password = "a long enough phrase"
  let folder: TemporaryFolder
  let clock = TestClock()
  let fleet: Fleet
  let timeline: SQLiteTimeline
  let api: API
  let server: WebServer
  private var sequence: Int64 = 0

  init(_ change: (inout APIServices, inout APIOptions) -> Void = { _, _ in }) throws {
    folder = try TemporaryFolder()
    var fleetOptions = FleetOptions()
    fleetOptions.passwords = .cheapest
    fleetOptions.clock = { [clock] in clock.now }
    fleet = try Fleet(path: folder.path("fleet.sqlite"), options: fleetOptions)
    timeline = try SQLiteTimeline(file: folder.path("timeline.sqlite"))
    var services = APIServices(fleet: fleet, timeline: timeline)
    services.files.add("/index.html", Array("<p>page".utf8))
    var options = APIOptions(clock: { [clock] in clock.now })
    options.version = "1.2.3"
    options.passwordWorkers = 1
    options.serverAttributes = ["trackerPort": .integer(8_888)]
    change(&services, &options)
    api = API(services, options)
    server = try WebServer(api: api, WebServerConfiguration())
  }

  deinit {
    server.stop()
    api.stop()
  }

  var client: WebClient { get throws { try WebClient(port: server.port) } }

  // MARK: People

  /// Makes a user.
  @discardableResult
  func user(_ name: String, _ change: (inout User) -> Void = { _ in }) throws -> User {
    var user = User(name: name, email: "\(name)@example.org")
    change(&user)
    return try fleet.createUser(user, password: Self.password, by: .machine)
  }

  /// The cookie of a fresh session.
  func cookie(of user: User, origin: String? = nil) throws -> [String: String] {
    let secret = try fleet.openSession(
      for: user.id, address: "127.0.0.1", agent: "test", origin: origin
    ).secret
    return ["Cookie": "JSESSIONID=\(secret)"]
  }

  /// Asks with somebody's session.
  func ask(
    _ method: String, _ target: String, as user: User? = nil, body: String? = nil,
    headers: [String: String] = [:]
  ) throws -> WebAnswer {
    var all = headers
    if let user { all.merge(try cookie(of: user)) { given, _ in given } }
    return try client.request(method, target, headers: all, body: body)
  }

  // MARK: Devices

  /// Makes a device that a user may see.
  func device(_ name: String, for user: User) throws -> Device {
    let made = try fleet.createDevice(
      Device(name: name, uniqueId: "id-\(name)"), by: .machine)
    try fleet.link([.user(user.id, device: made.id)], by: .machine)
    return made
  }

  /// An unknown tracker calls.
  func arrival(_ identifier: String) throws -> DeviceIdentity {
    let admission = fleet.admit(
      identifier: identifier, protocolName: "alpha", transport: .tcp, peer: "192.0.2.7:4000",
      at: clock.now)
    try fleet.makeDurable()
    return try #require(admission.identity)
  }

  /// A tracker reports, as it comes out of the ledger; nil for a record without a place.
  @discardableResult
  func report(
    _ identity: DeviceIdentity, latitude: Double?, at time: Timestamp? = nil,
    result: String? = nil
  ) throws -> [TimelineUpdate] {
    sequence += 1
    var reports = Reports()
    reports.begin()
    reports.current.setTime(time ?? clock.now)
    if let latitude {
      reports.current.hasLocation = true
      reports.current.location = Location(
        latitude: latitude, longitude: 21.5, altitude: 120, speed: 10, course: 90, isValid: true)
    }
    if let result { reports.set(.result, text: result) }
    reports.set(.ignition, true)
    reports.set(.power, 12.5)
    reports.set(.satellites, 9)
    reports.set(.firmware, text: "A\"<b>\u{1F698}")
    var bytes: [UInt8] = []
    CompactReport.append(reports, record: 0, receivedAt: clock.now, to: &bytes)
    let record = LedgerRecord(
      sequence: sequence, receivedAt: clock.now, identity: identity, protocolName: "alpha",
      recordCount: 1, raw: [1, 2, 3], reports: bytes)
    var contact = Contact(
      identity: identity, protocolName: "alpha", transport: .tcp, peer: "192.0.2.7:4000",
      firstSeen: clock.now, lastSeen: clock.now, messages: 1, bytes: 3)
    contact.versions = record.versions()
    try fleet.recordContacts([contact], watermark: sequence)
    api.received([record])
    let updates = try timeline.apply([record])
    api.heard([identity])
    api.publish(updates)
    return updates
  }
}

extension APIFixture {
  /// A tracker reports once a second from now on, many at once.
  func fill(_ identity: DeviceIdentity, _ count: Int) throws {
    var reports = Reports()
    let start = clock.now
    for message in 0..<(count + 999) / 1_000 {
      var bytes: [UInt8] = []
      let records = min(1_000, count - message * 1_000)
      for index in 0..<records {
        let second = message * 1_000 + index
        reports.removeAll()
        reports.begin()
        reports.current.setTime(start.advanced(byMilliseconds: Int64(second) * 1_000))
        reports.current.hasLocation = true
        reports.current.location = Location(
          latitude: 10 + Double(second) / 10_000, longitude: 21.5, isValid: true)
        reports.set(.ignition, true)
        reports.set(.power, 12.5)
        reports.set(.satellites, 9)
        reports.set(.firmware, text: "A")
        CompactReport.append(reports, record: 0, receivedAt: start, to: &bytes)
      }
      // A message of so many records takes four numbers.
      try timeline.apply([
        LedgerRecord(
          sequence: 1_000_000 + Int64(message) * 4, receivedAt: start, identity: identity,
          protocolName: "alpha", recordCount: records, reports: bytes)
      ])
    }
  }
}

extension WebAnswer {
  /// The body as an entity of the API, with types as strict as a generated client's.
  func decoded<Entity: Decodable>(
    _ type: Entity.Type = Entity.self, _ location: SourceLocation = #_sourceLocation
  ) throws -> Entity {
    #expect(status == 200, "\(text)", sourceLocation: location)
    return try JSONDecoder().decode(type, from: Data(body))
  }
}

struct StrictDevice: Decodable {
  let id: Int64
  let name: String
  let uniqueId: String
  let status: String
  let disabled: Bool
  let lastUpdate: String?
  let positionId: Int64
  let groupId: Int64
  let calendarId: Int64
  let phone: String?
  let model: String?
  let contact: String?
  let category: String?
  let expirationTime: String?
}

struct StrictPosition: Decodable {
  struct Attributes: Decodable {
    let ignition: Bool
    let power: Double
    let sat: Int
    let versionFw: String
  }
  let id: Int64
  let deviceId: Int64
  let `protocol`: String
  let serverTime: String
  let deviceTime: String
  let fixTime: String
  let outdated: Bool
  let valid: Bool
  let latitude: Double
  let longitude: Double
  let altitude: Double
  let speed: Double
  let course: Double
  let accuracy: Double
  let address: String?
  let attributes: Attributes
}

struct StrictUser: Decodable {
  let id: Int64
  let name: String
  let email: String
  let readonly: Bool
  let administrator: Bool
  let latitude: Double
  let longitude: Double
  let zoom: Int
  let disabled: Bool
  let deviceLimit: Int
  let userLimit: Int
  let deviceReadonly: Bool
  let limitCommands: Bool
  let fixedEmail: Bool
  let password: String?
}

struct StrictServer: Decodable {
  struct Attributes: Decodable { let trackerPort: Int? }
  let id: Int64
  let registration: Bool
  let readonly: Bool
  let deviceReadonly: Bool
  let limitCommands: Bool
  let latitude: Double
  let longitude: Double
  let zoom: Int
  let version: String
  let newServer: Bool
  let forceSettings: Bool
  let attributes: Attributes
}

struct StrictProblem: Decodable {
  let type: String
  let title: String
  let status: Int
  let detail: String
}

struct LiveMessage: Decodable {
  let positions: [StrictPosition]?
  let devices: [StrictDevice]?
  let events: [StrictEvent]?
  let logs: [StrictLog]?
}

struct StrictLog: Decodable, Equatable {
  let host: String
  let `protocol`: String?
  let uniqueId: String?
  let deviceId: Int64
  let data: String
}

struct StrictEvent: Decodable {
  struct Attributes: Decodable {
    let command: String?
    let result: String?
  }
  let id: Int64
  let type: String
  let eventTime: String
  let deviceId: Int64
  let positionId: Int64
  let geofenceId: Int64
  let maintenanceId: Int64
  let attributes: Attributes
}
