public import Commands
public import EventLoop
public import Fleet
public import Gateway
public import Ledger
public import Media
public import Telemetry
public import Timeline
public import WebServer

/// What the API works with.
public struct APIServices: Sendable {
  /// Devices, users and permissions.
  public var fleet: Fleet
  /// The history.
  public var timeline: any Timeline
  /// Pictures and sounds; nil if there is no place for them.
  public var media: MediaStore?
  /// The files of the page.
  public var files = StaticFiles()
  /// Asks for the open connections of trackers; answered on any thread.
  public var listConnections:
    @Sendable (_ completion: @escaping @Sendable ([ConnectionOverview]) -> Void) -> Void = {
      $0([])
    }
  /// The last connections that came to nothing.
  public var refusedConnections: @Sendable () -> [RefusedConnection] = { [] }
  /// Whether a device is connected.
  public var isConnected: @Sendable (DeviceIdentity) -> Bool = { _ in false }
  /// Sends commands to devices.
  public var commands: CommandDesk?
  /// What the gateway has counted.
  public var gatewayStatistics: (@Sendable () -> GatewayStatistics)?
  /// What devices sent; nil if it cannot be looked at.
  public var ledger: (any Ledger)?
  /// Where the newest of it stands. To be told of every record of the ledger.
  public var recentFrames = RecentFrames()
  /// How the ledger is.
  public var ledgerStatistics: (@Sendable () -> LedgerStatistics)?
  /// Has everything erased that a device has sent; returns when that is certain to happen, not when
  /// it is done.
  public var eraseDevice: (@Sendable (Int64, Requester) throws(FleetError) -> Erasure)?
  /// Plays a tracker for whoever has none at hand; nil if it cannot.
  public var simulation: TrackerSimulation?
  /// How far everything that is made from the ledger has got.
  public var derivationProgress: (@Sendable () -> [Derivation.Progress])?

  /// The two that nothing works without.
  public init(fleet: Fleet, timeline: any Timeline) {
    self.fleet = fleet
    self.timeline = timeline
  }

  /// Connects what the gateway knows.
  ///
  /// - Parameter clock: what time it is, for commands that say it.
  public mutating func attach(_ gateway: Gateway, clock: @escaping @Sendable () -> Timestamp) {
    listConnections = { completion in gateway.listConnections(completion: completion) }
    refusedConnections = { gateway.refused }
    isConnected = { gateway.protocolName(of: $0) != nil }
    gatewayStatistics = { gateway.statistics }
    commands = CommandDesk(
      protocolName: { gateway.protocolName(of: $0) },
      transport: { gateway.transport(of: $0) ?? .tcp },
      write: { gateway.send($0, to: $1) }, clock: clock)
  }

  /// Connects what the ledger knows.
  public mutating func attach(_ ledger: any Ledger) {
    self.ledger = ledger
    ledgerStatistics = { ledger.statistics }
  }
}

/// A tracker that the server plays against its own port.
public struct TrackerSimulation: Sendable {
  /// How long it plays.
  public let seconds: Int
  /// Begins; returns why it cannot, for people, or nil if it plays.
  public let play: @Sendable () -> String?

  /// A simulation.
  public init(seconds: Int, play: @escaping @Sendable () -> String?) {
    self.seconds = seconds
    self.play = play
  }
}

/// How the API behaves.
public struct APIOptions: Sendable {
  /// The program's version.
  public var version = "0"
  /// Settings of the program that the page needs: `mapTiles`, `mapAttribution`, `trackerHost`,
  /// `trackerPort`.
  public var serverAttributes: [String: AttributeValue] = [:]
  /// Addresses under which people reach the page besides the one it listens on, such as
  /// `https://fleet.example.org`.
  public var publicOrigins: Set<String> = []
  /// Proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
  public var trustedProxies: [AddressPrefix] = []
  /// Milliseconds of silence after which a device no longer counts as online of which nobody knows
  /// yet how long it is usually silent.
  public var statusTimeout: Int64 = 600_000
  /// Threads for what reads or writes much.
  public var workers = 4
  /// Threads for hashing passwords; each takes 64 MiB while it does.
  public var passwordWorkers = 2
  /// The most requests that may wait for each kind of worker.
  public var mostWaiting = 256
  /// What time it is.
  public var clock: @Sendable () -> Timestamp

  /// The defaults; the clock is the system's.
  public init(clock: @escaping @Sendable () -> Timestamp) { self.clock = clock }
}
