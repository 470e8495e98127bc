internal import Compression
internal import Telemetry

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
