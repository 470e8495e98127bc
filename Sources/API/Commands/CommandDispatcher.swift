import Commands
import Fleet
import Synchronization
import Telemetry
import Timeline
import WebServer

/// Sends commands that wait when their devices speak, and tells what came of commands.
///
/// A device gets one command each time that it speaks, so that it can answer before the next one.
/// Everything here is done on one thread of its own.
final class CommandDispatcher: Sendable {
  /// Jobs that may wait. Beyond that a device gets its command when it speaks again.
  private static let mostJobs = 1_000
  /// Answers that were received longer ago are history, which is being made again: milliseconds.
  private static let newsLimit: Int64 = 86_400_000
  /// Seconds between two looks at commands whose time has run out.
  private static let expirySeconds = 30
  /// Answers of devices of which somebody has still to be told, at most; further ones are only in
  /// the history.
  private static let mostResults = 1_000

  private let fleet: Fleet
  private let desk: CommandDesk?
  private let live: LiveHub
  private let clock: @Sendable () -> Timestamp
  private let worker: WorkerPool
  private let seconds = Atomic(0)
  private let spoken = Mutex(Set<DeviceIdentity>())
  private let results = Mutex<[StoredPosition]>([])

  init(
    _ fleet: Fleet, _ desk: CommandDesk?, _ live: LiveHub,
    _ clock: @escaping @Sendable () -> Timestamp
  ) {
    self.fleet = fleet
    self.desk = desk
    self.live = live
    self.clock = clock
    worker = WorkerPool(name: "commands", threads: 1, limit: Self.mostJobs)
    // What stood in the file as being sent is nobody's any more.
    _ = worker.submit { self.tell(try? fleet.settleCommands()) }
  }

  /// Ends the thread, once the command that is being sent is.
  func stop() { worker.stop() }

  // MARK: Devices that speak

  /// Devices have spoken: those that have a command waiting get it.
  func heard(_ identities: [DeviceIdentity]) {
    guard desk != nil else { return }
    let wanted = fleet.identitiesWithCommands(among: identities)
    guard !wanted.isEmpty else { return }
    let isFirst = spoken.withLock { spoken in
      defer { spoken.formUnion(wanted) }
      return spoken.isEmpty
    }
    guard isFirst else { return }
    if !worker.submit({ self.sendToThoseWhoSpoke() }) { spoken.withLock { $0 = [] } }
  }

  private func sendToThoseWhoSpoke() {
    let identities = spoken.withLock { spoken in
      defer { spoken = [] }
      return spoken
    }
    for identity in identities { sendNext(to: identity) }
  }

  private func sendNext(to identity: DeviceIdentity) {
    // A file that refuses leaves the command as it stands there: waiting, or being sent, which the
    // next start finds.
    guard let desk, let taken = try? fleet.takeCommand(for: identity) else { return }
    let delivery: Fleet.Delivery
    do throws(CommandDesk.Failure) {
      try desk.send(taken.queued.command, to: CommandDesk.Addressee(taken.device))
      delivery = .sent
    } catch {
      switch error {
      case .notConnected: delivery = .absent
      case .refused: delivery = .refused(error.description)
      }
    }
    if let event = try? fleet.finish(taken.queued, delivery) { live.publish([event]) }
  }

  // MARK: What devices answer

  /// Positions that are new in the history: some are answers to commands.
  func received(_ updates: [TimelineUpdate]) {
    let oldest = clock().advanced(byMilliseconds: -Self.newsLimit)
    let answers = updates.map(\.position).filter { position in
      position.receivedAt > oldest && position.position.attributes.contains { $0.key == .result }
    }
    guard !answers.isEmpty else { return }
    let isFirst = results.withLock { results in
      defer { results += answers.prefix(max(Self.mostResults - results.count, 0)) }
      return results.isEmpty
    }
    guard isFirst else { return }
    if !worker.submit({ self.storeResults() }) { results.withLock { $0 = [] } }
  }

  private func storeResults() {
    let answers = results.withLock { results in
      defer { results = [] }
      return results
    }
    for answer in answers {
      guard let device = fleet.device(of: answer.identity),
        let result = answer.position.attributes.first(where: { $0.key == .result })
      else { continue }
      let event = Event(
        type: "commandResult", time: answer.receivedAt, deviceId: device.id,
        positionId: answer.id, attributes: ["result": result.value])
      if let stored = try? fleet.add(event) { live.publish([stored]) }
    }
  }

  // MARK: Time

  /// To be called about once a second.
  func tick() {
    guard seconds.add(1, ordering: .relaxed).newValue % Self.expirySeconds == 0 else { return }
    _ = worker.submit {
      // Nothing is being sent on this thread now.
      self.tell(try? self.fleet.settleCommands())
      self.tell(try? self.fleet.expireCommands())
    }
  }

  private func tell(_ events: [Event]?) {
    if let events, !events.isEmpty { live.publish(events) }
  }
}

extension CommandDesk.Addressee {
  /// The device that a command is for.
  init(_ device: Device) {
    self.init(identity: device.identity, uniqueId: device.uniqueId, settings: device.settings)
  }
}
