import Fleet
import Secrets
import Synchronization
import Telemetry
import TestKit

/// A fleet in a temporary file, with a clock that a test moves.
final class FleetFixture: Sendable {
  final class Clock: Sendable {
    private let time = Mutex(Timestamp(milliseconds: 1_790_000_000_000))
    var now: Timestamp { time.withLock { $0 } }
    func pass(seconds: Int64) {
      time.withLock { $0 = $0.advanced(byMilliseconds: seconds * 1_000) }
    }
  }

  let folder: TemporaryFolder
  let clock = Clock()
  let fleet: Fleet

  init(_ change: (inout FleetOptions) -> Void = { _ in }) throws {
    folder = try TemporaryFolder()
    fleet = try Self.open(folder.path("fleet.sqlite"), clock, change)
  }

  var path: String { folder.path("fleet.sqlite") }
  var now: Timestamp { clock.now }

  func pass(seconds: Int64) { clock.pass(seconds: seconds) }

  /// Another program with the same file, or the same after a restart.
  func another(_ change: (inout FleetOptions) -> Void = { _ in }) throws -> Fleet {
    try Self.open(path, clock, change)
  }

  private static func open(
    _ path: String, _ clock: Clock, _ change: (inout FleetOptions) -> Void
  ) throws -> Fleet {
    var options = FleetOptions()
    options.passwords = .cheapest
    options.clock = { clock.now }
    change(&options)
    return try Fleet(path: path, options: options)
  }

  @discardableResult
  func call(
    _ identifier: String, alternatives: [String] = [], peer: String = "192.0.2.10:40001",
    on other: Fleet? = nil
  ) -> Admission {
    (other ?? fleet).admit(
      identifier: identifier, alternatives: alternatives, protocolName: "gt06", transport: .tcp,
      peer: peer, at: now)
  }

  /// A stranger's identity, durable.
  func arrival(_ identifier: String) throws -> DeviceIdentity {
    guard case .stranger(let identity) = call(identifier) else { throw Unexpected() }
    try fleet.makeDurable()
    return identity
  }

  func user(
    _ email: String, administrator: Bool = false, _ change: (inout User) -> Void = { _ in }
  ) throws -> User {
    var user = User(name: "Person " + email, email: email)
    user.administrator = administrator
    change(&user)
    return try fleet.createUser(user, password: Self.password, by: .machine)
  }

  func contact(_ identity: DeviceIdentity, position: Int64? = nil, bytes: Int = 40) -> Contact {
    Contact(
      identity: identity, protocolName: "gt06", transport: .tcp, peer: "192.0.2.10:40001",
      firstSeen: now, lastSeen: now, messages: 2, bytes: bytes, lastPosition: position)
  }

  static let password = "violet harbour 47 lamps"
}

struct Unexpected: Error {}
