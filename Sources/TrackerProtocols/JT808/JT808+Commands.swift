import Telemetry
import Wire

extension JT808 {
  /// A body has at most 1,023 bytes.
  private static let longestCommand = 1_000

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    // The option says what the device's messages would: that it speaks the version of 2019.
    let isLong = context.settings.options["jt808.version"] == "2019"
    guard let identifier = JT808Identifier(text: context.identifier, isLong: isLong) else {
      throw .invalid(parameter: "uniqueId", reason: "must be 1 to 20 digits")
    }
    let (type, content) = try content(of: command, context)
    let version: UInt8? = identifier.bytes.count == 10 ? 1 : nil
    write(to: &frame, identifier, JT808Escapes.standard.delimiter, version, type) { body in
      body.append(contentsOf: content)
    }
  }

  /// The message's number and its body.
  private static func content(
    of command: Command, _ context: CommandContext
  ) throws(CommandError) -> (UInt16, [UInt8]) {
    switch command.type {
    case .custom: return try custom(command, JT808Model(context.settings))
    case .engineStop: return engine(stop: true, context)
    case .engineResume: return engine(stop: false, context)
    case .rebootDevice: return (0x0310, [0x01, 0x23, 0x01, 0x03])
    case .positionSingle: return (0x8201, [])
    case .positionPeriodic:
      guard let seconds = command.integer("frequency") else {
        throw .missing(parameter: "frequency")
      }
      guard let interval = UInt32(exactly: seconds), interval > 0 else {
        throw .invalid(parameter: "frequency", reason: "must be a number of seconds above 0")
      }
      var content: [UInt8] = [0x01, 0x06, 0x04]
      append(interval, to: &content)
      return (0x0310, content)
    case .alarmArm: return (0x0310, [0x01, 0x24, 0x05, 0x01] + Array("user".utf8))
    case .alarmDisarm: return (0x0310, [0x01, 0x24, 0x05, 0x00] + Array("user".utf8))
    default: throw .unsupported(command.type)
    }
  }

  private static func engine(stop: Bool, _ context: CommandContext) -> (UInt16, [UInt8]) {
    switch JT808Model(context.settings) {
    case .w15l: return (0x8105, [stop ? 0x64 : 0x65])
    case .vl300: return (0x8105, Array((stop ? "#0;1" : "#0;0").utf8))
    default: break
    }
    guard context.settings.options["jt808.alternative"] == "true" else {
      return (0x8105, [stop ? 0xF0 : 0xF1])
    }
    let time = CivilTime(context.now)
    let parts = [time.year % 100, time.month, time.day, time.hour, time.minute, time.second]
    let packed = parts.map { UInt8(truncatingIfNeeded: $0 / 10 * 16 + $0 % 10) }
    return (0xA006, [stop ? 1 : 0] + packed)
  }

  /// Text as the model takes it; the standard's message of text for all others.
  private static func custom(
    _ command: Command, _ model: JT808Model?
  ) throws(CommandError) -> (UInt16, [UInt8]) {
    guard let data = command.text("data") else { throw .missing(parameter: "data") }
    let text = Array(data.utf8)
    let most = model == .aovx || model == .vl300 ? 255 : longestCommand
    guard (1...most).contains(text.count), text.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      throw .invalid(
        parameter: "data", reason: "must be 1 to \(most) printable ASCII characters")
    }
    switch model {
    case .aovx, .vl300:
      let head: [UInt8] = [0x01, 0x00, 0x00, 0xF0, 0x30, UInt8(truncatingIfNeeded: text.count)]
      return (0x8103, head + text)
    case .jimi, .camera: return (0x8900, [0xF0] + text)
    default: return (0x8300, [0x01] + text)
    }
  }
}
