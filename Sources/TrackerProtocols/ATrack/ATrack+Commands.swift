import Telemetry

extension ATrack {
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    guard command.type == .custom else { throw .unsupported(command.type) }
    let data = try command.printableText("data")
    frame.append(contentsOf: data.utf8)
    frame.append(contentsOf: "\r\n".utf8)
  }
}
