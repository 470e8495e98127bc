internal import CUV

extension TCPConnection {
  /// Opens a connection to another machine.
  ///
  /// - Parameter finished: gets nil when the connection is open, or why it is not; it is called
  ///   once, on the loop's thread. A connection that could not be opened is closed by its owner.
  public static func connect(
    to address: Address, on loop: Loop, finished: @escaping (LoopError?) -> Void
  ) throws(LoopError) -> TCPConnection {
    let connection = try TCPConnection(on: loop)
    let operation = "connect to \(address)"
    let request = UnsafeMutablePointer<uv_connect_t>.allocate(capacity: 1)
    // The request owns the closure until its callback, which is called in any case.
    let attempt = ConnectAttempt(operation, finished)
    request.pointee.data = Unmanaged.passRetained(attempt).toOpaque()
    let result = withSocketAddress(address) { socketAddress in
      uv_tcp_connect(
        request, connection.memory.assumingMemoryBound(to: uv_tcp_t.self), socketAddress
      ) { request, status in
        guard let request, let data = request.pointee.data else { return }
        let attempt = Unmanaged<ConnectAttempt>.fromOpaque(data).takeRetainedValue()
        request.deallocate()
        attempt.finished(status < 0 ? LoopError(status, attempt.operation) : nil)
      }
    }
    if result < 0 {
      if let data = request.pointee.data {
        Unmanaged<ConnectAttempt>.fromOpaque(data).release()
      }
      request.deallocate()
      connection.close()
      throw LoopError(result, operation)
    }
    return connection
  }

  private static func withSocketAddress(
    _ address: Address, _ body: (UnsafePointer<sockaddr>) -> Int32
  ) -> Int32 {
    var storage = sockaddr_storage()
    // The storage is large enough for either kind of address, and properly aligned.
    return withUnsafeMutablePointer(to: &storage) { pointer in
      let raw = UnsafeMutableRawPointer(pointer)
      let text = address.ip.description
      let result =
        address.ip.family == .v4
        ? uv_ip4_addr(text, Int32(address.port), raw.assumingMemoryBound(to: sockaddr_in.self))
        : uv_ip6_addr(text, Int32(address.port), raw.assumingMemoryBound(to: sockaddr_in6.self))
      return result < 0 ? result : body(raw.assumingMemoryBound(to: sockaddr.self))
    }
  }
}

/// What waits for a connection to open.
private final class ConnectAttempt {
  let operation: String
  let finished: (LoopError?) -> Void

  init(_ operation: String, _ finished: @escaping (LoopError?) -> Void) {
    self.operation = operation
    self.finished = finished
  }
}
