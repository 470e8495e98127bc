import Detection
import EventLoop
import Synchronization
import Telemetry

/// Everything that one loop of the gateway does; it is used only on the loop's thread.
///
/// Its parts are in extensions: accepting and reading connections, datagrams, batches and answers,
/// time, messages of other threads.
final class LoopWorker {
  /// A datagram's sender, as it is remembered.
  struct Peer: Hashable {
    var address: Address
    /// The local address that it talks to: its answers leave from there.
    var local: Address
  }

  /// A batch that the sink has.
  struct Outstanding {
    var number: Int
    var batch: MessageBatch
    var splits: [ReplySplit]
    var outcome: BatchOutcome?
  }

  /// Where the answers to one datagram end, if there are several: each is a datagram of its own.
  struct ReplySplit {
    var message: Int
    var ends: [Int]
  }

  /// Emptied batches that are kept for their memory.
  static let mostSpareBatches = 8
  /// Batches that the sink may have at once.
  static let mostOutstandingBatches = 1_024

  let index: Int
  let commons: GatewayCommons
  let loop: Loop

  var sessions: [UInt64: TrackerSession] = [:]
  var peers: [Peer: TrackerSession] = [:]
  var listeners: [TCPListener] = []
  var sockets: [UDPSocket] = []

  /// What the frame at hand gave; its memory serves all conversations of the loop.
  var reports = Reports()
  var batch = MessageBatch()
  var splits: [ReplySplit] = []
  /// The number of ``batch``.
  var batchNumber = 1
  var outstanding: [Outstanding] = []
  var outstandingBytes = 0
  var spare: [MessageBatch] = []
  /// Sessions to be closed when the batch of that number is done with.
  var departures: [(batch: Int, session: UInt64)] = []
  /// Several answers for one connection, put together to be written at once.
  var scratch: [UInt8] = []

  /// Whether nothing is read because the sink has no room.
  var isHalted = false
  var isStopping = false
  var hasSaidFarewell = false
  /// When reading was last taken up again; no deadline counts the time before.
  var resumedTick: UInt64 = 0

  var wheel: DeadlineWheel
  /// Sessions whose bytes may be complete if nothing follows for a moment.
  var pauses: [UInt64] = []
  var statistics = GatewayStatistics()
  /// Strangers' datagrams that were put into the list of refused senders in this second.
  var strangersNoted = 0

  private var handles: [Handle] = []
  var pauseTimer: LoopTimer?
  var retryTimer: LoopTimer?
  var stopTimer: LoopTimer?

  /// A worker that listens on these sockets, which belong to it from now on.
  init(
    _ index: Int, _ commons: GatewayCommons, streams: [BoundSocket], datagrams: [BoundSocket]
  ) throws(LoopError) {
    self.index = index
    self.commons = commons
    loop = try Loop()
    wheel = DeadlineWheel(second: Int(loop.now / 1_000))
    var rest = (streams: streams, datagrams: datagrams)
    do throws(LoopError) {
      try open(&rest.streams, &rest.datagrams)
    } catch {
      for socket in rest.streams + rest.datagrams { socket.close() }
      close()
      throw error
    }
  }

  /// A worker that was never run, because its thread could not be started.
  deinit { loop.close() }

  /// Opens everything on the loop; sockets that were not reached stay in the arrays.
  private func open(
    _ streams: inout [BoundSocket], _ datagrams: inout [BoundSocket]
  ) throws(LoopError) {
    // The worker outlives its loop's callbacks: it closes the loop before it goes.
    handles.append(
      try commons.mailboxes[index].connect(to: loop) { [unowned self] in handle($0) })
    handles.append(try TurnHook(on: loop) { [unowned self] in endTurn() })
    let tick = try LoopTimer(on: loop) { [unowned self] in self.tick() }
    tick.start(milliseconds: 1_000, every: 1_000)
    handles.append(tick)
    pauseTimer = try LoopTimer(on: loop) { [unowned self] in checkPauses() }
    retryTimer = try LoopTimer(on: loop) { [unowned self] in retry() }
    stopTimer = try LoopTimer(on: loop) { [unowned self] in stopTimeIsUp() }
    while let socket = streams.popLast() {
      listeners.append(
        try TCPListener(socket, on: loop) { [unowned self] in accepted($0) })
    }
    while let bound = datagrams.popLast() {
      let number = sockets.count
      let socket = try UDPSocket(bound, on: loop) { [unowned self] bytes, peer, local in
        received(bytes, from: peer, to: local, by: sockets[number])
      }
      sockets.append(socket)
      socket.resumeReading()
    }
  }

  /// Runs until the gateway is stopped.
  func run() {
    loop.run()
    close()
  }

  private func close() {
    for session in Array(sessions.values) { close(session) }
    loop.close()
  }

  var limits: GatewayLimits { commons.limits }

  var wallClock: Timestamp { Timestamp(milliseconds: Loop.wallClock) }

  /// After all events of a turn: what they brought goes to the sink as one batch.
  func endTurn() {
    submit()
    publish()
  }

  func publish() {
    statistics.open = sessions.count - peers.count
    statistics.outstandingBytes = outstandingBytes
    let current = statistics
    commons.statistics[index].current.withLock { $0 = current }
  }
}
