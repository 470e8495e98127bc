import Telemetry

/// What the fleet knows of one identity, whether a device is linked to it or not.
struct IdentityEntry: Sendable {
  /// What it calls itself; the first is the one that it first came with.
  var identifiers: [String]
  /// The device that is linked to it.
  var deviceId: Int64?
  /// What was entered about the device.
  var settings = DeviceSettings.none
  var disabled = false
  var expirationTime: Timestamp?
  /// Whether a device will be made with the next ``Fleet/makeDurable()``.
  var isAdoptedAutomatically = false
  /// Whether it was a device once: its history is somebody's, not a stranger's.
  var hadDevice = false
  var contact: ContactState
  /// The versions of itself that it reported.
  var versions = VersionHistory()

  /// Whether quotas hold for it.
  var isStranger: Bool { deviceId == nil && !isAdoptedAutomatically }

  func refusal(at time: Timestamp) -> Refusal? {
    if disabled { return .disabled }
    if let expirationTime, expirationTime <= time { return .expired }
    return nil
  }

  mutating func link(_ device: Device) {
    deviceId = device.id
    settings = device.settings
    disabled = device.disabled
    expirationTime = device.expirationTime
    isAdoptedAutomatically = false
  }

  mutating func unlink() {
    deviceId = nil
    hadDevice = true
    settings = .none
    disabled = false
    expirationTime = nil
  }
}

/// When and how an identity called.
struct ContactState: Sendable {
  var firstSeen: Timestamp
  var lastSeen: Timestamp
  var protocolName = ""
  var transport: Transport?
  var peer = ""
  var messages: Int64 = 0
  var storedBytes: Int64 = 0
  var lastPosition: Int64?
  var pauses = Pauses()

  var hasCalled: Bool { transport != nil }

  /// Its pauses, with the one that a contact ends.
  func pauses(with contact: Contact) -> Pauses {
    guard hasCalled, messages > 0 else { return pauses }
    var pauses = pauses
    pauses.add(contact.firstSeen.milliseconds - lastSeen.milliseconds)
    return pauses
  }

  mutating func see(_ contact: Contact) {
    pauses = pauses(with: contact)
    if !hasCalled || contact.firstSeen < firstSeen { firstSeen = contact.firstSeen }
    messages += Int64(contact.messages)
    lastPosition = contact.lastPosition ?? lastPosition
    seeLast(contact.protocolName, contact.transport, contact.peer, at: contact.lastSeen)
  }

  mutating func seeLast(
    _ protocolName: String, _ transport: Transport, _ peer: String, at time: Timestamp
  ) {
    guard !hasCalled || time >= lastSeen else { return }
    self.protocolName = protocolName
    self.transport = transport
    self.peer = peer
    lastSeen = time
  }
}
