import Telemetry

extension ATrack {
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    guard command.type == .custom else { throw .unsupported(command.type) }
    guard let data = command.text("data") else { throw .missing(parameter: "data") }
    guard (1...1_000).contains(data.utf8.count),
      data.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
    else {
      throw .invalid(parameter: "data", reason: "must be 1 to 1000 printable ASCII characters")
    }
    frame.append(contentsOf: data.utf8)
    frame.append(contentsOf: "\r\n".utf8)
  }
}
