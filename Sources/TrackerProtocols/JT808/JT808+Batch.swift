import Telemetry
import Wire

extension JT808 {
  /// A batch of which a part has come; what more there is comes in messages of their own.
  struct Batch: Sendable {
    /// The longest record that is put together from two parts, its length included.
    static let longestRecord = 4_096

    /// How many parts the batch has.
    let parts: UInt16
    /// The number of the part that goes on where this one ended.
    let next: UInt16
    /// Whether the records are sent late.
    let isLate: Bool
    /// The beginning of a record that goes on in the next part.
    let rest: [UInt8]
  }

  /// Message 0704: records with their lengths, sent late if the kind is not 0.
  ///
  /// A batch that is split is read part by part, as far as its records are whole. A part whose
  /// predecessor has not come cannot be read: nothing tells where a record begins in it.
  mutating func batch(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    let header = message.header
    var rest: [UInt8] = []
    let isLate: Bool
    if header.part <= 1 {
      openBatch = nil
      try frame.skip("number of records", 2)
      isLate = try frame.u8("kind of batch") > 0
    } else {
      guard let batch = openBatch, batch.parts == header.parts, batch.next == header.part else {
        frame.skipRest("part of a batch of which the part before has not come")
        return
      }
      isLate = batch.isLate
      rest = batch.rest
      try Self.finish(&rest, &frame, message, isLate: isLate, &reports)
    }
    try Self.records(&frame, message, isLate: isLate, &reports)
    guard header.part < header.parts else {
      openBatch = nil
      frame.skipRest("incomplete record")
      return
    }
    rest += Self.copy(try frame.bytes("record that goes on in the next part", frame.remaining))
    openBatch = Batch(
      parts: header.parts, next: header.part + 1, isLate: isLate,
      rest: rest.count <= Batch.longestRecord ? rest : [])
  }

  /// Completes a record that began in the part before with the bytes that follow.
  ///
  /// - Parameter rest: its beginning; afterwards empty, or longer if the record goes on still.
  private static func finish(
    _ rest: inout [UInt8], _ frame: inout FieldReader, _ message: Message, isLate: Bool,
    _ reports: inout Reports
  ) throws(DecodeError) {
    guard !rest.isEmpty else { return }
    if rest.count == 1, !frame.isAtEnd { rest.append(try frame.u8("rest of the length")) }
    guard rest.count >= 2 else { return }
    let missing = 2 + Int(rest.span.bigEndian16(at: 0)) - rest.count
    let count = min(max(missing, 0), frame.remaining)
    rest += copy(try frame.bytes("rest of a record", count))
    guard count == missing else { return }
    var record = FieldReader(rest.span.extracting(droppingFirst: 2))
    if self.record(&record, message, &reports), isLate { reports.set(.archive, true) }
    rest = []
  }

  /// Reads the records that are whole.
  private static func records(
    _ frame: inout FieldReader, _ message: Message, isLate: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    while let high = frame.peek(), let low = frame.peek(1) {
      let count = Int(high) << 8 | Int(low)
      guard frame.remaining >= 2 + count else { return }
      try frame.skip("length", 2)
      var record = try frame.part("record", count)
      if self.record(&record, message, &reports), isLate { reports.set(.archive, true) }
    }
  }

  static func copy(_ bytes: Span<UInt8>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    return copy
  }
}
