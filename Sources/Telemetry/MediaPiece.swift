/// A piece of a picture or of sound, as a protocol delivers it.
public struct MediaPiece: Sendable, Hashable {
  /// The device's own name for the whole.
  public var name: String
  /// Where the piece belongs in the whole, in bytes.
  public var offset: Int
  /// The bytes.
  public var bytes: [UInt8]
  /// Whether the whole is complete with this piece.
  public var isLast: Bool

  /// A piece of a whole.
  public init(name: String, offset: Int, bytes: [UInt8], isLast: Bool) {
    self.name = name
    self.offset = offset
    self.bytes = bytes
    self.isLast = isLast
  }
}
