import Telemetry
import Wire

extension Castel {
  private static let engineType: UInt16 = 0x4583
  /// The most bytes of a frame that a person enters.
  private static let longestText = 1_000

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    switch command.type {
    case .engineStop: try engine(1, context, &frame)
    case .engineResume: try engine(0, context, &frame)
    case .custom:
      guard let data = command.text("data") else { throw .missing(parameter: "data") }
      guard let bytes = HexText.bytes(data), (1...longestText).contains(bytes.count) else {
        throw .invalid(
          parameter: "data",
          reason: "must be the hexadecimal digits of at most \(longestText) bytes")
      }
      frame.append(contentsOf: bytes)
    default: throw .unsupported(command.type)
    }
  }

  private static func engine(
    _ state: UInt8, _ context: CommandContext, _ frame: inout [UInt8]
  ) throws(CommandError) {
    let identifier = Array(context.identifier.utf8)
    let most = CastelHeader.identifierCount
    guard (1...most).contains(identifier.count),
      identifier.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw .invalid(
        parameter: "uniqueId", reason: "must be at most \(most) printable characters")
    }
    write(1, engineType, to: &frame) { frame in
      frame.append(contentsOf: identifier)
      frame.append(contentsOf: repeatElement(0, count: most - identifier.count))
    } content: { frame in
      frame.append(state)
    }
  }
}
