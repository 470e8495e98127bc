import Synchronization
public import Telemetry

extension Fleet {
  // MARK: Settings

  /// What holds for the whole server.
  public var server: ServerSettings { read(\.server) }

  /// Changes what holds for the whole server.
  public func updateServer(
    _ settings: ServerSettings, by requester: Requester
  ) throws(FleetError) {
    try change { store, snapshot in
      try snapshot.requireAdministrator(requester, to: "change the server")
      try store.write(settings)
      return Change(()) { $0.snapshot.server = settings }
    }
  }

  // MARK: Statistics

  /// Counts something for the statistics. Fast, for any thread.
  public func count(_ counter: Statistics.Counter, by number: Int64 = 1) {
    state.withLock { $0.counts[counter, default: 0] += number }
  }

  /// Writes what has been counted since the last time under today's date. To be called now and
  /// then (such as every hour) and at the end. Forgets what people did too long ago.
  public func captureStatistics() throws(FleetError) {
    let day = now.day
    let taken = state.withLock { state in
      defer { state.counts = [:] }
      return (counts: state.counts, users: Int64(state.activeUsers(on: day)))
    }
    let protocols = read { $0.protocols(on: day) }
    let oldest = now.advanced(byMilliseconds: -Int64(options.limits.actionDays) * 86_400_000)
    do {
      try change { store, _ in
        for (counter, number) in taken.counts {
          try store.addStatistic(counter.rawValue, number, day: day)
        }
        try store.setStatistic("activeUsers", taken.users, day: day)
        try store.setStatistic("activeDevices", protocols.values.reduce(0, +), day: day)
        for (name, number) in protocols {
          try store.setStatistic("protocol." + name, number, day: day)
        }
        try store.deleteActions(before: oldest)
        return Change(()) { _ in }
      }
    } catch {
      // What was taken is counted again, so that it is written the next time.
      state.withLock { $0.counts.merge(taken.counts, uniquingKeysWith: +) }
      throw error
    }
  }

  /// The statistics of the days between two moments, the oldest first.
  public func statistics(
    from: Timestamp, to: Timestamp, by requester: Requester
  ) throws(FleetError) -> [Statistics] {
    try read { $0 }.requireAdministrator(requester, to: "see statistics")
    guard from <= to else { return [] }
    do {
      let rows = try store.withLock { try $0.statistics(days: from.day...to.day) }
      var days: [Int64: Statistics] = [:]
      for row in rows {
        let start = Timestamp(milliseconds: row.day * 86_400_000)
        days[row.day, default: Statistics(captureTime: start)].take(row.name, row.value)
      }
      return days.values.sorted { $0.captureTime < $1.captureTime }
    } catch {
      throw Self.typed(error)
    }
  }
}

extension Statistics {
  fileprivate mutating func take(_ name: String, _ value: Int64) {
    if let counter = Counter(rawValue: name) {
      counts[counter] = value
    } else if name == "activeUsers" {
      activeUsers = value
    } else if name == "activeDevices" {
      activeDevices = value
    } else if name.hasPrefix("protocol.") {
      protocols[String(name.dropFirst(9))] = value
    }
  }
}

extension FleetState {
  /// A user has used the API.
  mutating func note(_ user: Int64, at time: Timestamp) {
    if time.day != activeUsersDay {
      activeUsersDay = time.day
      activeUsers = []
    }
    activeUsers.insert(user)
  }

  func activeUsers(on day: Int64) -> Int { day == activeUsersDay ? activeUsers.count : 0 }
}

extension Snapshot {
  /// How many devices last spoke each protocol on a day.
  fileprivate func protocols(on day: Int64) -> [String: Int64] {
    var counts: [String: Int64] = [:]
    for device in devices.values {
      guard let contact = entries[device.identity]?.contact, contact.hasCalled,
        contact.lastSeen.day == day
      else { continue }
      counts[contact.protocolName, default: 0] += 1
    }
    return counts
  }
}
