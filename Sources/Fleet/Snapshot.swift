import Secrets
import Telemetry

/// A user and what must never leave the fleet.
struct Account: Sendable {
  var user: User
  var passwordHash: String
  /// The last step of the second factor whose code was used; nil if none was.
  var codeStep: Int64?
}

/// All of the file that is looked up often, in memory.
struct Snapshot: Sendable {
  var identityOf: [String: DeviceIdentity] = [:]
  var entries: [DeviceIdentity: IdentityEntry] = [:]
  var devices: [Int64: Device] = [:]
  var deviceByUniqueId: [String: Int64] = [:]
  var accounts: [Int64: Account] = [:]
  var links = LinkTable()
  var objects: [ObjectKind: [Int64: StoredObject]] = [:]
  var sessions: [Digest: Session] = [:]
  var tokens: [Digest: AccessToken] = [:]
  var server = ServerSettings()
  var contactsWatermark: Int64 = 0
  /// Commands that wait for devices or came to nothing, by the device, the oldest first.
  var commands: [Int64: [QueuedCommand]] = [:]
  /// When the next device expires; perhaps one of those that have expired already.
  private var nextExpiration: Timestamp?

  /// A device with what its messages told.
  func device(_ id: Int64) -> Device? {
    guard var device = devices[id] else { return nil }
    device.versions = entries[device.identity]?.versions.current ?? [:]
    if let contact = entries[device.identity]?.contact, contact.hasCalled {
      device.lastUpdate = contact.lastSeen
      device.usualPause = contact.pauses.usual
      device.positionId = contact.lastPosition
      device.protocolName = contact.protocolName
    }
    return device
  }

  mutating func put(_ device: Device) {
    if let old = devices[device.id] { deviceByUniqueId[old.uniqueId] = nil }
    devices[device.id] = device
    deviceByUniqueId[device.uniqueId] = device.id
    entries[device.identity]?.link(device)
    if let end = device.expirationTime { nextExpiration = min(end, nextExpiration ?? end) }
  }

  /// Whether a device has expired since the last time that this was asked.
  mutating func takeExpiration(at time: Timestamp) -> Bool {
    guard let next = nextExpiration, next <= time else { return false }
    nextExpiration = devices.values.compactMap(\.expirationTime).filter { $0 > time }.min()
    return true
  }

  mutating func removeDevice(_ id: Int64) {
    guard let device = devices.removeValue(forKey: id) else { return }
    deviceByUniqueId[device.uniqueId] = nil
    entries[device.identity]?.unlink()
    commands[id] = nil
    links.remove(ObjectReference(.device, id))
  }

  /// Gives an identity an identifier; another identity that had it loses it.
  mutating func name(_ identity: DeviceIdentity, _ identifier: String) {
    if let other = identityOf[identifier], other != identity {
      entries[other]?.identifiers.removeAll { $0 == identifier }
    }
    identityOf[identifier] = identity
    if entries[identity]?.identifiers.contains(identifier) == false {
      entries[identity]?.identifiers.append(identifier)
    }
  }

  mutating func removeIdentity(_ identity: DeviceIdentity) {
    guard let entry = entries.removeValue(forKey: identity) else { return }
    for identifier in entry.identifiers where identityOf[identifier] == identity {
      identityOf[identifier] = nil
    }
  }

  /// The account with an e-mail address or a second name, however its letters are written.
  func account(named name: String) -> Account? {
    let wanted = name.lowercased()
    return accounts.values.first {
      $0.user.email.lowercased() == wanted || $0.user.login?.lowercased() == wanted
    }
  }

  mutating func removeUser(_ id: Int64) {
    accounts[id] = nil
    endSessions(ofUser: id)
    links.remove(ObjectReference(.user, id))
    links.remove(ObjectReference(.managedUser, id))
  }

  /// Ends all sessions and tokens of a user, but one session.
  mutating func endSessions(ofUser id: Int64, keeping kept: Int64? = nil) {
    sessions = sessions.filter { $0.value.userId != id || $0.value.id == kept }
    tokens = tokens.filter { $0.value.userId != id }
  }

  func arrival(_ identity: DeviceIdentity) -> Arrival? {
    guard let entry = entries[identity], entry.isStranger else { return nil }
    let contact = entry.contact
    return Arrival(
      identity: identity, identifier: entry.identifiers.first ?? "",
      otherIdentifiers: Array(entry.identifiers.dropFirst()), protocolName: contact.protocolName,
      transport: contact.transport, peer: contact.peer, firstSeen: contact.firstSeen,
      lastSeen: contact.lastSeen, messages: contact.messages, storedBytes: contact.storedBytes,
      lastPosition: contact.lastPosition, versions: entry.versions.versions)
  }
}

/// All permissions, found from both ends.
struct LinkTable: Sendable {
  private(set) var all: Set<Link> = []
  private var properties: [ObjectReference: Set<ObjectReference>] = [:]
  private var owners: [ObjectReference: Set<ObjectReference>] = [:]

  func contains(_ link: Link) -> Bool { all.contains(link) }

  func properties(of owner: ObjectReference, _ kind: ObjectKind) -> [Int64] {
    (properties[owner] ?? []).filter { $0.kind == kind }.map(\.id)
  }

  func owners(of property: ObjectReference, _ kind: ObjectKind) -> [Int64] {
    (owners[property] ?? []).filter { $0.kind == kind }.map(\.id)
  }

  mutating func insert(_ link: Link) {
    all.insert(link)
    properties[link.owner, default: []].insert(link.property)
    owners[link.property, default: []].insert(link.owner)
  }

  mutating func remove(_ link: Link) {
    all.remove(link)
    properties[link.owner]?.remove(link.property)
    owners[link.property]?.remove(link.owner)
  }

  /// Removes all permissions of an object.
  mutating func remove(_ object: ObjectReference) {
    for property in properties[object] ?? [] { remove(Link(object, property)) }
    for owner in owners[object] ?? [] { remove(Link(owner, object)) }
    properties[object] = nil
    owners[object] = nil
  }
}
