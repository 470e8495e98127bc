import Telemetry

extension Watch {
  /// The most bytes of a text that a person enters.
  private static let longestText = 1_000

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    guard (8...15).contains(context.identifier.utf8.count),
      context.identifier.utf8.allSatisfy({ (48...57).contains($0) })
    else {
      throw .invalid(parameter: "uniqueId", reason: "must be 8 to 15 digits")
    }
    let content = try content(of: command)
    frame.append(contentsOf: "[\(try maker(context.settings))*\(context.identifier)*".utf8)
    if context.settings.options["watch.index"] == "true" { frame.append(contentsOf: "0001*".utf8) }
    append(content: content, to: &frame)
  }

  /// The maker's two characters. Units that call themselves 3G want SG.
  private static func maker(_ settings: DeviceSettings) throws(CommandError) -> String {
    let maker = settings.options["watch.maker"] ?? "CS"
    guard maker.utf8.count == 2,
      maker.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0 & 0xDF) })
    else {
      throw .invalid(parameter: "watch.maker", reason: "must be two letters, such as SG")
    }
    return maker == "3G" ? "SG" : maker
  }

  private static func content(of command: Command) throws(CommandError) -> [UInt8] {
    if command.type == .voiceMessage { return try voice(command) }
    return Array(try text(of: command).utf8)
  }

  private static func text(of command: Command) throws(CommandError) -> String {
    switch command.type {
    case .custom: return try parameter("data", command)
    case .positionSingle: return "CR"
    case .positionPeriodic:
      guard let seconds = command.integer("frequency") else {
        throw .missing(parameter: "frequency")
      }
      guard (1...86_400).contains(seconds) else {
        throw .invalid(parameter: "frequency", reason: "must be 1 to 86400 seconds")
      }
      return "UPLOAD,\(seconds)"
    case .rebootDevice: return "RESET"
    case .powerOff: return "POWEROFF"
    case .sosNumber: return try sosNumber(command)
    case .alarmSos: return "SOSSMS,\(try enable(command))"
    case .alarmBattery: return "LOWBAT,\(try enable(command))"
    case .alarmRemove: return "REMOVE,\(try enable(command))"
    case .silenceTime: return "SILENCETIME,\(try parameter("data", command))"
    case .alarmClock: return "REMIND,\(try parameter("data", command))"
    case .setPhonebook: return "PHB,\(try parameter("data", command))"
    case .setIndicator: return "FLOWER,\(try parameter("data", command))"
    case .message: return try message(command)
    case .setTimezone: return try timezone(command)
    default: throw .unsupported(command.type)
    }
  }

  // MARK: Parameters

  /// Text without the protocol's delimiters: one of them would end the command.
  private static func parameter(
    _ name: String, _ command: Command
  ) throws(CommandError) -> String {
    guard let text = command.text(name) else { throw .missing(parameter: name) }
    guard (1...longestText).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && !Array("[]}*".utf8).contains($0) })
    else {
      throw .invalid(
        parameter: name,
        reason: "must be 1 to \(longestText) printable ASCII characters without [ ] } *")
    }
    return text
  }

  private static func enable(_ command: Command) throws(CommandError) -> String {
    guard let isOn = command.boolean("enable") else { throw .missing(parameter: "enable") }
    return isOn ? "1" : "0"
  }

  private static func sosNumber(_ command: Command) throws(CommandError) -> String {
    guard let index = command.integer("index") else { throw .missing(parameter: "index") }
    guard (1...9).contains(index) else {
      throw .invalid(parameter: "index", reason: "must be a number from 1 to 9")
    }
    let phone = try parameter("phone", command)
    guard !phone.utf8.contains(UInt8(ascii: ",")) else {
      throw .invalid(parameter: "phone", reason: "must be one number, without commas")
    }
    return "SOS\(index),\(phone)"
  }

  /// A text for the watch's screen, as UTF-16 in hexadecimal digits.
  private static func message(_ command: Command) throws(CommandError) -> String {
    guard let text = command.text("message") else { throw .missing(parameter: "message") }
    guard (1...longestText).contains(text.utf16.count) else {
      throw .invalid(parameter: "message", reason: "must be 1 to \(longestText) characters")
    }
    let bytes = text.utf16.flatMap { unit in
      [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
    }
    return "MESSAGE,\(HexText.text(bytes))"
  }

  private static func voice(_ command: Command) throws(CommandError) -> [UInt8] {
    guard let text = command.text("data") else { throw .missing(parameter: "data") }
    guard let bytes = HexText.bytes(text), !bytes.isEmpty else {
      throw .invalid(parameter: "data", reason: "must be an AMR file in hexadecimal digits")
    }
    let content = Array("TK,".utf8) + WatchEscapes.escaped(bytes)
    guard content.count <= 0xFFFF else {
      throw .invalid(parameter: "data", reason: "must be at most 65535 bytes, escapes counted")
    }
    return content
  }

  /// The language, if one is given, and the standard time's hours ahead of UTC.
  private static func timezone(_ command: Command) throws(CommandError) -> String {
    guard let zone = command.text("timezone") else { throw .missing(parameter: "timezone") }
    guard let milliseconds = ClockZone(offset: zone)?.constantOffset else {
      throw .invalid(parameter: "timezone", reason: "must be UTC, or such as GMT+6 or GMT-3:30")
    }
    let language = command.text("language") == nil ? "" : try parameter("language", command)
    guard !language.utf8.contains(UInt8(ascii: ",")) else {
      throw .invalid(parameter: "language", reason: "must be one number")
    }
    let minutes = abs(milliseconds) / 60_000
    var hundredths = String(minutes % 60 * 100 / 60)
    if hundredths.utf8.count == 1 { hundredths = "0" + hundredths }
    while hundredths.hasSuffix("0") { hundredths.removeLast() }
    let hours = "\(minutes / 60)" + (hundredths.isEmpty ? "" : "." + hundredths)
    return "LZ,\(language),\(milliseconds < 0 ? "-" : "+")\(hours)"
  }
}
