import SQLite
import Secrets
import Synchronization
import Telemetry

/// Devices, arrivals, users and permissions: what people entered about the trackers, and who may
/// see what.
///
/// It may be used from any thread. What is asked often is answered from memory; every change is in
/// the file when the call returns. Another program (`whereabouts user add`) may change the file at
/// the same time: ``refreshIfChanged()`` takes over what it wrote.
///
/// Locks: first `store`, then `state`, never the other way round; no file is touched under `state`.
public final class Fleet: Sendable {
  let options: FleetOptions
  let hasher: PasswordHasher
  let store: Mutex<Store>
  let state: Mutex<FleetState>
  let limiter = Mutex(LoginLimiter())
  let recentSignIns = Mutex(RecentSignIns())
  let setupCode = Mutex(SetupCode?.none)
  let revisionNumber = Atomic<UInt64>(0)

  /// How many identity numbers are taken out of the file at once.
  static let reservation: Int64 = 4_096
  /// How often a change is tried anew when another program was faster.
  private static let attempts = 8

  /// Opens the fleet's file, makes it if it is missing and brings it up to date.
  ///
  /// - Throws: ``FleetError/storage(_:)``, or ``FleetError/newerFile(path:unknown:)`` if a newer
  ///   program has written the file.
  public init(path: String, options: FleetOptions = FleetOptions()) throws(FleetError) {
    self.options = options
    var state = FleetState(options: options)
    let opened: Store
    do {
      hasher = try PasswordHasher(profile: options.passwords)
      opened = try Store(path: path, at: options.clock())
      state.replace(with: try opened.load())
      for day in try opened.strangerDays() { state.quota.addDay(day.day, bytes: day.bytes) }
    } catch {
      throw Self.typed(error)
    }
    self.state = Mutex(state)
    store = Mutex(opened)
  }

  /// The system's time, or a test's.
  var now: Timestamp { options.clock() }

  /// A number that changes whenever an admission may be answered differently, such as after
  /// somebody edited a device. Connections then ask again.
  public var revision: UInt64 { revisionNumber.load(ordering: .acquiring) }

  private func nextRevision() { revisionNumber.wrappingAdd(1, ordering: .acquiringAndReleasing) }

  /// Something read from memory.
  func read<Result: Sendable>(_ body: (Snapshot) -> Result) -> Result {
    state.withLock { body($0.snapshot) }
  }

  // MARK: Changes

  /// What a change gives its caller, and what it changes in memory once it is in the file.
  struct Change<Result: Sendable>: Sendable {
    let result: Result
    let concernsAdmission: Bool
    let apply: @Sendable (inout FleetState) -> Void

    /// - Parameter concernsAdmission: whether admissions may be answered differently from now on.
    init(
      _ result: Result, concernsAdmission: Bool = false,
      apply: @escaping @Sendable (inout FleetState) -> Void
    ) {
      self.result = result
      self.concernsAdmission = concernsAdmission
      self.apply = apply
    }
  }

  /// Changes the file and then the memory. The body sees the file as it is, also if another
  /// program has changed it; when it throws, nothing has changed.
  func change<Result: Sendable>(
    _ body: @Sendable (Store, Snapshot) throws -> Change<Result>
  ) throws(FleetError) -> Result {
    do {
      return try store.withLock { store in
        for _ in 0..<Self.attempts {
          try flush(store)
          try refresh(store)
          let change: Change<Result>? = try store.database.transaction {
            try store.isStale() ? nil : body(store, read { $0 })
          }
          guard let change else { continue }
          state.withLock { change.apply(&$0) }
          if change.concernsAdmission { nextRevision() }
          return change.result
        }
        throw FleetError.conflict("Another program keeps changing the fleet's file; try again.")
      }
    } catch {
      throw Self.typed(error)
    }
  }

  /// Takes over what another program has written to the file, and notices devices that have
  /// expired. To be called about once a second; costs next to nothing when there is nothing.
  ///
  /// - Returns: whether another program has written.
  @discardableResult
  public func refreshIfChanged() throws(FleetError) -> Bool {
    let time = now
    if state.withLock({ $0.snapshot.takeExpiration(at: time) }) { nextRevision() }
    do {
      return try store.withLock { store in
        guard try store.isStale() else { return false }
        try flush(store)
        return try refresh(store)
      }
    } catch {
      throw Self.typed(error)
    }
  }

  @discardableResult
  private func refresh(_ store: Store) throws -> Bool {
    guard try store.isStale() else { return false }
    let fresh = try store.load()
    state.withLock { $0.replace(with: fresh) }
    nextRevision()
    return true
  }

  // MARK: New identities

  /// Writes the identities that were given since the last time, before the ledger may keep
  /// anything under them. Costs next to nothing when there are none.
  public func makeDurable() throws(FleetError) {
    let isNeeded = state.withLock {
      !$0.pending.isEmpty || !$0.forgotten.isEmpty || $0.numbers.count < Self.reservation / 2
    }
    guard isNeeded else { return }
    do {
      try store.withLock { try flush($0) }
    } catch {
      throw Self.typed(error)
    }
  }

  /// Writes new identities, and the devices of those that are adopted automatically. They stay
  /// pending until they are in the file, so that nobody takes them for written too early.
  func flush(_ store: Store) throws {
    let (work, reserves) = state.withLock { state in
      (PendingWork(state), state.numbers.count < Self.reservation / 2)
    }
    guard !work.isEmpty || reserves else { return }
    let (devices, links, numbers) = try store.database.transaction {
      for identity in work.forgotten { try store.deleteIdentity(identity) }
      for (identity, entry) in work.identities { try store.write(identity, entry) }
      let (devices, links) = try work.adopt(store)
      let numbers = reserves ? try store.reserveIdentities(Self.reservation) : 0..<0
      return (devices, links, numbers)
    }
    state.withLock { state in
      state.pending.removeFirst(work.pendingCount)
      state.forgotten.removeFirst(work.forgotten.count)
      for device in devices { state.snapshot.put(device) }
      for link in links { state.snapshot.links.insert(link) }
      // What is left of the last reservation is smaller and is given up.
      if !numbers.isEmpty { state.numbers = numbers }
    }
  }

  static func typed(_ error: any Error) -> FleetError {
    switch error {
    case let error as FleetError: error
    case let error as SQLiteError: .storage(error)
    default: .conflict("\(error)")
    }
  }
}

/// What has to be written about identities.
private struct PendingWork {
  let identities: [(DeviceIdentity, IdentityEntry)]
  let forgotten: [DeviceIdentity]
  /// How many were pending, with those that have gone since.
  let pendingCount: Int
  private let administrators: [Int64]

  init(_ state: FleetState) {
    identities = state.pending.compactMap { identity in
      state.snapshot.entries[identity].map { (identity, $0) }
    }
    forgotten = state.forgotten
    pendingCount = state.pending.count
    let isNeeded = identities.contains { $0.1.isAdoptedAutomatically }
    administrators =
      isNeeded ? state.snapshot.accounts.values.map(\.user).filter(\.administrator).map(\.id) : []
  }

  var isEmpty: Bool { pendingCount == 0 && forgotten.isEmpty }

  /// Makes the devices of automatic adoption, for all administrators.
  func adopt(_ store: Store) throws -> ([Device], [Link]) {
    var devices: [Device] = []
    var links: [Link] = []
    for (identity, entry) in identities where entry.isAdoptedAutomatically {
      guard let identifier = entry.identifiers.first, try !store.hasDevice(uniqueId: identifier)
      else { continue }
      var device = Device(name: identifier, uniqueId: identifier)
      device.identity = identity
      device.id = try store.write(device)
      devices.append(device)
      links += administrators.map { Link.user($0, device: device.id) }
    }
    for link in links { try store.write(link) }
    return (devices, links)
  }
}
