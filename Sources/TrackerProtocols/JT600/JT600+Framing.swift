import Wire

/// The start of a binary packet: `$`, identifier of five bytes, and the length, which stands one
/// byte later in long packets because these have a version.
struct JT600Header {
  enum Result {
    case no(Int, String)
    case more(Int)
    case packet(JT600Header)
  }

  /// The bytes that the length does not count.
  static let overhead = 10
  /// The bytes of a record of a short packet.
  static let recordCount = 27
  /// The shortest length of a long packet.
  private static let shortestLong = 35
  /// The bytes up to the end of the first date and time of either form.
  private static let decisive = 16

  let isLong: Bool
  /// The length of the whole packet.
  let total: Int

  /// Reads the start of a packet.
  ///
  /// - Parameter isStranger: date and time must then be ones that there are.
  static func read(_ bytes: Span<UInt8>, isStranger: Bool) -> Result {
    for index in 0..<6 {
      guard index < bytes.count else { return .more(decisive) }
      if index == 0 {
        guard bytes[0] == JT600.dollar else { return .no(0, "'$'") }
      } else if PackedDecimal.number(bytes[index]) == nil {
        return .no(index, "packed digits of an identifier")
      }
    }
    guard bytes.count >= decisive else { return .more(decisive) }
    let isLong = bytes[8] == 0
    let length = Int(bytes.bigEndian16(at: isLong ? 8 : 7))
    if isLong {
      guard bytes[7] >> 4 == 1 else { return .no(7, "a type from 10 to 1F") }
      guard length >= shortestLong else { return .no(9, "a length from 35 on") }
    } else {
      guard (1...3).contains(bytes[6] >> 4) else { return .no(6, "a type from 10 to 3F") }
      guard length > 0, length.isMultiple(of: recordCount) else {
        return .no(7, "a length of whole records")
      }
    }
    guard length + overhead <= JT600.longestFrame else { return .no(7, "a length below 16384") }
    if isStranger, let index = wrongDate(bytes, at: isLong ? 10 : 9) {
      return .no(index, "date and time in packed digits")
    }
    return .packet(JT600Header(isLong: isLong, total: length + overhead))
  }

  /// Where a part of a date and time stands that there is not; nil if all are right.
  private static func wrongDate(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    let ranges = [1...31, 1...12, 0...99, 0...23, 0...59, 0...59]
    for (place, range) in ranges.enumerated() {
      guard let number = PackedDecimal.number(bytes[start + place]), range.contains(number) else {
        return start + place
      }
    }
    return nil
  }
}

extension JT600 {
  /// The longest text.
  private static let longestText = 2_048

  /// How texts begin: an identifier of ten digits and a word.
  private static let openings = [
    opening([.literal("W01,")]), opening([.literal("P"), .digits(2...2), .oneOf(",)")]),
    opening([.literal("U"), .digits(2...2), .oneOf(",)")]), opening([.literal("@JT")]),
    opening([.literal("1,168,WLNET,")]), opening([.literal("2,U09,")]),
  ]

  private static func opening(_ parts: [OpeningForm.Part]) -> OpeningForm {
    OpeningForm(parts: [.literal("("), .digits(10...10), .literal(",")] + parts)
  }

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    guard bytes.count > 0 else { return .more(1) }
    if bytes[0] == opening { return recogniseText(bytes) }
    switch JT600Header.read(bytes, isStranger: true) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .packet(let header):
      if bytes.count < header.total { return .more(header.total) }
      guard canDecode(bytes.extracting(0..<header.total)) else {
        return .no(at: JT600Header.overhead, expected: "records in packed digits")
      }
      return .yes([.sync, .length, .grammar], frame: header.total)
    }
  }

  private static func recogniseText(_ bytes: Span<UInt8>) -> Recognition {
    var wrong = 0
    var isWhole = false
    for form in openings where !isWhole {
      switch form.match(bytes) {
      case .no(let offset): wrong = max(wrong, offset)
      case .more: return .more(bytes.count + 1)
      case .whole: isWhole = true
      }
    }
    guard isWhole else {
      return .no(at: wrong, expected: "ten digits and a word of this protocol")
    }
    guard let end = bytes.firstIndex(of: UInt8(ascii: ")")), end < longestText else {
      return bytes.count < longestText
        ? .more(bytes.count + 1) : .no(at: longestText, expected: "')' at the end of the text")
    }
    var proofs: Proofs = [.sync, .terminator, .keyword]
    if canDecode(bytes.extracting(0..<end + 1)) { proofs.insert(.grammar) }
    return .yes(proofs, frame: end + 1)
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard bytes.count > 0 else { return .needMore(1) }
    if bytes[0] == Self.opening {
      if let end = bytes.firstIndex(of: UInt8(ascii: ")")), end < Self.longestText {
        return .frame(end + 1)
      }
      return bytes.count < Self.longestText && stream.edge != .ended
        ? .needMore(bytes.count + 1) : .skip(Self.distanceToStart(bytes))
    }
    switch JT600Header.read(bytes, isStranger: false) {
    case .no: return .skip(Self.distanceToStart(bytes))
    case .more(let count):
      return stream.edge == .ended ? .skip(Self.distanceToStart(bytes)) : .needMore(count)
    case .packet(let header):
      if bytes.count >= header.total { return .frame(header.total) }
      return stream.edge == .ended
        ? .skip(Self.distanceToStart(bytes)) : .needMore(header.total)
    }
  }

  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count, bytes[index] != dollar, bytes[index] != opening { index += 1 }
    return index
  }
}
