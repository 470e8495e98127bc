import Telemetry
import Wire

extension Suntech {
  /// How a line begins whose header holds the model, behind the three letters of the kind.
  private static let model = OpeningForm(parts: [
    .literal("S"), .oneOf("AT"), .digits(3...3),
  ])
  private static let identifier = OpeningForm(parts: [.literal(";"), .digits(4...15)])
  private static let answered = OpeningForm(parts: [.literal(";Res;"), .digits(4...15)])
  /// Behind the identifier of a report: the mask.
  private static let mask = OpeningForm(parts: [.literal(";"), .hexadecimal(6...8), .literal(";")])
  private static let newIdentifier = OpeningForm(parts: [.literal(";"), .digits(9...10)])

  /// The headers of the newer form.
  private static let reports = ["STT", "ALT", "UEX"]
  private static let others = ["BLE", "RES", "BSA", "CRR", "ALV", "TRV", "EMG", "EVT"]
  private static let ninthMessages = ["Location", "Emergency", "Alert"]

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    guard bytes.count > 0 else { return .more(1) }
    switch bytes[0] {
    case SuntechPacked.start, SuntechPacked.maskedStarts: return recognisePacked(bytes)
    case UInt8(ascii: "-"): return recogniseError(bytes)
    default: break
    }
    switch opening(bytes) {
    case .no(let offset): return .no(at: offset, expected: "a header of Suntech and an identifier")
    case .more: return .more(bytes.count + 1)
    case .whole: break
    }
    guard case .count(let count) = lineEnd(bytes, stream) else {
      if stream.edge == .ended { return judge(bytes, [.sync, .keyword]) }
      return bytes.count < longestFrame
        ? .more(bytes.count + 1) : .no(at: longestFrame, expected: "a carriage return")
    }
    return judge(bytes.extracting(0..<count), [.sync, .keyword, .terminator])
  }

  /// The opening and the end are right; the fields must be too.
  private static func judge(_ line: Span<UInt8>, _ proofs: Proofs) -> Recognition {
    guard canDecode(line) else {
      return .no(at: 8, expected: "fields of a message")
    }
    return .yes(proofs.union(.grammar), frame: line.count)
  }

  /// Compares the header and what stands behind it.
  private static func opening(_ bytes: Span<UInt8>) -> OpeningForm.Match {
    if bytes.count > 2, bytes[0] == UInt8(ascii: "S"), TextNumber.digit(bytes[2]) != nil {
      return modelOpening(bytes)
    }
    for word in reports + others {
      switch OpeningForm.compare(bytes, word) {
      case .no: continue
      case .more: return .more
      case .whole(let count):
        let rest = bytes.extracting(droppingFirst: count)
        let isReport = reports.contains(word)
        return newIdentifier.match(rest).then(rest) { rest in
          guard isReport else { return closed(rest) }
          return mask.match(rest)
        }.moved(by: count)
      }
    }
    if bytes.count < 3, bytes[0] == UInt8(ascii: "S") {
      return bytes.count < 2 ? .more : model.match(bytes)
    }
    return .no(at: min(bytes.count, 3) - 1)
  }

  /// `ST300STT;<identifier>`, `ST300CMD;Res;<identifier>`, `ST910;Location;<identifier>`.
  private static func modelOpening(_ bytes: Span<UInt8>) -> OpeningForm.Match {
    model.match(bytes).then(bytes) { rest in
      guard rest.count > 0 else { return .more }
      guard rest[0] != semicolon else { return ninthOpening(rest) }
      return OpeningForm(parts: [.capitals(3)]).match(rest).then(rest) { rest in
        guard rest.count > 1, rest[1] == UInt8(ascii: "R") else {
          return identifier.match(rest).then(rest, closed)
        }
        return answered.match(rest).then(rest, closed)
      }
    }
  }

  private static func ninthOpening(_ rest: Span<UInt8>) -> OpeningForm.Match {
    for word in ninthMessages {
      switch OpeningForm.compare(rest.extracting(droppingFirst: 1), word) {
      case .no: continue
      case .more: return .more
      case .whole(let count):
        let behind = rest.extracting(droppingFirst: 1 + count)
        return identifier.match(behind).then(behind, closed).moved(by: 1 + count)
      }
    }
    return .no(at: 1)
  }

  /// What must stand behind an identifier.
  private static func closed(_ rest: Span<UInt8>) -> OpeningForm.Match {
    guard rest.count > 0 else { return .more }
    return rest[0] == semicolon || rest[0] == carriageReturn ? .whole(1) : .no(at: 0)
  }

  // MARK: Others

  private static func recogniseError(_ bytes: Span<UInt8>) -> Recognition {
    switch OpeningForm.compare(bytes, "-Error\r") {
    case .no(let offset): .no(at: offset, expected: "'-Error' and a carriage return")
    case .more: .more(bytes.count + 1)
    case .whole(let count): .yes([.sync, .terminator, .keyword, .grammar], frame: count)
    }
  }

  /// Where the identifier stands in the compact forms, and the month in the older one.
  private static let (packedIdentifier, maskedIdentifier, packedMonth) = (4..<9, 3..<8, 13)
  /// The last byte of the mask and its bits of date and time.
  private static let (maskEnd, maskedTime): (Int, UInt8) = (10, 0x30)

  private static func recognisePacked(_ bytes: Span<UInt8>) -> Recognition {
    let isMasked = bytes[0] != SuntechPacked.start
    for index in isMasked ? maskedIdentifier : packedIdentifier
    where index < bytes.count && PackedDecimal.number(bytes[index]) == nil {
      return .no(at: index, expected: "an identifier of packed digits")
    }
    if !isMasked, bytes.count > packedMonth, !(1...12).contains(bytes[packedMonth]) {
      return .no(at: packedMonth, expected: "a month")
    }
    if isMasked, bytes.count > maskEnd, bytes[maskEnd] & maskedTime != maskedTime {
      return .no(at: maskEnd, expected: "a mask with date and time")
    }
    switch SuntechPackedStart.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(max(count, bytes.count + 1))
    case .total(let total):
      guard canDecode(bytes.extracting(0..<total)) else {
        return .no(at: isMasked ? 8 : 9, expected: "fields of a message")
      }
      return .yes(
        isMasked ? [.sync, .length, .grammar] : [.sync, .length, .terminator, .grammar],
        frame: total)
    }
  }
}
