import Telemetry

extension Meitrack {
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    let identifier = try context.identifier(digits: 1...20)
    let content = try content(of: command, context)
    write(UInt8(ascii: "A"), to: identifier, &frame) {
      $0.append(contentsOf: content.utf8)
    }
  }

  private static func content(
    of command: Command, _ context: CommandContext
  ) throws(CommandError) -> String {
    let isAlternative = context.settings.options["meitrack.alternative"] == "true"
    switch command.type {
    case .custom: return try command.printableText("data")
    case .positionSingle: return "A10"
    case .engineStop: return "C01,0,12222"
    case .engineResume: return "C01,0,02222"
    case .alarmArm: return isAlternative ? "B21,1" : "C01,0,22122"
    case .alarmDisarm: return isAlternative ? "B21,0" : "C01,0,22022"
    case .requestPhoto:
      let camera = command.integer("index") ?? 1
      guard (1...8).contains(camera) else {
        throw .invalid(parameter: "index", reason: "must be a camera from 1 to 8")
      }
      return "D03,\(camera),camera_picture.jpg"
    case .sendSms:
      let phone = try command.printableText("phone")
      guard phone.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: "+") }) else {
        throw .invalid(parameter: "phone", reason: "must be digits with or without '+'")
      }
      return "C02,0,\(phone),\(try command.printableText("message"))"
    default: throw .unsupported(command.type)
    }
  }
}
