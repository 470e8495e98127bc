import Telemetry

/// What the fleet has in memory, behind one lock that is never held while a file is touched.
struct FleetState: Sendable {
  var snapshot = Snapshot()
  /// Identities that are not in the file yet.
  var pending: [DeviceIdentity] = []
  /// Arrivals that gave way to newer ones and are still in the file.
  var forgotten: [DeviceIdentity] = []
  /// Numbers that this program may give to new identities.
  var numbers: Range<Int64> = 0..<0
  var quota: StrangerQuota
  var refusals = RefusalLog()
  var counts: [Statistics.Counter: Int64] = [:]
  var activeUsers: Set<Int64> = []
  var activeUsersDay: Int64 = 0

  let limits: FleetLimits
  let adoptsAutomatically: Bool
  private(set) var arrivals = 0
  private var nextEviction = Timestamp(milliseconds: .min)

  /// The longest identifier in bytes.
  static let longestIdentifier = 128
  /// How long the search for arrivals that may give way pauses after it found none.
  private static let evictionPause: Int64 = 60_000

  init(options: FleetOptions) {
    limits = options.limits
    adoptsAutomatically = options.adoptsAutomatically
    quota = StrangerQuota(limits: options.limits)
  }

  /// Whether an identifier is one: not empty, not too long, without control characters.
  static func isProper(_ identifier: String) -> Bool {
    let bytes = identifier.utf8
    return !bytes.isEmpty && bytes.count <= longestIdentifier
      && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  // MARK: Admission

  /// Decides about a message; nil if a new identity is needed and no number is left.
  mutating func admit(_ caller: Caller) -> Admission? {
    let known = identity(of: caller)
    if let known, let entry = snapshot.entries[known], !entry.isStranger {
      if let reason = entry.refusal(at: caller.time) { return refuse(caller, reason) }
      return .device(known, entry.settings)
    }
    let network = PeerNetwork(of: caller.peer)
    if let known { return readmit(known, caller, network) }
    guard Self.isProper(caller.identifier) else { return refuse(caller, .improperIdentifier) }
    let automatic = adoptsAutomatically && snapshot.devices.count < limits.automaticAdoptions
    if !automatic, let reason = refusalOfNewcomer(from: network, at: caller.time) {
      return refuse(caller, reason)
    }
    guard let number = numbers.popFirst() else { return nil }
    let identity = DeviceIdentity(rawValue: number)
    add(identity, caller, automatic: automatic)
    if automatic { return .device(identity, .none) }
    quota.addArrival(from: network)
    arrivals += 1
    return .stranger(identity)
  }

  /// The identity that a caller's identifiers lead to; a device goes before an arrival.
  private func identity(of caller: Caller) -> DeviceIdentity? {
    let first = snapshot.identityOf[caller.identifier]
    if let first, snapshot.entries[first]?.isStranger == false { return first }
    var found = first
    for alternative in caller.alternatives {
      guard let other = snapshot.identityOf[alternative] else { continue }
      if snapshot.entries[other]?.isStranger == false { return other }
      found = found ?? other
    }
    return found
  }

  private mutating func readmit(
    _ identity: DeviceIdentity, _ caller: Caller, _ network: PeerNetwork
  ) -> Admission {
    let stored = snapshot.entries[identity]?.contact.storedBytes ?? 0
    if stored >= limits.bytesPerIdentifier { return refuse(caller, .identifierQuota) }
    if let reason = quota.refusal(of: 0, from: network) { return refuse(caller, reason) }
    snapshot.entries[identity]?.contact.seeLast(
      caller.protocolName, caller.transport, caller.peer, at: caller.time)
    return .stranger(identity)
  }

  private mutating func refusalOfNewcomer(
    from network: PeerNetwork, at time: Timestamp
  ) -> Refusal? {
    if let reason = quota.refusal(of: 1, from: network) { return reason }
    if let reason = quota.refusalOfArrival(from: network) { return reason }
    if arrivals >= limits.arrivals { evict(at: time) }
    return arrivals < limits.arrivals ? nil : .tooManyArrivals
  }

  private mutating func add(_ identity: DeviceIdentity, _ caller: Caller, automatic: Bool) {
    var contact = ContactState(firstSeen: caller.time, lastSeen: caller.time)
    contact.seeLast(caller.protocolName, caller.transport, caller.peer, at: caller.time)
    var entry = IdentityEntry(identifiers: [], contact: contact)
    entry.isAdoptedAutomatically = automatic
    snapshot.entries[identity] = entry
    snapshot.name(identity, caller.identifier)
    pending.append(identity)
  }

  private mutating func refuse(_ caller: Caller, _ reason: Refusal) -> Admission {
    refusals.add(caller, reason)
    return .refused(reason)
  }

  /// Makes room for newcomers: the longest silent arrivals give way, some at once, because looking
  /// for them takes a walk over all.
  private mutating func evict(at time: Timestamp) {
    guard time >= nextEviction else { return }
    let limit = time.milliseconds - limits.arrivalSilence
    let silent = snapshot.entries.filter {
      $0.value.isStranger && $0.value.contact.lastSeen.milliseconds < limit
    }
    let oldest = silent.sorted { $0.value.contact.lastSeen < $1.value.contact.lastSeen }
    for (identity, _) in oldest.prefix(max(limits.arrivals / 16, 1)) where !isPending(identity) {
      removeArrival(identity)
      forgotten.append(identity)
    }
    if silent.isEmpty { nextEviction = time.advanced(byMilliseconds: Self.evictionPause) }
  }

  private func isPending(_ identity: DeviceIdentity) -> Bool { pending.contains(identity) }

  // MARK: Quotas

  /// Counts bytes that are about to be stored; false if they must not be, which is noted for
  /// whoever looks for their sender.
  mutating func charge(
    _ identity: DeviceIdentity, peer: String, bytes: Int, at time: Timestamp
  ) -> Bool {
    let network = PeerNetwork(of: peer)
    let stored = snapshot.entries[identity]?.contact.storedBytes ?? 0
    let isTooMuch =
      stored + Int64(bytes) > limits.bytesPerIdentifier && identity != .unknown
    let refusal = isTooMuch ? .identifierQuota : quota.refusal(of: bytes, from: network)
    if let refusal {
      note(refusal, of: identity, peer: peer, at: time)
      return false
    }
    quota.charge(Int64(bytes), to: network, at: time)
    snapshot.entries[identity]?.contact.storedBytes += Int64(bytes)
    return true
  }

  /// Notes that bytes of an arrival were not stored. Bytes of nobody have no name to look for.
  private mutating func note(
    _ reason: Refusal, of identity: DeviceIdentity, peer: String, at time: Timestamp
  ) {
    guard let entry = snapshot.entries[identity], let identifier = entry.identifiers.first
    else { return }
    let caller = Caller(
      identifier: identifier, alternatives: [], protocolName: entry.contact.protocolName,
      transport: entry.contact.transport ?? .tcp, peer: peer, time: time)
    refusals.add(caller, reason)
  }

  /// Takes an arrival out of memory.
  mutating func removeArrival(_ identity: DeviceIdentity) {
    stopCounting(identity)
    snapshot.removeIdentity(identity)
  }

  /// An arrival is about to become a device or to be deleted: it no longer takes a stranger's
  /// place.
  mutating func stopCounting(_ identity: DeviceIdentity) {
    guard let entry = snapshot.entries[identity], entry.isStranger else { return }
    arrivals -= 1
    quota.removeArrival(
      from: PeerNetwork(of: entry.contact.peer), bytes: entry.contact.storedBytes)
  }

  /// A device has been deleted and its identity is an arrival again.
  mutating func startCounting(_ identity: DeviceIdentity) {
    guard let entry = snapshot.entries[identity], entry.isStranger else { return }
    arrivals += 1
    quota.addArrival(
      from: PeerNetwork(of: entry.contact.peer), bytes: entry.contact.storedBytes)
  }

  // MARK: The file

  /// Takes over what was read from the file and keeps what is not in it yet.
  mutating func replace(with fresh: Snapshot) {
    let old = snapshot
    snapshot = fresh
    for identity in forgotten { snapshot.removeIdentity(identity) }
    for identity in pending {
      guard let entry = old.entries[identity] else { continue }
      keep(identity, entry)
    }
    for (identity, entry) in old.entries {
      guard let contact = snapshot.entries[identity]?.contact else { continue }
      // Memory knows of calls that no record tells, and of bytes that are not counted yet.
      if entry.contact.lastSeen > contact.lastSeen, entry.isStranger {
        snapshot.entries[identity]?.contact.seeLast(
          entry.contact.protocolName, entry.contact.transport ?? .tcp, entry.contact.peer,
          at: entry.contact.lastSeen)
      }
      snapshot.entries[identity]?.contact.storedBytes = max(
        contact.storedBytes, entry.contact.storedBytes)
    }
    recount()
  }

  /// Keeps an identity that is not in the file yet. If another program has made a device with its
  /// identifier meanwhile, that device is linked to it, as ``Store/write(_:_:)`` will do.
  private mutating func keep(_ identity: DeviceIdentity, _ entry: IdentityEntry) {
    snapshot.entries[identity] = entry
    for identifier in entry.identifiers {
      snapshot.name(identity, identifier)
      guard let id = snapshot.deviceByUniqueId[identifier], var device = snapshot.devices[id],
        device.identity != identity
      else { continue }
      snapshot.entries[device.identity]?.unlink()
      device.identity = identity
      snapshot.put(device)
    }
  }

  /// Counts the arrivals anew.
  private mutating func recount() {
    let before = quota
    quota = StrangerQuota(limits: limits)
    quota.takeDays(of: before)
    arrivals = 0
    for identity in snapshot.entries.keys { startCounting(identity) }
  }
}
