import API
import Commands
import Fleet
import Foundation
import Ledger
import Media
import Telemetry
import TestKit
import Testing
import Timeline
import WebServer

/// People of every role, and objects in every relation to them, behind a real API.
final class PermissionWorld {
  typealias Role = PermissionTable.Role
  typealias Relation = PermissionCase.Relation

  /// Something that is asked for.
  struct Target {
    /// What its placeholders stand for, such as `id`.
    var values: [String: String] = [:]
    /// What is in an answer that shows it.
    var marker = ""
  }

  private struct Key: Hashable {
    let kind: String
    let relation: Relation
    let role: Role
  }

  let fixture: APIFixture
  let media: MediaStore
  private let mediaFolder: TemporaryFolder
  private let ledger: MemoryLedger
  private var people: [Role: User] = [:]
  private var cookies: [Role: [String: String]] = [:]
  private var targets: [Key: Target] = [:]
  /// Somebody else, to whom all that is foreign belongs.
  let other: User
  private var last = 0

  init() throws {
    let folder = try TemporaryFolder()
    let media = try MediaStore(file: folder.path("media.sqlite"), folder: folder.path("media"))
    let ledger = try MemoryLedger()
    mediaFolder = folder
    self.media = media
    self.ledger = ledger
    fixture = try APIFixture { services, _ in
      services.media = media
      services.attach(ledger)
      services.commands = CommandDesk(
        protocolName: { _ in "startek" }, write: { _, _ in true },
        clock: { Timestamp(milliseconds: 0) })
      let fleet = services.fleet
      services.eraseDevice = { device, requester throws(FleetError) in
        try fleet.requestErasure(device: device, by: requester)
      }
    }
    try fixture.user("chief") { $0.administrator = true }
    other = try fixture.user("other")
  }

  deinit { ledger.close() }

  // MARK: People

  func person(_ role: Role) throws -> User {
    if let known = people[role] { return known }
    let past = fixture.clock.now.advanced(byMilliseconds: -1_000)
    let made = try fixture.user("\(role.rawValue)-\(number())") { user in
      switch role {
      case .anonymous, .user: break
      case .readonly: user.readonly = true
      case .devices: user.deviceReadonly = true
      case .limited: user.limitCommands = true
      case .manager: user.userLimit = -1
      case .administrator: user.administrator = true
      case .disabled: user.disabled = true
      case .expired: user.expirationTime = past
      }
    }
    people[role] = made
    return made
  }

  /// Forgets a person who has been deleted or may have changed, with all that was that person's.
  func forget(_ role: Role) {
    people[role] = nil
    cookies[role] = nil
    targets = targets.filter { $0.key.role != role }
  }

  private func cookie(_ role: Role, isFresh: Bool) throws -> [String: String] {
    if role == .anonymous { return [:] }
    if let known = cookies[role], !isFresh { return known }
    let made = try fixture.cookie(of: try person(role))
    if !isFresh { cookies[role] = made }
    return made
  }

  // MARK: Asking

  func ask(_ wanted: PermissionCase, _ client: WebClient) throws -> (WebAnswer, Target) {
    let isSafe = wanted.method == "GET"
    let target = try self.target(wanted, isFresh: !isSafe)
    var values = target.values
    func filled(_ text: String) throws -> String {
      var result = ""
      var rest = text[...]
      while let open = rest.firstIndex(of: "{") {
        result += rest[..<open]
        let name = String(rest[open...].dropFirst().prefix { $0.isLetter })
        if !name.isEmpty, rest[open...].dropFirst(name.count + 1).first == "}" {
          if values[name] == nil { values[name] = try value(name, wanted) }
          result += try #require(values[name], "what is {\(name)}?")
          rest = rest[open...].dropFirst(name.count + 2)
        } else {
          result += "{"
          rest = rest[open...].dropFirst()
        }
      }
      return result + rest
    }
    var headers = try cookie(
      wanted.role, isFresh: wanted.path.hasPrefix("/api/session"))
    if let colon = wanted.header.firstIndex(of: ":") {
      headers[String(wanted.header[..<colon])] = String(wanted.header[colon...].dropFirst(2))
    }
    var body = wanted.body
    if body.hasPrefix("form ") {
      body.removeFirst(5)
      headers["Content-Type"] = "application/x-www-form-urlencoded"
    }
    let query = wanted.query.isEmpty ? "" : "?" + wanted.query
    let answer = try client.request(
      wanted.method, try filled(wanted.path + query), headers: headers,
      body: isSafe ? nil : try filled(body))
    return (answer, target)
  }

  /// What a placeholder stands for that does not belong to the object.
  private func value(_ name: String, _ wanted: PermissionCase) throws -> String {
    switch name {
    case "fresh": return "fresh-\(number())"
    case "password": return APIFixture.password
    case "word": return "web"
    case "protocol": return "startek"
    case "connection": return "999999"
    case "model": return "istartek-vt600"
    case "range": return "from=2020-01-01T00:00:00Z&to=2040-01-01T00:00:00Z"
    case "me": return String(wanted.role == .anonymous ? 0 : try person(wanted.role).id)
    case "email":
      return wanted.role == .anonymous ? "nobody@example.org" : try person(wanted.role).email
    case "other": return String(other.id)
    case "managed": return try id("user", .managed, wanted.role)
    case "ownDevice": return try id("device", .own, wanted.role)
    case "ownPosition": return try id("position", .own, wanted.role)
    case "ownCommand": return try savedCommand(.own, wanted.role)
    case "hiddenCommand": return try savedCommand(.foreign, wanted.role)
    case "ownFence": return try id("geofence", .own, wanted.role)
    case "hiddenDevice": return try id("device", .foreign, wanted.role)
    case "hiddenFence": return try id("geofence", .foreign, wanted.role)
    case "freshGroup": return String(try group(.foreign, wanted.role, linked: true))
    case "hiddenGroup": return try id("group", .foreign, wanted.role)
    default: return "{\(name)}"
    }
  }

  private func savedCommand(_ relation: Relation, _ role: Role) throws -> String {
    var command = StoredObject(.command)
    command.values = ["type": .text("engineStop"), "description": .text("saved")]
    let made = try fixture.fleet.createObject(command, by: .machine)
    try fixture.fleet.link(
      try owners(relation, role).map { Link(ObjectReference(.user, $0.id), made.reference) },
      by: .machine)
    return String(made.id)
  }

  private func id(_ kind: String, _ relation: Relation, _ role: Role) throws -> String {
    try target(kind, relation, role).values["id"] ?? "0"
  }

  // MARK: Objects

  private func target(_ wanted: PermissionCase, isFresh: Bool) throws -> Target {
    guard !wanted.kind.isEmpty else { return Target() }
    return isFresh
      ? try make(wanted.kind, wanted.relation, wanted.role)
      : try target(wanted.kind, wanted.relation, wanted.role)
  }

  private func target(_ kind: String, _ relation: Relation, _ role: Role) throws -> Target {
    let key = Key(kind: kind, relation: relation, role: role)
    if let known = targets[key] { return known }
    let made = try make(kind, relation, role)
    targets[key] = made
    return made
  }

  private func make(_ kind: String, _ relation: Relation, _ role: Role) throws -> Target {
    switch kind {
    case "user": return try user(relation, role)
    case "session": return try session(relation, role)
    case "token": return try token(relation, role)
    case "share": return try share(relation, role)
    case "arrival": return try arrival(relation)
    case "device", "position", "media", "link", "waiting", "event":
      return try device(kind, relation, role)
    default: return try object(kind, relation, role)
    }
  }

  func number() -> Int {
    last += 1
    return last
  }

  /// Those to whom an object in a relation is linked.
  private func owners(_ relation: Relation, _ role: Role) throws -> [User] {
    let own = role == .anonymous ? [] : [try person(role)]
    switch relation {
    case .own: return own
    case .shared: return own + [other]
    case .group, .foreign: return [other]
    default: return []
    }
  }

  private func user(_ relation: Relation, _ role: Role) throws -> Target {
    if relation == .none { return Target(values: ["id": "999999"]) }
    var found: User
    if relation == .oneself, role != .anonymous {
      found = try person(role)
    } else {
      found = try fixture.user("person-\(number())")
      if relation == .managed, role != .anonymous {
        try fixture.fleet.link(
          [
            Link(
              ObjectReference(.user, try person(role).id), ObjectReference(.managedUser, found.id))
          ], by: .machine)
      }
    }
    return Target(values: ["id": String(found.id)], marker: "\"\(found.email)\"")
  }

  private func session(_ relation: Relation, _ role: Role) throws -> Target {
    if relation == .none { return Target(values: ["id": "999999"]) }
    let owner = relation == .own && role != .anonymous ? try person(role) : other
    let agent = "agent-\(number())."
    let made = try fixture.fleet.openSession(for: owner.id, address: "192.0.2.3", agent: agent)
    return Target(values: ["id": String(made.session.id)], marker: agent)
  }

  private func token(_ relation: Relation, _ role: Role) throws -> Target {
    if relation == .none { return Target(values: ["id": "999999", "text": "nonsense"]) }
    let owner = relation == .own && role != .anonymous ? try person(role) : other
    let end = fixture.clock.now.advanced(byMilliseconds: 600_000)
    let made = try fixture.fleet.createToken(for: owner.id, expiresAt: end)
    return Target(
      values: ["id": String(made.token.id), "text": made.text], marker: "\"id\":\(made.token.id),")
  }

  private func share(_ relation: Relation, _ role: Role) throws -> Target {
    if relation == .none { return Target(values: ["id": "999999"]) }
    var owner = relation == .own && role != .anonymous ? try person(role) : other
    let before = owner
    (owner.readonly, owner.disabled, owner.expirationTime) = (false, false, nil)
    _ = try fixture.fleet.updateUser(owner, by: .machine)
    let device = try fixture.device("shown-\(number())", for: owner)
    let end = fixture.clock.now.advanced(byMilliseconds: 600_000)
    _ = try fixture.fleet.share(
      ObjectReference(.device, device.id), until: end, by: .user(owner.id))
    _ = try fixture.fleet.updateUser(before, by: .machine)
    let made = try #require(fixture.fleet.shares(for: .user(owner.id)).last)
    return Target(values: ["id": String(made.id)], marker: "\"deviceId\":\(device.id),")
  }

  private func arrival(_ relation: Relation) throws -> Target {
    if relation == .none { return Target(values: ["id": "999999"]) }
    let identifier = "arrival-\(number())."
    let identity = try fixture.arrival(identifier)
    return Target(values: ["id": String(identity.rawValue)], marker: identifier)
  }

  private func device(_ kind: String, _ relation: Relation, _ role: Role) throws -> Target {
    if relation == .none { return Target(values: ["id": "999999", "device": "999999"]) }
    var device = Device(name: "Car", uniqueId: "86\(100_000_000 + number())")
    device.model = "iStartek VT600"
    if relation == .group { device.groupId = try group(.own, role, linked: true) }
    device = try fixture.fleet.createDevice(device, by: .machine)
    try fixture.fleet.link(
      try owners(relation, role).map { .user($0.id, device: device.id) }, by: .machine)
    var target = Target(
      values: [
        "id": String(device.id), "device": String(device.id), "uniqueId": device.uniqueId,
      ], marker: "\"deviceId\":\(device.id)")
    switch kind {
    case "position":
      let updates = try fixture.report(device.identity, latitude: 51)
      target.values["id"] = String(try #require(updates.first).position.id)
    case "media":
      let item = try picture(of: device)
      target.values["media"] = String(item.id)
      target.values["file"] = item.file
    case "link": target.marker += "}"
    case "waiting":
      let now = fixture.clock.now
      let queued = try fixture.fleet.queue(
        QueuedCommand(
          deviceId: device.id, command: Command(.engineStop), description: nil, queuedAt: now,
          expiresAt: now.advanced(byMilliseconds: 600_000)), by: .machine)
      target.values["id"] = String(queued.id)
    case "event":
      let event = Event(type: "alarm", time: fixture.clock.now, deviceId: device.id)
      target.values["id"] = String(try #require(try fixture.fleet.add(event)).id)
    default: target.marker = device.uniqueId
    }
    return target
  }

  private func picture(of device: Device) throws -> MediaItem {
    var reports: [UInt8] = []
    let frame: [UInt8] = []
    let piece = MediaPiece(
      name: "media.jpg", offset: 0, bytes: [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], isLast: true)
    CompactMedia.append([piece], frame: frame.span, to: &reports)
    let record = LedgerRecord(
      sequence: Int64(number()), receivedAt: fixture.clock.now, identity: device.identity,
      protocolName: "alpha", flags: .media, recordCount: 0, reports: reports)
    _ = try media.apply([record])
    return try #require(try media.items(of: device.identity, before: .max, limit: 1).first)
  }

  private func group(_ relation: Relation, _ role: Role, linked: Bool) throws -> Int64 {
    var group = StoredObject(.group)
    group.values = ["name": .text("group-\(number())")]
    let made = try fixture.fleet.createObject(group, by: .machine)
    if linked {
      try fixture.fleet.link(
        try owners(relation, role).map {
          Link(ObjectReference(.user, $0.id), made.reference)
        }, by: .machine)
    }
    return made.id
  }

  private func object(_ kind: String, _ relation: Relation, _ role: Role) throws -> Target {
    let mark = "object-\(number())."
    let values = Self.values(kind, mark)
    var json = Self.json(values)
    if relation == .none { return Target(values: ["id": "999999", "new": json]) }
    var object = StoredObject(try #require(ObjectKind(rawValue: kind)))
    object.values = values
    if kind == "group", relation == .group {
      object.values["groupId"] = .integer(try group(.own, role, linked: true))
    }
    let made = try fixture.fleet.createObject(object, by: .machine)
    var links = try owners(relation, role).map {
      Link(ObjectReference(.user, $0.id), made.reference)
    }
    if kind != "group", relation == .group {
      let group = ObjectReference(.group, try self.group(.own, role, linked: true))
      let link = Link(group, made.reference)
      if link.isPossible { links = [link] }
    }
    try fixture.fleet.link(links, by: .machine)
    json = Self.json(Self.values(kind, "object-\(number())."))
    return Target(values: ["id": String(made.id), "new": json], marker: mark)
  }
}
