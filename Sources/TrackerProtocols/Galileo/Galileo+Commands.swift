import Telemetry

extension Galileo {
  /// The longest text: a byte counts it.
  private static let longestText = 255

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    let identifier = Array(try context.identifier(digits: 15...15).utf8)
    let text = Array(try text(of: command).utf8)
    let length = identifier.count + text.count + 11
    var packet: [UInt8] = [
      0x01, UInt8(truncatingIfNeeded: length), UInt8(truncatingIfNeeded: length >> 8), 0x03,
    ]
    packet += identifier
    packet += [0x04, 0, 0, 0xE0, 0, 0, 0, 0, 0xE1, UInt8(truncatingIfNeeded: text.count)]
    packet += text
    packet += [0, 0]
    writeChecksum(&packet)
    frame += packet
  }

  private static func text(of command: Command) throws(CommandError) -> String {
    switch command.type {
    case .custom: return try command.printableText("data", longest: longestText)
    case .outputControl:
      let index = try command.number("index", in: 0...15)
      guard let data = command.text("data") else { throw .missing(parameter: "data") }
      guard data == "0" || data == "1" else {
        throw .invalid(parameter: "data", reason: "must be 0 or 1")
      }
      return "Out \(index),\(data)"
    default: throw .unsupported(command.type)
    }
  }
}
