import Telemetry

extension GPS103 {
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    let count = GPS103Start.identifierLength
    let identifier = try context.identifier(digits: count...count)
    frame.append(contentsOf: "**,imei:\(identifier),\(try code(of: command))".utf8)
  }

  private static func code(of command: Command) throws(CommandError) -> String {
    switch command.type {
    case .custom: return try custom(command)
    case .positionSingle: return "B"
    case .positionPeriodic: return "C,\(try interval(command))"
    case .positionStop: return "D"
    case .alarmDismiss: return "E"
    case .setSpeedLimit: return "H,\(try speedLimit(command))"
    case .engineStop: return "J"
    case .engineResume: return "K"
    case .alarmArm: return "L"
    case .alarmDisarm: return "M"
    case .requestPhoto: return "160"
    default: throw .unsupported(command.type)
    }
  }

  /// Text without the ends of frames: one of them would start a second command.
  private static func custom(_ command: Command) throws(CommandError) -> String {
    guard let data = command.text("data") else { throw .missing(parameter: "data") }
    guard (1...1_000).contains(data.utf8.count),
      data.utf8.allSatisfy({ (0x20...0x7E).contains($0) && !Array(";*".utf8).contains($0) })
    else {
      throw .invalid(
        parameter: "data", reason: "must be 1 to 1000 printable ASCII characters without ; and *")
    }
    return data
  }

  /// Two digits and a unit, the largest of which there is at least one.
  private static func interval(_ command: Command) throws(CommandError) -> String {
    guard let seconds = command.integer("frequency") else {
      throw .missing(parameter: "frequency")
    }
    guard (1..<100 * 3_600).contains(seconds) else {
      throw .invalid(parameter: "frequency", reason: "must be 1 to 359999 seconds")
    }
    let (count, unit) =
      seconds >= 3_600
      ? (seconds / 3_600, "h") : seconds >= 60 ? (seconds / 60, "m") : (seconds, "s")
    return (count < 10 ? "0" : "") + String(count) + unit
  }

  private static func speedLimit(_ command: Command) throws(CommandError) -> String {
    guard let limit = command.integer("data") else { throw .missing(parameter: "data") }
    guard (1...999).contains(limit) else {
      throw .invalid(parameter: "data", reason: "must be 1 to 999 km/h")
    }
    let digits = String(limit)
    return String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}
