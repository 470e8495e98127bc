/// One field of a frame as the decoder read it.
public struct FieldMark: Sendable, Hashable {
  /// How the bytes were read.
  public enum Reading: Sendable, Hashable {
    /// A whole number without sign.
    case unsigned(UInt64)
    /// A whole number.
    case signed(Int64)
    /// A number, after scaling.
    case number(Double)
    /// ASCII or UTF-8 text.
    case text
    /// Decimal digits, two in a byte.
    case digits
    /// Bytes without a reading.
    case bytes
    /// A checksum and whether it holds.
    case checksum(holds: Bool)
    /// A delimiter between fields of a text.
    case separator
  }

  /// The name that the decoder gave it.
  public let name: String
  /// Where it stands in the frame.
  public let range: Range<Int>
  /// Which bits of the field, lowest is 0; nil for all of it.
  public let bits: Range<Int>?
  /// How it was read.
  public let reading: Reading
  /// What it means, in words, if the decoder said so.
  public var meaning: String?
}

/// Collects what a decoder reads, for an explanation of every byte.
///
/// In production nobody attaches one, and a read then costs a test for nil.
public final class FieldTrace {
  /// The most fields that are kept; a frame that has more is explained up to there.
  public static let mostMarks = 16_384

  /// The fields in the order in which they were read.
  public private(set) var marks: [FieldMark] = []

  /// Nothing read yet.
  public init() {}

  // Not inlined, so that a read is short for those who do not listen.
  @inline(never)
  func mark(
    _ name: String, _ range: Range<Int>, _ reading: FieldMark.Reading, bits: Range<Int>? = nil
  ) {
    guard marks.count < Self.mostMarks else { return }
    marks.append(
      FieldMark(name: name, range: range, bits: bits, reading: reading, meaning: nil))
  }

  func explain(_ meaning: String) {
    guard !marks.isEmpty else { return }
    marks[marks.count - 1].meaning = meaning
  }

  var lastRange: Range<Int>? { marks.last { $0.bits == nil }?.range }

  /// The ranges of a frame that no field claims, in order.
  public func unclaimed(in count: Int) -> [Range<Int>] {
    var claimed = [Bool](repeating: false, count: count)
    for mark in marks {
      for index in mark.range.clamped(to: 0..<count) { claimed[index] = true }
    }
    var gaps: [Range<Int>] = []
    var start: Int?
    for index in 0...count {
      if index < count && !claimed[index] {
        if start == nil { start = index }
      } else if let from = start {
        gaps.append(from..<index)
        start = nil
      }
    }
    return gaps
  }
}
