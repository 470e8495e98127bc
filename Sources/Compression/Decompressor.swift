internal import CZstd

/// Reads what a ``Compressor`` made.
///
/// It keeps its working memory from call to call and belongs to one thread at a time.
public final class Decompressor {
  // Freed only in deinit, so it is valid for as long as anybody can use it.
  private let context: OpaquePointer

  /// A reader.
  public init() throws(CompressionError) {
    guard let context = ZSTD_createDCtx() else {
      throw CompressionError("There is not enough memory to decompress.")
    }
    self.context = context
  }

  deinit { ZSTD_freeDCtx(context) }

  /// The bytes of one frame.
  ///
  /// - Parameter most: a frame that claims to hold more bytes is refused.
  public func decompress(
    _ frame: Span<UInt8>, most: Int
  ) throws(CompressionError) -> [UInt8] {
    var code = 0
    // All buffers are used only during the calls, with their true lengths, and what the call
    // reports as written is what the array takes as initialised.
    let bytes = frame.withUnsafeBufferPointer { input -> [UInt8]? in
      // "Not known" and "no frame" are the two greatest numbers, so they are refused here too.
      let size = ZSTD_getFrameContentSize(input.baseAddress, input.count)
      guard size <= UInt64(max(most, 0)) else { return nil }
      return [UInt8](unsafeUninitializedCapacity: Int(size)) { output, count in
        code = ZSTD_decompressDCtx(
          context, output.baseAddress, output.count, input.baseAddress, input.count)
        count = ZSTD_isError(code) == 0 ? code : 0
      }
    }
    guard let bytes else {
      throw CompressionError("This is no compressed piece of at most \(most) bytes.")
    }
    guard ZSTD_isError(code) == 0 else {
      throw CompressionError("zstd cannot read: \(String(cString: ZSTD_getErrorName(code)))")
    }
    return bytes
  }
}
