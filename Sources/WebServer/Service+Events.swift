import CWebSockets
import Glibc

// What the library reports, and what is written to it.

extension Service {
  /// The most bytes that the system is to hold for a WebSocket client, besides our own.
  private static let mostSystemBytes = 262_144

  /// Handles one event; a negative result closes the connection.
  func handle(
    _ wsi: OpaquePointer, _ reason: lws_callback_reasons, _ input: UnsafeMutableRawPointer?,
    _ length: Int
  ) -> Int32 {
    events &+= 1
    switch reason {
    case LWS_CALLBACK_FILTER_NETWORK_CONNECTION:
      return connections.count >= configuration.mostConnections ? 1 : 0
    case LWS_CALLBACK_SERVER_NEW_CLIENT_INSTANTIATED:
      opened(wsi)
      return 0
    case LWS_CALLBACK_CLOSED, LWS_CALLBACK_WSI_DESTROY:
      if let connection = connections[wsi] { forget(connection) }
      return 0
    default:
      guard let connection = connections[wsi] else { return 0 }
      return handle(connection, reason, input, length)
    }
  }

  private func handle(
    _ connection: Connection, _ reason: lws_callback_reasons, _ input: UnsafeMutableRawPointer?,
    _ length: Int
  ) -> Int32 {
    switch reason {
    case LWS_CALLBACK_HTTP: receivedHead(connection)
    case LWS_CALLBACK_HTTP_BODY:
      receivedBody(connection, UnsafeRawBufferPointer(start: input, count: length))
    case LWS_CALLBACK_HTTP_BODY_COMPLETION: receivedAll(connection)
    case LWS_CALLBACK_HTTP_WRITEABLE: write(connection)
    case LWS_CALLBACK_HTTP_CONFIRM_UPGRADE:
      confirmUpgrade(
        connection, to: input.map { String(cString: $0.assumingMemoryBound(to: CChar.self)) })
    case LWS_CALLBACK_ESTABLISHED: established(connection)
    case LWS_CALLBACK_SERVER_WRITEABLE: writeMessage(connection)
    case LWS_CALLBACK_RECEIVE:
      receivedMessage(connection, UnsafeRawBufferPointer(start: input, count: length))
    default: 0
    }
  }

  // MARK: Requests

  private func receivedHead(_ connection: Connection) -> Int32 {
    updateClock()
    connection.since = now
    connection.exchanges += 1
    // The service watches the time itself from here on.
    lws_set_timeout(connection.wsi, NO_PENDING_TIMEOUT, 0)
    let head = RequestHead(
      connection.wsi, mostBodyBytes: configuration.mostBodyBytes,
      furtherHeaders: configuration.furtherHeaders)
    let exchange = Exchange(number: connection.exchanges, head: head)
    connection.phase = .exchange(exchange)
    // The first request of a connection cannot be early.
    let isEarly = exchange.expectedBody > 0 && connection.exchanges > 1 && holdsEarlyBytes
    if let problem = isEarly ? RequestHead.early : head.problem {
      exchange.isHandedOver = true
      answer(connection, exchange, problem)
      _ = write(connection)
      return -1
    }
    return exchange.expectedBody == 0 ? receivedAll(connection) : 0
  }

  private func receivedBody(_ connection: Connection, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    // An empty body is reported too, after the request was handed over.
    if bytes.isEmpty { return 0 }
    if let exchange = connection.exchange, exchange.isHandedOver, exchange.expectedBody == 0,
      !exchange.keepsAlive
    {
      // A body that was not announced: nobody wants it, and the connection ends with the answer.
      return 0
    }
    guard let exchange = connection.exchange, !exchange.isHandedOver,
      exchange.request.body.count + bytes.count <= exchange.expectedBody
    else { return -1 }
    exchange.request.body.append(contentsOf: bytes)
    return 0
  }

  private func receivedAll(_ connection: Connection) -> Int32 {
    guard let exchange = connection.exchange, !exchange.isHandedOver else {
      // Told once more about a body that was taken already: nothing happened.
      events &-= 1
      return 0
    }
    guard exchange.request.body.count == exchange.expectedBody else { return -1 }
    exchange.isHandedOver = true
    updateClock()
    connection.since = now
    let responder = Responder(
      mailbox: mailbox, connection: connection.id, exchange: exchange.number,
      presence: exchange.presence)
    handler(exchange.request, responder)
    readMail()
    return exchange.output == nil ? 0 : write(connection)
  }

  /// Whether the library holds bytes that some client sent ahead of its time.
  ///
  /// When a head with a body behind it is read from such bytes, libwebsockets 4.1.6 takes the head
  /// for the body, and may never return. There is no way to ask about one connection; asking
  /// whether it would wait for the network tells whether any has such bytes.
  var holdsEarlyBytes: Bool {
    lws_service_adjust_timeout(context, 1_000, 0) == 0
  }

  private func write(_ connection: Connection) -> Int32 {
    guard let exchange = connection.exchange, exchange.output != nil else { return 0 }
    startOutgoing()
    switch exchange.output?.fill(&outgoing) {
    case nil, .abort: return -1
    case .wait: return 0
    case .demand(let supplier):
      supplier(
        BodyDemand(mailbox: mailbox, connection: connection.id, exchange: exchange.number))
      readMail()
      return 0
    case .write: break
    }
    guard flush(connection.wsi, LWS_WRITE_HTTP) else { return -1 }
    updateClock()
    connection.since = now
    guard let output = exchange.output, output.isFinished else {
      lws_callback_on_writable(connection.wsi)
      return 0
    }
    connection.phase = .idle
    if output.closesConnection { return -1 }
    return lws_http_transaction_completed(connection.wsi) == 0 ? 0 : -1
  }

  // MARK: WebSockets

  /// Positive: the library was spared the upgrade, the answer is written.
  private func confirmUpgrade(_ connection: Connection, to name: String?) -> Int32 {
    updateClock()
    connection.since = now
    let head = RequestHead(
      connection.wsi, mostBodyBytes: 0, furtherHeaders: configuration.furtherHeaders)
    let decision: WebSocketDecision
    if let problem = head.problem {
      decision = .refuse(problem)
    } else if name?.lowercased() != "websocket" || head.request.method != .get {
      decision = .refuse(
        .problem(400, "The only upgrade that this server knows is a GET to websocket."))
    } else {
      decision = socketHandler(head.request)
    }
    switch decision {
    case .accept(let delegate):
      let socket = WebSocket(
        id: connection.id, peer: head.request.peer, limit: configuration.mostSocketBytes,
        mailbox: mailbox)
      connection.phase = .upgrading(socket, delegate)
      return 0
    case .refuse(let response):
      var output = ResponseOutput(
        response, to: .get, common: configuration.commonFields, isVersion10: true,
        keepsAlive: false)
      startOutgoing()
      // Refusals are short; one that is streamed would not get through here.
      _ = output.fill(&outgoing)
      return flush(connection.wsi, LWS_WRITE_HTTP) ? 1 : -1
    }
  }

  private func established(_ connection: Connection) -> Int32 {
    guard case .upgrading(let socket, let delegate) = connection.phase else { return -1 }
    updateClock()
    connection.since = now
    connection.phase = .socket(socket, delegate)
    boundSendBuffer(connection.wsi)
    delegate.opened(socket)
    readMail()
    return 0
  }

  /// Keeps the system from holding megabytes for a client that does not read: what waits there is
  /// old by the time it arrives.
  private func boundSendBuffer(_ wsi: OpaquePointer) {
    var size = Int32(clamping: min(configuration.mostSocketBytes, Self.mostSystemBytes))
    setsockopt(
      lws_get_socket_fd(wsi), SOL_SOCKET, SO_SNDBUF, &size, socklen_t(MemoryLayout<Int32>.size))
  }

  private func receivedMessage(
    _ connection: Connection, _ bytes: UnsafeRawBufferPointer
  ) -> Int32 {
    guard case .socket(let socket, let delegate) = connection.phase else { return -1 }
    if lws_frame_is_binary(connection.wsi) != 0 {
      return close(connection, LWS_CLOSE_STATUS_UNACCEPTABLE_OPCODE)
    }
    guard connection.message.count + bytes.count <= configuration.mostMessageBytes else {
      return close(connection, LWS_CLOSE_STATUS_MESSAGE_TOO_LARGE)
    }
    connection.message.append(contentsOf: bytes)
    let isWhole =
      lws_is_final_fragment(connection.wsi) != 0
      && lws_remaining_packet_payload(connection.wsi) == 0
    if isWhole {
      let message = connection.message
      connection.message = []
      delegate.received(message, from: socket)
      readMail()
    }
    return 0
  }

  private func writeMessage(_ connection: Connection) -> Int32 {
    guard case .socket(let socket, let delegate) = connection.phase else { return 0 }
    switch socket.nextStep() {
    case .write(let message):
      startOutgoing()
      outgoing.append(contentsOf: message)
      guard flush(connection.wsi, LWS_WRITE_TEXT) else { return -1 }
      updateClock()
      connection.since = now
      lws_callback_on_writable(connection.wsi)
    case .close(let code):
      return close(connection, lws_close_status(UInt32(code)))
    case .rest(let hasDrained):
      if hasDrained {
        delegate.drained(socket)
        readMail()
      }
    }
    return 0
  }

  private func close(_ connection: Connection, _ status: lws_close_status) -> Int32 {
    lws_close_reason(connection.wsi, status, nil, 0)
    return -1
  }

  // MARK: Writing

  private func startOutgoing() {
    outgoing.removeAll(keepingCapacity: outgoing.capacity <= 4 * ResponseOutput.pieceBytes)
    outgoing.append(contentsOf: repeatElement(0, count: Int(cws_pre)))
  }

  /// Hands what is in the buffer to the library; false if the connection is broken.
  private func flush(_ wsi: OpaquePointer, _ kind: lws_write_protocol) -> Bool {
    let pre = Int(cws_pre)
    let count = outgoing.count - pre
    if count == 0 { return true }
    return outgoing.withUnsafeMutableBufferPointer { buffer in
      // The library writes its framing into the `pre` bytes in front of the content.
      guard let base = buffer.baseAddress else { return false }
      return lws_write(wsi, base + pre, count, kind) >= count
    }
  }
}
