import Wire

/// The start of a frame, and where it says that the frame ends.
struct GT06Header {
  /// Whether the length field has two bytes (`79 79`) instead of one (`78 78`).
  let isLong: Bool
  /// The length field: what follows it up to the checksum, that included.
  let length: Int
  /// The message type.
  let type: UInt8

  /// The most bytes in front of the end bytes of a frame whose length field is wrong.
  static let longestSearch = 1_024
  /// Serial number 2, checksum 2.
  static let trailerCount = 4

  /// How many bytes stand in front of the content.
  var contentStart: Int { isLong ? 5 : 4 }
  /// The length of the whole frame, if the length field is right.
  var total: Int { length &+ (isLong ? 6 : 5) }

  enum Result {
    case no(Int, String)
    case more(Int)
    case header(GT06Header)
  }

  static func read(_ bytes: Span<UInt8>) -> Result {
    guard bytes.count > 0 else { return .more(5) }
    let first = bytes[0]
    guard first == 0x78 || first == 0x79 else { return .no(0, "78 78 or 79 79") }
    guard bytes.count > 1 else { return .more(5) }
    guard bytes[1] == first else { return .no(1, "the first byte again") }
    let isLong = first == 0x79
    guard bytes.count >= 5 else { return .more(5) }
    let length = Int(isLong ? bytes.bigEndian16(at: 2) : UInt16(truncatingIfNeeded: bytes[2]))
    let header = GT06Header(isLong: isLong, length: length, type: bytes[isLong ? 4 : 3])
    guard header.total <= GT06.longestFrame else { return .no(2, "a length of at most 16 KiB") }
    return .header(header)
  }

  /// Whether the end bytes stand where a frame of so many bytes has them.
  static func ends(_ bytes: Span<UInt8>, at total: Int) -> Bool {
    total >= 5 && total <= bytes.count && bytes.bigEndian16(at: total &- 2) == 0x0D0A
  }

  /// The checksum that a frame must have of which so many bytes stand in front of the end bytes;
  /// nil if it has no room for one.
  static func checksum(_ bytes: Span<UInt8>, before end: Int) -> UInt16? {
    guard end >= 8, end <= bytes.count else { return nil }
    return Checksum.x25(bytes.extracting(first: end &- 2).extracting(droppingFirst: 2))
  }

  /// Whether the checksum of a frame holds of which so many bytes stand in front of the end bytes.
  static func checksumHolds(_ bytes: Span<UInt8>, before end: Int) -> Bool {
    checksum(bytes, before: end) == bytes.bigEndian16(at: end &- 2)
  }

  /// Where the frame ends if its length field is wrong: at the first end bytes.
  func searchedTotal(_ bytes: Span<UInt8>) -> Int? {
    var index = 3
    while let found = bytes.firstIndex(of: 0x0D, from: index, limit: Self.longestSearch) {
      if GT06Header.ends(bytes, at: found + 2) { return found + 2 }
      index = found + 1
    }
    return nil
  }

  // MARK: Frames of the Topin dialect, which have neither serial number nor checksum

  /// What a form without trailer says of the frame's length.
  enum Bare {
    /// It is none of these forms.
    case no
    /// It takes so many bytes to say.
    case more(Int)
    /// The frame has so many bytes in all.
    case total(Int)
  }

  /// The length by the counts in a list of access points and cells (types 17 and 69): the length
  /// byte is the number of access points.
  func listTotal(_ bytes: Span<UInt8>) -> Bare {
    guard !isLong, type == 0x17 || type == 0x69 else { return .no }
    let cells = contentStart &+ 6 &+ length &* 7
    guard cells < bytes.count else { return .more(cells &+ 1) }
    let total = cells &+ 1 &+ 3 &+ Int(bytes[cells]) &* 5 &+ 2
    guard total <= bytes.count else { return .more(total) }
    return GT06Header.ends(bytes, at: total) ? .total(total) : .no
  }

  /// The length where the length byte does not count the type (types 10 and 11).
  func uncountedTypeTotal(_ bytes: Span<UInt8>) -> Bare {
    guard !isLong, type == 0x10 || type == 0x11, length >= 18 else { return .no }
    guard total &+ 1 <= bytes.count else { return .more(total &+ 1) }
    return GT06Header.ends(bytes, at: total &+ 1) ? .total(total &+ 1) : .no
  }

  /// Whether the dialect without trailer has messages of this type.
  var canBeBare: Bool { !isLong && [0x01, 0x08, 0x10, 0x11, 0x17, 0x69].contains(type) }
}
