public import Telemetry
public import Wire

/// One frame as a decoder read it: every byte with its name, and what came of it.
public struct ExplainedFrame: Sendable {
  /// Where the frame starts in all bytes that were given.
  public let offset: Int
  /// Its bytes as they came.
  public let wire: [UInt8]
  /// Its bytes without the protocol's escapes; fields are ranges of these.
  public let bytes: [UInt8]
  /// The fields in the order in which they were read.
  public let fields: [FieldMark]
  /// The ranges that no field claims.
  public let unclaimed: [Range<Int>]
  /// What the frame gave; nothing if it was refused.
  public let reports: Reports
  /// Why it was refused.
  public let error: DecodeError?

  /// The fields that people are shown, from the first byte to the last; those of one place, such as
  /// the bits of a number, in the order of reading.
  var shownFields: [FieldMark] {
    fields.filter { $0.reading != .separator }.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }
}

/// A run of bytes that belongs to no frame.
public struct SkippedBytes: Sendable, Hashable {
  /// Where it starts in all bytes that were given.
  public let offset: Int
  /// The bytes.
  public internal(set) var bytes: [UInt8]
}
