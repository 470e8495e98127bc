internal import CPlatform
internal import CUV

/// A listening socket that was opened but not yet given to a loop.
///
/// All sockets of a port are opened before the loops start, so that the system's division of
/// clients among them is settled from the first one on. A value that is never given to a loop
/// must be closed.
public struct BoundSocket: Sendable {
  /// How many connections the system holds until they are accepted; it may hold fewer.
  static let backlog: Int32 = 4_096

  let descriptor: Int32
  /// The local address, with the real port if port 0 was asked.
  public let address: Address

  /// Opens a listening TCP socket; several may be opened for one address, each takes its share.
  public static func listen(on address: Address) throws(LoopError) -> BoundSocket {
    try open(address, "listen on \(address) (tcp)") { platform_listen_tcp($0, backlog) }
  }

  /// Opens a UDP socket; several may be opened for one address, each takes its share.
  public static func bind(to address: Address) throws(LoopError) -> BoundSocket {
    try open(address, "listen on \(address) (udp)") { platform_bind_udp($0) }
  }

  /// Throws if somebody has the address already, for streams or datagrams.
  ///
  /// Opening would succeed all the same where that is another server of the same user: the system
  /// would give each a share of the clients.
  public static func checkFree(_ address: Address) throws(LoopError) {
    var flat = address.flat
    try check(platform_check_tcp(&flat), "listen on \(address) (tcp)")
    try check(platform_check_udp(&flat), "listen on \(address) (udp)")
  }

  private static func open(
    _ address: Address, _ operation: String, _ call: (UnsafePointer<platform_address>) -> Int32
  ) throws(LoopError) -> BoundSocket {
    var flat = address.flat
    let descriptor = call(&flat)
    try check(descriptor, operation)
    var local = platform_address()
    let result = platform_local_address(descriptor, &local)
    guard result >= 0, let actual = Address(local) else {
      platform_close(descriptor)
      throw LoopError(result, operation)
    }
    return BoundSocket(descriptor: descriptor, address: actual)
  }

  /// Closes a socket that no loop will get.
  public func close() { platform_close(descriptor) }
}

/// Accepts connections on a loop.
public final class TCPListener: Handle {
  private let loop: Loop
  private var accepted: ((TCPConnection) -> Void)?

  /// Starts to accept; the socket belongs to the listener from now on, also if this fails.
  ///
  /// - Parameter accepted: gets every new connection, which is not being read yet.
  public init(
    _ socket: BoundSocket, on loop: Loop, accepted: @escaping (TCPConnection) -> Void
  ) throws(LoopError) {
    self.loop = loop
    self.accepted = accepted
    let system = loop.system
    let operation = "accept on \(socket.address)"
    do {
      try super.init(UV_TCP, operation) { memory in
        uv_tcp_init(system, memory.assumingMemoryBound(to: uv_tcp_t.self))
      }
    } catch {
      socket.close()
      throw error
    }
    let opened = uv_tcp_open(
      memory.assumingMemoryBound(to: uv_tcp_t.self), uv_os_sock_t(socket.descriptor))
    let result = opened < 0 ? opened : listen()
    if result < 0 {
      // Once opened, the descriptor is closed with the handle.
      if opened < 0 { socket.close() }
      close()
      throw LoopError(result, operation)
    }
  }

  private func listen() -> Int32 {
    uv_listen(memory.assumingMemoryBound(to: uv_stream_t.self), BoundSocket.backlog) {
      stream, status in
      guard status >= 0 else { return }
      (Handle.owner(of: UnsafeMutableRawPointer(stream)) as? TCPListener)?.accept()
    }
  }

  private func accept() {
    // Without memory for a handle the connection stays in the system's queue.
    guard let connection = try? TCPConnection(on: loop) else { return }
    guard connection.accept(from: memory.assumingMemoryBound(to: uv_stream_t.self)) else {
      connection.close()
      return
    }
    accepted?(connection)
  }

  override func willClose() { accepted = nil }
}
