import Glibc

/// What went wrong while a test talked to a server.
public enum WebClientFailure: Error, Sendable {
  /// The connection could not be made.
  case cannotConnect
  /// The server closed the connection, or nothing came in time, before the answer was whole. What
  /// had come until then is given.
  case incomplete(String)
}

/// An answer as a test sees it.
public struct WebAnswer: Sendable {
  /// The status code.
  public var status = 0
  /// Header fields by lower-case name; several of one name are joined with line breaks.
  public var headers: [String: String] = [:]
  /// The body, chunks joined.
  public var body: [UInt8] = []
  /// The body as text.
  public var text: String { String(decoding: body, as: UTF8.self) }
}

/// A connection to a server on this machine that a test writes raw bytes to.
public final class WebClient {
  private let descriptor: Int32
  private var received: [UInt8] = []

  /// Connects to a port of 127.0.0.1.
  ///
  /// - Parameter receiveBuffer: how many bytes the system takes before they are read; few make a
  ///   slow reader.
  public init(port: UInt16, receiveBuffer: Int32? = nil) throws(WebClientFailure) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    if var size = receiveBuffer {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if result != 0 { throw .cannotConnect }
  }

  deinit { close(descriptor) }

  /// Writes bytes as they are.
  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Writes text as it is.
  public func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends a request with a length and reads the answer.
  public func request(
    _ method: String, _ target: String, headers: [String: String] = [:], body: String? = nil
  ) throws(WebClientFailure) -> WebAnswer {
    var text = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    if let body { text += "Content-Length: \(body.utf8.count)\r\n" }
    send(text + "\r\n" + (body ?? ""))
    return try answer(isHead: method == "HEAD")
  }

  /// Reads one answer.
  public func answer(isHead: Bool = false) throws(WebClientFailure) -> WebAnswer {
    var answer = WebAnswer()
    let lines = try head().split(separator: "\r\n")
    answer.status = Int(lines.first?.split(separator: " ").dropFirst().first ?? "") ?? 0
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[0].lowercased()
      let value = String(parts[1].drop(while: { $0 == " " }))
      answer.headers[name] = answer.headers[name].map { $0 + "\n" + value } ?? value
    }
    if isHead { return answer }
    if answer.headers["transfer-encoding"] == "chunked" {
      answer.body = try chunks()
    } else {
      answer.body = try take(Int(answer.headers["content-length"] ?? "") ?? 0)
    }
    return answer
  }

  /// Everything until the server closes the connection, or until nothing more comes.
  public func rest() -> [UInt8] {
    while more() {}
    defer { received = [] }
    return received
  }

  /// Takes exactly so many bytes.
  public func take(_ count: Int) throws(WebClientFailure) -> [UInt8] {
    while received.count < count {
      if !more() { throw .incomplete(String(decoding: received, as: UTF8.self)) }
    }
    defer { received.removeFirst(count) }
    return Array(received.prefix(count))
  }

  private func head() throws(WebClientFailure) -> String {
    let end = Array("\r\n\r\n".utf8)
    var from = 0
    while true {
      while from + 4 <= received.count {
        if Array(received[from..<from + 4]) == end {
          let head = String(decoding: received.prefix(from), as: UTF8.self)
          received.removeFirst(from + 4)
          return head
        }
        from += 1
      }
      if !more() { throw .incomplete(String(decoding: received, as: UTF8.self)) }
    }
  }

  private func chunks() throws(WebClientFailure) -> [UInt8] {
    var body: [UInt8] = []
    while true {
      var line: [UInt8] = []
      while line.suffix(2) != [13, 10] { line += try take(1) }
      let size = Int(String(decoding: line.dropLast(2), as: UTF8.self), radix: 16) ?? 0
      body += try take(size)
      _ = try take(2)
      if size == 0 { return body }
    }
  }

  private func more() -> Bool {
    guard TestSocket.waitUntilReadable(descriptor, TestSocket.now + patience) else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
    guard count > 0 else { return false }
    received += buffer.prefix(count)
    return true
  }
}

/// A WebSocket client of a test.
public final class WebSocketClient {
  private let client: WebClient
  /// What the server answered to the handshake; 101 if it let the client in.
  public let handshake: WebAnswer
  /// The code that the server closed with, once it did.
  public private(set) var closeCode: Int?

  /// Asks a port of 127.0.0.1 for a WebSocket.
  public init(
    port: UInt16, _ target: String, headers: [String: String] = [:], receiveBuffer: Int32? = nil
  ) throws(WebClientFailure) {
    client = try WebClient(port: port, receiveBuffer: receiveBuffer)
    var all = headers
    all["Upgrade"] = "websocket"
    all["Connection"] = "Upgrade"
    all["Sec-WebSocket-Version"] = "13"
    all["Sec-WebSocket-Key"] = "d2hlcmVhYm91dHMgdGVzdA=="
    handshake = try client.request("GET", target, headers: all)
  }

  /// Sends a text message.
  public func send(_ text: String) { send(opcode: 1, Array(text.utf8)) }

  /// Sends a message of any kind, with a mask as clients have to.
  public func send(opcode: UInt8, _ bytes: [UInt8]) {
    var frame: [UInt8] = [0x80 | opcode]
    switch bytes.count {
    case 0..<126: frame.append(0x80 | UInt8(bytes.count))
    case 126..<65_536:
      frame += [0x80 | 126, UInt8(bytes.count >> 8), UInt8(bytes.count & 255)]
    default:
      frame.append(0x80 | 127)
      for shift in (0..<8).reversed() { frame.append(UInt8(bytes.count >> (shift * 8) & 255)) }
    }
    let mask: [UInt8] = [0x11, 0x22, 0x33, 0x44]
    frame += mask
    for (index, byte) in bytes.enumerated() { frame.append(byte ^ mask[index & 3]) }
    client.send(frame)
  }

  /// The next text message; nil once the server closed.
  public func receive() throws(WebClientFailure) -> String? {
    var message: [UInt8] = []
    while true {
      let head = try client.take(2)
      var length = Int(head[1] & 0x7F)
      if length >= 126 {
        length = try client.take(length == 126 ? 2 : 8).reduce(0) { $0 << 8 | Int($1) }
      }
      let payload = try client.take(length)
      switch head[0] & 0x0F {
      case 8:
        closeCode = payload.count >= 2 ? Int(payload[0]) << 8 | Int(payload[1]) : 1005
        return nil
      case 9: send(opcode: 10, payload)
      case 10: break
      default:
        message += payload
        if head[0] & 0x80 != 0 { return String(decoding: message, as: UTF8.self) }
      }
    }
  }
}
