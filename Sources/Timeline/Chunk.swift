internal import Compression
internal import Telemetry

/// What is known of a chunk without reading it.
struct ChunkFacts: Sendable, Hashable {
  let id: Int64
  let identity: DeviceIdentity
  /// Whether it holds positions whose time cannot be right.
  let isApart: Bool
  /// The span of time that it belongs to, see ``ChunkSpan``.
  let span: Int64
  /// The binary logarithm of how many positions were sorted together when it was made.
  let tier: Int
  let first: RunPlace
  let last: RunPlace
  /// The time of its first position that can give its place to others; nil if there is none.
  let firstFix: Int64?
  let lowestIdentifier: Int64
  let highestIdentifier: Int64
  let count: Int

  func overlaps(_ other: ClosedRange<RunPlace>) -> Bool {
    first <= other.upperBound && last >= other.lowerBound
  }

  /// The facts of a part of a run.
  init(
    id: Int64, identity: DeviceIdentity, isApart: Bool, span: Int64, tier: Int, run: Run,
    range: Range<Int>
  ) {
    let entries = run.entries[range]
    self.init(
      id: id, identity: identity, isApart: isApart, span: span, tier: tier,
      first: run.entries[range.lowerBound].place, last: run.entries[range.upperBound - 1].place,
      firstFix: entries.first { $0.hasFix }?.time,
      lowestIdentifier: entries.reduce(.max) { min($0, $1.id) },
      highestIdentifier: entries.reduce(.min) { max($0, $1.id) }, count: range.count)
  }

  init(
    id: Int64, identity: DeviceIdentity, isApart: Bool, span: Int64, tier: Int, first: RunPlace,
    last: RunPlace, firstFix: Int64?, lowestIdentifier: Int64, highestIdentifier: Int64, count: Int
  ) {
    self.id = id
    self.identity = identity
    self.isApart = isApart
    self.span = span
    self.tier = tier
    self.first = first
    self.last = last
    self.firstFix = firstFix
    self.lowestIdentifier = lowestIdentifier
    self.highestIdentifier = highestIdentifier
    self.count = count
  }
}

/// The spans of time that chunks belong to.
///
/// A chunk is of one day of UTC, so that a day's query, a late record, a removal and the end of
/// retention touch little else. For a device with few positions a day that would make chunks of
/// so few positions that what each chunk costs would be more than what it holds: days with fewer
/// than ``PackedSettings/busyDay`` positions share the chunks of their month. Such a chunk has few
/// positions however long its span is, so a query that needs one day of it reads little in vain.
enum ChunkSpan {
  /// The longest span in milliseconds: a month of 31 days.
  static let longest: Int64 = 31 * day
  /// The span of all positions whose time cannot be right.
  static let apart: Int64 = -1

  private static let day: Int64 = 86_400_000

  /// The number of the day of a time; days are odd numbers.
  static func day(of time: Int64) -> Int64 {
    let number = time >= 0 ? time / day : (time - day + 1) / day
    return number * 2 + 1
  }

  /// The number of the month of a time; months are even numbers.
  static func month(of time: Int64) -> Int64 {
    let civil = CivilTime(Timestamp(milliseconds: time))
    return Int64(civil.year * 12 + civil.month) * 2
  }

  /// The month that a span lies in; the span itself for that of implausible times.
  static func month(ofSpan span: Int64) -> Int64 { isDay(span) ? month(of: span / 2 * day) : span }

  /// The first and the last millisecond of a month.
  static func times(ofMonth month: Int64) -> ClosedRange<Int64> {
    func start(_ number: Int) -> Int64 {
      CivilTime(year: (number - 1) / 12, month: (number - 1) % 12 + 1, day: 1)
        .timestamp.milliseconds
    }
    let number = Int(month / 2)
    return start(number)...start(number + 1) - 1
  }

  /// The months that the positions of a run lie in.
  static func months(of run: Run) -> Set<Int64> {
    var months: Set<Int64> = []
    var known: ClosedRange<Int64>?
    for entry in run.entries where known.map({ !$0.contains(entry.time) }) ?? true {
      let month = month(of: entry.time)
      months.insert(month)
      known = times(ofMonth: month)
    }
    return months
  }

  static func isDay(_ span: Int64) -> Bool { span > 0 && span % 2 == 1 }
}

/// Makes the stored form of chunks, and reads it.
///
/// It keeps its working memory and belongs to one thread at a time.
final class ChunkCodec {
  /// The most bytes that a chunk may have before compression.
  private static let mostBytes = 256 << 20

  private let compressor: Compressor
  private let decompressor: Decompressor
  private var encoder = ChunkEncoder()

  init(level: Int) throws(TimelineError) {
    do throws(CompressionError) {
      compressor = try Compressor(level: level)
      decompressor = try Decompressor()
    } catch {
      throw TimelineError(error.description)
    }
  }

  /// A chunk: the checksum and the compressed columns.
  func encode(
    _ run: Run, _ range: Range<Int>, _ facts: ChunkFacts
  ) throws(TimelineError) -> [UInt8] {
    let payload = try encoder.encode(run, range)
    let frame: [UInt8]
    do throws(CompressionError) {
      frame = try compressor.compress(payload)
    } catch {
      throw TimelineError(error.description)
    }
    var chunk: [UInt8] = []
    chunk.reserveCapacity(frame.count + 8)
    let checksum = Self.checksum(frame.span, facts)
    for shift in 0..<8 {
      chunk.append(UInt8(truncatingIfNeeded: checksum >> UInt64(shift * 8)))
    }
    chunk.append(contentsOf: frame)
    return chunk
  }

  /// The positions of a chunk; nil if it is damaged.
  func decode(_ chunk: Span<UInt8>, _ facts: ChunkFacts) -> Run? {
    guard chunk.count > 8 else { return nil }
    var stored: UInt64 = 0
    for index in 0..<8 { stored |= UInt64(chunk[index]) << UInt64(index * 8) }
    let frame = chunk.extracting(8..<chunk.count)
    guard Self.checksum(frame, facts) == stored,
      let payload = try? decompressor.decompress(frame, most: Self.mostBytes),
      let run = ChunkDecoder.run(payload.span), run.count == facts.count
    else { return nil }
    return run
  }

  /// The stored form of a single position.
  func row(_ run: Run) throws(TimelineError) -> [UInt8] {
    try encoder.encode(run, 0..<run.count)
  }

  /// Makes other bytes smaller.
  func compress(_ bytes: [UInt8]) throws(TimelineError) -> [UInt8] {
    do throws(CompressionError) {
      return try compressor.compress(bytes)
    } catch {
      throw TimelineError(error.description)
    }
  }

  /// What ``compress(_:)`` was given; nil if this is something else.
  func decompress(_ frame: Span<UInt8>) -> [UInt8]? {
    try? decompressor.decompress(frame, most: Self.mostBytes)
  }

  /// A hash in which no change of a single word, and so no flipped bit, can go unseen, because
  /// every step can be undone.
  private static func checksum(_ frame: Span<UInt8>, _ facts: ChunkFacts) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    let numbers: [Int64] = [
      facts.identity.rawValue, facts.isApart ? 1 : 0, facts.span, Int64(facts.tier),
      facts.first.time, facts.first.key, facts.last.time, facts.last.key,
      facts.firstFix ?? Int64.min,
      facts.lowestIdentifier, facts.highestIdentifier, Int64(facts.count), Int64(frame.count),
    ]
    for number in numbers { mix(UInt64(bitPattern: number)) }
    var index = 0
    while index < frame.count {
      var word: UInt64 = 0
      for offset in 0..<min(8, frame.count - index) {
        word |= UInt64(frame[index + offset]) << UInt64(offset * 8)
      }
      mix(word)
      index += 8
    }
    return hash
  }
}
