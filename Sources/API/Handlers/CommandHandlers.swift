import Commands
import Fleet
import Telemetry
import WebServer

extension API {
  /// Sends a command to a device: `deviceId`, `type`, and `attributes` with its parameters.
  func sendCommand(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    try requireMaySendCommands(call)
    let body = try JSONObject(body: call.request.body)
    guard let number = try body.integer("deviceId") else {
      throw Problem(400, "The field deviceId is missing.")
    }
    let device = try commandDevice(number, requester)
    let name = try body.requiredText("type")
    guard let type = CommandType(rawValue: name) else {
      throw Problem(400, "There is no command '\(name)'; GET /api/commands/types lists them.")
    }
    var parameters: [String: AttributeValue] = [:]
    try body.read("attributes", into: &parameters)
    let command = Command(type, parameters)
    guard let desk = services.commands else {
      throw Problem(503, "This server sends no commands.")
    }
    do throws(CommandDesk.Failure) {
      try desk.send(
        command,
        to: CommandDesk.Addressee(
          identity: device.identity, uniqueId: device.uniqueId, settings: device.settings))
    } catch {
      throw Problem(error)
    }
    return .json { $0.command(command, device: number) }
  }

  /// The commands that a device takes.
  func listCommandTypes(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    guard let desk = services.commands else {
      return .json { $0.array([CommandType]()) { _, _ in } }
    }
    var identity = DeviceIdentity.unknown
    if let number = try call.integer("deviceId"), number != 0 {
      identity = try commandDevice(number, requester).identity
    }
    return .json { json in
      json.array(desk.types(for: identity)) { json, type in
        json.object { $0.member("type", .text(type.rawValue)) }
      }
    }
  }

  private func commandDevice(
    _ number: Int64, _ requester: Requester
  ) throws(Problem) -> Device {
    do throws(FleetError) {
      return try fleet.device(number, for: requester)
    } catch {
      throw Problem(error)
    }
  }

  /// Commands that nobody has saved may be forbidden, to a user or to all but administrators.
  private func requireMaySendCommands(_ call: Call) throws(Problem) {
    let user = try call.requireCaller().user
    guard !user.administrator else { return }
    guard !user.readonly, !fleet.server.readonly else {
      throw Problem(403, "You may look at devices but not send commands to them.")
    }
    guard !user.limitCommands, !fleet.server.limitCommands else {
      throw Problem(403, "You may send only commands that an administrator has saved.")
    }
  }
}

extension Problem {
  /// Why a command was not sent.
  fileprivate init(_ failure: CommandDesk.Failure) {
    switch failure {
    case .notConnected: self.init(409, failure.description)
    case .refused: self.init(400, failure.description)
    }
  }
}

extension JSONWriter {
  /// Writes a command as it was sent.
  fileprivate mutating func command(_ command: Command, device: Int64) {
    object { json in
      json.member("id", .integer(0))
      json.key("attributes")
      json.attributes(command.parameters)
      json.member("deviceId", .integer(device))
      json.member("type", .text(command.type.rawValue))
      json.member("textChannel", .boolean(false))
      json.member("description", nil)
    }
  }
}
