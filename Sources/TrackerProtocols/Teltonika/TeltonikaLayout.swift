import Wire

/// How the records of codecs 8, 8 Extended and 16 are laid out.
struct TeltonikaLayout: Sendable {
  /// How many bytes the number of an element has.
  let numberBytes: Int
  /// How many bytes the count of a group has.
  let countBytes: Int
  /// Whether a byte says what made the record.
  var hasCause = false
  /// Whether a group of elements of any length follows the others.
  var hasVariable = false
  /// How many groups there are whose elements have 1, 2, 4, 8 and 16 bytes.
  var groups = 4

  /// The layout of a codec; nil if it has no such records.
  init?(_ codec: TeltonikaCodec) {
    switch codec {
    case .eight: (numberBytes, countBytes) = (1, 1)
    case .eightExtended:
      (numberBytes, countBytes) = (2, 2)
      hasVariable = true
    case .sixteen:
      (numberBytes, countBytes) = (2, 1)
      hasCause = true
    default: return nil
    }
  }

  /// How many bytes the number of the event has.
  var eventBytes: Int { numberBytes }

  /// How many bytes are in front of the groups: time, priority, place, event, cause, total.
  private var headBytes: Int { 24 + eventBytes + (hasCause ? 1 : 0) + countBytes }

  /// The layout that makes so many records end where the count is repeated, so many bytes before
  /// the end. Some firmware has a group of elements of 16 bytes, which nothing else tells.
  func fitted(
    _ count: UInt8, _ bytes: Span<UInt8>, behind: ClosedRange<Int>
  ) -> TeltonikaLayout? {
    if fits(count, bytes, behind) { return self }
    var extended = self
    extended.groups = 5
    return extended.fits(count, bytes, behind) ? extended : nil
  }

  private func fits(_ count: UInt8, _ bytes: Span<UInt8>, _ behind: ClosedRange<Int>) -> Bool {
    guard let end = end(count, bytes), end < bytes.count else { return false }
    return bytes[end] == count && behind.contains(bytes.count - end)
  }

  /// Where so many records end; nil if the bytes end inside them.
  private func end(_ count: UInt8, _ bytes: Span<UInt8>) -> Int? {
    var offset = 0
    var left = count
    while left > 0 {
      left -= 1
      offset += headBytes
      for group in 0..<groups {
        guard let elements = number(offset, countBytes, bytes) else { return nil }
        offset += countBytes + elements * (numberBytes + 1 << group)
      }
      if hasVariable {
        guard let elements = number(offset, countBytes, bytes) else { return nil }
        offset += countBytes
        for _ in 0..<elements {
          guard let length = number(offset + numberBytes, 2, bytes) else { return nil }
          offset += numberBytes + 2 + length
        }
      }
    }
    return offset <= bytes.count ? offset : nil
  }

  private func number(_ offset: Int, _ width: Int, _ bytes: Span<UInt8>) -> Int? {
    guard offset + width <= bytes.count else { return nil }
    return Int(truncatingIfNeeded: bytes.number(at: offset, bytes: width))
  }
}
