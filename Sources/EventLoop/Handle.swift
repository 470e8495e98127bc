internal import CUV

/// Something that an event loop watches: a socket, a timer, a signal.
///
/// Ownership: from the moment it is opened until its close has completed, the loop holds one
/// strong reference to the Swift object (taken in ``init(_:_:open:)``, given back in the close
/// callback) and the object holds the memory of the C handle, which is freed in that same
/// callback. So a C callback always finds its object alive, and nothing is freed twice. After
/// ``close()`` no callback reaches the object any more.
///
/// Like the loop, a handle belongs to one thread and is used only there.
public class Handle {
  /// The memory of the C handle; not valid once the close has completed, which is why every
  /// method looks at ``isClosed`` first.
  let memory: UnsafeMutableRawPointer
  /// Whether ``close()`` was called; from then on the handle does nothing.
  public private(set) var isClosed = false

  var base: UnsafeMutablePointer<uv_handle_t> {
    memory.assumingMemoryBound(to: uv_handle_t.self)
  }

  /// Opens a handle of a C type.
  ///
  /// - Parameter open: initialises the C structure (`uv_tcp_init` and the like); if it fails, it
  ///   must not have made the structure known to the loop.
  init(
    _ type: uv_handle_type, _ operation: String,
    open: (UnsafeMutableRawPointer) -> Int32
  ) throws(LoopError) {
    memory = .allocate(byteCount: uv_handle_size(type), alignment: 16)
    let result = open(memory)
    guard result >= 0 else {
      memory.deallocate()
      throw LoopError(result, operation)
    }
    uv_handle_set_data(base, Unmanaged.passRetained(self).toOpaque())
  }

  /// Stops all activity and frees the handle in the next turn of the loop.
  ///
  /// It may be called several times, and from within the handle's own callbacks.
  public func close() {
    guard !isClosed else { return }
    isClosed = true
    willClose()
    uv_close(base) { handle in
      guard let handle, let data = uv_handle_get_data(handle) else { return }
      // Balances the retain in `init`.
      let owner = Unmanaged<Handle>.fromOpaque(data).takeRetainedValue()
      owner.didClose()
      UnsafeMutableRawPointer(handle).deallocate()
    }
  }

  /// Called once, before the close begins: the place to let go of delegates and closures.
  func willClose() {}

  /// Called once, when the loop no longer knows the handle.
  func didClose() {}

  /// The object behind a C handle in one of its callbacks; nil once it is closed.
  static func owner(of handle: UnsafeMutableRawPointer?) -> Handle? {
    guard let handle,
      let data = uv_handle_get_data(handle.assumingMemoryBound(to: uv_handle_t.self))
    else { return nil }
    let owner = Unmanaged<Handle>.fromOpaque(data).takeUnretainedValue()
    return owner.isClosed ? nil : owner
  }
}
