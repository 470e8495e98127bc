import Wire

/// The start of a frame: which family it is of, and how long it is.
struct CastelHeader {
  enum Result {
    case no(Int, String)
    case more(Int)
    case header(CastelHeader)
  }

  /// The families of units, whose messages differ.
  enum Family: String, Sendable {
    /// OBD units.
    case obd
    /// Trackers.
    case tracker
    /// Older trackers, without a version.
    case older

    /// Whether a version stands in front of the identifier.
    var hasVersion: Bool { self != .older }
  }

  /// Header, identifier, type, checksum, line end.
  static let shortestFrame = 30
  static let identifierCount = 20
  /// Versions of the protocol that OBD units have.
  private static let vehicleVersions: ClosedRange<UInt8> = 3...4

  let family: Family
  let version: UInt8?
  let total: Int

  static func isStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "@") || byte == UInt8(ascii: "$")
  }

  static func read(_ bytes: Span<UInt8>) -> Result {
    guard bytes.count > 0 else { return .more(shortestFrame) }
    guard isStart(bytes[0]) else { return .no(0, "'@@' or '$$'") }
    guard bytes.count > 1 else { return .more(shortestFrame) }
    guard bytes[1] == bytes[0] else { return .no(1, "'@@' or '$$'") }
    guard bytes.count > 3 else { return .more(shortestFrame) }
    let total = Int(bytes.number(at: 2, bytes: 2, .little))
    let hasVersion = bytes[0] == UInt8(ascii: "@")
    guard total >= shortestFrame + (hasVersion ? 1 : 0), total <= Castel.longestFrame else {
      return .no(2, "a length of \(shortestFrame) to \(Castel.longestFrame)")
    }
    guard bytes.count > 4 else { return .more(total) }
    if hasVersion, bytes[4] >= 0x20 { return .no(4, "a version below 32") }
    let start = hasVersion ? 5 : 4
    let seen = bytes.extracting(start..<max(start, min(bytes.count, start + identifierCount)))
    for index in seen.indices where !fits(seen, index) {
      return .no(start + index, "an identifier of printable characters, filled up with zeros")
    }
    guard bytes.count >= start + identifierCount + 2 else { return .more(total) }
    let version = hasVersion ? bytes[4] : nil
    let family: Family =
      version.map { vehicleVersions.contains($0) ? .obd : .tracker } ?? .older
    return .header(CastelHeader(family: family, version: version, total: total))
  }

  /// Whether a byte of the identifier is a character, or a zero that only zeros follow.
  private static func fits(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    if bytes[index] == 0 { return index >= 4 }
    return (0x21...0x7E).contains(bytes[index]) && (index == 0 || bytes[index - 1] != 0)
  }

  static func sumHolds(_ frame: Span<UInt8>) -> Bool {
    guard frame.count >= shortestFrame else { return false }
    let sum = Checksum.x25(frame.extracting(0..<frame.count - 4))
    return frame.number(at: frame.count - 4, bytes: 2, .little) == UInt64(sum)
  }
}
