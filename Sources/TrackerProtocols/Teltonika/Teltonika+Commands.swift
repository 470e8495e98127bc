import Telemetry
import Wire

extension Teltonika {
  /// The type of a command in codec 12.
  private static let commandType: UInt8 = 5

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    let content: [UInt8]
    switch command.type {
    case .custom: content = try custom(command)
    case .engineStop: content = Array("setdigout 1".utf8)
    case .engineResume: content = Array("setdigout 0".utf8)
    default: throw .unsupported(command.type)
    }
    write(to: &frame, commandType) { $0.append(contentsOf: content) }
  }

  /// Text as it is, or bytes if it is nothing but pairs of hexadecimal digits.
  private static func custom(_ command: Command) throws(CommandError) -> [UInt8] {
    let data = try command.printableText("data")
    let text = Array(data.utf8)
    if text.span.isHexadecimal, let bytes = HexText.bytes(data) { return bytes }
    return text
  }

  /// Appends a packet of codec 12 with one piece of data.
  static func write(
    to frame: inout [UInt8], _ type: UInt8, _ data: (inout [UInt8]) -> Void
  ) {
    let start = frame.count
    frame.append(number: 0, bytes: 8)
    frame.append(contentsOf: [TeltonikaCodec.twelve.rawValue, 1, type])
    frame.append(number: 0, bytes: 4)
    let content = frame.count
    data(&frame)
    frame.replace(at: content - 4, number: UInt64(frame.count - content), bytes: 4)
    frame.append(1)
    frame.replace(at: start + 4, number: UInt64(frame.count - start - 8), bytes: 4)
    let sum = Checksum.arc(frame.span.extracting(start + 8..<frame.count))
    frame.append(number: UInt64(sum), bytes: 4)
  }
}
