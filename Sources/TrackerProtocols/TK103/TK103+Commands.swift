import Telemetry

extension TK103 {
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    if context.settings.options["tk103.alternative"] == "true" {
      let text = try shortMessage(of: command, context.settings)
      frame.append(contentsOf: "[begin]sms2,\(text),[end]".utf8)
      return
    }
    guard (1...20).contains(context.identifier.utf8.count),
      context.identifier.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
    else { throw .invalid(parameter: "uniqueId", reason: "must be digits or capital letters") }
    frame.append(contentsOf: "(\(context.identifier)\(try content(of: command)))".utf8)
  }

  private static func content(of command: Command) throws(CommandError) -> String {
    switch command.type {
    case .custom: return try text("data", of: command, without: "()")
    case .positionSingle: return "AP00"
    case .positionPeriodic:
      let seconds = try command.number("frequency", in: 1...65_535)
      let digits = String(seconds, radix: 16, uppercase: true)
      return "AR00" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "0000"
    case .positionStop: return "AR0000000000"
    case .getVersion: return "AP07"
    case .rebootDevice: return "AT00"
    case .setOdometer: return "AX01"
    case .engineStop: return "AV010"
    case .engineResume: return "AV011"
    case .outputControl: return "AV00\(try command.number("data", in: 0...1))"
    default: throw .unsupported(command.type)
    }
  }

  /// What units take that read text messages from the connection.
  private static func shortMessage(
    of command: Command, _ settings: DeviceSettings
  ) throws(CommandError) -> String {
    switch command.type {
    case .custom: return try text("data", of: command, without: "[]")
    case .positionSingle: return "*getposl*"
    case .positionPeriodic: return "*routetrack*99*"
    case .positionStop: return "*routetrackoff*"
    case .getVersion: return "*about*"
    case .getDeviceStatus: return "*status*"
    case .deviceIdentification: return "999999"
    case .rebootDevice: return "88888888"
    case .powerOff: return "*turnoff*"
    case .modeDeepSleep: return try isOn(command) ? "*sleep*2*" : "*sleepoff*"
    case .modePowerSaving: return try isOn(command) ? "*sleepv*" : "*sleepoff*"
    case .alarmSos: return try isOn(command) ? "*soson*" : "*sosoff*"
    case .setConnection:
      let server = try text("server", of: command, without: "*,[]")
      let port = try command.number("port", in: 1...65_535)
      return "*setip*\(server.replacing(".", with: "*"))*\(port)*"
    case .sosNumber:
      let password =
        command.text("devicePassword") == nil
        ? settings.options["devicePassword"] ?? "123456"
        : try text("devicePassword", of: command, without: "*,[]")
      guard
        password.utf8.allSatisfy({ (0x30...0x39).contains($0) || (65...90).contains($0 & 0xDF) })
      else { throw .invalid(parameter: "devicePassword", reason: "must be letters and digits") }
      return "*master*\(password)*\(try text("phone", of: command, without: "*,[]"))*"
    default: throw .unsupported(command.type)
    }
  }

  private static func isOn(_ command: Command) throws(CommandError) -> Bool {
    guard let isOn = command.boolean("enable") else { throw .missing(parameter: "enable") }
    return isOn
  }

  /// Printable characters without those that end a command.
  private static func text(
    _ name: String, of command: Command, without delimiters: String
  ) throws(CommandError) -> String {
    guard let text = command.text(name) else { throw .missing(parameter: name) }
    guard (1...1_000).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && !delimiters.utf8.contains($0) })
    else {
      throw .invalid(
        parameter: name,
        reason: "must be 1 to 1000 printable ASCII characters, none of \(delimiters)")
    }
    return text
  }
}
