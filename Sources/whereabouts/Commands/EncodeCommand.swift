import FoundationEssentials
import FrontDesk
import Telemetry
import TrackerProtocols

/// Shows the bytes of a command.
enum EncodeCommand: Subcommand {
  static let name = "encode"
  static let summary = "show the bytes of a command for a device"
  static let help = """
    whereabouts encode --protocol NAME --device IDENTIFIER TYPE [name=value …]

    Writes a command as a device of the protocol expects it, says what each byte follows from, and
    sends nothing. Types and parameters have the names of the API: engineStop, outputControl
    index=1 data=1, positionPeriodic frequency=60, custom data=STATUS …

      --protocol NAME    the device's protocol
      --device ID        its identifier, such as the IMEI
      --transport T      how it travels, tcp (default) or udp
      --model NAME       its model, where the protocol needs it
      --options A=B,C=D  what else was entered for it, such as devicePassword=123456
      --now TIME         the clock that goes into the command
      --json-lines       answer JSON requests from standard input, a line each

    Example: whereabouts encode --protocol gt06 --device 358765040000017 engineStop
    """

  static func run(_ words: [String]) throws -> Int32 {
    let words = try Words(
      words, withValue: ["protocol", "device", "transport", "model", "options", "now"],
      alone: ["json-lines"])
    if words.has("json-lines") {
      answerAll()
      return 0
    }
    guard let type = try Words.protocolType(words["protocol"]) else {
      throw UsageProblem("name the device's protocol, such as --protocol gt06")
    }
    guard let first = words.values.first else {
      throw UsageProblem("the type of the command is missing; \(commands(of: type))")
    }
    guard let kind = CommandType(rawValue: first) else {
      throw UsageProblem("there is no command '\(first)'; \(commands(of: type))")
    }
    var parameters: [String: AttributeValue] = [:]
    for word in words.values.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw UsageProblem("'\(word)' is not name=value") }
      parameters[String(parts[0])] = .text(String(parts[1]))
    }
    let context = CommandContext(
      identifier: words["device"] ?? "", now: try Words.time(words["now"]),
      transport: try Words.transport(words["transport"]),
      settings: try words.deviceSettings())
    let explained = try explain(Command(kind, parameters), context, type)
    for line in explained.text() { Terminal.write(line) }
    for name in explained.unused {
      Terminal.complain("\(type.about.name) does not look at '\(name)' in \(kind.rawValue)")
    }
    return 0
  }

  private static func commands(of type: any TrackerProtocol.Type) -> String {
    let known = type.about.commands.map(\.rawValue).joined(separator: ", ")
    return "\(type.about.name) has " + (known.isEmpty ? "none" : known)
  }

  /// Writes and explains a command; what cannot be written is told in words of the command line.
  private static func explain(
    _ command: Command, _ context: CommandContext, _ type: any TrackerProtocol.Type
  ) throws -> ExplainedCommand {
    do throws(CommandError) {
      return try ExplainedCommand(command, context, of: type)
    } catch .missing(let name) {
      throw UsageProblem("\(command.type.rawValue) needs \(name)=VALUE behind it")
    } catch .invalid(parameter: "uniqueId", let reason) {
      throw UsageProblem("the identifier (--device) \(reason)")
    } catch .unsupported {
      throw UsageProblem("this device has no \(command.type.rawValue); \(commands(of: type))")
    } catch {
      throw UsageProblem("\(error)")
    }
  }

  /// A request line.
  private struct Request: Decodable {
    let id: String
    let `protocol`: String
    let uniqueId: String
    let type: String
    let attributes: [String: AttributeText]?
    let device: [String: AttributeText]?
    let now: Int64?
  }

  private static func answerAll() {
    let decoder = JSONDecoder()
    Terminal.eachLine { line in
      guard !line.isEmpty else { return }
      let request: Request
      do {
        request = try decoder.decode(Request.self, from: Data(line.utf8))
      } catch {
        Terminal.write(RequestProblem.answer(line, error, "id, protocol, uniqueId and type"))
        return
      }
      var json = JSONWriter()
      json.object { json in
        json.member("id", .text(request.id))
        var bytes: [UInt8] = []
        let problem = encode(request, &bytes)
        json.member("hex", problem == nil ? .text(HexText.text(bytes)) : nil)
        json.member("error", problem.map { .text($0) })
      }
      json.endLine()
      Terminal.write(json.bytes)
    }
  }

  private static func encode(_ request: Request, _ bytes: inout [UInt8]) -> String? {
    guard let type = Catalogue.named(request.protocol) else {
      return "there is no protocol '\(request.protocol)'"
    }
    guard let kind = CommandType(rawValue: request.type) else {
      return "there is no command '\(request.type)'"
    }
    var settings = DeviceSettings(options: (request.device ?? [:]).mapValues(\.text))
    settings.model = settings.options.removeValue(forKey: "model")
    let context = CommandContext(
      identifier: request.uniqueId,
      now: request.now.map { Timestamp(milliseconds: $0) } ?? .now, settings: settings)
    do throws(CommandError) {
      let command = Command(kind, (request.attributes ?? [:]).mapValues(\.value))
      try type.encode(command, context, into: &bytes)
      return nil
    } catch {
      return error.description
    }
  }
}
