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
    if command.type == .custom, let message = wholeMessage(command.text("data") ?? "") {
      frame += message
      return
    }
    let (type, content) = try content(of: command, context)
    let version: UInt8? = identifier.bytes.count == 10 ? 1 : nil
    write(to: &frame, identifier, JT808Escapes.standard.delimiter, version, type) { body in
      body.append(contentsOf: content)
    }
  }

  /// A whole message with its delimiters and without escapes, if the text is one in hexadecimal.
  private static func wholeMessage(_ text: String) -> [UInt8]? {
    guard text.utf8.count <= 2 * longestCommand, var message = HexText.bytes(text),
      message.count > 3, let first = message.first, first == message.last,
      JT808Escapes.of(delimiter: first) != nil
    else { return nil }
    wrap(&message)
    return message
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
    case .videoStart: return (0x9101, try videoStart(command))
    case .videoStop: return (0x9102, [try channel(command), 0, 0, 0])
    case .alarmArm: return (0x0310, [0x01, 0x24, 0x05, 0x01] + Array("user".utf8))
    case .alarmDisarm: return (0x0310, [0x01, 0x24, 0x05, 0x00] + Array("user".utf8))
    default: throw .unsupported(command.type)
    }
  }

  /// Where a camera shall send its picture: host, port, and the channel's main stream.
  private static func videoStart(_ command: Command) throws(CommandError) -> [UInt8] {
    guard let host = command.text("server") else { throw .missing(parameter: "server") }
    let name = Array(host.utf8)
    guard (1...255).contains(name.count), name.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .invalid(parameter: "server", reason: "must be a host's name or address")
    }
    guard let number = command.integer("port") else { throw .missing(parameter: "port") }
    guard let port = UInt16(exactly: number), port > 0 else {
      throw .invalid(parameter: "port", reason: "must be a port from 1 to 65535")
    }
    var content = [UInt8(truncatingIfNeeded: name.count)] + name
    append(port, to: &content)
    append(UInt16(0), to: &content)
    return content + [try channel(command), 1, 0]
  }

  /// The channel of a camera; the first if none is given.
  private static func channel(_ command: Command) throws(CommandError) -> UInt8 {
    guard command.text("index") != nil else { return 1 }
    guard let number = command.integer("index"), let channel = UInt8(exactly: number), channel > 0
    else { throw .invalid(parameter: "index", reason: "must be a channel from 1 to 255") }
    return channel
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
