import Glibc

/// A UDP socket of a test.
public final class TestDatagramSocket: Sendable {
  /// A received datagram.
  public struct Datagram: Sendable, Hashable {
    /// What was in it.
    public var bytes: [UInt8]
    /// The address that it came from.
    public var host: String
    /// The port that it came from.
    public var port: UInt16
  }

  private let descriptor: Int32

  /// A socket at a numeric local address and a free port.
  public init(at host: String = "127.0.0.1") throws {
    var local = try SystemAddress(host, 0)
    descriptor = socket(local.family, Int32(SOCK_DGRAM.rawValue), 0)
    guard descriptor >= 0 else { throw TestSocketError.system("socket") }
    guard local.with({ bind(descriptor, $0, $1) }) == 0 else {
      throw TestSocketError.system("bind to \(host)")
    }
  }

  deinit { Glibc.close(descriptor) }

  /// Sends a datagram.
  public func send(_ text: String, to host: String, port: UInt16) throws {
    try send(Array(text.utf8), to: host, port: port)
  }

  /// Sends a datagram of any bytes.
  public func send(_ bytes: [UInt8], to host: String, port: UInt16) throws {
    var target = try SystemAddress(host, port)
    let count = target.with { sendto(descriptor, bytes, bytes.count, 0, $0, $1) }
    guard count == bytes.count else { throw TestSocketError.system("sendto \(host):\(port)") }
  }

  /// The next datagram; nil if none comes in time.
  public func receive(milliseconds: Int = patience) throws -> Datagram? {
    guard TestSocket.waitUntilReadable(descriptor, TestSocket.now + milliseconds) else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let count = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        recvfrom(descriptor, &bytes, bytes.count, 0, $0, &length)
      }
    }
    guard count >= 0 else { throw TestSocketError.system("recvfrom") }
    let from = SystemAddress.text(storage)
    return Datagram(bytes: Array(bytes[..<count]), host: from.host, port: from.port)
  }
}
