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

  private(set) var contacts: [RefusedContact] = []
  private(set) var counts: [Refusal: Int64] = [:]
  private var oldest = 0

  mutating func add(_ caller: Caller, _ reason: Refusal) {
    counts[reason, default: 0] += 1
    let identifier = String(decoding: caller.identifier.utf8.prefix(128), as: UTF8.self)
    let known = contacts.firstIndex { $0.identifier == identifier && $0.reason == reason }
    if let known {
      contacts[known].time = caller.time
      contacts[known].count += 1
      return
    }
    let contact = RefusedContact(
      identifier: identifier, reason: reason, protocolName: caller.protocolName,
      peer: caller.peer, time: caller.time, count: 1)
    if contacts.count < Self.bound {
      contacts.append(contact)
    } else {
      contacts[oldest] = contact
      oldest = (oldest + 1) % Self.bound
    }
  }
}
