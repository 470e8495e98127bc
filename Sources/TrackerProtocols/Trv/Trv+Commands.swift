import Telemetry

extension Trv {
  /// A person's command is the text between the prefix and `#`, such as `BP07,000001,60`, or the
  /// whole of it.
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    guard command.type == .custom else { throw .unsupported(command.type) }
    guard let data = command.text("data") else { throw .missing(parameter: "data") }
    let text = data.hasSuffix("#") ? data.dropLast() : data[...]
    guard (1...1_000).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != hash })
    else {
      throw .invalid(
        parameter: "data", reason: "must be 1 to 1000 printable ASCII characters without #")
    }
    frame.append(contentsOf: text.utf8)
    frame.append(hash)
  }
}
