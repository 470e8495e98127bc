extension ClockZone {
  /// The zone that a compiled file of the system's zone database describes (RFC 9636, versions 2
  /// and later), with the changes that its closing rule foretells until 2099.
  ///
  /// - Returns: nil if the bytes are no such file.
  public init?(zoneFile bytes: [UInt8]) {
    guard let old = ZoneFileHead(bytes, at: 0), old.version >= UInt8(ascii: "2"),
      let head = ZoneFileHead(bytes, at: old.end(timeBytes: 4)),
      head.end(timeBytes: 8) < bytes.count,
      head.types > 0
    else { return nil }
    let indices = head.start + head.times * 8
    let types = indices + head.times
    func offset(_ type: Int) -> Int64? {
      guard type < head.types else { return nil }
      let seconds = bytes.bigEndian(at: types + type * 6, count: 4)
      return seconds.map { Int64(Int32(truncatingIfNeeded: $0)) * 1_000 }
    }
    var changes: [Change] = []
    for index in 0..<head.times {
      guard let seconds = bytes.bigEndian(at: head.start + index * 8, count: 8),
        let offset = offset(Int(bytes[indices + index]))
      else { return nil }
      changes.append(Change(at: Timestamp(seconds: seconds).milliseconds, offset: offset))
    }
    guard let first = offset(0), zip(changes, changes.dropFirst()).allSatisfy({ $0.at < $1.at })
    else { return nil }
    let footer = bytes[head.end(timeBytes: 8)...].split(separator: 10).first ?? []
    if let rule = ClockRule(String(decoding: footer, as: UTF8.self)) {
      let last = changes.last?.at ?? .min
      changes += rule.changes(inYears: 1970...2099).filter { $0.at > last }
    }
    self.init(first: first, changes: changes)
  }
}

/// The head of one of the two blocks of a zone file.
private struct ZoneFileHead {
  private static let length = 44
  /// More of anything is in no zone's file; it bounds what a broken one can ask for.
  private static let most: Int64 = 10_000

  let version: UInt8
  /// Where the times of change begin.
  let start: Int
  let times: Int
  let types: Int
  /// What follows the types but for the leap seconds.
  private let rest: Int
  private let leaps: Int

  init?(_ bytes: [UInt8], at offset: Int) {
    guard bytes.count >= offset + Self.length,
      bytes[offset..<offset + 4].elementsEqual("TZif".utf8)
    else { return nil }
    var counts: [Int] = []
    for index in 0..<6 {
      guard let count = bytes.bigEndian(at: offset + 20 + index * 4, count: 4), count <= Self.most
      else { return nil }
      counts.append(Int(count))
    }
    version = bytes[offset + 4]
    start = offset + Self.length
    times = counts[3]
    types = counts[4]
    leaps = counts[2]
    rest = counts[0] + counts[1] + counts[5]
  }

  /// Where the block ends.
  func end(timeBytes: Int) -> Int {
    start + times * (timeBytes + 1) + types * 6 + rest + leaps * (timeBytes + 4)
  }
}

extension [UInt8] {
  /// A number of up to eight bytes, the high one first; nil beyond the end.
  fileprivate func bigEndian(at offset: Int, count: Int) -> Int64? {
    guard offset >= 0, offset + count <= self.count else { return nil }
    var value: UInt64 = 0
    for byte in self[offset..<offset + count] { value = value << 8 | UInt64(byte) }
    return Int64(bitPattern: value)
  }
}
