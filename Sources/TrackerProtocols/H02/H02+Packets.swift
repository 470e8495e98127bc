import Telemetry
import Wire

/// Which layouts a binary packet can have by its first bytes, and how long it can be therefore.
///
/// A packet has neither length nor end. A device keeps one length, and sends a packet at once; so
/// the length shows where the bytes stop coming or where something else begins.
struct H02Layouts {
  enum Result {
    case no(Int, String)
    case more(Int)
    case layouts(H02Layouts)
  }

  /// What can be said about the length.
  enum Length {
    case length(Int)
    case more(Int)
    case pause
    case none
  }

  /// Lengths that are known, the shortest first. Only the one of 42 bytes has a long identifier.
  private static let lengths = [32, 42, 45, 46, 47, 48]
  static let lengthsInWords = "32, 42, 45, 46, 47 or 48"
  /// The length with an identifier of 8 bytes instead of 5; all that follows is 3 bytes later.
  static let longIdentifierLength = 42
  /// Packets that start with X have this length only.
  private static let repeatLength = 32

  private let candidates: [Int]

  // MARK: What the first bytes allow

  /// Layouts in which every field of a stranger's packet has the form that it must have.
  static func read(_ bytes: Span<UInt8>) -> Result {
    let short = check(bytes, isLong: false)
    guard bytes[0] == UInt8(ascii: "$") else {
      if case .layouts = short { return .layouts(H02Layouts(candidates: [repeatLength])) }
      return short
    }
    switch (short, check(bytes, isLong: true)) {
    case (.more(let count), _), (_, .more(let count)): return .more(count)
    case (.layouts, .layouts): return .layouts(H02Layouts(candidates: lengths))
    case (.layouts, _):
      return .layouts(H02Layouts(candidates: lengths.filter { $0 != longIdentifierLength }))
    case (_, .layouts): return .layouts(H02Layouts(candidates: [longIdentifierLength]))
    case (.no(let offset, let expected), .no(let other, let otherExpected)):
      return offset >= other ? .no(offset, expected) : .no(other, otherExpected)
    }
  }

  /// Layouts for a packet of a conversation that is known to be H02; odd values do not matter.
  static func plausible(_ bytes: Span<UInt8>) -> H02Layouts {
    if case .layouts(let found) = read(bytes) { return found }
    return H02Layouts(
      candidates: bytes[0] == UInt8(ascii: "$")
        ? lengths.filter { $0 != longIdentifierLength } : [repeatLength])
  }

  /// Whether every field up to the course is right, in the layout with a long identifier or not.
  private static func check(_ bytes: Span<UInt8>, isLong: Bool) -> Result {
    let shift = isLong ? 3 : 0
    for index in 0..<25 + shift {
      guard index < bytes.count else { return .more(32) }
      let byte = bytes[index]
      if index == 0 {
        guard byte == UInt8(ascii: "$") || byte == UInt8(ascii: "X") else {
          return .no(0, "'$' or 'X'")
        }
        continue
      }
      if let expected = expectation(byte, after: bytes[index - 1], at: index - shift) {
        return .no(index, expected)
      }
    }
    return .layouts(H02Layouts(candidates: []))
  }

  /// What a byte of a packet should be and is not; nil if it is right.
  private static func expectation(_ byte: UInt8, after last: UInt8, at place: Int) -> String? {
    let number = PackedDecimal.number(byte)
    func within(_ range: ClosedRange<Int>, _ expected: String) -> String? {
      number.map(range.contains) == true ? nil : expected
    }
    switch place {
    case 6: return within(0...23, "an hour of two packed digits")
    case 7, 8: return within(0...59, "minutes and seconds of two packed digits")
    case 9: return within(1...31, "a day of two packed digits")
    case 10: return within(1...12, "a month of two packed digits")
    case 12: return within(0...90, "degrees of latitude of two packed digits")
    case 13: return within(0...59, "minutes of latitude of two packed digits")
    case 16: return nil
    case 17: return within(0...18, "degrees of longitude of three packed digits")
    case 18: return longitude(byte, after: last)
    case 21: return byte >> 4 <= 9 ? nil : "a packed digit of longitude"
    default: return within(0...99, "two packed digits")
    }
  }

  /// The last digit of degrees and the first of minutes.
  private static func longitude(_ byte: UInt8, after last: UInt8) -> String? {
    guard PackedDecimal.number(byte) != nil, byte & 15 <= 5, last != 0x18 || byte >> 4 == 0 else {
      return "at most 180 degrees and less than 60 minutes of longitude"
    }
    return nil
  }

  /// Whether a packet has the length field and then the date and the time of JT600's long packets,
  /// which otherwise can look the same.
  static func isJT600(_ bytes: Span<UInt8>, _ count: Int) -> Bool {
    guard bytes.count >= 16, count >= 16, bytes[8] == 0, bytes[7] >> 4 == 1,
      Int(bytes[9]) &+ 10 == count
    else { return false }
    let ranges = [1...31, 1...12, 0...99, 0...23, 0...59, 0...59]
    return ranges.enumerated().allSatisfy { index, range in
      PackedDecimal.number(bytes[10 + index]).map(range.contains) == true
    }
  }

  // MARK: The length

  /// How long the packet at the start of the bytes is.
  func length(of bytes: Span<UInt8>, _ stream: StreamState, remembered: Int?) -> Length {
    let count = bytes.count
    if stream.transport == .udp {
      return candidates.contains(count) ? .length(count) : .none
    }
    if let remembered, candidates.contains(remembered), count >= remembered,
      Self.mayStart(bytes.extracting(droppingFirst: remembered))
    {
      return .length(remembered)
    }
    guard let shortest = candidates.first, let longest = candidates.last else { return .none }
    if count < shortest { return stream.edge == .ended ? .none : .more(shortest) }
    for candidate in candidates where candidate < count {
      switch Self.start(bytes.extracting(droppingFirst: candidate)) {
      case .yes: return .length(candidate)
      // It may be the start of a frame or a byte of this one; the shorter length goes first.
      case .maybe where stream.edge == .open: return .pause
      case .maybe, .no: continue
      }
    }
    if count == longest { return .length(count) }
    if stream.edge == .open, count < longest { return .pause }
    if candidates.contains(count) { return .length(count) }
    // Nothing certain: too little of the next frame, or odd values in it.
    for candidate in candidates where candidate < count {
      if Self.mayStart(bytes.extracting(droppingFirst: candidate)) { return .length(candidate) }
    }
    return stream.edge == .paused && count < longest ? .more(count + 1) : .none
  }

  private enum Certainty {
    case yes
    case maybe
    case no
  }

  /// Whether a frame starts here, with nothing odd in it.
  private static func start(_ bytes: Span<UInt8>) -> Certainty {
    switch H02Start.read(bytes) {
    case .no: return .no
    case .more: return .maybe
    case .text: return .yes
    case .packet:
      // The date and the coordinates have to be right too: `$` is a packed number itself, so a
      // packet looks like one from the byte before it on.
      switch read(bytes) {
      case .no: return .no
      case .more: return .maybe
      case .layouts: return .yes
      }
    }
  }

  /// Whether nothing speaks against a frame that starts here.
  private static func mayStart(_ bytes: Span<UInt8>) -> Bool {
    if case .no = H02Start.read(bytes) { return false }
    return true
  }
}
