import Simulator
import Telemetry
import TrackerProtocols
import Wire

/// What a server does with a device, without sockets: cuts frames, reads them, answers.
struct SmallServer {
  private let type: any TrackerProtocol.Type
  private let transport: Transport
  private var sessions: [Int: any TrackerProtocol] = [:]
  private var buffers: [Int: [UInt8]] = [:]
  /// Every record that was read, copies too.
  private(set) var positions: [Position] = []
  /// What the device called itself.
  private(set) var identifiers: Set<String> = []
  /// Frames that were refused, with the reason.
  private(set) var refused: [String] = []
  /// Bytes that belong to no frame.
  private(set) var skipped = 0

  init(_ type: any TrackerProtocol.Type, _ transport: Transport) {
    self.type = type
    self.transport = transport
  }

  mutating func open(_ link: Int) {
    sessions[link] = type.init()
    buffers[link] = []
  }

  mutating func close(_ link: Int) { sessions[link] = nil }

  /// Takes bytes and gives the answers.
  mutating func take(_ bytes: [UInt8], _ link: Int, at now: Timestamp) -> [UInt8] {
    guard var session = sessions[link] else { return [] }
    var buffer = (buffers[link] ?? []) + bytes
    var answers: [UInt8] = []
    let edge: StreamState.Edge = transport == .udp ? .ended : .paused
    loop: while !buffer.isEmpty {
      switch session.nextFrame(in: buffer.span, StreamState(transport: transport, edge: edge)) {
      case .frame(let count):
        answers += read(Array(buffer.prefix(count)), &session, now)
        buffer.removeFirst(count)
      case .skip(let count):
        // Line ends behind a frame are no loss.
        if !buffer.prefix(count).allSatisfy({ $0 == 13 || $0 == 10 }) { skipped += count }
        buffer.removeFirst(min(count, buffer.count))
      case .needMore, .waitForPause: break loop
      }
    }
    buffers[link] = transport == .udp ? [] : buffer
    sessions[link] = session
    return answers
  }

  private mutating func read(
    _ frame: [UInt8], _ session: inout any TrackerProtocol, _ now: Timestamp
  ) -> [UInt8] {
    var reports = Reports()
    do throws(DecodeError) {
      try session.read(
        frame.span, DecodeContext(receivedAt: now, transport: transport), into: &reports)
    } catch {
      refused.append("\(error): \(HexText.text(frame))")
      return []
    }
    if reports.checksumFailed { refused.append("checksum: \(HexText.text(frame))") }
    if let identifier = reports.identifier { identifiers.insert(identifier) }
    positions += reports.positions
    return reports.replies
  }
}

/// Plays a device against such a server for some time.
struct Play {
  var device: SimulatedDevice
  var server: SmallServer
  private(set) var now: Timestamp

  init(_ device: SimulatedDevice, _ script: ProtocolScript, start: Timestamp) {
    self.device = device
    server = SmallServer(script.type, script.transport)
    now = start
  }

  /// Goes on for some seconds, a second at a time.
  mutating func run(seconds: Int) {
    for _ in 0..<seconds {
      now = now.advanced(byMilliseconds: 1_000)
      perform(device.step(at: now))
    }
  }

  mutating func perform(_ actions: [SimulatedAction]) {
    for action in actions {
      switch action {
      case .open(let link):
        server.open(link)
        device.didOpen(link)
      case .close(let link): server.close(link)
      case .send(let link, let bytes):
        let answers = server.take(bytes, link, at: now)
        if !answers.isEmpty { perform(device.receive(answers, over: link, at: now)) }
      }
    }
  }
}
