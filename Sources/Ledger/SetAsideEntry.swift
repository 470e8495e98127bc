public import Telemetry

/// A message that could not be stored as it should be: it is durable and was answered, so that its
/// device does not send it for ever, and waits for a person.
public struct SetAsideEntry: Sendable, Hashable {
  /// The number that it would have as a record.
  public let sequence: Int64
  /// When it was received.
  public let receivedAt: Timestamp
  /// Who sent it; what does not make sense is kept as it was.
  public let identity: DeviceIdentity
  /// The protocol that it was read by; empty if none.
  public let protocolName: String
  /// The number of the connection that it came by.
  public let connection: UInt64
  /// How many records it said that it has.
  public let recordCount: Int
  /// The bytes as received, as far as there were any.
  public let raw: [UInt8]
  /// Why it was set aside, for people.
  public let reason: String

  /// The place just behind it.
  public var token: LedgerToken { LedgerToken(rawValue: sequence) }
}
