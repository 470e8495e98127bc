import Telemetry
import Wire

extension T55 {
  private static let lineFeed: UInt8 = 10

  // MARK: Framing

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    var blanks = 0
    while blanks < bytes.count, bytes[blanks] <= 0x20 { blanks += 1 }
    guard blanks == 0 else { return .skip(blanks) }
    guard bytes.count > 0 else { return .needMore(1) }
    if let feed = bytes.firstIndex(of: Self.lineFeed, limit: Self.longestFrame) {
      return Self.isLine(bytes.extracting(0..<feed).trimmed) ? .frame(feed + 1) : .skip(feed + 1)
    }
    if stream.edge == .ended {
      return Self.isLine(bytes.trimmed) && bytes.count <= Self.longestFrame
        ? .frame(bytes.count) : .skip(bytes.count)
    }
    return bytes.count < Self.longestFrame ? .needMore(bytes.count + 1) : .skip(bytes.count)
  }

  /// Whether a line can be one of this protocol; senders mix notices of their own in between.
  private static func isLine(_ line: Span<UInt8>) -> Bool {
    line.firstIndex(of: dollar) != nil || line.starts(with: "IMEI ") || line.starts(with: "QZE,")
      || isLoginLine(line)
  }

  static func reseal(_ frame: inout [UInt8]) {
    var end = frame.count
    while end > 0, frame[end - 1] <= 0x20 { end -= 1 }
    guard let sum = T55Checksum(frame.span.extracting(0..<end)), !sum.holds else { return }
    frame.replaceSubrange(
      end - 2..<end, with: HexText.text([sum.value]).uppercased().utf8)
  }

  // MARK: Recognition

  /// What may stand behind `$` of a sentence that only this protocol has.
  private static let words = [
    "PGID,", "DEVID,", "PCPTI,", "IMEI=", "GPFID,", "PSIWMDID,", "CONNECT,", "TRCCR,", "GPIOP,",
    "GPRMA,", "PUBX,0", "GPTXT,", "ID,",
  ]
  private static let timed = OpeningForm(parts: [.digits(6...6)])
  private static let placed = OpeningForm(parts: [.digits(2...5), .literal(".")])
  /// Sentences of receivers that say nothing which is kept, but may come first.
  private static let passed = ["GSA,", "GSV,", "VTG,", "ZDA,", "GST,"]

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    guard bytes.count > 0 else { return .more(1) }
    let opening: OpeningForm.Match
    switch bytes[0] {
    case dollar: opening = sentence(bytes.extracting(droppingFirst: 1)).moved(by: 1)
    case UInt8(ascii: "Q"):
      opening = OpeningForm(parts: [.literal("QZE,"), .digits(15...15), .literal(",")]).match(bytes)
    default: opening = withIdentifier(bytes, stream)
    }
    switch opening {
    case .no(let offset): return .no(at: offset, expected: "a sentence or an identifier")
    case .more: return .more(bytes.count + 1)
    case .whole: break
    }
    let feed = bytes.firstIndex(of: lineFeed, limit: longestFrame)
    guard let count = feed.map({ $0 + 1 }) ?? (stream.transport == .udp ? bytes.count : nil) else {
      return bytes.count < longestFrame
        ? .more(bytes.count + 1) : .no(at: longestFrame, expected: "a line feed")
    }
    return judge(bytes.extracting(0..<count), hasEnd: feed != nil)
  }

  /// The opening is right; the rest of the line must be too.
  private static func judge(_ line: Span<UInt8>, hasEnd: Bool) -> Recognition {
    for index in line.indices where line[index] > 0x7E { return .no(at: index, expected: "text") }
    guard canDecode(line) else { return .no(at: 1, expected: "fields of the sentence") }
    var proofs: Proofs = [.sync, .grammar]
    if hasEnd { proofs.insert(.terminator) }
    if isLoginLine(line.trimmed) { return .yes(proofs, frame: line.count) }
    let dollar = line.firstIndex(of: dollar) ?? 0
    let isReceiver = line.starts(with: "G", at: dollar + 1) && dollar == 0
    if !isReceiver || words.contains(where: { line.starts(with: $0, at: dollar + 1) }) {
      proofs.insert(.keyword)
    }
    // It does not cover an identifier in front.
    if hasEnd, dollar == 0, T55Checksum(line.trimmed)?.holds == true { proofs.insert(.checksum) }
    return .yes(proofs, frame: line.count)
  }

  /// Compares what stands behind `$`.
  private static func sentence(_ bytes: Span<UInt8>) -> OpeningForm.Match {
    var isOpen = false
    var farthest = 0
    for word in words {
      switch OpeningForm.compare(bytes, word) {
      case .whole(let count): return .whole(count)
      case .more: isOpen = true
      case .no(let offset): farthest = max(farthest, offset)
      }
    }
    let receiver = OpeningForm(parts: [.literal("G"), .oneOf("PNL")]).match(bytes).then(bytes) {
      receiverSentence($0)
    }
    switch receiver {
    case .whole, .more: return receiver
    case .no(let offset): return isOpen ? .more : .no(at: max(farthest, offset))
    }
  }

  /// Compares what stands behind `$GP`.
  private static func receiverSentence(_ bytes: Span<UInt8>) -> OpeningForm.Match {
    let forms: [(String, OpeningForm?)] =
      [("RMC,", timed), ("GGA,", timed), ("GLL,", placed)] + passed.map { ($0, nil) }
    var result = OpeningForm.Match.no(at: 0)
    for (word, form) in forms {
      let match = OpeningForm.compare(bytes, word).then(bytes) { rest in
        guard let form else { return .whole(0) }
        return form.match(rest).then(rest) { rest in
          guard rest.count > 0 else { return .more }
          // More digits of a time are an identifier of another protocol.
          return word == "GLL," || TextNumber.digit(rest[0]) == nil ? .whole(0) : .no(at: 0)
        }
      }
      switch (match, result) {
      case (.whole, _): return match
      case (.more, _): result = .more
      case (.no(let offset), .no(let other)): result = .no(at: max(offset, other))
      case (.no, _): break
      }
    }
    return result
  }

  /// The characters of an identifier in front of a sentence.
  private static let identifierCounts = 4...40

  /// Compares an identifier and a sentence, `IMEI` and digits, or an identifier alone.
  private static func withIdentifier(
    _ bytes: Span<UInt8>, _ stream: StreamState
  ) -> OpeningForm.Match {
    if bytes[0] == UInt8(ascii: "I") {
      return OpeningForm(parts: [.literal("IMEI "), .digits(14...16)]).match(bytes)
    }
    var index = 0
    while index < bytes.count, isIdentifier(bytes[index]) { index += 1 }
    guard index <= identifierCounts.upperBound else { return .no(at: identifierCounts.upperBound) }
    if index == bytes.count {
      // Alone in a datagram it can be a heartbeat of others.
      return stream.transport == .udp ? .no(at: index) : .more
    }
    if bytes[index] <= 0x20 {
      guard isLoginLine(bytes.extracting(0..<index)) else { return .no(at: index) }
      return endOfLogin(bytes, index, stream)
    }
    guard identifierCounts.contains(index) else { return .no(at: index) }
    if bytes[index] == comma { index += 1 }
    guard index < bytes.count else { return .more }
    guard bytes[index] == dollar else { return .no(at: index) }
    return sentence(bytes.extracting(droppingFirst: index + 1)).moved(by: index + 1)
  }

  /// An identifier alone is little: a pause or a sentence must follow.
  private static func endOfLogin(
    _ bytes: Span<UInt8>, _ start: Int, _ stream: StreamState
  ) -> OpeningForm.Match {
    var index = start
    while index < bytes.count, bytes[index] != lineFeed {
      guard bytes[index] == 13 else { return .no(at: index) }
      index += 1
    }
    let end = index + 1
    guard end < bytes.count else {
      return index < bytes.count && stream.edge != .open ? .whole(end) : .more
    }
    return bytes[end] == dollar ? .whole(end) : .no(at: end)
  }

  private static func isIdentifier(_ byte: UInt8) -> Bool {
    TextNumber.digit(byte) != nil || (65...90).contains(byte & 0xDF) || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
