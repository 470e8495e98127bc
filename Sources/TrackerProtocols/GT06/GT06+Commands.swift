import Telemetry
import Wire

extension GT06 {
  /// The longest text of a command: the length byte counts it and twelve bytes more.
  private static let longestText = 240

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    let text = try text(of: command, context)
    write(to: &frame, 0x80, serial: 0) { content in
      content.append(UInt8(truncatingIfNeeded: 4 + text.utf8.count))
      content.append(contentsOf: [0, 0, 0, 0])
      content.append(contentsOf: text.utf8)
      if option("gt06.language", context.settings) { content.append(contentsOf: [0, 2]) }
    }
  }

  private static func text(
    of command: Command, _ context: CommandContext
  ) throws(CommandError) -> String {
    switch command.type {
    case .custom: return try command.printableText("data", longest: longestText)
    case .engineStop: return try engine(stop: true, context)
    case .engineResume: return try engine(stop: false, context)
    default: throw .unsupported(command.type)
    }
  }

  private static func engine(
    stop: Bool, _ context: CommandContext
  ) throws(CommandError) -> String {
    let isG109 = GT06Model(context.settings) == .g109
    guard isG109 || option("gt06.alternative", context.settings) else {
      return stop ? "Relay,1#" : "Relay,0#"
    }
    let word = stop ? "DYD" : "HFYD"
    if isG109 { return word + "#" }
    return "\(word),\(try context.password(usual: "123456"))#"
  }

  private static func option(_ name: String, _ settings: DeviceSettings) -> Bool {
    settings.options[name] == "true"
  }
}
