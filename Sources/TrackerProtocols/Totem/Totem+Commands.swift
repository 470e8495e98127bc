import Telemetry
import Wire

extension Totem {
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    let password = try context.password(usual: "000000")
    let content = "CF\(password),\(try content(of: command))"
    let start = frame.count
    frame.append(contentsOf: "$$".utf8)
    frame.append(digits: content.utf8.count + 8, count: 4)
    frame.append(contentsOf: content.utf8)
    frame.append(upperHexadecimal: Checksum.xor8(frame.span.extracting(droppingFirst: start)))
  }

  private static func content(of command: Command) throws(CommandError) -> String {
    switch command.type {
    case .custom:
      guard let data = command.text("data") else { throw .missing(parameter: "data") }
      guard (1...1_000).contains(data.utf8.count),
        data.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !data.contains("$$")
      else {
        throw .invalid(
          parameter: "data", reason: "must be 1 to 1000 printable ASCII characters without '$$'")
      }
      return data
    case .rebootDevice: return "006"
    case .factoryReset: return "007"
    case .positionSingle: return "012"
    case .getVersion: return "056"
    case .engineStop: return "025,C,1"
    case .engineResume: return "025,C,0"
    default: throw .unsupported(command.type)
    }
  }
}
