import Telemetry
import Wire

extension PT502 {
  /// How a record of a stranger begins, without its name: identifier, time, fix.
  private static let recordParts: [OpeningForm.Part] = [
    .literal(","), .digits(4...15), .literal(","), .digits(6...6), .fraction, .literal(","),
    .oneOf("AV"), .literal(","),
  ]
  private static let record = OpeningForm(parts: [.literal("$"), .word(3)] + recordParts)
  /// `$PHO3821-1,…`: a picture of so many bytes is there.
  private static let pictureOffer = OpeningForm(
    parts: [
      .literal("$PHO"), .digits(1...9), .optional(UInt8(ascii: "-")), .optionalDigits(9),
    ] + recordParts)
  /// `$FUS865328026243864,…`: the firmware's versions.
  private static let firmware = OpeningForm(
    parts: [.literal("$FUS"), .digits(4...15), .literal(",")])
  /// `$PHD960,960,…`: bytes of a picture.
  static let picturePart = OpeningForm(
    parts: [.literal("$PHD"), .digits(1...8), .literal(","), .digits(1...4), .literal(",")])

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    guard bytes.count > 0 else { return .more(1) }
    if bytes[0] == 0xBF { return recogniseHeader(bytes) }
    if bytes.starts(with: "$PHD") { return recognisePart(bytes) }
    let opening = form(bytes).match(bytes)
    switch opening {
    case .no(let offset):
      return .no(at: offset, expected: "'$', a name, ',', identifier, ',', time, ',', fix")
    case .more: return .more(bytes.count + 1)
    case .whole: return recogniseLine(bytes, stream)
    }
  }

  private static func form(_ bytes: Span<UInt8>) -> OpeningForm {
    if bytes.starts(with: "$PHO"), bytes.count > 4, bytes[4] != UInt8(ascii: ",") {
      return pictureOffer
    }
    return bytes.starts(with: "$FUS") ? firmware : record
  }

  /// The opening is right; the line must be readable to its end.
  private static func recogniseLine(
    _ bytes: Span<UInt8>, _ stream: StreamState
  ) -> Recognition {
    guard let count = lineCount(bytes, stream) else {
      return bytes.count < longestRecord
        ? .more(bytes.count + 1) : .no(at: longestRecord, expected: "a line break")
    }
    for index in 0..<count where !isText(bytes[index]) {
      return .no(at: index, expected: "text up to a line break")
    }
    guard canDecode(bytes.extracting(0..<count)) else {
      return .no(at: 5, expected: "fields of a record")
    }
    var proofs: Proofs = [.sync, .grammar]
    if bytes[count - 1] == carriageReturn || bytes[count - 1] == lineFeed {
      proofs.insert(.terminator)
    }
    if isKnown(bytes.extracting(1..<4)) { proofs.insert(.keyword) }
    return .yes(proofs, frame: count)
  }

  private static func isText(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) || byte == carriageReturn || byte == lineFeed
  }

  private static func recogniseHeader(_ bytes: Span<UInt8>) -> Recognition {
    guard bytes.count > 1 else { return .more(PT502Header.shortest) }
    guard bytes[1] == 0xFB else { return .no(at: 1, expected: "FB") }
    guard bytes.count > PT502Header.count else { return .more(PT502Header.shortest) }
    guard let header = PT502Header(bytes), header.total <= longestFrame else {
      return .no(at: 3, expected: "a length from 10 to 16384")
    }
    guard bytes[PT502Header.count] == dollar || bytes[PT502Header.count] == UInt8(ascii: "@") else {
      return .no(at: PT502Header.count, expected: "'$' or '@'")
    }
    if bytes.count < header.total { return .more(header.total) }
    guard header.checksumHolds(bytes) else {
      return .no(at: 2, expected: "a checksum that holds")
    }
    return .yes([.sync, .length, .checksum], frame: header.total)
  }

  private static func recognisePart(_ bytes: Span<UInt8>) -> Recognition {
    switch picturePart.match(bytes) {
    case .no(let offset): return .no(at: offset, expected: "offset and size of a part of a picture")
    case .more: return .more(bytes.count + 1)
    case .whole(let start):
      let total = pictureTotal(bytes, start)
      if bytes.count < total { return .more(total) }
      return .yes([.sync, .length, .keyword, .grammar], frame: total)
    }
  }

  // MARK: Framing

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard bytes.count > 0 else { return .needMore(1) }
    if bytes[0] == 0xBF { return Self.nextWithHeader(bytes, stream) }
    guard bytes[0] == Self.dollar else { return .skip(Self.distanceToStart(bytes)) }
    if bytes.starts(with: "$PHD"), case .whole(let start) = Self.picturePart.match(bytes) {
      let total = Self.pictureTotal(bytes, start)
      if bytes.count >= total { return .frame(total) }
      return stream.edge == .ended ? .skip(bytes.count) : .needMore(total)
    }
    if let count = Self.lineCount(bytes, stream) { return .frame(count) }
    if bytes.count >= Self.longestRecord { return .skip(Self.distanceToStart(bytes)) }
    // A line break that may have two bytes.
    if bytes[bytes.count - 1] == Self.carriageReturn { return .waitForPause }
    return .needMore(bytes.count + 1)
  }

  private static func nextWithHeader(
    _ bytes: Span<UInt8>, _ stream: StreamState
  ) -> FrameStep {
    if bytes.count <= PT502Header.count {
      let canBe = bytes.count < 2 || bytes[1] == 0xFB
      if canBe, stream.edge != .ended { return .needMore(PT502Header.shortest) }
      return .skip(distanceToStart(bytes))
    }
    guard let header = PT502Header(bytes), header.total <= longestFrame else {
      return .skip(distanceToStart(bytes))
    }
    if bytes.count < header.total {
      return stream.edge == .ended ? .skip(distanceToStart(bytes)) : .needMore(header.total)
    }
    // A checksum that does not hold is marked, if the content ends as it must.
    let last = bytes[header.total - 1]
    guard header.checksumHolds(bytes) || last == carriageReturn || last == lineFeed else {
      return .skip(distanceToStart(bytes))
    }
    return .frame(header.total)
  }

  /// How many bytes a line takes with its line break, which may be CR, LF, CR LF or CR CR; nil if
  /// it is not whole. A datagram may end without one.
  private static func lineCount(_ bytes: Span<UInt8>, _ stream: StreamState) -> Int? {
    var index = 0
    while index < bytes.count, index < longestRecord, bytes[index] != carriageReturn,
      bytes[index] != lineFeed
    { index += 1 }
    guard index < bytes.count else { return stream.transport == .udp ? index : nil }
    guard index < longestRecord else { return nil }
    if bytes[index] == lineFeed { return index + 1 }
    guard index + 1 < bytes.count else { return stream.edge == .open ? nil : index + 1 }
    return bytes[index + 1] == carriageReturn || bytes[index + 1] == lineFeed
      ? index + 2 : index + 1
  }

  /// How many bytes a part of a picture takes whose opening has so many.
  private static func pictureTotal(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    guard start > 5, start <= bytes.count else { return bytes.count &+ 1 }
    let sizes = bytes.extracting(4..<start &- 1)
    let comma = sizes.firstIndex(of: UInt8(ascii: ",")) ?? 0
    return start &+ (TextNumber.digits(sizes.extracting(droppingFirst: comma &+ 1)) ?? 0)
  }

  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count {
      let isHeader =
        bytes[index] == 0xBF && (index + 1 == bytes.count || bytes[index + 1] == 0xFB)
      if bytes[index] == dollar || isHeader { return index }
      index += 1
    }
    return bytes.count
  }
}
