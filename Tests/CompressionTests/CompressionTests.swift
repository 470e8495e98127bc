import Compression
import Testing

@Suite struct CompressionTests {
  @Test(arguments: [0, 1, 100, 100_000])
  func bytesComeBack(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8($0 / 7 % 11) }
    let compressor = try Compressor()
    let decompressor = try Decompressor()
    for _ in 0..<2 {
      let frame = try compressor.compress(bytes)
      #expect(count < 1_000 || frame.count < count / 10)
      #expect(try decompressor.decompress(frame.span, most: count) == bytes)
    }
  }

  @Test func whatClaimsTooMuchOrIsNoFrameIsRefused() throws {
    let frame = try Compressor().compress([UInt8](repeating: 7, count: 1_000))
    let decompressor = try Decompressor()
    #expect(throws: CompressionError.self) { try decompressor.decompress(frame.span, most: 999) }
    let half = Array(frame.dropLast(3))
    #expect(throws: CompressionError.self) { try decompressor.decompress(half.span, most: 9_999) }
    let noise: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8]
    #expect(throws: CompressionError.self) { try decompressor.decompress(noise.span, most: 9_999) }
    let nothing: [UInt8] = []
    #expect(throws: CompressionError.self) {
      try decompressor.decompress(nothing.span, most: 9_999)
    }
    // It is as good as new after that.
    #expect(try decompressor.decompress(frame.span, most: 1_000).count == 1_000)
  }
}
