import Telemetry

extension Startek {
  /// Commands are sent with the packet character ':', as other servers do.
  private static let packet = UInt8(ascii: ":")

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    guard (1...20).contains(context.identifier.utf8.count),
      context.identifier.utf8.allSatisfy({ (48...57).contains($0) })
    else {
      throw .invalid(parameter: "uniqueId", reason: "must be digits")
    }
    let content = Array("\(context.identifier),\(try content(of: command))".utf8)
    write(content.count, packet, to: &frame) { $0.append(contentsOf: content) }
  }

  private static func content(of command: Command) throws(CommandError) -> String {
    switch command.type {
    case .custom:
      guard let data = command.text("data") else { throw .missing(parameter: "data") }
      return try checked(data, "data")
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

  /// Text that is one line of printable characters; a line break would start a second command.
  private static func checked(_ text: String, _ name: String) throws(CommandError) -> String {
    guard (1...1_000).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
    else {
      throw .invalid(parameter: name, reason: "must be 1 to 1000 printable ASCII characters")
    }
    return text
  }
}
