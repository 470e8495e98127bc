/// A piece of a picture or of sound, as a protocol delivers it.
///
/// It says by itself where it belongs, so that pieces may come in any order, twice, and over
/// several connections; who puts them together needs to know nothing of the protocol.
public struct MediaPiece: Sendable, Hashable {
  /// Where a piece belongs in the whole.
  public enum Place: Sendable, Hashable {
    /// It starts so many bytes behind the start.
    case offset(Int)
    /// It is a part by its number, counted from 0, of parts whose lengths only they know.
    case part(Int)
  }

  /// The device's own name for the whole, as a name of a file.
  public var name: String
  /// What the pieces of one whole have in common; it may come again for the next one.
  public var transfer: String
  /// Where the piece belongs.
  public var place: Place
  /// The bytes.
  public var bytes: [UInt8]
  /// Whether the whole ends with this piece.
  public var isLast: Bool
  /// Nothing but the announcement of a whole whose pieces will come.
  public var isAnnouncement = false
  /// How many bytes the whole has, if the device says so.
  public var size: Int?
  /// How many parts the whole has, if the device says so.
  public var parts: Int?
  /// Where the bytes stand in the frame; without it they are stored a second time.
  public var source: MediaSource?

  /// A piece of a whole.
  ///
  /// - Parameters:
  ///   - transfer: what the pieces have in common; the name if nothing else is said.
  public init(
    name: String, transfer: String? = nil, place: Place, bytes: [UInt8], isLast: Bool,
    size: Int? = nil, parts: Int? = nil, source: MediaSource? = nil
  ) {
    self.name = name
    self.transfer = transfer ?? name
    self.place = place
    self.bytes = bytes
    self.isLast = isLast
    self.size = size
    self.parts = parts
    self.source = source
  }

  /// A piece of a whole by its offset in bytes.
  public init(
    name: String, offset: Int, bytes: [UInt8], isLast: Bool, size: Int? = nil,
    source: MediaSource? = nil
  ) {
    self.init(
      name: name, place: .offset(offset), bytes: bytes, isLast: isLast, size: size, source: source)
  }

  /// The announcement that a whole will come.
  public static func announcement(
    name: String, transfer: String? = nil, size: Int? = nil, parts: Int? = nil
  ) -> MediaPiece {
    var piece = MediaPiece(
      name: name, transfer: transfer, place: .offset(0), bytes: [],
      isLast: false, size: size, parts: parts)
    piece.isAnnouncement = true
    return piece
  }
}
