import Telemetry
import Wire

extension Navis {
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
    // From the server, which is number 1, to whatever number the unit has.
    frame.append(contentsOf: "@NTC".utf8)
    frame.append(number: 0, bytes: 4, .little)
    frame.append(number: 1, bytes: 4, .little)
    NavisHeader.finish(&frame, Array(data.utf8))
  }
}
