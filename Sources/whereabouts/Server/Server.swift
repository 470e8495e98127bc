import Configuration
import EventLoop
import Fleet
import Gateway
import Ledger
import Media
import Telemetry
import Timeline

/// The rooms, joined: gateway to ledger, ledger to timeline and fleet, all of them to the web.
final class Server {
  /// How long the history may lag behind the ledger when the server stops; the rest is caught up
  /// at the next start.
  private static let stopPatience: Int64 = 5_000
  /// How long a position may wait in memory for others to be packed with, in milliseconds; after a
  /// crash so much of the ledger is read again.
  private static let packingPatience: Int64 = 3_600_000

  /// How long an erasure waits for the history to catch up with the ledger.
  private static let erasurePatience: Int64 = 60_000

  let configuration: Configuration
  let data: DataFolder
  let fleet: Fleet
  let ledger: SQLiteLedger
  let timeline: PackedTimeline
  let media: MediaStore
  let derivation: Derivation
  let gateway: Gateway
  let web: WebSide
  private let lock: DataLock
  private let erasures: ErasureDesk
  private var watch = StoreWatch()
  /// The state of the fleet whose limits of the history hold.
  var knownRevision: UInt64 = 0
  /// How many positions that came too late were told of.
  var loggedLate: Int64 = 0

  /// Opens everything; nothing is accepted yet.
  init(_ configuration: Configuration) throws {
    self.configuration = configuration
    data = DataFolder(configuration[Settings.dataFolder])
    try data.make()
    lock = try DataLock(data)
    _ = Loop.raiseOpenFileLimit()
    let fleet = try Fleet(path: data.fleet, options: Self.fleetOptions(configuration))
    self.fleet = fleet
    timeline = try PackedTimeline(
      file: data.timeline, node: configuration[Settings.nodeNumber])
    // Before anything is read from the ledger, so that nothing comes back that has gone.
    try timeline.keep(Self.retention(configuration, fleet), now: .now)
    media = try MediaStore(
      file: data.media, folder: data.mediaContents, limits: Self.mediaLimits(configuration))
    var settings = Self.ledgerSettings(configuration, fleet)
    settings.notBefore = max(
      try timeline.watermark(), LedgerToken(rawValue: fleet.contactsWatermark), media.watermark)
    ledger = try SQLiteLedger(folder: data.ledger, settings: settings)
    gateway = try Gateway(
      Self.gatewayConfiguration(configuration), sink: LedgerSink(ledger),
      directory: FleetDirectory(fleet: fleet, zones: ZoneTable { Log.write($0) }))
    erasures = ErasureDesk(fleet)
    let web = WebSide(configuration, fleet, ledger, timeline, media, gateway, erasures)
    self.web = web
    derivation = try Derivation(
      ledger: ledger,
      consumers: [
        ContactConsumer(
          fleet: fleet, recentFrames: web.recentFrames, onMessages: { web.messagesStored($0) }
        ) { web.devicesCalled($0) },
        TimelineConsumer(timeline) { web.positionsAdded($0) },
        MediaConsumer(media) { web.mediaAdded($0) },
      ])
  }

  /// Starts to accept.
  func start() throws {
    try web.start(derivation, trackerPort: gateway.addresses.first?.port ?? 0)
    try gateway.start()
    let eraser = Eraser(
      fleet: fleet, timeline: timeline, media: media, ledger: ledger
    ) { [derivation] token in
      _ = derivation.wait(for: token, milliseconds: Self.erasurePatience)
    }
    try erasures.start(eraser) { [web] erasure in web.erased(erasure) }
  }

  /// What is done from time to time.
  func everySecond(now: Timestamp) {
    do {
      if try fleet.refreshIfChanged() { web.fleetChanged() }
      try keepHistoryAsEntered(now: now)
    } catch {
      Log.write("what was entered cannot be read: \(error)")
    }
    for line in watch.lines(ledger.statistics, folder: data.path) { Log.write(line) }
  }

  /// Forgets what is older, or takes more room, than the settings say.
  func everyHour(now: Timestamp) {
    erasures.tryAgain()
    do {
      try forgetOldHistory(now: now)
    } catch {
      Log.write("old history cannot be removed: \(error)")
    }
    do {
      try fleet.captureStatistics()
      try fleet.removeEndedShares()
      // First, because the ledger is needed as far back as what is not packed.
      try timeline.pack(receivedBefore: now.advanced(byMilliseconds: -Self.packingPatience))
      try media.tidy(now: now)
      let dropped = try ledger.drop(
        Self.ledgerRetention(configuration, now: now), before: derivation.lowestWatermark)
      if dropped > 0 { Log.write("\(dropped) old ledger files removed") }
    } catch {
      Log.write("old messages cannot be removed: \(error)")
    }
  }

  /// Stops accepting, makes durable and answers what was read, and closes everything.
  func stop() {
    gateway.stop()
    erasures.stop()
    ledger.close()
    _ = derivation.wait(for: ledger.latest, milliseconds: Self.stopPatience)
    derivation.stop()
    do {
      try timeline.packAll()
    } catch {
      Log.write("the history is not packed, the next start reads the ledger again: \(error)")
    }
    do {
      try media.tidy(now: .now)
    } catch {
      Log.write("the pictures and sounds are not tidied, the next start does it: \(error)")
    }
    web.stop()
  }
}
