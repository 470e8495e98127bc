import Telemetry
import Wire

/// Where a record begins and ends. It has neither length nor end: what is certain goes up to the
/// comma behind `imei:` and its digits; a tail may follow up to a line end, with which it ends, or
/// to the next record.
enum XexunRecord {
  static let mark = "imei:"
  /// The most bytes from the sentence to the comma behind the identifier, and of the tail.
  private static let (mostBody, mostTail) = (320, 256)
  /// The digits of the serial number, and the most characters of the second field.
  private static let (serialDigits, mostPhone) = (12, 32)
  /// A serial number of fewer digits is none.
  private static let fewestDigits = 10

  /// Whether bytes begin with a record, and how many bytes stand in front of its signal, as far as
  /// they have one form.
  static func head(_ bytes: Span<UInt8>) -> OpeningForm.Match {
    guard bytes.count > 0 else { return .more }
    if bytes[0] == UInt8(ascii: "G") { return sentence(bytes) }
    return OpeningForm(parts: [.optionalDigits(serialDigits), .literal(",")]).match(bytes).then(
      bytes
    ) { rest in
      let digits = bytes.count - rest.count - 1
      guard digits == 0 || digits >= fewestDigits else { return .no(at: 0) }
      var index = 0
      while index < rest.count, index <= mostPhone, isField(rest[index]) { index += 1 }
      guard index < rest.count else { return .more }
      guard rest[index] == Xexun.comma else { return .no(at: index) }
      let behind = rest.extracting(droppingFirst: index + 1)
      guard behind.count > 0 else { return .more }
      if behind[0] == Xexun.comma {
        return OpeningForm(parts: [.literal(","), .oneOf("FL"), .literal(",")]).match(behind)
          .moved(by: index + 1)
      }
      return sentence(behind).moved(by: index + 1)
    }
  }

  private static func sentence(_ bytes: Span<UInt8>) -> OpeningForm.Match {
    OpeningForm(parts: [.literal("G"), .oneOf("PN"), .literal("RMC,")]).match(bytes)
  }

  /// A character of the second field: a phone number or a name.
  private static func isField(_ byte: UInt8) -> Bool {
    byte != Xexun.comma && byte != UInt8(ascii: "$") && (0x20...0x7E).contains(byte)
  }

  /// What can be said of the end of a record.
  enum End {
    case count(Int)
    case more(Int)
    /// It may end here.
    case pause
    /// There is none; so many bytes are no record.
    case broken(Int)
  }

  /// Where a record ends whose head takes so many bytes.
  static func end(_ bytes: Span<UInt8>, behind head: Int, _ edge: StreamState.Edge) -> End {
    var index = head
    let limit = min(bytes.count, head + mostBody)
    while index < limit, !bytes.starts(with: mark, at: index) {
      // The next record begins before this one has said whose it is.
      if index > head, let start = nextStart(bytes, index, notBefore: head) {
        return .broken(start)
      }
      index += 1
    }
    guard index < limit else {
      return limit == bytes.count ? .more(bytes.count + 1) : .broken(limit)
    }
    index += mark.utf8.count
    while index < bytes.count, TextNumber.digit(bytes[index]) != nil { index += 1 }
    guard index < bytes.count else { return .more(bytes.count + 1) }
    guard bytes[index] == Xexun.comma else { return .broken(index) }
    return tailEnd(bytes, index + 1, edge)
  }

  private static func tailEnd(
    _ bytes: Span<UInt8>, _ start: Int, _ edge: StreamState.Edge
  ) -> End {
    var index = start
    let limit = min(bytes.count, start + mostTail)
    while index < limit {
      if bytes[index] == 10 || bytes[index] == 13 { return .count(index + 1) }
      if let next = nextStart(bytes, index, notBefore: start) { return .count(next) }
      index += 1
    }
    if limit < bytes.count { return .count(start) }
    return edge == .open ? .pause : .count(bytes.count)
  }

  /// Where the record starts whose sentence starts at an offset; nil if none does.
  private static func nextStart(
    _ bytes: Span<UInt8>, _ sentence: Int, notBefore first: Int
  ) -> Int? {
    guard bytes[sentence] == UInt8(ascii: "G"),
      bytes.starts(with: "GPRMC,", at: sentence) || bytes.starts(with: "GNRMC,", at: sentence)
    else { return nil }
    // Two fields may stand in front: digits, and a phone number.
    guard let phone = commaBefore(bytes, sentence &- 1, notBefore: first) else { return sentence }
    let digits = digitCount(bytes, endingAt: phone, notBefore: first)
    return digits < fewestDigits ? sentence : phone &- min(serialDigits, digits)
  }

  /// Where the comma in front of the second field stands, whose own comma stands at an offset.
  private static func commaBefore(
    _ bytes: Span<UInt8>, _ end: Int, notBefore first: Int
  ) -> Int? {
    guard end > first, bytes[end] == Xexun.comma else { return nil }
    var index = end - 1
    while index >= first, end - index <= mostPhone + 1 {
      if bytes[index] == Xexun.comma { return index }
      guard isField(bytes[index]) else { return nil }
      index -= 1
    }
    return nil
  }

  private static func digitCount(
    _ bytes: Span<UInt8>, endingAt end: Int, notBefore first: Int
  ) -> Int {
    var index = end
    while index > first, TextNumber.digit(bytes[index - 1]) != nil { index -= 1 }
    return end - index
  }
}

extension Xexun {
  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    switch XexunRecord.head(bytes) {
    case .no(let offset):
      return .no(at: offset, expected: "'GPRMC,', or a serial number, a phone number and it")
    case .more: return .more(bytes.count + 1)
    case .whole(let head):
      switch XexunRecord.end(bytes, behind: head, stream.edge) {
      case .more, .pause: return .more(bytes.count + 1)
      case .broken(let offset): return .no(at: offset, expected: "'imei:' behind the sentence")
      case .count(let count):
        guard canDecode(bytes.extracting(0..<count)) else {
          return .no(at: head, expected: "fields of a record")
        }
        return .yes([.sync, .keyword, .grammar], frame: count)
      }
    }
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard bytes.count > 0 else { return .needMore(1) }
    switch XexunRecord.head(bytes) {
    case .no: return .skip(Self.distanceToHead(bytes))
    case .more:
      return stream.edge == .ended ? .skip(bytes.count) : .needMore(bytes.count + 1)
    case .whole(let head):
      switch XexunRecord.end(bytes, behind: head, stream.edge) {
      case .count(let count): return .frame(count)
      case .pause: return .waitForPause
      case .broken(let count): return .skip(max(1, min(count, bytes.count)))
      case .more(let count):
        return stream.edge == .ended ? .skip(bytes.count) : .needMore(count)
      }
    }
  }

  private static func distanceToHead(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count {
      if case .no = XexunRecord.head(bytes.extracting(droppingFirst: index)) {
        index += 1
      } else {
        return index
      }
    }
    return bytes.count
  }
}
