import Telemetry

extension Startek {
  /// Commands are sent with the packet character ':', as other servers do.
  private static let packet = UInt8(ascii: ":")

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    let identifier = try context.identifier(digits: 1...20)
    let content = Array("\(identifier),\(try content(of: command))".utf8)
    write(content.count, packet, to: &frame) { $0.append(contentsOf: content) }
  }

  private static func content(of command: Command) throws(CommandError) -> String {
    switch command.type {
    case .custom: return try command.printableText("data")
    case .engineStop: return "900,1,1"
    case .engineResume: return "900,1,0"
    case .outputControl:
      guard let index = command.integer("index") else { throw .missing(parameter: "index") }
      guard (1...8).contains(index) else {
        throw .invalid(parameter: "index", reason: "must be an output from 1 to 8")
      }
      guard let data = command.integer("data") else { throw .missing(parameter: "data") }
      guard (0...1).contains(data) else {
        throw .invalid(parameter: "data", reason: "must be 0 or 1")
      }
      return "900,\(index),\(data)"
    case .positionPeriodic:
      guard let seconds = command.integer("frequency") else {
        throw .missing(parameter: "frequency")
      }
      guard (1...86_400).contains(seconds) else {
        throw .invalid(parameter: "frequency", reason: "must be 1 to 86400 seconds")
      }
      return "102,\(seconds)"
    case .positionSingle: return "800"
    case .getVersion: return "801"
    case .getDeviceStatus: return "802"
    default: throw .unsupported(command.type)
    }
  }
}
