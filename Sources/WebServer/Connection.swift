import CWebSockets
import Synchronization

/// One network connection, as the web thread keeps it.
final class Connection {
  /// The connection's number in this server, never used again.
  let id: UInt64
  /// libwebsockets' name for it; valid as long as the connection is in the service's table.
  let wsi: OpaquePointer
  /// When something that has a time limit began, in seconds of the service's clock.
  var since: Int
  /// What the connection is doing.
  var phase = Phase.header
  /// How many requests it has brought.
  var exchanges: UInt64 = 0
  /// The part of a WebSocket message that has come in.
  var message: [UInt8] = []

  enum Phase {
    /// It has sent nothing yet, or only a part of its header fields.
    case header
    /// A request is under way.
    case exchange(Exchange)
    /// It rests between two requests.
    case idle
    /// It was let in as a WebSocket, but the handshake is not complete.
    case upgrading(WebSocket, any WebSocketDelegate)
    /// It is a WebSocket.
    case socket(WebSocket, any WebSocketDelegate)
  }

  init(id: UInt64, wsi: OpaquePointer, now: Int) {
    self.id = id
    self.wsi = wsi
    since = now
  }

  var exchange: Exchange? {
    if case .exchange(let exchange) = phase { return exchange }
    return nil
  }
}

/// One request and its answer.
final class Exchange {
  /// The request's number on its connection.
  let number: UInt64
  /// The request; the body grows as it comes in.
  var request: HTTPRequest
  /// How long the body is, as the header says.
  let expectedBody: Int
  /// Whether the client speaks HTTP/1.0.
  let isVersion10: Bool
  /// Whether the client wants to go on after this request.
  let keepsAlive: Bool
  /// Whether the handler has the request.
  var isHandedOver = false
  /// The answer, once there is one.
  var output: ResponseOutput?
  /// Whether the client waits for it.
  let presence = ClientPresence()

  init(number: UInt64, head: RequestHead) {
    self.number = number
    request = head.request
    expectedBody = head.expectedBody
    isVersion10 = head.isVersion10
    keepsAlive = head.keepsAlive
  }
}

/// Whether the client of a request is still there, for those who work on the answer.
final class ClientPresence: Sendable {
  private let flag = Atomic(true)

  var isThere: Bool { flag.load(ordering: .relaxed) }

  /// The client has left.
  func end() { flag.store(false, ordering: .relaxed) }
}
