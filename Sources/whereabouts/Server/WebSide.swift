import API
import Configuration
import EventLoop
import Fleet
import Gateway
import Ledger
import Media
import Synchronization
import Telemetry
import Timeline
import WebServer

/// The web server with the page and the API.
final class WebSide: Sendable {
  /// Bytes that wait for one WebSocket: what ten thousand devices say in a tenth of a second.
  private static let mostSocketBytes = 1_048_576

  private let configuration: Configuration
  private let services: Mutex<APIServices>
  /// To be told of every record of the ledger.
  let recentFrames: RecentFrames
  private let running = Mutex<(server: WebServer, api: API)?>(nil)

  init(
    _ configuration: Configuration, _ fleet: Fleet, _ ledger: any Ledger, _ timeline: any Timeline,
    _ media: MediaStore, _ gateway: Gateway, _ erasures: ErasureDesk
  ) {
    self.configuration = configuration
    var services = APIServices(fleet: fleet, timeline: timeline)
    services.media = media
    services.attach(gateway, clock: { .now })
    services.attach(ledger)
    recentFrames = services.recentFrames
    let tracker = SimulatedTracker()
    services.simulation = TrackerSimulation(seconds: SimulatedTracker.seconds) {
      tracker.play(to: gateway.addresses.first)
    }
    services.eraseDevice = { device, requester throws(FleetError) in
      try erasures.request(device: device, by: requester)
    }
    self.services = Mutex(services)
  }

  /// Starts to serve.
  ///
  /// - Parameter trackerPort: the port that the page tells people to point trackers at.
  func start(_ derivation: Derivation, trackerPort: UInt16) throws {
    let services = try services.withLock { services in
      services.derivationProgress = { derivation.progress }
      services.files = try PageFolder.files(configuration)
      return services
    }
    var options = APIOptions(clock: { .now })
    options.version = Version.text
    options.serverAttributes = [
      "mapTiles": .text(configuration[Settings.mapTiles]),
      "mapAttribution": .text(configuration[Settings.mapAttribution]),
      // Existing clients offer the second factor then.
      "totpEnable": .boolean(true),
      "trackerPort": .integer(Int64(trackerPort)),
    ]
    let url = configuration[Settings.webURL]
    if !url.isEmpty { options.publicOrigins = [Self.origin(url)] }
    options.trustedProxies = configuration[Settings.webProxies].compactMap { AddressPrefix($0) }
    let api = API(services, options)
    var web = WebServerConfiguration(
      addresses: [configuration[Settings.webAddress]],
      port: UInt16(clamping: configuration[Settings.webPort]))
    web.mostSocketBytes = Self.mostSocketBytes
    let server = try WebServer(api: api, web)
    running.withLock { $0 = (server, api) }
  }

  /// Stops serving.
  func stop() {
    let taken = running.withLock { running in
      defer { running = nil }
      return running
    }
    taken?.server.stop()
    taken?.api.stop()
  }

  /// The address of the page for people, without a slash at the end.
  var address: String {
    let url = configuration[Settings.webURL]
    if !url.isEmpty { return url.hasSuffix("/") ? String(url.dropLast()) : url }
    let port = running.withLock { $0?.server.port } ?? 0
    let host = configuration[Settings.webAddress]
    // Every address of the machine is no address to open; the machine itself is.
    if host == "0.0.0.0" || host == "::" { return "http://localhost:\(port)" }
    return host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
  }

  /// Devices have called; the fleet knows already.
  func devicesCalled(_ identities: [DeviceIdentity]) { api?.heard(identities) }

  /// Messages are in the ledger; the fleet knows who sent them.
  func messagesStored(_ records: [LedgerRecord]) { api?.received(records) }

  /// The history has new positions.
  func positionsAdded(_ updates: [TimelineUpdate]) { api?.publish(updates) }

  /// Pictures and sounds are complete.
  func mediaAdded(_ items: [MediaItem]) { live { $0.publish(items) } }

  /// What a device had sent was erased.
  func erased(_ erasure: Erasure) { live { $0.erased(erasure.deviceId) } }

  /// Another program has changed the fleet.
  func fleetChanged() { live { $0.fleetChanged() } }

  private var api: API? { running.withLock { $0?.api } }

  private func live(_ tell: (LiveHub) -> Void) {
    if let hub = api?.live { tell(hub) }
  }

  /// The scheme, host and port of an address.
  private static func origin(_ url: String) -> String {
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.prefix(3).joined(separator: "/")
  }
}
