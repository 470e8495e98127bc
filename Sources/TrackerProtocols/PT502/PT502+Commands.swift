import Telemetry

extension PT502 {
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    frame.append(contentsOf: "\(try content(of: command))\r\n".utf8)
  }

  private static func content(of command: Command) throws(CommandError) -> String {
    switch command.type {
    case .custom:
      return try text(command, "data", "1 to 500 printable ASCII characters") {
        (1...500).contains($0.count) && $0.allSatisfy { (0x20...0x7E).contains($0) }
      }
    case .outputControl:
      return
        "#OPC\(try command.number("index", in: 1...5)),\(try command.number("data", in: 0...1))"
    case .positionPeriodic: return "#GTI\(try command.number("frequency", in: 1...86_400))"
    case .positionStop: return "#GTI0"
    case .positionSingle: return "#RPO"
    case .setTimezone: return "#TMZ\(try hours(command))"
    case .alarmSpeed: return "#SPD\(try command.number("data", in: 0...255))"
    case .requestPhoto: return "#PHO"
    case .sosNumber:
      let numbers = try text(command, "phone", "phone numbers with commas between", arePhones)
      return "#SOS,\(numbers)"
    case .setConnection:
      let server = try text(command, "server", "a numeric address such as 203.0.113.5", isAddress)
      return "#SVR\(server),\(try command.number("port", in: 1...65_535))"
    case .getVersion: return "#VER"
    case .deviceIdentification: return "#IME"
    case .getDeviceStatus: return "#RCP"
    case .factoryReset: return "#DFT"
    default: throw .unsupported(command.type)
    }
  }

  /// Digits, `+`, and commas between several numbers.
  private static func arePhones(_ text: String.UTF8View) -> Bool {
    (3...80).contains(text.count)
      && text.allSatisfy { (48...57).contains($0) || $0 == 0x2B || $0 == 0x2C }
  }

  /// Four numbers with points.
  private static func isAddress(_ text: String.UTF8View) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.count) && part.allSatisfy { (48...57).contains($0) }
      }
  }

  /// Text of an allowed form; a line break would start a second command.
  private static func text(
    _ command: Command, _ name: String, _ form: String, _ isAllowed: (String.UTF8View) -> Bool
  ) throws(CommandError) -> String {
    guard let text = command.text(name) else { throw .missing(parameter: name) }
    guard isAllowed(text.utf8) else {
      throw .invalid(parameter: name, reason: "must be \(form)")
    }
    return text
  }

  private static func hours(_ command: Command) throws(CommandError) -> Int64 {
    guard let zone = command.text("timezone") else { throw .missing(parameter: "timezone") }
    guard let offset = ClockZone(offset: zone)?.constantOffset, offset % 3_600_000 == 0 else {
      throw .invalid(parameter: "timezone", reason: "must be whole hours, written as GMT+6")
    }
    return offset / 3_600_000
  }
}
