import Detection
import EventLoop
import Synchronization

/// What all loops of a gateway share.
final class GatewayCommons: Sendable {
  let configuration: GatewayConfiguration
  let detector: Detector
  let sink: any MessageSink
  let directory: any DeviceDirectory
  let claims = ClaimRegistry()
  let counts: ConnectionCounts
  let refused = RefusedConnections()
  let mailboxes: [Mailbox<LoopMessage>]
  /// What each loop has counted.
  let statistics: [StatisticsSlot]
  private let lastConnection: Atomic<UInt64>

  var limits: GatewayLimits { configuration.limits }

  init(
    _ configuration: GatewayConfiguration, _ detector: Detector, _ sink: any MessageSink,
    _ directory: any DeviceDirectory
  ) {
    self.configuration = configuration
    self.detector = detector
    self.sink = sink
    self.directory = directory
    let limits = configuration.limits
    counts = ConnectionCounts(
      most: limits.connections, mostPerNetwork: limits.connectionsPerAddress)
    mailboxes = (0..<configuration.loops).map { _ in Mailbox() }
    statistics = (0..<configuration.loops).map { _ in StatisticsSlot() }
    // Numbers grow over restarts, because no server accepts a million connections in each
    // millisecond of its life.
    lastConnection = Atomic(UInt64(clamping: Loop.wallClock) << 20)
  }

  /// A number that no connection has had.
  func nextConnection() -> UInt64 {
    lastConnection.wrappingAdd(1, ordering: .relaxed).newValue
  }
}

/// The counters of one loop, as it last published them.
final class StatisticsSlot: Sendable {
  let current = Mutex(GatewayStatistics())
}

/// What reaches a loop from other threads.
enum LoopMessage: Sendable {
  /// What became of a batch.
  case outcome(batch: Int, BatchOutcome)
  /// Bytes for a device.
  case write(connection: UInt64, [UInt8])
  /// Another connection has taken this one's place.
  case supersede(connection: UInt64)
  /// A person says that a connection is the device it says.
  case confirm(connection: UInt64)
  /// Somebody wants to see the connections.
  case list(Listing)
  /// The rest of a list, so that a long one does not hold the loop up.
  case listRest(Listing, [UInt64], from: Int)
  /// Finish and end.
  case stop
}
