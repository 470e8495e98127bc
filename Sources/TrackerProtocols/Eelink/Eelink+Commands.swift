import Telemetry
import Wire

extension Eelink {
  /// The most bytes of a text that a person enters.
  private static let longestText = 1_000

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    let text =
      switch command.type {
      case .custom: try custom(command)
      case .positionSingle: "WHERE#"
      case .engineStop: "RELAY,1#"
      case .engineResume: "RELAY,0#"
      case .rebootDevice: "RESET#"
      default: throw .unsupported(command.type)
      }
    frame.append(contentsOf: [EelinkStart.packetByte, EelinkStart.packetByte])
    frame.append(Kind.answer.rawValue)
    frame.append(number: UInt64(text.utf8.count + 7), bytes: 2)
    // Sequence number, a command, and the server's number.
    frame.append(contentsOf: [0, 0, 1, 0, 0, 0, 0])
    frame.append(contentsOf: text.utf8)
  }

  private static func custom(_ command: Command) throws(CommandError) -> String {
    guard let data = command.text("data") else { throw .missing(parameter: "data") }
    guard (1...longestText).contains(data.utf8.count),
      data.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
    else {
      throw .invalid(
        parameter: "data", reason: "must be 1 to \(longestText) printable ASCII characters")
    }
    return data
  }
}
