import CWebSockets
import Glibc
import Platform

/// The web thread: the library's context, its connections and what happens on them.
///
/// Everything here is touched on the web thread only; other threads write to the ``Mailbox``.
final class Service {
  let configuration: WebServerConfiguration
  let mailbox: Mailbox
  let handler: WebServer.Handler
  let socketHandler: WebServer.SocketHandler
  private let tick: @Sendable () -> Void
  private let memory: LibraryMemory
  private(set) var context: OpaquePointer?
  private var isStopping = false

  /// All connections by libwebsockets' name for them.
  var connections: [OpaquePointer: Connection] = [:]
  private var byNumber: [UInt64: Connection] = [:]
  private var lastNumber: UInt64 = 0
  /// How many times the library called, to notice when it goes round without doing anything.
  var events: UInt64 = 0
  private var idleRounds = 0
  /// Seconds since some moment, never set back.
  private(set) var now = 0
  /// What is handed to the library for writing, with the room in front that it wants.
  var outgoing: [UInt8] = []

  init(
    configuration: WebServerConfiguration, mailbox: Mailbox, handler: @escaping WebServer.Handler,
    socketHandler: @escaping WebServer.SocketHandler, tick: @escaping @Sendable () -> Void
  ) {
    self.configuration = configuration
    self.mailbox = mailbox
    self.handler = handler
    self.socketHandler = socketHandler
    self.tick = tick
    memory = LibraryMemory(pingSeconds: configuration.pingSeconds)
    memory.protocols[0].callback = serviceCallback
  }

  /// Runs until somebody posts `stop`.
  func run(_ started: StartSignal) {
    let port: UInt16
    do throws(WebServer.Failure) {
      port = try open()
    } catch {
      close()
      started.change { $0 = .failure(error) }
      return
    }
    mailbox.setContext(context)
    started.change { $0 = .success(port) }
    while !isStopping {
      let before = events
      if lws_service(context, 0) < 0 { break }
      readMail()
      rest(idleRounds: before == events ? idleRounds + 1 : 0)
    }
    mailbox.setContext(nil)
    close()
  }

  /// Keeps the thread from running in circles: while a client that waits for an answer has sent
  /// more, the library is called by the network again and again, and does nothing about it until
  /// the answer is out.
  private func rest(idleRounds rounds: Int) {
    idleRounds = rounds
    if rounds >= Self.mostIdleRounds { usleep(Self.restMicroseconds) }
  }

  private static let mostIdleRounds = 3
  private static let restMicroseconds: UInt32 = 1_000

  // MARK: Starting and ending

  private func open() throws(WebServer.Failure) -> UInt16 {
    lws_set_log_level(0, nil)
    var information = lws_context_creation_info()
    information.options = cws_option_explicit_vhosts
    information.port = Int32(CONTEXT_PORT_NO_LISTEN)
    information.gid = gid_t.max.asInt32
    information.uid = uid_t.max.asInt32
    information.server_string = UnsafePointer(memory.text("whereabouts"))
    information.max_http_header_data = configuration.mostHeaderBytes
    // The context keeps the pointer; it is destroyed in `close`, before this object can go.
    information.user = Unmanaged.passUnretained(self).toOpaque()
    guard let context = lws_create_context(&information) else { throw .cannotStart }
    self.context = context
    var port = configuration.port
    for address in configuration.addresses { port = try listen(context, address, port) }
    memory.timer.pointee.owner = Unmanaged.passUnretained(self).toOpaque()
    scheduleTick()
    return port
  }

  private func listen(
    _ context: OpaquePointer, _ address: String, _ port: UInt16
  ) throws(WebServer.Failure) -> UInt16 {
    var information = lws_context_creation_info()
    let isVersion6 = address.contains(":")
    information.options =
      cws_option_explicit_vhosts | cws_option_fail_to_bind | cws_option_validate_utf8
      | (isVersion6 ? cws_option_ipv6_only : cws_option_disable_ipv6)
    information.vhost_name = UnsafePointer(memory.text(address))
    information.iface = UnsafePointer(memory.text(address))
    information.port = Int32(port)
    information.protocols = UnsafePointer(memory.protocols)
    information.headers = memory.list(configuration.commonFields)
    information.timeout_secs = UInt32(configuration.headerSeconds)
    information.timeout_secs_ah_idle = UInt32(configuration.headerSeconds)
    information.keepalive_timeout = Int32(configuration.keepAliveSeconds)
    information.retry_and_idle_policy = UnsafePointer(memory.silence)
    information.user = Unmanaged.passUnretained(self).toOpaque()
    guard let host = lws_create_vhost(context, &information) else {
      throw .cannotListen(address: address, port: port)
    }
    let actual = lws_get_vhost_listen_port(host)
    guard let actual = UInt16(exactly: actual), actual > 0 else {
      throw .cannotListen(address: address, port: port)
    }
    return actual
  }

  private func close() {
    if let context { lws_context_destroy(context) }
    context = nil
    for connection in connections.values { forget(connection) }
  }

  // MARK: Time

  private func scheduleTick() {
    guard let context else { return }
    lws_sul_schedule(context, 0, &memory.timer.pointee.timer, serviceTick, 1_000_000)
  }

  func ticked() {
    updateClock()
    tick()
    for connection in connections.values { noticeLeaving(connection) }
    for connection in connections.values where hasWaitedTooLong(connection) {
      lws_set_timeout(connection.wsi, PENDING_TIMEOUT_USER_OK, LWS_TO_KILL_ASYNC)
    }
    readMail()
    if !isStopping { scheduleTick() }
  }

  /// Looks whether the client of a request has left: the library does not, while the answer is made
  /// elsewhere. Who only says that nothing more will be sent is taken for gone, as other servers
  /// do it.
  private func noticeLeaving(_ connection: Connection) {
    guard let exchange = connection.exchange, exchange.isHandedOver, exchange.output == nil else {
      return
    }
    var byte: UInt8 = 0
    // One byte is looked at and left where it is; the socket is the library's, and open while the
    // connection is in the table.
    let count = recv(
      lws_get_socket_fd(connection.wsi), &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT))
    if count == 0 { exchange.presence.end() }
  }

  func updateClock() {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    now = time.tv_sec
  }

  private func hasWaitedTooLong(_ connection: Connection) -> Bool {
    let seconds = now - connection.since
    switch connection.phase {
    case .header, .upgrading: return seconds > configuration.headerSeconds
    case .idle: return seconds > configuration.keepAliveSeconds
    case .socket(let socket, _):
      return socket.waitingBytes > 0 && seconds > configuration.stallSeconds
    case .exchange(let exchange):
      if let output = exchange.output {
        return seconds
          > (output.isWaiting ? configuration.answerSeconds : configuration.stallSeconds)
      }
      guard exchange.isHandedOver else { return seconds > configuration.bodySeconds }
      if seconds > configuration.answerSeconds {
        answer(
          connection, exchange,
          .problem(503, "The server took too long for this request. Ask for less, or try later."))
      }
      return false
    }
  }

  // MARK: Mail

  func readMail() {
    var letters = mailbox.take()
    while !letters.isEmpty {
      for letter in letters { read(letter) }
      letters = mailbox.take()
    }
  }

  private func read(_ letter: Mailbox.Letter) {
    switch letter {
    case .stop: isStopping = true
    case .writable(let number):
      guard let connection = byNumber[number] else { return }
      connection.since = now
      lws_callback_on_writable(connection.wsi)
    case .answer(let number, let exchangeNumber, let response):
      guard let connection = byNumber[number], let exchange = connection.exchange,
        exchange.number == exchangeNumber, exchange.output == nil
      else { return }
      answer(connection, exchange, response)
    case .piece(let number, let exchangeNumber, let piece):
      guard let connection = byNumber[number], let exchange = connection.exchange,
        exchange.number == exchangeNumber
      else { return }
      exchange.output?.supply(piece)
      connection.since = now
      lws_callback_on_writable(connection.wsi)
    }
  }

  func answer(_ connection: Connection, _ exchange: Exchange, _ response: HTTPResponse) {
    exchange.output = ResponseOutput(
      response, to: exchange.request.method, common: configuration.commonFields,
      isVersion10: exchange.isVersion10, keepsAlive: exchange.keepsAlive)
    connection.since = now
    lws_callback_on_writable(connection.wsi)
  }

  // MARK: Connections

  func opened(_ wsi: OpaquePointer) {
    updateClock()
    lastNumber += 1
    let connection = Connection(id: lastNumber, wsi: wsi, now: now)
    connections[wsi] = connection
    byNumber[lastNumber] = connection
  }

  func forget(_ connection: Connection) {
    connections[connection.wsi] = nil
    byNumber[connection.id] = nil
    switch connection.phase {
    case .socket(let socket, let delegate):
      socket.markClosed()
      delegate.closed(socket)
    case .upgrading(let socket, _): socket.markClosed()
    case .exchange(let exchange): exchange.presence.end()
    case .header, .idle: break
    }
    connection.phase = .idle
  }
}

extension UInt32 {
  /// The same bits, signed: libwebsockets takes "no such user" as -1.
  fileprivate var asInt32: Int32 { Int32(bitPattern: self) }
}

/// The library's call for everything that happens; it finds the service through the context.
private func serviceCallback(
  _ wsi: OpaquePointer?, _ reason: lws_callback_reasons, _ session: UnsafeMutableRawPointer?,
  _ input: UnsafeMutableRawPointer?, _ length: Int
) -> Int32 {
  guard let wsi, let context = lws_get_context(wsi), let owner = lws_context_user(context) else {
    return 0
  }
  // The service set itself as the context's user and lives until after the context is destroyed.
  let service = Unmanaged<Service>.fromOpaque(owner).takeUnretainedValue()
  return service.handle(wsi, reason, input, length)
}

/// The library's call when the timer ran out.
private func serviceTick(_ timer: UnsafeMutablePointer<lws_sorted_usec_list_t>?) {
  guard let timer else { return }
  // The timer is the first member of a `cws_timer`, whose address is therefore the same.
  let whole = UnsafeMutableRawPointer(timer).assumingMemoryBound(to: cws_timer.self)
  guard let owner = whole.pointee.owner else { return }
  Unmanaged<Service>.fromOpaque(owner).takeUnretainedValue().ticked()
}
