import Telemetry
import Wire

extension Meiligao {
  /// Models with five outputs, which are switched together.
  private static let modelsWithFiveOutputs: Set<String> = [
    "TK510", "GT08", "TK208", "TK228", "MT05",
  ]

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    guard let identifier = packed(context.identifier) else {
      throw .invalid(parameter: "uniqueId", reason: "must be 1 to 20 digits")
    }
    let (code, data) = try content(of: command, context.settings)
    write(code, to: identifier, data, &frame)
  }

  /// The first 14 digits of an identifier, padded with F.
  private static func packed(_ identifier: String) -> UInt64? {
    guard (1...20).contains(identifier.utf8.count) else { return nil }
    var number: UInt64 = 0
    var count = 0
    for character in identifier.utf8 {
      guard let digit = TextNumber.digit(character) else { return nil }
      guard count < 14 else { continue }
      number = number << 4 | UInt64(truncatingIfNeeded: digit)
      count += 1
    }
    for _ in count..<14 { number = number << 4 | 15 }
    return number
  }

  private static func content(
    of command: Command, _ settings: DeviceSettings
  ) throws(CommandError) -> (code: UInt16, data: [UInt8]) {
    switch command.type {
    case .positionSingle: return (0x4101, [])
    case .positionPeriodic:
      let seconds = try command.number("frequency", in: 10...655_350)
      return (0x4102, bytes(seconds / 10))
    case .positionStop: return (0x4102, [0, 0])
    case .alarmSpeed:
      let speed = try command.number("data", in: 0...200)
      return (0x4105, [UInt8(truncatingIfNeeded: speed / 10)])
    case .alarmGeofence:
      if command.boolean("enable") == false { return (0x4106, [0]) }
      return (0x4106, bytes(try command.number("radius", in: 0...65_535)))
    case .factoryReset: return (0x4110, [])
    case .engineStop: return outputs(1, 1, settings)
    case .engineResume: return outputs(1, 0, settings)
    case .outputControl: return try output(command, settings)
    case .voiceMonitoring: return (0x4130, Array(try phone(command).utf8))
    case .setTimezone: return (0x4132, Array(String(try minutes(command)).utf8))
    case .alarmVibration:
      return (0x4135, Array(String(try command.number("data", in: 1...255)).utf8))
    case .requestPhoto: return (0x4151, [])
    case .rebootDevice: return (0x4902, [])
    case .getVersion: return (0x9001, [])
    case .custom: return try custom(command)
    default: throw .unsupported(command.type)
    }
  }

  // MARK: Outputs

  private static func hasFiveOutputs(_ settings: DeviceSettings) -> Bool {
    settings.model.map { modelsWithFiveOutputs.contains($0.uppercased()) } ?? false
  }

  /// Sets one output; others are kept (02).
  private static func outputs(
    _ place: Int64, _ value: UInt8, _ settings: DeviceSettings
  ) -> (code: UInt16, data: [UInt8]) {
    if hasFiveOutputs(settings) { return (0x4114, (1...5).map { $0 == place ? value : 2 }) }
    let isCareful = settings.options["meiligao.alternative"] == "true"
    return (isCareful ? 0x4114 : 0x4115, [place == 1 ? value : 2])
  }

  /// With one output the field counts it as number 2, and number 1 keeps it as it is.
  private static func output(
    _ command: Command, _ settings: DeviceSettings
  ) throws(CommandError) -> (code: UInt16, data: [UInt8]) {
    let five = hasFiveOutputs(settings)
    let index = try command.number("index", in: 1...(five ? 5 : 2))
    let value = UInt8(truncatingIfNeeded: try command.number("data", in: 0...2))
    return outputs(five ? index : index - 1, value, settings)
  }

  // MARK: Parameters

  private static func bytes(_ number: Int64) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
  }

  private static func minutes(_ command: Command) throws(CommandError) -> Int64 {
    guard let zone = command.text("timezone") else { throw .missing(parameter: "timezone") }
    guard let offset = ClockZone(offset: zone)?.constantOffset else {
      throw .invalid(parameter: "timezone", reason: "must be written as GMT+6 or UTC-3:30")
    }
    return offset / 60_000
  }

  private static func phone(_ command: Command) throws(CommandError) -> String {
    guard let phone = command.text("phone") else { throw .missing(parameter: "phone") }
    guard (3...16).contains(phone.utf8.count),
      phone.utf8.allSatisfy({ TextNumber.digit($0) != nil || $0 == UInt8(ascii: "+") })
    else {
      throw .invalid(parameter: "phone", reason: "must be 3 to 16 digits")
    }
    return phone
  }

  /// The command and its data in hexadecimal digits.
  private static func custom(
    _ command: Command
  ) throws(CommandError) -> (code: UInt16, data: [UInt8]) {
    guard let data = command.text("data") else { throw .missing(parameter: "data") }
    guard let bytes = HexText.bytes(data), (2...132).contains(bytes.count) else {
      throw .invalid(
        parameter: "data",
        reason: "must be hexadecimal: the command's two bytes and at most 130 bytes of data")
    }
    return (bytes.span.bigEndian16(at: 0), Array(bytes.dropFirst(2)))
  }
}
