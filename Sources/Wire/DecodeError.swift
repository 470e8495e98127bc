public import Telemetry

/// Why a frame could not be read, and where.
///
/// It holds no heap memory, because hostile input makes many of them.
public struct DecodeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was wrong.
  public enum Kind: Sendable, Hashable {
    /// The frame ends before the field does.
    case truncated
    /// The field does not have the form that it must have.
    case invalid
    /// A checksum that the device's identity or another frame's boundary hangs on does not hold.
    case checksum
    /// The message type is none that the protocol has.
    case unsupported
    /// There is more in the frame than one frame may give.
    case overflow
  }

  /// What was wrong.
  public let kind: Kind
  /// The field, by the name that the reader gave it.
  public let field: String
  /// Where the field starts, counted from the start of the frame.
  public let offset: Int

  /// An error at a field.
  public init(_ kind: Kind, field: String, at offset: Int) {
    self.kind = kind
    self.field = field
    self.offset = offset
  }

  /// One sentence for people.
  public var description: String {
    switch kind {
    case .truncated: "the frame ends inside '\(field)' (byte \(offset))"
    case .invalid: "'\(field)' at byte \(offset) does not have the form that it must have"
    case .checksum: "the checksum '\(field)' at byte \(offset) does not hold"
    case .unsupported: "'\(field)' at byte \(offset) names a message that is not known"
    case .overflow: "the frame has more \(field) than can be taken"
    }
  }
}

extension Reports {
  /// Throws if something of the frame found no room: it would be lost if the frame counted as read.
  ///
  /// - Parameter end: the length of the frame.
  public func requireRoom(at end: Int) throws(DecodeError) {
    if let overflow { throw DecodeError(.overflow, field: overflow, at: end) }
  }
}
