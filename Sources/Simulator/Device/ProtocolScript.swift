public import Telemetry
public import TrackerProtocols

/// The part that a protocol plays: which of its worked frames is the login, the position, each of
/// the alarms. It is derived from the examples, so that a protocol is simulated as soon as it has
/// some; `About.simulation` says what cannot be derived.
public struct ProtocolScript: Sendable {
  /// The protocol.
  public let type: any TrackerProtocol.Type
  /// How the frames travel.
  public let transport: Transport
  let login: [MessageTemplate]
  let heartbeat: MessageTemplate?
  let position: MessageTemplate
  let stored: MessageTemplate?
  let surroundings: MessageTemplate?
  let alarms: [(name: String, template: MessageTemplate)]
  let answer: MessageTemplate?
  /// The identifier that others are made like.
  let identifier: String
  /// The conversation behind the login.
  let decoder: TrialDecoder

  /// Why a protocol cannot be simulated.
  public struct Problem: Error, CustomStringConvertible {
    /// One sentence.
    public let description: String
  }

  /// Derives the part of a protocol.
  public init(_ type: any TrackerProtocol.Type, _ transport: Transport) throws(Problem) {
    let source: ScriptSource
    do throws(WorkedExample.Malformed) {
      source = try ScriptSource(type, transport)
    } catch {
      throw Problem(description: "the examples of \(type.about.name) cannot be read: \(error)")
    }
    self.type = type
    self.transport = transport
    login = source.login
    decoder = source.decoder
    heartbeat = source.first("heartbeat")
    guard let position = source.position,
      let identifier = position.identifier ?? login.compactMap(\.identifier).last
    else {
      throw Problem(
        description: "no worked frame of \(type.about.name) has a place and a time that can be "
          + "rewritten, so it cannot be simulated")
    }
    self.position = position
    self.identifier = identifier
    stored = source.stored(position)
    surroundings = source.surroundings
    answer = source.first("answer")
    alarms = source.alarms(position)
  }

  /// The alarms that it can send, by the server's names.
  public var alarmNames: [String] { alarms.map(\.name) }

  /// The alarms that devices of a protocol can send, by the server's names; none if it cannot be
  /// simulated.
  public static func alarmNames(of type: any TrackerProtocol.Type) -> [String] {
    let transport: Transport = type.about.transports.contains(.tcp) ? .tcp : .udp
    return (try? ProtocolScript(type, transport))?.alarmNames ?? []
  }

  /// The smallest step of the device's clock in milliseconds.
  var timeStep: Int64 { position.records.first?.timeStep ?? 1_000 }

  /// Whether a device may be anywhere on Earth, or must stay in the north and east.
  public var goesAnywhere: Bool { position.records.first?.goesAnywhere == true }

  /// Whether the frames of such a record carry a time of their own.
  public func hasTime(_ record: SimulatedRecord) -> Bool {
    switch record.kind {
    case .position: position.hasTime
    case .alarm(let name): alarms.first { $0.name == name }?.template.hasTime ?? false
    case .surroundings: surroundings?.hasTime ?? false
    }
  }

  /// Which worked frame plays which part, a line each.
  public var summary: [String] {
    var lines = login.map { "login: \($0.title)" }
    lines.append("position: \(position.title)")
    if let heartbeat { lines.append("heartbeat: \(heartbeat.title)") }
    if let stored { lines.append("stored position: \(stored.title)") }
    if let surroundings { lines.append("cells only: \(surroundings.title)") }
    if let answer { lines.append("answer to a command: \(answer.title)") }
    lines.append("alarms: \(alarmNames.joined(separator: ", "))")
    return lines
  }

  /// The identifier of a device: like the example's, with a number of its own and, where it is an
  /// IMEI, with the right check digit.
  public func identifier(number: Int) -> String {
    let digits = Array(identifier.utf8)
    let isIMEI = digits.count == 15
    let own = isIMEI ? 6 : min(6, digits.count)
    let front = isIMEI ? 8 : digits.count - own
    var text = Array(digits.prefix(front))
    var divisor = 1
    for _ in 1..<own { divisor *= 10 }
    while divisor > 0 {
      text.append(48 + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
    if isIMEI { text.append(Self.checkDigit(text)) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The last digit of an IMEI, by Luhn's formula.
  private static func checkDigit(_ digits: [UInt8]) -> UInt8 {
    var sum = 0
    for (index, byte) in digits.reversed().enumerated() {
      let digit = Int(byte) - 48
      let doubled = index % 2 == 0 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return 48 + UInt8(truncatingIfNeeded: (10 - sum % 10) % 10)
  }
}
