import Telemetry

extension PT60 {
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    guard context.identifier.utf8.count == 15,
      context.identifier.utf8.allSatisfy({ (48...57).contains($0) })
    else {
      throw .invalid(parameter: "uniqueId", reason: "must be an IMEI of 15 digits")
    }
    let (function, parameters) = try content(of: command)
    frame.append(contentsOf: "@B#@|01|\(function)|\(context.identifier)|\(parameters)@E#@".utf8)
  }

  /// The function of a command and its parameters, each with a bar behind it.
  private static func content(
    of command: Command
  ) throws(CommandError) -> (function: String, parameters: String) {
    switch command.type {
    case .positionSingle: return ("048", "")
    case .powerOff: return ("051", "")
    case .positionPeriodic:
      guard let seconds = command.integer("frequency") else {
        throw .missing(parameter: "frequency")
      }
      guard (60...86_400).contains(seconds) else {
        throw .invalid(parameter: "frequency", reason: "must be 60 to 86400 seconds")
      }
      return ("014", "2|\(seconds / 60)|")
    case .custom: return try custom(command)
    default: throw .unsupported(command.type)
    }
  }

  /// A function of three digits and its parameters as a person wrote them, with bars.
  private static func custom(
    _ command: Command
  ) throws(CommandError) -> (function: String, parameters: String) {
    guard let data = command.text("data") else { throw .missing(parameter: "data") }
    let function = data.prefix(3)
    let parameters = data.dropFirst(3)
    guard data.utf8.count <= 500, function.utf8.count == 3,
      function.utf8.allSatisfy({ (48...57).contains($0) }),
      parameters.isEmpty || parameters.hasPrefix("|"),
      parameters.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "@") })
    else {
      throw .invalid(
        parameter: "data", reason: "must be a function of three digits and parameters, with '|'")
    }
    return (String(function), parameters.isEmpty ? "" : parameters.dropFirst() + "|")
  }
}
