import EventLoop
import Telemetry
import TrackerProtocols

/// Recorded sessions on their way to a server, all on one loop.
final class Replay {
  private final class Sender: TCPConnectionDelegate {
    let session: ReplaySession
    var connection: TCPConnection?
    var socket: UDPSocket?
    var local: Address?
    var isOpen = false
    var next = 0
    var received: [UInt8] = []
    var failure: String?
    let heard: (Sender, Span<UInt8>) -> Void

    init(_ session: ReplaySession, _ heard: @escaping (Sender, Span<UInt8>) -> Void) {
      self.session = session
      self.heard = heard
    }

    var isDone: Bool { failure != nil || next == session.messages.count }

    func connection(_ connection: TCPConnection, didRead bytes: Span<UInt8>) {
      heard(self, bytes)
    }
    func connectionDidEnd(_ connection: TCPConnection) {
      if !isDone { failure = "the server closed the connection" }
    }
    func connection(_ connection: TCPConnection, didFail error: LoopError) {
      if !isDone { failure = "\(error)" }
    }
    func connectionDidDrain(_ connection: TCPConnection) {}
  }

  /// A connection gets nothing more while so many bytes wait for it to take them.
  private static let mostQueued = 1 << 20
  /// The most bytes of answers that are kept for one session.
  private static let mostReceived = 1 << 20

  private let loop: Loop
  private let address: Address
  private let rate: Int
  private let wait: Int
  private let quiet: Bool
  private var senders: [Sender] = []
  private var timer: LoopTimer?
  private var started: UInt64 = 0
  private var ended: UInt64?
  private var sent = 0
  private var answers = 0
  private var turn = 0
  private let total: Int
  private var lastProgress: UInt64 = 0

  init(_ sessions: [ReplaySession], to address: Address, rate: Int, wait: Int, quiet: Bool) throws {
    loop = try Loop()
    self.address = address
    self.rate = rate
    self.wait = wait
    self.quiet = quiet
    total = sessions.reduce(0) { $0 + $1.messages.count }
    senders = sessions.map { session in
      Sender(session) { [weak self] sender, bytes in self?.heard(sender, bytes) }
    }
  }

  /// How many sessions could not be sent whole.
  var failures: Int { senders.count { $0.failure != nil } }

  /// One line on what was done.
  var summary: String {
    var text = "replay: \(sent) of \(total) messages in \(senders.count) sessions sent, "
    text += "\(answers) answers received"
    if let problem = senders.first(where: { $0.failure != nil }) {
      text += "; \(failures) sessions failed, the first (\(problem.session.name)): "
      text += problem.failure ?? ""
    }
    return text
  }

  func run() {
    _ = Loop.raiseOpenFileLimit()
    started = loop.now
    lastProgress = started
    timer = try? LoopTimer(on: loop) { [weak self] in self?.tick() }
    timer?.start(milliseconds: 0, every: 5)
    loop.run()
    loop.close()
  }

  private func tick() {
    let due = rate == 0 ? total : min(total, Int(loop.now - started) * rate / 1_000 + 1)
    var misses = 0
    while sent < due, misses < senders.count {
      let sender = senders[turn % senders.count]
      turn += 1
      if send(sender) { misses = 0 } else { misses += 1 }
    }
    progress()
    guard senders.allSatisfy(\.isDone) else { return }
    let end = ended ?? loop.now
    ended = end
    if loop.now - end >= UInt64(wait) { finish() }
  }

  private func finish() {
    timer?.close()
    for sender in senders {
      sender.connection?.close()
      sender.socket?.close()
    }
    loop.stop()
  }

  private func send(_ sender: Sender) -> Bool {
    guard !sender.isDone, open(sender) else { return false }
    if let connection = sender.connection, connection.queuedBytes > Self.mostQueued { return false }
    let message = sender.session.messages[sender.next]
    sender.next += 1
    sent += 1
    if !quiet { Terminal.write("\(sender.session.name) > \(HexText.text(message))") }
    if let connection = sender.connection {
      connection.write(message.span)
    } else if let socket = sender.socket, let local = sender.local {
      socket.send(message.span, to: address, from: local)
    }
    return true
  }

  /// Opens the session's connection or socket; false while it is not ready.
  private func open(_ sender: Sender) -> Bool {
    if sender.isOpen { return true }
    if sender.connection != nil { return false }
    do {
      if sender.session.transport == .tcp {
        let connection = try TCPConnection.connect(to: address, on: loop) { problem in
          if let problem { sender.failure = "\(problem)" }
          sender.isOpen = problem == nil
          if sender.isOpen { sender.connection?.resumeReading() }
        }
        connection.delegate = sender
        sender.connection = connection
        return false
      }
      let local: IPAddress =
        address.ip.isLoopback
        ? .loopback(address.ip.family) : .any(address.ip.family)
      let bound = try BoundSocket.bind(to: Address(local, port: 0))
      sender.local = bound.address
      sender.socket = try UDPSocket(bound, on: loop) { bytes, _, _ in
        sender.heard(sender, bytes)
      }
      sender.socket?.resumeReading()
      sender.isOpen = true
    } catch {
      sender.failure = "\(error)"
    }
    return sender.isOpen
  }

  private func heard(_ sender: Sender, _ bytes: Span<UInt8>) {
    answers += 1
    var copy: [UInt8] = []
    for index in bytes.indices { copy.append(bytes[index]) }
    if sender.received.count < Self.mostReceived { sender.received += copy }
    if !quiet { Terminal.write("\(sender.session.name) < \(HexText.text(copy))") }
  }

  private func progress() {
    guard !quiet, loop.now - lastProgress >= 1_000 else { return }
    lastProgress = loop.now
    Terminal.complain("replay: \(sent) of \(total) messages sent, \(answers) answers")
  }

  /// Writes a line for each session: what was sent and what came back.
  func writeJSON() {
    for sender in senders {
      var json = JSONWriter()
      json.object { json in
        json.member("session", .text(sender.session.name))
        json.member("transport", .text(sender.session.transport.name))
        json.member("sent", .integer(Int64(sender.next)))
        json.member("received", .text(HexText.text(sender.received)))
        json.member("error", sender.failure.map { .text($0) })
      }
      json.endLine()
      Terminal.write(json.bytes)
    }
  }
}
