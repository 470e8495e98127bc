import Telemetry
import Wire

extension Suntech {
  /// How a unit wants its commands: with its model in the header, or in the newer form.
  private enum CommandForm {
    case model(String)
    case newer

    /// Newer units have identifiers of ten digits and models with four digits (ST4305). Of an
    /// older one without a model the first one of the series is taken.
    init(_ context: CommandContext) {
      let model = (context.settings.model ?? "").uppercased()
      let digits = model.utf8.drop { TextNumber.digit($0) == nil }.prefix {
        TextNumber.digit($0) != nil
      }
      if digits.count > 3 || (digits.isEmpty && context.identifier.utf8.count == 10) {
        self = .newer
      } else {
        let isModel = digits.count == 3 && (model.hasPrefix("SA") || model.hasPrefix("ST"))
        self = .model(isModel ? String(model.prefix(5)) : "SA200")
      }
    }
  }

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    if command.type == .custom {
      let data = try command.printableText("data")
      frame.append(contentsOf: data.utf8)
      frame.append(carriageReturn)
      return
    }
    guard (4...15).contains(context.identifier.utf8.count),
      context.identifier.utf8.allSatisfy({ TextNumber.digit($0) != nil })
    else {
      throw .invalid(parameter: "uniqueId", reason: "must be 4 to 15 digits")
    }
    let line: String
    switch CommandForm(context) {
    case .model(let model): line = "\(model)CMD;\(context.identifier);02;\(try word(of: command))"
    case .newer: line = "CMD;\(context.identifier);\(try numbers(of: command))"
    }
    frame.append(contentsOf: line.utf8)
    frame.append(carriageReturn)
  }

  /// The command of the older form.
  private static func word(of command: Command) throws(CommandError) -> String {
    switch command.type {
    case .rebootDevice: "Reboot"
    case .positionSingle: "StatusReq"
    case .engineStop: "Enable1"
    case .engineResume: "Disable1"
    case .alarmArm: "Enable2"
    case .alarmDisarm: "Disable2"
    case .outputControl:
      (try isOn(command) ? "Enable" : "Disable") + "\(try command.number("index", in: 1...9))"
    default: throw .unsupported(command.type)
    }
  }

  /// The command of the newer form.
  private static func numbers(of command: Command) throws(CommandError) -> String {
    switch command.type {
    case .rebootDevice: return "03;03"
    case .positionSingle: return "03;01"
    case .engineStop: return "04;01"
    case .engineResume: return "04;02"
    case .alarmArm: return "04;03"
    case .alarmDisarm: return "04;04"
    case .outputControl:
      let isOn = try isOn(command)
      switch try command.number("index", in: 1...3) {
      case 1: return isOn ? "04;01" : "04;02"
      case 2: return isOn ? "04;03" : "04;04"
      default: return isOn ? "04;09" : "04;10"
      }
    default: throw .unsupported(command.type)
    }
  }

  private static func isOn(_ command: Command) throws(CommandError) -> Bool {
    try command.number("data", in: 0...1) == 1
  }
}
