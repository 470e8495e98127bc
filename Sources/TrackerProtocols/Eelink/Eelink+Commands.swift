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
      case .custom: try command.printableText("data", longest: longestText)
      case .positionSingle: "WHERE#"
      case .engineStop: "RELAY,1#"
      case .engineResume: "RELAY,0#"
      case .rebootDevice: "RESET#"
      default: throw .unsupported(command.type)
      }
    guard context.transport == .udp else { return write(text, to: &frame) }
    var identifier: [UInt8] = []
    identifier.append(number: try context.packedIdentifier(), bytes: identifierCount)
    wrap(identifier.span, to: &frame) { write(text, to: &$0) }
  }

  private static func write(_ text: String, to frame: inout [UInt8]) {
    frame.append(contentsOf: [EelinkStart.packetByte, EelinkStart.packetByte])
    frame.append(Kind.answer.rawValue)
    frame.append(number: UInt64(text.utf8.count + 7), bytes: 2)
    // Sequence number, a command, and the server's number.
    frame.append(contentsOf: [0, 0, 1, 0, 0, 0, 0])
    frame.append(contentsOf: text.utf8)
  }
}
