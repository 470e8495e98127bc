import Glibc

/// What went wrong with a socket of a test.
public struct TestSocketError: Error, CustomStringConvertible {
  /// What was tried and what came of it.
  public let description: String

  init(_ description: String) { self.description = description }

  static func system(_ call: String) -> TestSocketError {
    TestSocketError("\(call): \(String(cString: strerror(errno)))")
  }
}

/// A numeric address in the form of the system.
struct SystemAddress {
  var storage = sockaddr_storage()
  var length = socklen_t(0)

  init(_ host: String, _ port: UInt16) throws(TestSocketError) {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &list) == 0, let entry = list else {
      throw TestSocketError("'\(host)' is no numeric address")
    }
    length = entry.pointee.ai_addrlen
    // The system's address has at most the size of the storage, which is made for all families.
    memcpy(&storage, entry.pointee.ai_addr, Int(length))
    freeaddrinfo(list)
  }

  var family: Int32 { Int32(storage.ss_family) }

  mutating func with<Result>(
    _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    let length = length
    return withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }

  /// The address and port of what a system call filled in.
  static func text(_ storage: sockaddr_storage) -> (host: String, port: UInt16) {
    var storage = storage
    var host = [CChar](repeating: 0, count: 64)
    var port = [CChar](repeating: 0, count: 16)
    let size: Int =
      storage.ss_family == AF_INET
      ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size
    withUnsafePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = getnameinfo(
          address, socklen_t(size), &host, socklen_t(host.count), &port, socklen_t(port.count),
          NI_NUMERICHOST | NI_NUMERICSERV)
      }
    }
    func string(_ text: [CChar]) -> String {
      String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    return (string(host), UInt16(string(port)) ?? 0)
  }
}

/// A TCP connection of a test, with calls that wait, each for a limited time.
public final class TestSocket: Sendable {
  private let descriptor: Int32

  /// Connects to a numeric address, if need be from a certain local one.
  public init(
    connectingTo host: String = "127.0.0.1", port: UInt16, from local: String? = nil
  ) throws {
    var target = try SystemAddress(host, port)
    descriptor = socket(target.family, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw TestSocketError.system("socket") }
    if let local {
      var source = try SystemAddress(local, 0)
      guard source.with({ bind(descriptor, $0, $1) }) == 0 else {
        throw TestSocketError.system("bind to \(local)")
      }
    }
    guard target.with({ connect(descriptor, $0, $1) }) == 0 else {
      throw TestSocketError.system("connect to \(host):\(port)")
    }
    var on: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
  }

  deinit { Glibc.close(descriptor) }

  /// Sends all bytes.
  public func send(_ bytes: [UInt8]) throws {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw TestSocketError.system("send") }
      start += count
    }
  }

  /// Sends text.
  public func send(_ text: String) throws { try send(Array(text.utf8)) }

  /// Sends what the system takes without waiting and returns how many bytes that was.
  public func sendSome(_ bytes: [UInt8]) -> Int {
    let count = bytes.withUnsafeBytes {
      Glibc.send(
        descriptor, $0.baseAddress, $0.count,
        Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
    return max(count, 0)
  }

  /// Exactly so many bytes; throws if the connection ends before or they do not come in time.
  public func receive(_ count: Int, milliseconds: Int = patience) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let deadline = Self.now + milliseconds
    while bytes.count < count {
      guard let piece = try receiveSome(count - bytes.count, until: deadline) else {
        throw TestSocketError("only \(bytes.count) of \(count) bytes came: \(bytes.prefix(64))")
      }
      guard !piece.isEmpty else {
        throw TestSocketError("the connection ended after \(bytes.count) of \(count) bytes")
      }
      bytes += piece
    }
    return bytes
  }

  /// So many characters of text.
  public func receiveText(_ count: Int, milliseconds: Int = patience) throws -> String {
    String(decoding: try receive(count, milliseconds: milliseconds), as: UTF8.self)
  }

  /// What came within so many milliseconds; empty if nothing did.
  public func receiveAny(milliseconds: Int) throws -> [UInt8] {
    try receiveSome(65_536, until: Self.now + milliseconds) ?? []
  }

  /// Reads until the other side ends the connection; false if it does not in time.
  public func waitForEnd(milliseconds: Int = patience) -> Bool {
    let deadline = Self.now + milliseconds
    do {
      while let piece = try receiveSome(65_536, until: deadline) {
        if piece.isEmpty { return true }
      }
      return false
    } catch {
      return true
    }
  }

  /// Says that no more will be sent.
  public func finishWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Ends the connection both ways; what is called afterwards fails.
  public func end() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// Nil when the time is up, empty at the end.
  private func receiveSome(_ most: Int, until deadline: Int) throws -> [UInt8]? {
    guard Self.waitUntilReadable(descriptor, deadline) else { return nil }
    var bytes = [UInt8](repeating: 0, count: most)
    let count = recv(descriptor, &bytes, most, 0)
    guard count >= 0 else { throw TestSocketError.system("recv") }
    return Array(bytes[..<count])
  }

  static func waitUntilReadable(_ descriptor: Int32, _ deadline: Int) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let result = poll(&entry, 1, Int32(max(deadline - now, 0)))
      // A program that is halted and goes on is called back from what it waits for.
      if result < 0, errno == EINTR { continue }
      return result > 0
    }
  }

  /// Milliseconds of the system's steady clock.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}

/// How many milliseconds a test waits for what has to come. It is there so that nothing waits for
/// ever: machines that stand still for some seconds are no reason to fail.
public let patience = 60_000

/// Waits until something holds, looking every few milliseconds.
///
/// - Returns: false if it did not in time.
public func eventually(milliseconds: Int = patience, _ condition: () -> Bool) -> Bool {
  let deadline = TestSocket.now + milliseconds
  while !condition() {
    guard TestSocket.now < deadline else { return false }
    usleep(2_000)
  }
  return true
}
