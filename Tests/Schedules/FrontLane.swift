import Gateway
import Telemetry
import TrackerProtocols
import Wire

/// What one device does: what it has still to send, and its connection.
struct FrontLane {
  private let device: FrontDevice
  private let number: Int
  /// The records in the order in which they are to be sent.
  private let order: [Int]
  private var conversation: Conversation?
  private var connection: UInt64 = 0
  private var reports = Reports()

  init(_ device: FrontDevice, number: Int, _ random: inout Generator) {
    self.device = device
    self.number = number
    let all = Array(device.made.indices)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: order = all.shuffled(using: &random)
    case 1:
      // Six hours without network, uploaded with the newest first behind the live ones.
      let quarter = all.count / 4
      order =
        all[..<quarter] + all[(2 * quarter)..<(3 * quarter)]
        + all[quarter..<2 * quarter].reversed() + all[(3 * quarter)...]
    default: order = all
    }
  }

  mutating func disconnect() { conversation = nil }

  /// Sends one to five records: mostly those that were not answered, now and then others again.
  mutating func send(
    _ answered: Set<Int>, _ newConnection: UInt64, at time: Timestamp,
    _ handler: inout FrontHandler, _ random: inout Generator
  ) {
    var frames: [[UInt8]] = []
    if conversation == nil || random.once(in: 5) {
      let transport: Transport = Bool.random(using: &random) ? .tcp : .udp
      conversation = Conversation(detector: FrontSchedule.detector, transport: transport)
      connection = newConnection
      if let login = device.login { frames.append(login) }
    }
    let waiting = order.filter { !answered.contains(FrontSchedule.number(number, $0)) }
    for record in waiting.prefix(Int.random(in: 1...5, using: &random)) {
      frames.append(device.made[record].frames.randomElement(using: &random) ?? [])
      if Int.random(in: 0..<10, using: &random) < 3, let again = order.randomElement(using: &random)
      {
        frames.append(device.made[again].frames.randomElement(using: &random) ?? [])
      }
    }
    handler.connection = connection
    if conversation?.transport == .udp {
      for frame in frames { receive(frame, .ended, time, &handler) }
    } else {
      stream(frames.flatMap(\.self), time, &handler, &random)
    }
  }

  /// Bytes over TCP in random pieces. Now and then the connection breaks in the middle.
  private mutating func stream(
    _ bytes: [UInt8], _ time: Timestamp, _ handler: inout FrontHandler, _ random: inout Generator
  ) {
    let breaks = random.once(in: 8)
    let end = breaks ? Int.random(in: 0...bytes.count, using: &random) : bytes.count
    var start = 0
    while start < end {
      let count = random.once(in: 3) ? end - start : Int.random(in: 1...40, using: &random)
      let next = min(start + count, end)
      receive(Array(bytes[start..<next]), .open, time, &handler)
      start = next
    }
    if breaks {
      conversation = nil
    } else if Bool.random(using: &random) {
      receive([], .paused, time, &handler)
    }
  }

  private mutating func receive(
    _ bytes: [UInt8], _ edge: StreamState.Edge, _ time: Timestamp, _ handler: inout FrontHandler
  ) {
    conversation?.receive(
      bytes.span, edge: edge, at: time, reports: &reports, handler: &handler)
  }

  // MARK: Truth

  /// What a record says, read alone and straight by its protocol.
  static func decoded(_ device: FrontDevice, _ made: FrontDevice.Made) -> [String] {
    guard var session = Catalogue.named(device.protocolName)?.init() else { return [] }
    var reports = Reports()
    for frame in [device.login, made.frames.first].compactMap(\.self) {
      reports.removeAll()
      var reader = FieldReader(frame.span)
      do throws(DecodeError) {
        try session.decode(&reader, DecodeContext(receivedAt: made.time), into: &reports)
      } catch {
        return ["\(error)"]
      }
    }
    return reports.positions.map { line(made.time, $0) }
  }

  /// A position as text, without what a resend changes.
  static func line(_ time: Timestamp, _ position: Position) -> String {
    var words = [time, position.fixTime, position.deviceTime].map { "\($0?.milliseconds ?? -1)" }
    if let place = position.location {
      // As exact as it is stored.
      words += [place.latitude, place.longitude].map { "\(($0 * 1e7).rounded())" }
      words += ["\((place.speed * 1_000).rounded())", "\(place.course)", "\(place.isValid)"]
    }
    words += position.attributes.filter { $0.key != .index }.map { "\($0.key.name)=\($0.value)" }
    return words.joined(separator: " ")
  }
}
