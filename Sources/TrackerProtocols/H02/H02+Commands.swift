import Telemetry

extension H02 {
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    guard (8...15).contains(context.identifier.utf8.count),
      context.identifier.utf8.allSatisfy({ (48...57).contains($0) })
    else {
      throw .invalid(parameter: "uniqueId", reason: "must be 8 to 15 digits")
    }
    let (code, parameters) = try content(of: command, context.settings)
    write(code, parameters, to: context.identifier, at: context.now, &frame)
  }

  /// The code of a command and its parameters, each with a comma in front.
  private static func content(
    of command: Command, _ settings: DeviceSettings
  ) throws(CommandError) -> (code: String, parameters: String) {
    switch command.type {
    case .custom: return try custom(command)
    case .alarmArm: return ("SCF", ",0,0")
    case .alarmDisarm: return ("SCF", ",1,1")
    case .engineStop: return ("S20", ",1,1")
    case .engineResume: return ("S20", ",1,0")
    case .positionPeriodic:
      guard let seconds = command.integer("frequency") else {
        throw .missing(parameter: "frequency")
      }
      guard (1...86_400).contains(seconds) else {
        throw .invalid(parameter: "frequency", reason: "must be 1 to 86400 seconds")
      }
      return settings.options["h02.alternative"] == "true"
        ? ("D1", ",\(seconds)") : ("S71", ",22,\(seconds)")
    default: throw .unsupported(command.type)
    }
  }

  /// A code and parameters as a person wrote them; the time of day goes in between.
  private static func custom(
    _ command: Command
  ) throws(CommandError) -> (code: String, parameters: String) {
    guard let data = command.text("data") else { throw .missing(parameter: "data") }
    guard (1...1_000).contains(data.utf8.count),
      data.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !data.contains("#"),
      !data.contains("*")
    else {
      throw .invalid(
        parameter: "data", reason: "must be 1 to 1000 printable ASCII characters without * and #")
    }
    let comma = data.firstIndex(of: ",") ?? data.endIndex
    return (String(data[..<comma]), String(data[comma...]))
  }
}
