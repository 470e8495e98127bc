internal import CPlatform
internal import CUV

/// What a connection tells.
///
/// The connection holds its delegate strongly until it is closed; closing breaks the cycle.
public protocol TCPConnectionDelegate: AnyObject {
  /// Bytes arrived. They lie in a buffer that all connections of the loop share: copy what must
  /// outlive the call.
  func connection(_ connection: TCPConnection, didRead bytes: Span<UInt8>)
  /// The other side will send no more; it may still read.
  func connectionDidEnd(_ connection: TCPConnection)
  /// The connection broke; the delegate is expected to close it.
  func connection(_ connection: TCPConnection, didFail error: LoopError)
  /// Everything that was queued has been given to the system.
  func connectionDidDrain(_ connection: TCPConnection)
}

/// An accepted TCP connection.
public final class TCPConnection: Handle {
  /// Who is told of what happens; it counts until the connection is closed.
  public var delegate: (any TCPConnectionDelegate)?

  /// Whether the other side has said that it sends no more.
  public private(set) var hasEnded = false

  private var stream: UnsafeMutablePointer<uv_stream_t> {
    memory.assumingMemoryBound(to: uv_stream_t.self)
  }

  init(on loop: Loop) throws(LoopError) {
    let system = loop.system
    try super.init(UV_TCP, "open a connection") { memory in
      uv_tcp_init(system, memory.assumingMemoryBound(to: uv_tcp_t.self))
    }
  }

  func accept(from listener: UnsafeMutablePointer<uv_stream_t>) -> Bool {
    guard uv_accept(listener, stream) == 0 else { return false }
    // Answers are small and complete: waiting to fill a packet would only delay them.
    uv_tcp_nodelay(memory.assumingMemoryBound(to: uv_tcp_t.self), 1)
    return true
  }

  override func willClose() { delegate = nil }

  // MARK: Addresses

  /// The other side; nil if it is gone already.
  public var peerAddress: Address? { address(platform_peer_address) }

  /// This side; nil if the connection is gone already.
  public var localAddress: Address? { address(platform_local_address) }

  private func address(
    _ call: (Int32, UnsafeMutablePointer<platform_address>?) -> Int32
  ) -> Address? {
    var descriptor = uv_os_fd_t()
    var flat = platform_address()
    guard !isClosed, uv_fileno(base, &descriptor) == 0, call(descriptor, &flat) == 0 else {
      return nil
    }
    return Address(flat)
  }

  // MARK: Reading

  /// Starts to read, or goes on after ``pauseReading()``.
  public func resumeReading() {
    guard !isClosed, !hasEnded else { return }
    // Reading already is no error.
    uv_read_start(
      stream,
      { handle, _, buffer in
        guard let handle, let buffer else { return }
        // The loop lives as long as it runs, and this is called from within its run.
        let loop = Unmanaged<Loop>.fromOpaque(uv_loop_get_data(uv_handle_get_loop(handle)))
          .takeUnretainedValue()
        let start = UnsafeMutableRawPointer(loop.readBuffer.baseAddress)
        buffer.pointee.base = start?.assumingMemoryBound(to: CChar.self)
        buffer.pointee.len = loop.readBuffer.count
      },
      { stream, count, buffer in
        guard let owner = Handle.owner(of: UnsafeMutableRawPointer(stream)) as? TCPConnection else {
          return
        }
        owner.didRead(count, buffer)
      })
  }

  /// Leaves further bytes in the system's buffers, so that the other side comes to a halt.
  public func pauseReading() {
    guard !isClosed else { return }
    uv_read_stop(stream)
  }

  private func didRead(_ count: Int, _ buffer: UnsafePointer<uv_buf_t>?) {
    if count > 0, let base = buffer?.pointee.base {
      // The library filled `count` bytes of the loop's buffer; they stay as they are during the
      // call, as the loop reads nothing else meanwhile.
      let raw = UnsafeRawBufferPointer(start: base, count: count)
      let bytes = raw.assumingMemoryBound(to: UInt8.self)
      delegate?.connection(self, didRead: bytes.span)
    } else if count == Int(UV_EOF.rawValue) {
      hasEnded = true
      uv_read_stop(stream)
      delegate?.connectionDidEnd(self)
    } else if count < 0 {
      uv_read_stop(stream)
      delegate?.connection(self, didFail: LoopError(Int32(count), "read"))
    }
  }

  // MARK: Writing

  /// How many bytes wait to be sent.
  public var queuedBytes: Int { isClosed ? 0 : Int(uv_stream_get_write_queue_size(stream)) }

  /// Sends bytes after those that were written before.
  ///
  /// What the system does not take at once is copied and sent later.
  public func write(_ bytes: Span<UInt8>) {
    guard !isClosed, !bytes.isEmpty else { return }
    let sent = bytes.withUnsafeBufferPointer { pointer in
      var buffer = Self.buffer(
        UnsafeMutableRawPointer(mutating: pointer.baseAddress), pointer.count)
      return Int(uv_try_write(stream, &buffer, 1))
    }
    if sent == bytes.count { return }
    if sent < 0, sent != Int(UV_EAGAIN.rawValue) {
      fail(Int32(sent))
    } else {
      queue(bytes.extracting(max(sent, 0)...))
    }
  }

  /// Copies bytes behind a write request, both in one block, which the callback frees.
  private func queue(_ bytes: Span<UInt8>) {
    let head = MemoryLayout<uv_write_t>.stride
    let block = UnsafeMutableRawPointer.allocate(byteCount: head + bytes.count, alignment: 16)
    let copy = block + head
    bytes.withUnsafeBufferPointer { pointer in
      if let start = pointer.baseAddress {
        copy.copyMemory(from: UnsafeRawPointer(start), byteCount: pointer.count)
      }
    }
    var buffer = Self.buffer(copy, bytes.count)
    let request = block.bindMemory(to: uv_write_t.self, capacity: 1)
    let result = uv_write(request, stream, &buffer, 1) { request, status in
      guard let request else { return }
      let handle = UnsafeMutableRawPointer(request.pointee.handle)
      UnsafeMutableRawPointer(request).deallocate()
      guard let owner = Handle.owner(of: handle) as? TCPConnection else { return }
      owner.didWrite(status)
    }
    if result < 0 {
      block.deallocate()
      fail(result)
    }
  }

  private func didWrite(_ status: Int32) {
    if status < 0 {
      fail(status)
    } else if queuedBytes == 0 {
      delegate?.connectionDidDrain(self)
    }
  }

  private func fail(_ code: Int32) {
    delegate?.connection(self, didFail: LoopError(code, "write"))
  }

  private static func buffer(_ start: UnsafeMutableRawPointer?, _ count: Int) -> uv_buf_t {
    uv_buf_init(start?.assumingMemoryBound(to: CChar.self), UInt32(clamping: count))
  }

  /// Tells the other side, after all that was written, that no more will come.
  ///
  /// It can still be read; close the connection when it ends as well.
  public func finishWriting() {
    guard !isClosed else { return }
    let request = UnsafeMutablePointer<uv_shutdown_t>.allocate(capacity: 1)
    let result = uv_shutdown(request, stream) { request, _ in
      request?.deallocate()
    }
    if result < 0 { request.deallocate() }
  }
}
