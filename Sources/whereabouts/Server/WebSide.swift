import Configuration
import Fleet
import Gateway
import Ledger
import Telemetry
import Timeline

/// The web server with the page and the API.
final class WebSide: Sendable {
  let address = "http://127.0.0.1:8080"
  init(
    _ configuration: Configuration, _ fleet: Fleet, _ ledger: any Ledger, _ timeline: any Timeline,
    _ gateway: Gateway
  ) throws {}
  func start(_ derivation: Derivation) throws {}
  func stop() {}
  func devicesCalled(_ identities: [DeviceIdentity]) {}
  func positionsAdded(_ updates: [TimelineUpdate]) {}
  func fleetChanged() {}
}
