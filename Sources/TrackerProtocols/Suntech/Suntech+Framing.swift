import Telemetry
import Wire

extension Suntech {
  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard bytes.count > 0 else { return .needMore(1) }
    switch bytes[0] {
    case SuntechPacked.start, SuntechPacked.maskedStarts: return Self.nextPacked(bytes, stream)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
      return Self.nextLine(bytes, stream)
    default: return .skip(Self.distanceToStart(bytes))
    }
  }

  // MARK: Compact forms

  private static func nextPacked(_ bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch SuntechPackedStart.read(bytes) {
    case .no: return .skip(distanceToStart(bytes))
    case .more(let count):
      return stream.edge == .ended ? .skip(distanceToStart(bytes)) : .needMore(count)
    case .total(let total): return .frame(total)
    }
  }

  static func reseal(_ frame: inout [UInt8]) {
    guard frame.count >= 12, frame.count <= longestFrame else { return }
    let isMasked = SuntechPacked.maskedStarts.contains(frame[0])
    guard isMasked || frame[0] == SuntechPacked.start else { return }
    let length = frame.count - (isMasked ? 3 : 4)
    frame[1] = UInt8(truncatingIfNeeded: length >> 8)
    frame[2] = UInt8(truncatingIfNeeded: length)
  }

  // MARK: Lines

  private static func nextLine(_ bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch lineEnd(bytes, stream) {
    case .count(let count): return .frame(count)
    case .pause: return .waitForPause
    case .more(let count):
      if stream.edge == .ended { return .frame(bytes.count) }
      return count <= longestFrame ? .needMore(count) : .skip(distanceToStart(bytes))
    }
  }

  /// What can be said of the end of a line.
  enum LineEnd {
    case count(Int)
    case more(Int)
    /// It ends here if nothing follows.
    case pause
  }

  /// Where a line ends: behind the first carriage return that is no part of serial data or of a
  /// crash record.
  static func lineEnd(_ bytes: Span<UInt8>, _ stream: StreamState) -> LineEnd {
    var start = 0
    switch SuntechData.find(bytes) {
    case .none: break
    case .ends(let offset): start = offset
    case .more(let count) where stream.edge != .ended: return .more(count)
    case .more: break
    case .broken:
      // The length is wrong. A line break belongs to the data, a carriage return alone does not.
      guard let end = loneCarriageReturn(bytes) else { return .more(bytes.count + 1) }
      return end + 1 == bytes.count && stream.edge == .open ? .pause : .count(end + 1)
    }
    guard let end = bytes.firstIndex(of: carriageReturn, from: start, limit: longestFrame) else {
      return .more(bytes.count + 1)
    }
    return .count(end + 1)
  }

  private static func loneCarriageReturn(_ bytes: Span<UInt8>) -> Int? {
    var index = 0
    while let found = bytes.firstIndex(of: carriageReturn, from: index, limit: longestFrame) {
      if found + 1 >= bytes.count || bytes[found + 1] != lineFeed { return found }
      index = found + 1
    }
    return nil
  }

  /// How far it is to what may be a frame: behind a line end, or at the start of a compact one.
  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count {
      let isLineEnd = bytes[index] == carriageReturn || bytes[index] == lineFeed
      let isBehindEnd = bytes[index - 1] == carriageReturn || bytes[index - 1] == lineFeed
      if isBehindEnd, !isLineEnd { return index }
      let isStart =
        bytes[index] == SuntechPacked.start || SuntechPacked.maskedStarts.contains(bytes[index])
      if isStart, case .no = SuntechPackedStart.read(bytes.extracting(droppingFirst: index)) {
      } else if isStart {
        return index
      }
      index += 1
    }
    return bytes.count
  }
}

/// Data in a line that may hold carriage returns, and where it ends.
enum SuntechData {
  /// The line has none.
  case none
  /// It ends at this offset.
  case ends(Int)
  /// So many bytes are needed to say.
  case more(Int)
  /// Its length does not hold.
  case broken

  static func find(_ bytes: Span<UInt8>) -> SuntechData {
    if bytes.starts(with: "UEX;") {
      guard let mask = field(2, of: bytes) else { return .none }
      let bits = TextNumber.hexadecimal(bytes.extracting(mask)) ?? 0
      return serial(bytes, lengthAt: SuntechMask(bits: bits).fieldsBeforeKind)
    }
    if bytes.count > 8, bytes.extracting(5..<9).equals("UEX;") {
      let layout = SuntechLayout(header: bytes.extracting(0..<8))
      return serial(bytes, lengthAt: layout.fieldsBeforeKind)
    }
    if bytes.starts(with: "CRR;") {
      guard let length = field(4, of: bytes) else { return .none }
      guard let count = TextNumber.digits(bytes.extracting(length)),
        count < Suntech.longestFrame
      else { return .broken }
      let end = length.upperBound + 1 + count
      return bytes.count < end ? .more(end + 1) : .ends(end)
    }
    return .none
  }

  private static func serial(_ bytes: Span<UInt8>, lengthAt number: Int) -> SuntechData {
    guard let range = field(number, of: bytes) else { return .none }
    guard let length = TextNumber.digits(bytes.extracting(range)) else { return .broken }
    let data = bytes.extracting(droppingFirst: range.upperBound + 1)
    let start = range.upperBound + 1
    switch SuntechSerial.extent(data, length: length) {
    case .count(let count): return .ends(start + count)
    case .more(let count): return .more(start + count)
    case .broken: return .broken
    }
  }

  /// The range of a field, from 0, that a semicolon ends; nil if the line ends before.
  private static func field(_ number: Int, of bytes: Span<UInt8>) -> Range<Int>? {
    var start = 0
    var left = number
    var index = 0
    let limit = min(bytes.count, Suntech.longestFrame)
    while index < limit, bytes[index] != Suntech.carriageReturn {
      if bytes[index] == Suntech.semicolon {
        if left == 0 { return start..<index }
        left -= 1
        start = index + 1
      }
      index += 1
    }
    return nil
  }
}

/// The start of a message in a compact form, and its length.
enum SuntechPackedStart {
  case no(Int, String)
  case more(Int)
  case total(Int)

  static func read(_ bytes: Span<UInt8>) -> SuntechPackedStart {
    guard bytes.count > 2 else {
      if bytes.count == 2, bytes[0] != SuntechPacked.start, bytes[1] != 0 {
        return .no(1, "a length below 256")
      }
      return .more(4)
    }
    let isMasked = bytes[0] != SuntechPacked.start
    let length = Int(bytes.bigEndian16(at: 1))
    guard !isMasked || bytes[1] == 0 else { return .no(1, "a length below 256") }
    let total = length + (isMasked ? 3 : 4)
    guard length >= 8, total <= Suntech.longestFrame else { return .no(1, "a length of a message") }
    guard !isMasked, bytes.count > 3 else {
      return bytes.count < total ? .more(total) : .total(total)
    }
    guard SuntechPacked.anyKind.contains(bytes[3]) else { return .no(3, "a kind from 10 to 1F") }
    guard bytes.count >= total else { return .more(total) }
    guard bytes[total - 1] == SuntechPacked.end else { return .no(total - 1, "the end byte 03") }
    return .total(total)
  }
}
