import Telemetry

extension JT600 {
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    frame.append(contentsOf: "(\(try content(of: command)))".utf8)
  }

  private static func content(of command: Command) throws(CommandError) -> String {
    switch command.type {
    case .engineStop: return "S07,0"
    case .engineResume: return "S07,1"
    case .rebootDevice: return "S17"
    case .setTimezone:
      guard let zone = command.text("timezone") else { throw .missing(parameter: "timezone") }
      guard let offset = ClockZone(offset: zone)?.constantOffset else {
        throw .invalid(parameter: "timezone", reason: "must be an offset such as GMT+6 or +05:30")
      }
      return "S09,1,\(offset / 60_000)"
    default: throw .unsupported(command.type)
    }
  }
}
