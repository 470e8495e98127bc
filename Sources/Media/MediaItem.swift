public import Telemetry

/// A picture or sound of a device, whole or as far as it has come.
public struct MediaItem: Sendable, Hashable {
  /// How far it is.
  public enum State: Int64, Sendable {
    /// Pieces are missing and may still come.
    case open = 0
    /// It is whole.
    case complete = 1
    /// Pieces are missing, and no more are expected.
    case incomplete = 2
  }

  /// Its number: that of its first message, times 256, and its place in that message.
  public let id: Int64
  /// Whose it is.
  public let identity: DeviceIdentity
  /// The protocol that it came by.
  public let protocolName: String
  /// The device's own name for it, made safe; it may recur.
  public let name: String
  /// When its first piece was received.
  public let startedAt: Timestamp
  /// When its last piece was received.
  public let updatedAt: Timestamp
  /// The number of the message that brought its last piece.
  public let sequence: Int64
  /// How many bytes have come.
  public let bytes: Int
  /// How many bytes it will have, if the device said so.
  public let size: Int?
  /// How far it is.
  public let state: State
  /// The name of its content; nil as long as pieces may come.
  public let hash: ContentHash?
  /// What it is, by its first bytes.
  public let type: MediaType
  /// Whether its sender may be somebody else, see ``LedgerFlags/unconfirmed``.
  public let isUnconfirmed: Bool

  /// Its name in the API.
  public var file: String { MediaName(sequence: sequence, name: name).text }
}
