import Telemetry
import Wire

extension Ruptela {
  /// The high byte of the length of the longest packet.
  static let highestFirstByte: UInt8 = 0x0F
  /// An IMEI has 15 digits.
  private static let largestIdentifier: UInt64 = 999_999_999_999_999
  /// How far the end of a text is looked for whose length is wrong.
  private static let longestText = 1_100

  /// How a packet begins.
  private enum Head {
    case no(at: Int, expected: String)
    case more(Int)
    /// The whole length by the length field.
    case total(Int, Kind?)
  }

  private static func head(_ bytes: Span<UInt8>) -> Head {
    guard bytes.count > 1 else {
      return bytes.count > 0 && bytes[0] > highestFirstByte
        ? .no(at: 0, expected: "a length up to 4092") : .more(2)
    }
    let total = Int(bytes.bigEndian16(at: 0)) + 4
    guard total >= headCount + 2, total <= longestFrame else {
      return .no(at: 0, expected: "a length from 9 to 4092")
    }
    if bytes.count > 2, bytes[2] != 0 { return .no(at: 2, expected: "00 of an IMEI") }
    if bytes.count > 3, bytes[3] > 3 { return .no(at: 3, expected: "an IMEI of 15 digits") }
    guard bytes.count >= headCount else { return .more(headCount) }
    let identifier = bytes.number(at: 2, bytes: 8)
    guard identifier > 0, identifier <= largestIdentifier else {
      return .no(at: 2, expected: "an IMEI of 15 digits")
    }
    return .total(total, Kind(rawValue: bytes[10]))
  }

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    switch head(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .total(let total, let kind):
      if bytes.count >= total, checksumHolds(bytes, total) {
        return .yes([.length, .checksum, .grammar], frame: total)
      }
      if kind?.isText == true {
        if let end = searchedTotal(bytes) { return .yes([.checksum, .grammar], frame: end) }
        if bytes.count >= total, bytes.count < longestText, stream.edge == .open {
          return .more(bytes.count + 1)
        }
      }
      guard bytes.count >= total else { return .more(total) }
      // An IMEI whose last digit is right stands for a checksum that is not.
      guard kind != nil, hasCheckDigit(bytes), stream.transport == .tcp || total == bytes.count
      else {
        return .no(at: total - 2, expected: "a checksum that holds")
      }
      return .yes([.length, .grammar], frame: total)
    }
  }

  private static func checksumHolds(_ bytes: Span<UInt8>, _ total: Int) -> Bool {
    Checksum.kermit(bytes.extracting(2..<total - 2)) == bytes.bigEndian16(at: total - 2)
  }

  private static func hasCheckDigit(_ bytes: Span<UInt8>) -> Bool {
    var digits: [UInt8] = []
    let identifier = bytes.number(at: 2, bytes: 8)
    digits.append(digits: Int(truncatingIfNeeded: identifier), count: 15)
    return Luhn.checkDigit(of: digits.span.extracting(0..<14)) == Int(digits[14]) - 48
  }

  /// Where a text ends whose length is too small: behind a checksum that holds.
  private static func searchedTotal(_ bytes: Span<UInt8>) -> Int? {
    var sum = Checksum.kermit(bytes.extracting(2..<headCount))
    var index = headCount
    while index + 2 <= min(bytes.count, longestText) {
      if sum == bytes.bigEndian16(at: index) { return index + 2 }
      sum = Checksum.kermit(bytes.extracting(index..<index + 1), after: sum)
      index += 1
    }
    return nil
  }

  // MARK: Framing

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch Self.head(bytes) {
    case .no: return .skip(Self.distanceToStart(bytes))
    case .more(let count): return stream.edge == .ended ? .skip(bytes.count) : .needMore(count)
    case .total(let total, let kind):
      if bytes.count >= total, Self.checksumHolds(bytes, total) { return .frame(total) }
      if kind?.isText == true {
        if let end = Self.searchedTotal(bytes) { return .frame(end) }
        if bytes.count >= total, stream.edge == .open, bytes.count < Self.longestText {
          return .waitForPause
        }
      }
      if bytes.count >= total { return .frame(total) }
      return stream.edge == .ended ? .skip(Self.distanceToStart(bytes)) : .needMore(total)
    }
  }

  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count {
      if bytes[index] <= highestFirstByte, index + 2 >= bytes.count || bytes[index + 2] == 0 {
        return index
      }
      index += 1
    }
    return bytes.count
  }
}
