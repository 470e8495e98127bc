internal import CPlatform
internal import CUV

/// A UDP socket on a loop that knows, for each datagram, the local address it was sent to.
///
/// The event library's own UDP does not tell the local address, so the socket is watched as a
/// plain descriptor and read by a small C function.
public final class UDPSocket: Handle {
  /// The most datagrams that are read before other sockets have their turn.
  public static let datagramsPerTurn = 64

  private let descriptor: Int32
  private let loop: Loop
  private var received: ((Span<UInt8>, Address, Address) -> Void)?
  private var isReading = false

  /// Watches a socket, which belongs to this object from now on, also if this fails;
  /// ``resumeReading()`` starts it.
  ///
  /// - Parameter received: gets the bytes of a datagram, who sent it, and to which local address.
  ///   The bytes lie in a buffer that all sockets of the loop share.
  public init(
    _ socket: BoundSocket, on loop: Loop,
    received: @escaping (_ bytes: Span<UInt8>, _ peer: Address, _ local: Address) -> Void
  ) throws(LoopError) {
    descriptor = socket.descriptor
    self.loop = loop
    self.received = received
    let system = loop.system
    do {
      try super.init(UV_POLL, "watch \(socket.address) (udp)") { memory in
        uv_poll_init_socket(
          system, memory.assumingMemoryBound(to: uv_poll_t.self), uv_os_sock_t(socket.descriptor))
      }
    } catch {
      socket.close()
      throw error
    }
  }

  override func willClose() { received = nil }
  override func didClose() { platform_close(descriptor) }

  /// Starts to read, or goes on after ``pauseReading()``.
  public func resumeReading() {
    guard !isClosed, !isReading else { return }
    isReading = true
    uv_poll_start(
      memory.assumingMemoryBound(to: uv_poll_t.self), Int32(UV_READABLE.rawValue)
    ) { handle, status, _ in
      guard status >= 0 else { return }
      (Handle.owner(of: UnsafeMutableRawPointer(handle)) as? UDPSocket)?.readSome()
    }
  }

  /// Leaves further datagrams in the system's buffer; when that is full the system drops them, and
  /// as nothing is answered the devices send them again.
  public func pauseReading() {
    guard !isClosed, isReading else { return }
    isReading = false
    uv_poll_stop(memory.assumingMemoryBound(to: uv_poll_t.self))
  }

  private func readSome() {
    for _ in 0..<Self.datagramsPerTurn {
      guard isReading, !isClosed else { return }
      var peer = platform_address()
      var local = platform_address()
      let count = platform_receive(
        descriptor, loop.readBuffer.baseAddress, loop.readBuffer.count, &peer, &local)
      if count == Int(UV_EMSGSIZE.rawValue) { continue }
      // Errors of earlier sends to dead ports show up here; the next turn goes on.
      guard count >= 0 else { return }
      guard let from = Address(peer), var to = Address(local) else { continue }
      to.port = boundPort
      // The C function filled `count` bytes of the loop's buffer, which nothing touches meanwhile.
      let bytes = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(loop.readBuffer)[..<count])
      received?(bytes.span, from, to)
    }
  }

  private lazy var boundPort: UInt16 = {
    var local = platform_address()
    return platform_local_address(descriptor, &local) == 0 ? local.port : 0
  }()

  /// Sends one datagram from a local address, as it was given with the datagram that is answered.
  ///
  /// - Returns: false if the system did not take it; like any datagram, it is lost then.
  @discardableResult
  public func send(_ bytes: Span<UInt8>, to peer: Address, from local: Address) -> Bool {
    guard !isClosed else { return false }
    var to = peer.flat
    var from = local.flat
    return bytes.withUnsafeBufferPointer { pointer in
      platform_send(descriptor, pointer.baseAddress, pointer.count, &to, &from) >= 0
    }
  }
}
