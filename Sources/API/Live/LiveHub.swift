import Fleet
import Ledger
public import Media
import Platform
import Synchronization
public import Telemetry
public import Timeline
import WebServer

/// Tells WebSocket clients what is new: positions and devices, to those who may see them.
///
/// Other threads only leave word here; the hub's own threads write the messages. What comes in
/// quick succession is put together, so that a client gets each device at most some ten times a
/// second. A client that does not keep up gets the newest state of each device when it is back,
/// not everything in between.
public final class LiveHub: Sendable {
  /// Milliseconds between two rounds of messages.
  private static let pause: Int64 = 100
  /// Seconds between two keep-alive messages, which existing clients expect.
  private static let keepAliveSeconds = 55
  /// Seconds between two looks at who has fallen silent.
  private static let statusSeconds = 15
  /// Jobs that may wait for the hub's thread.
  private static let mostJobs = 10_000
  /// Pictures and sounds that may wait for the next round; of more than that nobody is told.
  private static let mostMedia = 1_000
  /// The same for events.
  private static let mostEvents = 1_000
  /// The same for messages, which are told to those who ask for them.
  private static let mostLogs = 1_000
  /// The longest wish of a client, in bytes; longer ones are none that is known.
  fileprivate static let longestWish = 256

  private struct News {
    var positions: [DeviceIdentity: StoredPosition] = [:]
    var heard: Set<DeviceIdentity> = []
    var devices: Set<Int64> = []
    var media: [MediaItem] = []
    var events: [Event] = []
    var logs: [LiveLogLine] = []
    var isScheduled = false
  }

  private let news = Mutex(News())
  private let desk: Mutex<LiveDesk>
  private let clients = Atomic(0)
  /// How many of them want to be told what devices send.
  private let logReaders = Atomic(0)
  private let seconds = Atomic(0)
  private let worker: WorkerPool
  /// Helps clients to catch up, which must not wait for the pause between two rounds.
  private let catchUp: WorkerPool
  private let watch: DeviceWatch

  init(fleet: Fleet, timeline: any Timeline, watch: DeviceWatch) {
    desk = Mutex(LiveDesk(fleet: fleet, timeline: timeline, watch: watch))
    self.watch = watch
    worker = WorkerPool(name: "live", threads: 1, limit: Self.mostJobs)
    catchUp = WorkerPool(name: "catch-up", threads: 1, limit: Self.mostJobs)
  }

  /// How many clients are connected.
  public var clientCount: Int { clients.load(ordering: .relaxed) }

  /// How many of them are told what devices send.
  public var logReaderCount: Int { logReaders.load(ordering: .relaxed) }

  // MARK: News from other threads

  /// Positions that are new in the timeline.
  public func publish(_ updates: [TimelineUpdate]) {
    watch.positions.take(updates)
    guard clientCount > 0 else { return }
    tell { news in
      for update in updates where update.isLastKnown {
        news.positions[update.position.identity] = update.position
        news.heard.insert(update.position.identity)
      }
    }
  }

  /// Devices that have called, with or without a position; the fleet knows already.
  public func heard(_ identities: [DeviceIdentity]) {
    guard clientCount > 0 else { return }
    tell { $0.heard.formUnion(identities) }
  }

  /// Pictures and sounds that are complete now.
  public func publish(_ items: [MediaItem]) {
    guard clientCount > 0 else { return }
    tell { news in
      news.media.append(contentsOf: items.prefix(max(Self.mostMedia - news.media.count, 0)))
    }
  }

  /// Things that happened to devices.
  func publish(_ events: [Event]) {
    guard clientCount > 0 else { return }
    tell { news in
      news.events.append(contentsOf: events.prefix(max(Self.mostEvents - news.events.count, 0)))
    }
  }

  /// Messages of devices, in the order of the ledger. Costs next to nothing while nobody asks.
  func received(_ records: [LedgerRecord]) {
    guard logReaders.load(ordering: .relaxed) > 0 else { return }
    tell { news in
      let room = max(Self.mostLogs - news.logs.count, 0)
      news.logs += records.prefix(room).map { LiveLogLine($0) }
    }
  }

  /// A device about which something was entered, or that more users may see now.
  public func changed(_ device: Int64) {
    guard clientCount > 0 else { return }
    tell { $0.devices.insert(device) }
  }

  /// What a device had sent was erased.
  public func erased(_ device: Int64) {
    watch.positions.forget()
    if device != 0 { changed(device) }
  }

  /// Anything may have changed, such as by another program: clients who may no longer be here are
  /// closed, and everybody is told of all devices.
  public func fleetChanged() {
    checkClients()
    submit { $0.tellAllDevices() }
  }

  /// Closes clients whose session, token or user has ended.
  func checkClients() { submit { $0.closeEnded() } }

  private func tell(_ add: (inout News) -> Void) {
    let schedules = news.withLock { news in
      add(&news)
      defer { news.isScheduled = true }
      return !news.isScheduled
    }
    guard schedules else { return }
    let isAccepted = worker.submit { self.flush() }
    if !isAccepted { news.withLock { $0.isScheduled = false } }
  }

  private func flush() {
    desk.withLock { desk in
      // Taken with the lock held, so that nothing newer is sent in between.
      let taken = news.withLock { news in
        defer { news = News() }
        return news
      }
      desk.tell(positions: taken.positions, heard: taken.heard, devices: taken.devices)
      desk.tell(media: taken.media)
      desk.tell(events: taken.events)
      desk.tell(logs: taken.logs)
    }
    // What comes meanwhile waits for the next round.
    Pause.milliseconds(Self.pause)
  }

  private func submit(_ job: @escaping @Sendable (inout LiveDesk) -> Void) {
    _ = worker.submit { self.desk.withLock { job(&$0) } }
  }

  // MARK: Time

  /// To be called about once a second.
  func tick() {
    let second = seconds.add(1, ordering: .relaxed).newValue
    guard clientCount > 0 else { return }
    if second % Self.keepAliveSeconds == 0 { submit { $0.keepAlive() } }
    if second % Self.statusSeconds == 0 { submit { $0.tellSilent() } }
  }

  /// Ends the hub's threads.
  func stop() {
    worker.stop()
    catchUp.stop()
  }

  // MARK: Clients

  func opened(
    _ socket: WebSocket, _ caller: Caller, _ log: LogWish, isAllowed: @escaping @Sendable () -> Bool
  ) {
    clients.add(1, ordering: .relaxed)
    let isAccepted = worker.submit {
      self.desk.withLock { $0.add(LiveClient(socket, caller.user.id, log, isAllowed)) }
    }
    // "Try again later" (RFC 6455, extended).
    if !isAccepted { socket.close(code: 1013) }
  }

  func drained(_ socket: WebSocket) {
    let id = socket.id
    _ = catchUp.submit { self.desk.withLock { $0.drained(id) } }
  }

  /// A client wants to be told what devices send, or no longer.
  func set(_ log: LogWish, _ isOn: Bool) {
    guard log.exchange(isOn) != isOn else { return }
    logReaders.add(isOn ? 1 : -1, ordering: .relaxed)
  }

  func closed(_ socket: WebSocket) {
    clients.subtract(1, ordering: .relaxed)
    let id = socket.id
    // Without room for the job the client is found closed by the next keep-alive.
    submit { $0.remove(id) }
  }
}

/// A client between the web server and the hub.
final class LiveSession: WebSocketDelegate {
  private let hub: LiveHub
  private let caller: Caller
  private let isAllowed: @Sendable () -> Bool
  private let log = LogWish()

  init(hub: LiveHub, caller: Caller, isAllowed: @escaping @Sendable () -> Bool) {
    self.hub = hub
    self.caller = caller
    self.isAllowed = isAllowed
  }

  func opened(_ socket: WebSocket) { hub.opened(socket, caller, log, isAllowed: isAllowed) }

  /// `{"logs":true}` asks for what devices send; nothing else that clients say is of interest.
  func received(_ text: [UInt8], from socket: WebSocket) {
    guard text.count <= LiveHub.longestWish, let wish = try? JSONObject(body: text),
      case .boolean(let isOn) = wish.members["logs"]
    else { return }
    // What a device said word by word is more than was shared.
    hub.set(log, isOn && !caller.user.temporary)
  }

  func drained(_ socket: WebSocket) { hub.drained(socket) }

  func closed(_ socket: WebSocket) {
    hub.set(log, false)
    hub.closed(socket)
  }
}
