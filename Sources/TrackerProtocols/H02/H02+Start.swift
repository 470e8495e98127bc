import Wire

/// What can stand at the start of a frame in a conversation that is known to be H02.
enum H02Start {
  case text
  case packet
  case more(Int)
  case no

  /// The bytes of a binary packet from the marker to the date that are packed decimal in every
  /// layout.
  private static let packetStart = 12

  /// Looks at the first bytes. Dates are not judged: a unit without a clock sends zeros.
  static func read(_ bytes: Span<UInt8>) -> H02Start {
    guard bytes.count > 0 else { return .more(1) }
    switch bytes[0] {
    case UInt8(ascii: "*"):
      for index in 1...3 {
        guard index < bytes.count else { return .more(4) }
        let fits = index < 3 ? isLetter(bytes[index]) : bytes[index] == UInt8(ascii: ",")
        guard fits else { return .no }
      }
      return .text
    case UInt8(ascii: "$"), UInt8(ascii: "X"):
      for index in 1..<packetStart {
        guard index < bytes.count else { return .more(packetStart) }
        guard PackedDecimal.number(bytes[index]) != nil else { return .no }
      }
      return .packet
    default: return .no
    }
  }

  /// How far it is to the next byte that can start a frame, at least 1.
  static func distanceToNext(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count {
      if case .no = read(bytes.extracting(droppingFirst: index)) { index += 1 } else { break }
    }
    return index
  }

  static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
}

/// The start of a text of a stranger: `*`, two letters of the maker, identifier, type.
struct H02Envelope {
  enum Result {
    case no(Int, String)
    case more(Int)
    case envelope(H02Envelope)
  }

  /// Where the comma or `#` behind the type stands.
  let typeEnd: Int
  /// Whether the type is a word that only this protocol has.
  let typeIsKnown: Bool

  /// Types besides those that begin with V.
  private static let types = ["NBR", "LINK", "HTBT", "SMS", "BASE", "BS", "XT"]
  /// Makers that may have types that are not known.
  private static let makers = ["HQ", "hq", "TH", "DC", "XY"]
  /// An empty identifier and a type of one letter: `*HQ,,A#`.
  private static let shortest = 7

  static func read(_ bytes: Span<UInt8>) -> Result {
    for index in 1...3 {
      guard index < bytes.count else { return .more(shortest) }
      if index < 3, !H02Start.isLetter(bytes[index]) { return .no(index, "two letters of a maker") }
      if index == 3, bytes[3] != UInt8(ascii: ",") { return .no(3, "a comma behind two letters") }
    }
    let maker = bytes.extracting(1..<3)
    if maker.equals("ET") { return .no(1, "another maker than ET, which is EasyTrack") }
    var index = 4
    while index < bytes.count, TextNumber.digit(bytes[index]) != nil, index < 19 { index += 1 }
    guard index < bytes.count else { return .more(index + 3) }
    guard index == 4 || index >= 12, bytes[index] == UInt8(ascii: ",") else {
      return .no(index, "an empty identifier or one of 8 to 15 digits, and a comma")
    }
    let start = index + 1
    index = start
    while index < bytes.count, isWord(bytes[index]), index < start + 8 { index += 1 }
    guard index < bytes.count else { return .more(index + 1) }
    let isEnd = bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "#")
    guard index > start, isEnd else { return .no(index, "a type of letters and digits") }
    let type = bytes.extracting(start..<index)
    let known = isPosition(type) || types.contains { type.equals($0) }
    guard known || makers.contains(where: { maker.equals($0) }) else {
      return .no(start, "a type of this protocol")
    }
    return .envelope(H02Envelope(typeEnd: index, typeIsKnown: known))
  }

  /// V and one or two letters or digits, of which the last is a digit: V1, V19, VI1, VP1.
  private static func isPosition(_ type: Span<UInt8>) -> Bool {
    type.starts(with: "V") && (2...3).contains(type.count)
      && TextNumber.digit(type[type.count - 1]) != nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    H02Start.isLetter(byte) || TextNumber.digit(byte) != nil
  }
}
