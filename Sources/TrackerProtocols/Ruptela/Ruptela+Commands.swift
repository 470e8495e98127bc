import Telemetry
import Wire

extension Ruptela {
  /// The SMS password that units have when they are new.
  static let usualPassword = "pass"

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    switch command.type {
    case .custom: try custom(command, &frame)
    case .engineStop:
      text(0x6C, try context.password(usual: usualPassword) + " immobilizer 10", &frame)
    case .engineResume:
      text(0x6C, try context.password(usual: usualPassword) + " resetimmob", &frame)
    case .requestPhoto:
      // All bytes of the picture, from the first.
      write(to: &frame, 0x89) { content in
        content.append(contentsOf: [1, 0])
        content.append(number: 0, bytes: 4)
        content.append(number: 0x7FFF_FFFF, bytes: 4)
      }
    case .configuration: text(0x66, try command.printableText("data") + "\r\n", &frame)
    case .getVersion: text(0x67, "", &frame)
    case .firmwareUpdate: text(0x68, "|FU_STRT*\r\n", &frame)
    case .setConnection:
      let port = try command.number("port", in: 1...65_535)
      text(0x69, "\(try server(command)),\(port),TCP", &frame)
    case .setOdometer:
      let value = try command.number("data", in: 0...Int64(UInt32.max))
      write(to: &frame, 0x6A) { $0.append(number: UInt64(value), bytes: 4) }
    case .outputControl:
      let index = try command.number("index", in: 0...Int64(UInt32.max))
      let value = try command.number("data", in: 0...Int64(UInt32.max))
      write(to: &frame, 0x75) { content in
        content.append(number: UInt64(index), bytes: 4)
        content.append(number: UInt64(value), bytes: 4)
      }
    default: throw .unsupported(command.type)
    }
  }

  private static func text(_ type: UInt8, _ text: String, _ frame: inout [UInt8]) {
    write(to: &frame, type) { $0.append(contentsOf: text.utf8) }
  }

  /// Text as it is, or a whole packet if it is nothing but pairs of hexadecimal digits.
  private static func custom(
    _ command: Command, _ frame: inout [UInt8]
  ) throws(CommandError) {
    let data = try command.printableText("data")
    if Array(data.utf8).span.isHexadecimal, let bytes = HexText.bytes(data) {
      frame.append(contentsOf: bytes)
    } else {
      text(0x6C, data, &frame)
    }
  }

  private static func server(_ command: Command) throws(CommandError) -> String {
    let server = try command.printableText("server")
    guard !server.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == 0x20 }) else {
      throw .invalid(parameter: "server", reason: "must have no comma and no blank")
    }
    return server
  }
}
