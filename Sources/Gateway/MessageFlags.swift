/// What is to be known of a message besides its bytes.
public struct MessageFlags: OptionSet, Sendable, Hashable {
  /// The set as bits; the ledger has bits of its own for what it stores.
  public let rawValue: UInt16
  /// A set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The bytes are of no known protocol.
  public static let undetected = MessageFlags(rawValue: 1)
  /// The protocol is known, but the sender has not said who it is.
  public static let unidentified = MessageFlags(rawValue: 2)
  /// The frame could not be read.
  public static let undecodable = MessageFlags(rawValue: 4)
  /// The bytes stood between frames and belong to none.
  public static let unframed = MessageFlags(rawValue: 8)
  /// The device was not entered by anybody; it is an arrival.
  public static let stranger = MessageFlags(rawValue: 16)
  /// Somebody else speaks for the same device and has the older right: neither commands nor the
  /// live position follow this sender.
  public static let unconfirmed = MessageFlags(rawValue: 32)
  /// The frame's checksum does not hold.
  public static let checksumFailed = MessageFlags(rawValue: 64)
  /// Pieces of pictures or sound stand behind the records.
  public static let media = MessageFlags(rawValue: 128)
}
