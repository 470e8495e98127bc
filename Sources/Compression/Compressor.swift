internal import CZstd

/// Makes bytes smaller, with zstd.
///
/// It keeps its working memory from call to call and belongs to one thread at a time.
public final class Compressor {
  // Freed only in deinit, so it is valid for as long as anybody can use it.
  private let context: OpaquePointer
  private let level: Int32

  /// - Parameter level: 1 is fast, 19 is small; 3 is the usual one. Beyond that it is clamped.
  public init(level: Int = 3) throws(CompressionError) {
    guard let context = ZSTD_createCCtx() else {
      throw CompressionError("There is not enough memory to compress.")
    }
    self.context = context
    self.level = Int32(min(max(level, 1), 19))
  }

  deinit { ZSTD_freeCCtx(context) }

  /// One frame that holds the bytes and says how many they are.
  public func compress(_ bytes: [UInt8]) throws(CompressionError) -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    var code = 0
    // Both buffers are used only during the call, with their true lengths, and what the call
    // reports as written is what the array takes as initialised.
    let frame = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      bytes.withUnsafeBufferPointer { input in
        code = ZSTD_compressCCtx(
          context, output.baseAddress, output.count, input.baseAddress, input.count, level)
      }
      count = ZSTD_isError(code) == 0 ? code : 0
    }
    guard ZSTD_isError(code) == 0 else {
      throw CompressionError("zstd cannot compress: \(String(cString: ZSTD_getErrorName(code)))")
    }
    return frame
  }
}
