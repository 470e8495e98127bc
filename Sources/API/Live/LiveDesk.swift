import Fleet
import Media
import Telemetry
import Timeline
import WebServer

/// Who is connected, and what they were told. Used on the hub's thread only.
struct LiveDesk: Sendable {
  /// The client may not be here any more; it should sign in again.
  private static let signedOutCode: UInt16 = 4_401
  /// Items that are written for a client that catches up, before it is seen whether more fit.
  private static let mostAtOnce = 100

  private let fleet: Fleet
  private let timeline: any Timeline
  private let watch: DeviceWatch
  private var clients: [UInt64: LiveClient] = [:]
  private var byUser: [Int64: Set<UInt64>] = [:]
  /// What clients were last told of devices that were there, to notice when they fall silent.
  private var present: Set<Int64> = []

  init(fleet: Fleet, timeline: any Timeline, watch: DeviceWatch) {
    self.fleet = fleet
    self.timeline = timeline
    self.watch = watch
  }

  // MARK: Coming and going

  /// Takes in a client and sends it the last position of each of its devices, then the devices.
  mutating func add(_ client: LiveClient) {
    clients[client.socket.id] = client
    byUser[client.user, default: []].insert(client.socket.id)
    let found = try? LastPositions(fleet: fleet, timeline: timeline).all(for: .user(client.user))
    guard let found else {
      // The client tries again; "internal error" (RFC 6455).
      client.socket.close(code: 1011)
      return
    }
    let positions = found.map { item($0.position, $0.device) }
    client.socket.send(LiveMessage.whole("positions", positions))
    let devices = fleet.devices(for: .user(client.user)).map { item($0) }
    send("devices", devices, to: client.socket.id)
  }

  mutating func remove(_ id: UInt64) {
    guard let client = clients.removeValue(forKey: id) else { return }
    byUser[client.user]?.remove(id)
    if byUser[client.user]?.isEmpty == true { byUser[client.user] = nil }
    if clients.isEmpty { present = [] }
  }

  mutating func closeEnded() {
    for client in clients.values where !client.isAllowed() {
      client.socket.close(code: Self.signedOutCode)
    }
  }

  // MARK: Telling

  mutating func tell(
    positions: [DeviceIdentity: StoredPosition], heard: Set<DeviceIdentity>, devices: Set<Int64>
  ) {
    var news: [Int64: (devices: [LiveItem], positions: [LiveItem])] = [:]
    for identity in heard {
      guard let device = fleet.device(of: identity) else { continue }
      let viewers = viewers(of: device.id)
      guard !viewers.isEmpty else { continue }
      let deviceItem = item(device)
      let positionItem = positions[identity].map { item($0, device.id) }
      for viewer in viewers {
        news[viewer, default: ([], [])].devices.append(deviceItem)
        if let positionItem { news[viewer]?.positions.append(positionItem) }
      }
    }
    for id in devices {
      guard let device = try? fleet.device(id, for: .machine), !heard.contains(device.identity)
      else { continue }
      let deviceItem = item(device)
      // Somebody may see it now who has not before: its position comes along.
      let last = try? timeline.lastKnown(of: device.identity)
      for viewer in viewers(of: id) {
        news[viewer, default: ([], [])].devices.append(deviceItem)
        if let last { news[viewer]?.positions.append(item(last, id)) }
      }
    }
    for (user, items) in news {
      for client in byUser[user] ?? [] {
        send("devices", items.devices, to: client)
        send("positions", items.positions, to: client)
      }
    }
  }

  /// Tells of pictures and sounds. A client that is behind finds them when it asks for the list.
  func tell(media items: [MediaItem]) {
    for item in items {
      guard let device = fleet.device(of: item.identity) else { continue }
      var json = JSONWriter()
      json.media(item, device: device.id)
      tell("media", LiveItem(identity: item.identity, device: device.id, json: json.bytes))
    }
  }

  /// Tells of what happened to devices. A client that is behind misses it.
  func tell(events: [Event]) {
    for event in events {
      guard let device = try? fleet.device(event.deviceId, for: .machine) else { continue }
      var json = JSONWriter()
      json.event(event)
      tell("events", LiveItem(identity: device.identity, device: device.id, json: json.bytes))
    }
  }

  /// Tells what devices sent, those who asked for it and are not behind: of devices that are linked
  /// to them, and administrators of everybody who is no device.
  func tell(logs lines: [LiveLogLine]) {
    guard !lines.isEmpty else { return }
    var known: [(item: LiveItem, viewers: Set<Int64>?)] = []
    for line in lines {
      let device = fleet.device(of: line.identity)
      let name = device?.uniqueId ?? fleet.identifier(of: line.identity) ?? ""
      let json = line.json(uniqueId: name, device: device?.id ?? 0)
      let item = LiveItem(identity: line.identity, device: device?.id ?? 0, json: json)
      known.append((item, device.map { Set(fleet.viewers(of: $0.id)) }))
    }
    for client in clients.values where client.log.isOn && !client.isBehind {
      let isAdministrator = (try? fleet.user(client.user, for: .machine))?.administrator == true
      let items = known.filter { $0.viewers?.contains(client.user) ?? isAdministrator }
      for part in LiveMessage.all("logs", items.map(\.item)) {
        guard client.socket.send(part.bytes) == .queued else { break }
      }
    }
  }

  /// Tells of one thing, those who are not behind.
  private func tell(_ name: String, _ item: LiveItem) {
    let message = LiveMessage.whole(name, [item])
    for viewer in viewers(of: item.device) {
      for id in byUser[viewer] ?? [] where clients[id]?.isBehind == false {
        clients[id]?.socket.send(message)
      }
    }
  }

  mutating func tellAllDevices() {
    for (user, ids) in byUser {
      let devices = fleet.devices(for: .user(user)).map { item($0) }
      for id in ids { send("devices", devices, to: id) }
    }
  }

  /// Tells of devices that were there and are no longer.
  mutating func tellSilent() {
    var silent: Set<Int64> = []
    for id in present {
      guard let device = try? fleet.device(id, for: .machine) else {
        present.remove(id)
        continue
      }
      if watch.status(of: device) != .online { silent.insert(id) }
    }
    if !silent.isEmpty { tell(positions: [:], heard: [], devices: silent) }
  }

  mutating func keepAlive() {
    closeEnded()
    for (id, client) in clients {
      // One that is behind has enough to read. One that is gone was missed when it left.
      if !client.isBehind, client.socket.send(LiveMessage.keepAlive) == .closed { remove(id) }
    }
  }

  /// A client that was behind has taken everything: it gets the newest of what it missed, as much
  /// as fits.
  mutating func drained(_ id: UInt64) {
    guard var client = clients[id], client.isBehind else { return }
    let (devices, positions) = (Array(client.missedDevices), Array(client.missedPositions))
    client.isBehind = false
    client.missedDevices = []
    client.missedPositions = []
    client.catchesUpPositionsFirst.toggle()
    clients[id] = client
    if client.catchesUpPositionsFirst {
      catchUp(id, positions: positions)
      catchUp(id, devices: devices)
    } else {
      catchUp(id, devices: devices)
      catchUp(id, positions: positions)
    }
  }

  private mutating func catchUp(_ id: UInt64, devices: [Int64]) {
    var rest = devices[...]
    while !rest.isEmpty, let client = clients[id], !client.isBehind {
      var items: [LiveItem] = []
      for missed in rest.prefix(Self.mostAtOnce) {
        guard let device = try? fleet.device(missed, for: .user(client.user)) else { continue }
        items.append(item(device))
      }
      rest = rest.dropFirst(Self.mostAtOnce)
      send("devices", items, to: id)
    }
    clients[id]?.missedDevices.formUnion(rest)
  }

  private mutating func catchUp(_ id: UInt64, positions: [DeviceIdentity]) {
    var rest = positions[...]
    while !rest.isEmpty, let client = clients[id], !client.isBehind {
      var items: [LiveItem] = []
      for identity in rest.prefix(Self.mostAtOnce) {
        guard let device = fleet.device(of: identity),
          fleet.maySee(.user(client.user), device: device.id),
          let last = try? timeline.lastKnown(of: identity)
        else { continue }
        items.append(item(last, device.id))
      }
      rest = rest.dropFirst(Self.mostAtOnce)
      send("positions", items, to: id)
    }
    clients[id]?.missedPositions.formUnion(rest)
  }

  // MARK: Details

  /// Sends items, or remembers what is missed.
  private mutating func send(_ name: String, _ items: [LiveItem], to id: UInt64) {
    guard !items.isEmpty, let client = clients[id] else { return }
    var sent = 0
    if !client.isBehind {
      for part in LiveMessage.all(name, items) {
        guard client.socket.send(part.bytes) != .full else { break }
        sent += part.items
      }
      if sent == items.count { return }
      clients[id]?.isBehind = true
    }
    // Only the rest: a client that is always sent the same beginning again never sees the end.
    let missed = items.dropFirst(sent)
    if name == "devices" {
      clients[id]?.missedDevices.formUnion(missed.map(\.device))
    } else {
      clients[id]?.missedPositions.formUnion(missed.map(\.identity))
    }
  }

  private func viewers(of device: Int64) -> [Int64] {
    fleet.viewers(of: device).filter { byUser[$0] != nil }
  }

  private mutating func item(_ device: Device) -> LiveItem {
    let status = watch.status(of: device)
    if status == .online { present.insert(device.id) } else { present.remove(device.id) }
    var json = JSONWriter()
    json.device(device, watch)
    return LiveItem(identity: device.identity, device: device.id, json: json.bytes)
  }

  private func item(_ position: StoredPosition, _ device: Int64) -> LiveItem {
    var json = JSONWriter()
    json.position(position, device: device)
    return LiveItem(identity: position.identity, device: device, json: json.bytes)
  }
}
