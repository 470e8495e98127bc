import EventLoop
import Platform
import Simulator
import Synchronization
import Telemetry

/// Plays one tracker against the server's own port, for whoever has none at hand and wants to see
/// how a tracker comes on the map.
final class SimulatedTracker: Sendable {
  /// How long it plays.
  static let seconds = 1_800
  /// The protocol that most trackers speak.
  private static let protocolName = "gt06"
  /// Seconds between two positions.
  private static let interval = 5

  private let isPlaying = Mutex(false)

  /// Begins to play; it ends by itself, or with the process.
  ///
  /// - Parameter bound: what the port for trackers is bound to.
  /// - Returns: why it cannot, for people; nil if it plays.
  func play(to bound: Address?) -> String? {
    guard let bound else { return "The port for trackers is not open." }
    let isFree = isPlaying.withLock { isPlaying in
      defer { isPlaying = true }
      return !isPlaying
    }
    guard isFree else { return "A simulated tracker is on its way already." }
    do throws(PlatformError) {
      // It ends by itself, and nothing waits for it.
      _ = try WorkerThread(name: "simulated") { [self] in
        run(to: Self.reachable(bound))
        isPlaying.withLock { $0 = false }
      }
      return nil
    } catch {
      isPlaying.withLock { $0 = false }
      return "No tracker can be simulated: \(error)."
    }
  }

  private func run(to address: Address) {
    var plan = DevicePlan()
    plan.interval = Self.interval
    do {
      let simulation = try Simulation(
        SimulatedFleet.devices(
          1, try SimulatedFleet.scripts([Self.protocolName], .tcp), plan, seed: 1,
          start: Simulation.start(duration: Self.seconds, speedup: 1)),
        to: [address], duration: Self.seconds, speedup: 1, isQuiet: true)
      try simulation.run()
    } catch {
      Log.write("no tracker can be simulated: \(error)")
    }
  }

  /// Every address of the machine is none to call; the machine itself is.
  private static func reachable(_ bound: Address) -> Address {
    let own = bound.ip.family == .v4 ? "127.0.0.1:\(bound.port)" : "[::1]:\(bound.port)"
    let isEvery = bound.ip.description == "0.0.0.0" || bound.ip.description == "::"
    return isEvery ? Address(own) ?? bound : bound
  }
}
