import Telemetry

extension Wialon {
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    frame.append(contentsOf: try text(of: command).utf8)
    frame.append(contentsOf: [13, 10])
  }

  private static func text(of command: Command) throws(CommandError) -> String {
    switch command.type {
    case .rebootDevice: return "reboot"
    case .deviceIdentification: return "VER?"
    case .sendUssd:
      guard let phone = command.text("phone") else { throw .missing(parameter: "phone") }
      let isCode = phone.utf8.allSatisfy {
        (48...57).contains($0) || [0x23, 0x2A, 0x2B].contains($0)
      }
      guard (1...32).contains(phone.utf8.count), isCode else {
        throw .invalid(parameter: "phone", reason: "must be 1 to 32 of digits, *, # and +")
      }
      return "USSD:" + phone
    case .outputControl:
      let index = try command.number("index", in: 0...99)
      guard let data = command.text("data") else { throw .missing(parameter: "data") }
      guard (1...16).contains(data.utf8.count),
        data.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0 & 0xDF) })
      else { throw .invalid(parameter: "data", reason: "must be 1 to 16 letters and digits") }
      return "L\(index)=\(data)"
    default: throw .unsupported(command.type)
    }
  }
}
