import Telemetry
import Wire

extension GL200 {
  /// The most characters of a text that a person enters.
  private static let longestText = 1_000
  /// The number that the answer repeats.
  private static let serial = "FFFF"

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    let password = try context.password(usual: "")
    let text =
      switch command.type {
      case .custom: try custom(command)
      case .positionSingle: "AT+GTRTO=\(password),1,,,,,,\(serial)$"
      case .deviceIdentification: "AT+GTRTO=\(password),8,,,,,,\(serial)$"
      case .rebootDevice: "AT+GTRTO=\(password),3,,,,,,\(serial)$"
      case .engineStop: output(password, 1)
      case .engineResume: output(password, 0)
      default: throw .unsupported(command.type)
      }
    frame.append(contentsOf: text.utf8)
  }

  private static func output(_ password: String, _ state: Int) -> String {
    "AT+GTOUT=\(password),\(state),,,0,0,0,0,0,0,0,,,,,,,\(serial)$"
  }

  /// A text of one command: it may end with `$`, which stands nowhere else.
  private static func custom(_ command: Command) throws(CommandError) -> String {
    guard let data = command.text("data") else { throw .missing(parameter: "data") }
    guard (1...longestText).contains(data.utf8.count),
      data.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !data.dropLast().contains("$")
    else {
      throw .invalid(
        parameter: "data",
        reason: "must be 1 to \(longestText) printable ASCII characters, '$' only at the end")
    }
    return data
  }
}
