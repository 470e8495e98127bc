import Compression
import TestKit
import Testing

@Suite struct GzipStreamTests {
  @Test(arguments: [0, 1, 1_000, 300_000])
  func bytesComeBack(count: Int) throws {
    var generator = SeededGenerator(7)
    let bytes = (0..<count).map { _ in UInt8.random(in: 0..<32, using: &generator) }
    let whole = try GzipStream.compress(bytes, level: 6)
    #expect(try Gunzip.unpack(whole) == bytes)
    let stream = try GzipStream(level: 1)
    var packed: [UInt8] = []
    for start in stride(from: 0, to: count, by: 777) {
      packed += try stream.compress(Array(bytes[start..<min(start + 777, count)]), isLast: false)
    }
    packed += try stream.compress([], isLast: true)
    #expect(try Gunzip.unpack(packed) == bytes)
    #expect(count < 1_000 || packed.count < count)
  }

  @Test func anEndedStreamSaysSo() throws {
    let stream = try GzipStream(level: 1)
    _ = try stream.compress([1, 2, 3], isLast: true)
    #expect(throws: CompressionError.self) { try stream.compress([4], isLast: false) }
  }
}
