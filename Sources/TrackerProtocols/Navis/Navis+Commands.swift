import Telemetry
import Wire

extension Navis {
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    guard command.type == .custom else { throw .unsupported(command.type) }
    let data = try command.printableText("data")
    // From the server, which is number 1, to whatever number the unit has.
    frame.append(contentsOf: "@NTC".utf8)
    frame.append(number: 0, bytes: 4, .little)
    frame.append(number: 1, bytes: 4, .little)
    NavisHeader.finish(&frame, Array(data.utf8))
  }
}
