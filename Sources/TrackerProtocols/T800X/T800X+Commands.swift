import Telemetry
import Wire

extension T800X {
  /// A command that sets something.
  private static let setting: UInt8 = 1

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    guard command.type == .custom else { throw .unsupported(command.type) }
    let data = try command.printableText("data")
    let identifier = try context.packedIdentifier()
    let line = line(of: context.settings.model).rawValue
    frame.append(contentsOf: [line, line, 0x81])
    frame.append(number: UInt64(16 + data.utf8.count), bytes: 2)
    frame.append(number: 1, bytes: 2)
    frame.append(number: identifier, bytes: 8)
    frame.append(setting)
    frame.append(contentsOf: data.utf8)
  }

  /// The line that a model belongs to; the first one if it is not known.
  private static func line(of model: String?) -> T800XHeader.Line {
    guard let name = model?.uppercased() else { return .first }
    for (prefix, line) in lines where name.hasPrefix(prefix) { return line }
    return .first
  }

  private static let lines: [(String, T800XHeader.Line)] = [
    ("T8808+", .wired), ("TLW", .wired), ("TLD", .diagnostic), ("TLP", .battery),
    ("SOLARGUARD", .battery),
  ]
}
