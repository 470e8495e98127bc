/// By which zone a device's clock goes: how far ahead of UTC it is, and when that changes.
///
/// It is made once, when an operator's setting is read, so that a decoder that asks for a moment
/// opens no file and allocates nothing.
public struct ClockZone: Sendable, Hashable {
  /// A change of the offset.
  struct Change: Sendable, Hashable {
    /// The moment from which on it holds, in milliseconds since 1970 UTC.
    let at: Int64
    /// How far the clock is ahead of UTC then, in milliseconds.
    let offset: Int64
  }

  /// The offset before the first change, in milliseconds.
  let first: Int64
  /// All later offsets, in the order of time.
  let changes: [Change]

  /// UTC itself.
  public static var utc: ClockZone { ClockZone(milliseconds: 0) }

  /// A clock that is always so many milliseconds ahead of UTC.
  public init(milliseconds: Int64) { self.init(first: milliseconds, changes: []) }

  init(first: Int64, changes: [Change]) {
    self.first = first
    self.changes = changes
  }

  /// A clock by an offset as an operator writes it: `UTC`, `Z`, `+02:00`, `GMT-3`, `UTC+5:30`; nil
  /// if the text is none of these forms, such as the name of a region.
  public init?(offset text: String) {
    var rest = Array(text.utf8)[...]
    for prefix in ["UTC", "GMT"] where text.hasPrefix(prefix) { rest = rest.dropFirst(3) }
    guard let sign = rest.popFirst() else {
      if text.isEmpty { return nil }
      self = .utc
      return
    }
    if rest.isEmpty, sign == UInt8(ascii: "Z") {
      self = .utc
      return
    }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let numbers = parts.map { Int64(String(decoding: $0, as: UTF8.self)) ?? -1 }
    guard let hours = numbers.first, (0...14).contains(hours), numbers.count <= 2 else {
      return nil
    }
    let minutes = numbers.count == 2 ? numbers[1] : 0
    guard (0...59).contains(minutes) else { return nil }
    let total = (hours * 60 + minutes) * 60_000
    self.init(milliseconds: sign == UInt8(ascii: "-") ? -total : total)
  }

  /// How far the clock is ahead of UTC at all times, in milliseconds; nil if that changes.
  public var constantOffset: Int64? { changes.isEmpty ? first : nil }

  /// How far the clock is ahead of UTC at a moment, in milliseconds.
  public func offset(at time: Timestamp) -> Int64 {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].at <= time.milliseconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : changes[low - 1].offset
  }

  /// The moment at which the clock shows what would be this moment in UTC.
  ///
  /// Of the hour that comes twice when summer time ends the first is taken, and a time in the hour
  /// that is left out when it begins counts on from before it. The moment of receipt would often
  /// tell better, but then a copy that comes later would have another time than its original.
  public func moment(shown local: Timestamp) -> Timestamp {
    guard !changes.isEmpty else { return local.advanced(byMilliseconds: 0 &- first) }
    let before = offset(at: local.advanced(byMilliseconds: -Self.day))
    let after = offset(at: local.advanced(byMilliseconds: Self.day))
    let early = local.advanced(byMilliseconds: 0 &- before)
    if offset(at: early) == before { return early }
    let late = local.advanced(byMilliseconds: 0 &- after)
    return offset(at: late) == after ? late : early
  }

  private static let day: Int64 = 86_400_000
}
