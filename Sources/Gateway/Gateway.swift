public import Detection
public import EventLoop
import Synchronization
public import Telemetry

/// The port that trackers talk to, over TCP and UDP.
///
/// It turns bytes into messages, hands them to a ``MessageSink``, and answers a device when the
/// sink says that its message is durable, not before. One thread for each loop; all of its methods
/// may be called from any thread but those.
public final class Gateway: Sendable {
  private struct State {
    var threads: [LoopThread] = []
    var sockets: [PortSockets.OfLoop] = []
  }

  /// Files and sockets that the rest of the process needs.
  private static let otherFiles = 1_024

  private let commons: GatewayCommons
  private let state: Mutex<State>
  /// The addresses that it listens on, with their real ports.
  public let addresses: [Address]

  /// Opens the sockets; nothing is accepted before ``start()``.
  ///
  /// On a machine without IPv6 "every IPv6 address" is left out. If the process may not have as
  /// many files open as there may be connections, fewer connections are taken.
  ///
  /// - Throws: if an address cannot be listened on; the error says which and what to do.
  public init(
    _ configuration: GatewayConfiguration, detector: Detector = Detector(),
    sink: any MessageSink, directory: any DeviceDirectory
  ) throws(LoopError) {
    var configuration = configuration
    let files = Loop.raiseOpenFileLimit()
    configuration.limits.connections = min(
      configuration.limits.connections, max(files - Self.otherFiles, files / 2))
    commons = GatewayCommons(configuration, detector, sink, directory)
    let sockets = try PortSockets.open(configuration)
    addresses = sockets.addresses
    state = Mutex(State(sockets: sockets.perLoop))
  }

  deinit { stop() }

  /// Starts to accept.
  public func start() throws(LoopError) {
    let sockets = state.withLock { state in
      defer { state.sockets = [] }
      return state.sockets
    }
    for (index, own) in sockets.enumerated() {
      do throws(LoopError) {
        let worker = try LoopWorker(
          index, commons, streams: own.streams, datagrams: own.datagrams)
        let thread = try LoopThread { worker.run() }
        state.withLock { $0.threads.append(thread) }
      } catch {
        state.withLock { $0.sockets = Array(sockets[(index + 1)...]) }
        stop()
        throw error
      }
    }
  }

  /// Stops accepting, waits until what was read is durable, sends the answers and closes.
  ///
  /// It returns when all that is done, at the latest after ``GatewayLimits/stopSeconds`` and a
  /// second; it must not be called on one of the gateway's own threads, such as in the sink's
  /// ``MessageSink/submit(_:completion:)``.
  public func stop() {
    let (threads, sockets) = state.withLock { state in
      defer {
        state.threads = []
        state.sockets = []
      }
      return (state.threads, state.sockets)
    }
    for own in sockets { own.close() }
    if !threads.isEmpty { for mailbox in commons.mailboxes { mailbox.post(.stop) } }
    for thread in threads { thread.join() }
  }

  // MARK: Commands

  /// Sends bytes to a device by the connection that is bound to it.
  ///
  /// - Returns: false if the device has none; then nothing was sent. True says that the bytes are
  ///   on their way, not that the device has them.
  @discardableResult
  public func send(_ bytes: [UInt8], to device: DeviceIdentity) -> Bool {
    guard let holder = commons.claims.holder(of: device) else { return false }
    return commons.mailboxes[holder.loop].post(.write(connection: holder.connection, bytes))
  }

  /// The protocol of the connection that is bound to a device, and so the one to write commands
  /// in; nil if the device is not connected.
  public func protocolName(of device: DeviceIdentity) -> String? {
    commons.claims.holder(of: device)?.protocolName
  }

  /// How the connection that is bound to a device travels; nil if the device is not connected.
  public func transport(of device: DeviceIdentity) -> Transport? {
    commons.claims.holder(of: device)?.transport
  }

  /// A person says that an unconfirmed connection is the device that it says it is. It takes the
  /// place of the one that was bound.
  public func confirm(connection: UInt64) {
    for mailbox in commons.mailboxes { mailbox.post(.confirm(connection: connection)) }
  }

  // MARK: Insight

  /// What was counted, as of the last turn of each loop.
  public var statistics: GatewayStatistics {
    var sum = GatewayStatistics()
    for slot in commons.statistics { sum.add(slot.current.withLock { $0 }) }
    return sum
  }

  /// The last connections that came to nothing, the latest first.
  public var refused: [RefusedConnection] { commons.refused.latest }

  /// Collects the open connections and hands them over on one of the gateway's threads, in the
  /// order in which they were opened.
  ///
  /// - Parameter most: the most connections to list.
  public func listConnections(
    most: Int = 10_000, completion: @escaping @Sendable ([ConnectionOverview]) -> Void
  ) {
    let listing = Listing(loops: commons.mailboxes.count, most: most, completion: completion)
    let isRunning = state.withLock { !$0.threads.isEmpty }
    for mailbox in commons.mailboxes where !isRunning || !mailbox.post(.list(listing)) {
      listing.finish()
    }
  }

  /// The open connections in the order in which they were opened.
  public func connections(most: Int = 10_000) async -> [ConnectionOverview] {
    await withCheckedContinuation { continuation in
      listConnections(most: most) { continuation.resume(returning: $0) }
    }
  }
}
