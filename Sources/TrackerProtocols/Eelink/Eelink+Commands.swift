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
    guard context.transport == .udp else { return write(text, to: &frame) }
    let identifier = try packed(context.identifier)
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

  /// An identifier as it stands in datagrams: a zero and its 15 digits, two in a byte.
  private static func packed(_ identifier: String) throws(CommandError) -> [UInt8] {
    guard identifier.utf8.count == 15, let number = UInt64(identifier, radix: 16),
      identifier.utf8.allSatisfy({ TextNumber.digit($0) != nil })
    else { throw .invalid(parameter: "uniqueId", reason: "must be 15 digits for a datagram") }
    var bytes: [UInt8] = []
    bytes.append(number: number, bytes: identifierCount)
    return bytes
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
