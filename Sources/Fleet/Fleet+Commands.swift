import Synchronization
public import Telemetry

/// Commands that wait for their devices, the oldest of a device first.
extension Fleet {
  // MARK: Looking

  /// Whether any command waits for a device.
  public func hasWaitingCommands(device: Int64) -> Bool {
    read { $0.commands[device]?.contains(where: \.isOpen) ?? false }
  }

  /// Those of some identities for whose devices commands wait. Costs next to nothing when none do.
  public func identitiesWithCommands(among identities: [DeviceIdentity]) -> [DeviceIdentity] {
    read { snapshot in
      guard !snapshot.commands.isEmpty else { return [] }
      return identities.filter { identity in
        guard let device = snapshot.entries[identity]?.deviceId else { return false }
        return snapshot.commands[device]?.contains { $0.state == .waiting } ?? false
      }
    }
  }

  /// The commands of a device, or of all devices that a requester may see, the oldest first; also
  /// those that came to nothing.
  public func queuedCommands(
    device: Int64?, for requester: Requester
  ) throws(FleetError) -> [QueuedCommand] {
    if let device { _ = try self.device(device, for: requester) }
    return read { snapshot in
      snapshot.commands.filter { id, _ in
        device.map { $0 == id } ?? snapshot.maySee(requester, device: id)
      }.flatMap(\.value)
    }.sorted { $0.id < $1.id }
  }

  // MARK: Changing

  /// Has a command wait until its device speaks.
  ///
  /// - Throws: ``FleetError/conflict(_:)`` if too many wait already.
  public func queue(
    _ wanted: QueuedCommand, by requester: Requester
  ) throws(FleetError) -> QueuedCommand {
    try change { store, snapshot in
      guard let device = snapshot.devices[wanted.deviceId],
        snapshot.maySee(requester, device: wanted.deviceId)
      else { throw FleetError.notFound("device \(wanted.deviceId)") }
      try snapshot.requireMayEdit(requester)
      guard wanted.expiresAt > wanted.queuedAt,
        wanted.expiresAt.milliseconds - wanted.queuedAt.milliseconds <= QueuedCommand.longestWait
      else {
        throw FleetError.invalid(
          field: "expiration", reason: "a command may wait up to 30 days from now")
      }
      var ended: [QueuedCommand] = []
      let kept = snapshot.commands[wanted.deviceId] ?? []
      if kept.count >= QueuedCommand.mostPerDevice {
        // What came to nothing makes room.
        guard let oldest = kept.first(where: { !$0.isOpen }) else {
          throw FleetError.conflict(
            "\(kept.count) commands wait for the device \(device.uniqueId); withdraw some first.")
        }
        ended.append(oldest)
      }
      guard snapshot.commands.values.reduce(0, { $0 + $1.count }) < QueuedCommand.most else {
        throw FleetError.conflict("Too many commands wait for devices; withdraw some first.")
      }
      var queued = wanted
      queued.id = 0
      if case .user(let id) = requester { queued.userId = id }
      for old in ended { try store.deleteCommand(old.id) }
      queued.id = try store.write(queued)
      return Change(queued) { [ended, queued] state in
        for old in ended { state.snapshot.removeCommand(old) }
        state.snapshot.put(queued)
      }
    }
  }

  /// Takes back a command that waits, or removes one that came to nothing. Who may send only saved
  /// commands takes back only their own.
  public func withdrawCommand(_ id: Int64, by requester: Requester) throws(FleetError) {
    try change { store, snapshot in
      guard let queued = snapshot.command(id),
        snapshot.maySee(requester, device: queued.deviceId)
      else { throw FleetError.notFound("waiting command \(id)") }
      try snapshot.requireMayEdit(requester)
      if let user = try snapshot.requireUser(requester), !user.administrator,
        user.limitCommands || snapshot.server.limitCommands, queued.userId != user.id
      {
        throw FleetError.forbidden("You may withdraw only commands that you have sent.")
      }
      guard queued.state != .sending else {
        throw FleetError.conflict("The command is being sent just now.")
      }
      try store.deleteCommand(id)
      return Change(()) { $0.snapshot.removeCommand(queued) }
    }
  }

  // MARK: Sending

  /// Takes the oldest command that waits for a device. It counts as being sent from now on, in the
  /// file too: say with ``finish(_:_:)`` what became of it.
  public func takeCommand(
    for identity: DeviceIdentity
  ) throws(FleetError) -> (queued: QueuedCommand, device: Device)? {
    let time = now
    return try change { store, snapshot in
      guard let id = snapshot.entries[identity]?.deviceId, let device = snapshot.device(id),
        // One at a time: none overtakes another.
        let list = snapshot.commands[id], !list.contains(where: { $0.state == .sending }),
        var queued = list.first(where: { $0.state == .waiting && $0.expiresAt > time })
      else { return Change(nil) { _ in } }
      queued.state = .sending
      _ = try store.write(queued)
      return Change((queued, device)) { [queued] in $0.snapshot.put(queued) }
    }
  }

  /// What became of a command that was being sent.
  public enum Delivery: Sendable, Hashable {
    /// It is on its way.
    case sent
    /// The device is not there: it goes on waiting.
    case absent
    /// It cannot be written for the device.
    case refused(String)
  }

  /// Notes what became of a command that was being sent.
  ///
  /// - Returns: what happened to the device, for people; nil if nothing did.
  @discardableResult
  public func finish(
    _ taken: QueuedCommand, _ delivery: Delivery
  ) throws(FleetError) -> Event? {
    let time = now
    return try change { store, snapshot in
      // Withdrawn with its device meanwhile.
      guard var queued = snapshot.command(taken.id) else { return Change(nil) { _ in } }
      switch delivery {
      case .sent:
        try store.deleteCommand(queued.id)
        let event = try store.insert(queued.event("queuedCommandSent", at: time, nil))
        return Change(event) { [queued] in $0.snapshot.removeCommand(queued) }
      case .absent:
        queued.state = .waiting
        _ = try store.write(queued)
        return Change(nil) { [queued] in $0.snapshot.put(queued) }
      case .refused(let reason):
        let event = try queued.end(.refused, reason, at: time, store)
        return Change(event) { [queued] in $0.snapshot.put(queued) }
      }
    }
  }

  /// Ends commands whose time has run out and forgets those that ended long ago. To be called about
  /// once a minute.
  ///
  /// - Returns: what happened, for people.
  public func expireCommands() throws(FleetError) -> [Event] {
    let time = now
    let isNeeded = read { snapshot in
      snapshot.commands.values.contains { list in
        list.contains { $0.isOver(at: time) || $0.isOld(at: time) }
      }
    }
    guard isNeeded else { return [] }
    return try change { store, snapshot in
      var events: [Event] = []
      var changed: [QueuedCommand] = []
      var removed: [QueuedCommand] = []
      for var queued in snapshot.commands.values.joined() {
        if queued.isOver(at: time) {
          let reason = "It was not sent: the device did not speak before its time ran out."
          if let event = try queued.end(.expired, reason, at: time, store) { events.append(event) }
          changed.append(queued)
        } else if queued.isOld(at: time) {
          try store.deleteCommand(queued.id)
          removed.append(queued)
        }
      }
      return Change(events) { [changed, removed] state in
        for queued in changed { state.snapshot.put(queued) }
        for queued in removed { state.snapshot.removeCommand(queued) }
      }
    }
  }

  /// Looks at commands that were being sent when the server last stopped, or when the file refused
  /// what became of them. To be called by the program that sends, while it sends nothing.
  ///
  /// - Returns: what happened, for people.
  @discardableResult
  public func settleCommands() throws(FleetError) -> [Event] {
    let time = now
    let isNeeded = read { $0.commands.values.contains { $0.contains { $0.state == .sending } } }
    guard isNeeded else { return [] }
    return try change { store, snapshot in
      var events: [Event] = []
      var changed: [QueuedCommand] = []
      for var queued in snapshot.commands.values.joined() where queued.state == .sending {
        let reason =
          "The server stopped while it sent this. The device may have it or not: look, and send it "
          + "again if it has not."
        if let event = try queued.end(.uncertain, reason, at: time, store) { events.append(event) }
        changed.append(queued)
      }
      return Change(events) { [changed] state in
        for queued in changed { state.snapshot.put(queued) }
      }
    }
  }
}

extension QueuedCommand {
  fileprivate func isOver(at time: Timestamp) -> Bool { state == .waiting && expiresAt <= time }

  fileprivate func isOld(at time: Timestamp) -> Bool {
    !isOpen && expiresAt.milliseconds < time.milliseconds - Self.memory
  }

  fileprivate func event(_ type: String, at time: Timestamp, _ result: String?) -> Event {
    var attributes: [String: AttributeValue] = [
      "command": .text(command.type.rawValue), "queuedCommandId": .integer(id),
    ]
    if let result { attributes["result"] = .text(result) }
    return Event(type: type, time: time, deviceId: deviceId, attributes: attributes)
  }

  /// Notes in the file that it came to nothing, and makes the event that says so.
  fileprivate mutating func end(
    _ state: State, _ reason: String, at time: Timestamp, _ store: Store
  ) throws -> Event? {
    self.state = state
    self.reason = reason
    _ = try store.write(self)
    return try store.insert(event("commandResult", at: time, reason))
  }
}
