import Commands
import Fleet
import Telemetry
import WebServer

extension API {
  /// The most devices that get one command at once.
  private static let mostDevices = 1_000

  /// Sends a command to a device, or to all of a group: at once, or when it speaks next.
  func sendCommand(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    try requireMaySendCommands(call)
    guard let desk = services.commands else {
      throw Problem(503, "This server sends no commands.")
    }
    let body = try JSONObject(body: call.request.body)
    let order = try order(body, call)
    let group = try call.integer("groupId") ?? 0
    let devices =
      group != 0
      ? try self.devices(ofGroup: group, requester)
      : [try commandDevice(try body.integer("deviceId"), requester)]
    // All or none: half a group that has it is worse than none.
    for device in devices {
      do throws(CommandDesk.Failure) {
        try desk.check(
          order.command, for: CommandDesk.Addressee(device), speaking: device.protocolName)
      } catch {
        throw Problem(error)
      }
    }
    var queued: [QueuedCommand] = []
    for device in devices {
      if let waiting = try deliver(order, to: device, desk, requester) { queued.append(waiting) }
    }
    if queued.isEmpty {
      return .json { $0.command(order, device: group != 0 ? 0 : devices.first?.id ?? 0) }
    }
    if group != 0 { return .json(status: 202) { $0.array(queued) { $0.queuedCommand($1) } } }
    return .json(status: 202) { json in for each in queued { json.queuedCommand(each) } }
  }

  /// Sends a command now, unless the device is away or others wait for it already.
  ///
  /// - Returns: the command if it waits.
  private func deliver(
    _ order: CommandOrder, to device: Device, _ desk: CommandDesk, _ requester: Requester
  ) throws(Problem) -> QueuedCommand? {
    if !fleet.hasWaitingCommands(device: device.id) {
      do throws(CommandDesk.Failure) {
        try desk.send(order.command, to: CommandDesk.Addressee(device))
        return nil
      } catch {
        guard case .notConnected = error, order.mayWait else { throw Problem(error) }
      }
    } else if !order.mayWait {
      throw Problem(
        409, "Other commands wait for the device \(device.uniqueId); withdraw them first.")
    }
    let queued: QueuedCommand
    do throws(FleetError) {
      queued = try fleet.queue(
        QueuedCommand(
          deviceId: device.id, command: order.command, description: order.description,
          queuedAt: options.clock(), expiresAt: order.expiresAt), by: requester)
    } catch {
      throw Problem(error)
    }
    // It may have connected meanwhile, and be silent for long.
    if desk.isConnected(device.identity) { dispatcher.heard([device.identity]) }
    return queued
  }

  /// What is to be sent. Commands that nobody has saved may be forbidden.
  private func order(_ body: JSONObject, _ call: Call) throws(Problem) -> CommandOrder {
    let user = try call.requireCaller().user
    var saved: StoredObject?
    if let id = try body.integer("id"), id != 0 {
      do throws(FleetError) {
        saved = try fleet.object(ObjectReference(.command, id), for: .user(user.id))
      } catch {
        throw Problem(error)
      }
    } else if !user.administrator, user.limitCommands || fleet.server.limitCommands {
      throw Problem(403, "You may send only commands that an administrator has saved.")
    }
    return try CommandOrder(body, saved: saved, at: options.clock())
  }

  private func requireMaySendCommands(_ call: Call) throws(Problem) {
    let user = try call.requireCaller().user
    guard user.administrator || !(user.readonly || fleet.server.readonly) else {
      throw Problem(403, "You may look at devices but not send commands to them.")
    }
  }

  // MARK: Whom it is for

  private func commandDevice(_ id: Int64?, _ requester: Requester) throws(Problem) -> Device {
    guard let id else { throw Problem(400, "The field deviceId is missing.") }
    do throws(FleetError) {
      return try fleet.device(id, for: requester)
    } catch {
      throw Problem(error)
    }
  }

  private func devices(
    ofGroup id: Int64, _ requester: Requester
  ) throws(Problem) -> [Device] {
    let devices: [Device]
    do throws(FleetError) {
      devices = try fleet.devices(inGroup: id, for: requester)
    } catch {
      throw Problem(error)
    }
    guard !devices.isEmpty else { throw Problem(400, "There is no device in the group \(id).") }
    guard devices.count <= Self.mostDevices else {
      throw Problem(400, "Send a command to at most \(Self.mostDevices) devices at once.")
    }
    return devices
  }

  // MARK: Lists

  /// The commands that a device takes.
  func listCommandTypes(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    // Nothing goes by text message.
    let isText = call.request.query["textChannel"] == "true"
    guard let desk = services.commands, !isText else {
      return .json { $0.array([CommandType]()) { _, _ in } }
    }
    var types: [CommandType]
    if let number = try call.integer("deviceId"), number != 0 {
      types = desk.types(for: try commandDevice(number, requester))
    } else {
      types = desk.types(for: .unknown)
    }
    return .json { json in
      json.array(types) { json, type in
        json.object { $0.member("type", .text(type.rawValue)) }
      }
    }
  }

  /// The saved commands that somebody may send to a device: those that are linked to the device or
  /// to a group that it is in, and that it takes.
  func listSavedCommands(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    guard let form = ObjectForm.of(.command) else { return .json { $0.array([Int]()) { _, _ in } } }
    var commands = fleet.objects(.command, for: requester)
    if let number = try call.integer("deviceId"), number != 0 {
      let device = try commandDevice(number, requester)
      let linked = fleet.linkedObjects(.command, ofDevice: device.id)
      let types = Set((services.commands?.types(for: device) ?? []).map(\.rawValue))
      commands.removeAll { command in
        let isForDevice = command.integer("deviceId") == device.id || linked.contains(command.id)
        return !isForDevice || !types.contains(command.text("type") ?? "")
      }
    }
    return .json { $0.array(commands) { $0.object($1, form) } }
  }

  /// Commands that wait for their devices, and those that came to nothing.
  func listQueuedCommands(_ call: Call) throws(Problem) -> HTTPResponse {
    let device = try call.integer("deviceId")
    do throws(FleetError) {
      let queued = try fleet.queuedCommands(device: device, for: try Self.requester(call))
      return .json { $0.array(queued) { $0.queuedCommand($1) } }
    } catch {
      throw Problem(error)
    }
  }

  func withdrawCommand(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    do throws(FleetError) {
      try fleet.withdrawCommand(id, by: try Self.requester(call))
    } catch {
      throw Problem(error)
    }
    return .noContent
  }

  func readEvent(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    do throws(FleetError) {
      let event = try fleet.event(id, for: try Self.requester(call))
      return .json { $0.event(event) }
    } catch {
      throw Problem(error)
    }
  }
}

extension CommandDesk {
  /// The commands that a device takes by its connection, or by the one that it had last.
  fileprivate func types(for device: Device) -> [CommandType] {
    types(for: device.identity, speaking: device.protocolName)
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
