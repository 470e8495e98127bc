internal import CZlib

/// Makes bytes smaller as they come, in the form gzip (RFC 1952) that every browser reads.
///
/// It keeps some 256 KiB of working memory and belongs to one thread at a time.
public final class GzipStream {
  // The library keeps its address, so it must not move. Freed only in deinit.
  private let stream: UnsafeMutablePointer<z_stream>
  /// The output of one turn of the library.
  private static let turnBytes = 65_536

  /// - Parameter level: 1 is fast, 9 is small; beyond that it is clamped.
  public init(level: Int) throws(CompressionError) {
    stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard czlib_start_gzip(stream, Int32(min(max(level, 1), 9))) == Z_OK else {
      throw CompressionError("There is not enough memory to compress.")
    }
  }

  deinit {
    // Says nothing of use about a stream that was not finished.
    _ = deflateEnd(stream)
    stream.deallocate()
  }

  /// Takes bytes and returns what can be sent of them: perhaps nothing yet.
  ///
  /// - Parameter isLast: whether nothing follows; all that is left is returned then.
  public func compress(_ bytes: [UInt8], isLast: Bool) throws(CompressionError) -> [UInt8] {
    var output: [UInt8] = []
    var code = Z_OK
    bytes.withUnsafeBufferPointer { input in
      // The library reads within the call only, and never writes to its input.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(truncatingIfNeeded: input.count)
      repeat {
        code = turn(isLast ? Z_FINISH : Z_NO_FLUSH, &output)
      } while code == Z_OK && stream.pointee.avail_out == 0
      stream.pointee.next_in = nil
    }
    // Nothing to do is no fault: the library waits for more.
    guard code == (isLast ? Z_STREAM_END : Z_OK) || (!isLast && code == Z_BUF_ERROR) else {
      throw CompressionError("zlib cannot compress (\(code)).")
    }
    return output
  }

  /// Has the library fill one buffer and appends what it wrote.
  private func turn(_ flush: Int32, _ output: inout [UInt8]) -> Int32 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.turnBytes) { buffer in
      stream.pointee.next_out = buffer.baseAddress
      stream.pointee.avail_out = UInt32(Self.turnBytes)
      let code = deflate(stream, flush)
      let written = Self.turnBytes - Int(stream.pointee.avail_out)
      // The first `written` bytes are what the library has just initialised.
      output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<written]))
      stream.pointee.next_out = nil
      return code
    }
  }

  /// All of some bytes at once.
  public static func compress(_ bytes: [UInt8], level: Int) throws(CompressionError) -> [UInt8] {
    try GzipStream(level: level).compress(bytes, isLast: true)
  }
}
