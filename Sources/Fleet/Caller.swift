import Telemetry

/// Somebody who wants messages to be taken.
struct Caller: Sendable {
  let identifier: String
  let alternatives: [String]
  let protocolName: String
  let transport: Transport
  let peer: String
  let time: Timestamp
}

/// The last refused contacts, so that somebody who looks for a device finds out why it is missing.
struct RefusalLog: Sendable {
  /// Contacts that are kept.
  static let bound = 256

  /// The one that called last comes last.
  private(set) var contacts: [RefusedContact] = []
  private(set) var counts: [Refusal: Int64] = [:]

  mutating func add(_ caller: Caller, _ reason: Refusal) {
    counts[reason, default: 0] += 1
    let identifier = String(decoding: caller.identifier.utf8.prefix(128), as: UTF8.self)
    var count = 1
    let known = contacts.lastIndex { $0.identifier == identifier && $0.reason == reason }
    if let known {
      count += contacts.remove(at: known).count
    } else if contacts.count >= Self.bound {
      contacts.removeFirst()
    }
    contacts.append(
      RefusedContact(
        identifier: identifier, reason: reason, protocolName: caller.protocolName,
        transport: caller.transport, peer: caller.peer, time: caller.time, count: count))
  }
}
