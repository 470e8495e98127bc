import EventLoop
import Telemetry
import Wire

/// One sender on one loop: a TCP connection, or a peer that sends datagrams.
final class TrackerSession {
  /// How far a connection is on its way out.
  enum Stage {
    /// A proxy's header is still to come.
    case awaitingProxyHeader
    case reading
    /// Nothing is read any more; it is closed when its last answers have left.
    case leaving
    case closed
  }

  let id: UInt64
  let transport: Transport
  var peer: Address
  var local: Address
  let openedAt: Timestamp
  /// When it was opened by the loop's clock, ms.
  let openedTick: UInt64
  /// The connection; nil for datagrams.
  let connection: TCPConnection?
  /// The socket that datagrams came by and answers leave from.
  let socket: UDPSocket?
  unowned let worker: LoopWorker

  var stage = Stage.reading
  var conversation: Conversation
  /// A proxy's header so far.
  var header: [UInt8] = []
  /// The first bytes of a stranger, for the list of refused connections.
  var firstBytes: [UInt8] = []
  var bytes: UInt64 = 0
  var lastHeardAt: Timestamp
  /// When bytes last arrived by the loop's clock, ms.
  var lastHeardTick: UInt64
  var interval: ReportingInterval
  var isIntroduced = false
  var isUnconfirmed = false
  /// Whether its last message was dropped because what strangers may store is used up.
  var isBeyondQuota = false
  var isListedForPause = false
  /// Whether it counts as identified in the statistics.
  var countsAsIdentified = false
  /// Whether its address is counted; not so while a proxy has not said it.
  var countsForAddress = false
  /// Whether a batch with messages of it is still out while it is leaving.
  var awaitsAnswers = false
  /// Why it is being closed; nil if nobody needs to know.
  var closeReason: String?
  /// What kind of thing went wrong; nil if the conversation knows.
  var closeKind: RefusedConnection.Kind?
  /// The devices that it holds the claim for.
  var devices: [DeviceIdentity] = []

  /// More devices than this on one connection are served, but get no commands.
  static let mostDevices = 256

  init(
    _ id: UInt64, connection: TCPConnection?, socket: UDPSocket?, peer: Address, local: Address,
    worker: LoopWorker, conversation: Conversation
  ) {
    self.id = id
    self.connection = connection
    self.socket = socket
    transport = connection == nil ? .udp : .tcp
    self.peer = peer
    self.local = local
    self.worker = worker
    self.conversation = conversation
    openedTick = worker.loop.now
    lastHeardTick = openedTick
    openedAt = worker.wallClock
    lastHeardAt = openedAt
    interval = ReportingInterval(at: openedTick)
  }

  /// The network whose senders are taken for one another's reconnects.
  var network: AddressPrefix { AddressPrefix(peer.ip, length: peer.ip.family == .v4 ? 24 : 48) }

  /// The session as one that claims to be a device.
  ///
  /// The protocol is passed in because the conversation, which knows it, may be at work just now.
  func claimant(_ protocolName: String) -> Claimant {
    Claimant(
      connection: id, loop: worker.index, transport: transport, protocolName: protocolName,
      network: network)
  }

  /// Notes that bytes arrived.
  func heard(_ count: Int) {
    bytes += UInt64(count)
    lastHeardTick = worker.loop.now
    lastHeardAt = worker.wallClock
    interval.heard(at: lastHeardTick)
  }

  func keepFirstBytes(_ bytes: Span<UInt8>) {
    let room = RefusedConnections.firstBytes - firstBytes.count
    for index in 0..<min(max(room, 0), bytes.count) { firstBytes.append(bytes[index]) }
  }

  private static let beyondQuota =
    "unknown devices have stored all that they may: adopt the device to store its messages"

  var overview: ConnectionOverview {
    ConnectionOverview(
      id: id, transport: transport, peer: peer, local: local, openedAt: openedAt,
      protocolName: conversation.protocolName,
      explanation: isBeyondQuota ? Self.beyondQuota : conversation.explanation,
      device: conversation.device, identifier: conversation.identifier,
      isStranger: conversation.isStranger, isUnconfirmed: isUnconfirmed,
      frames: conversation.frames, badFrames: conversation.badFrames, bytes: bytes,
      lastHeardAt: lastHeardAt, lastError: conversation.lastError?.description,
      refusal: conversation.refusal)
  }
}

extension TrackerSession: TCPConnectionDelegate {
  func connection(_ connection: TCPConnection, didRead bytes: Span<UInt8>) {
    worker.read(bytes, self)
  }

  func connectionDidEnd(_ connection: TCPConnection) { worker.ended(self) }

  func connection(_ connection: TCPConnection, didFail error: LoopError) {
    worker.close(self)
  }

  func connectionDidDrain(_ connection: TCPConnection) { worker.drained(self) }
}

/// How the messages of a session's conversation reach the worker.
struct SessionHandler: ConversationHandler {
  let worker: LoopWorker
  let session: TrackerSession

  var directoryRevision: UInt64 { worker.commons.directory.revision }

  mutating func admit(_ claim: DeviceClaim) -> Admission {
    var claim = claim
    claim.peer = session.peer
    return worker.commons.directory.admit(claim)
  }

  mutating func take(_ frame: Span<UInt8>, _ reports: inout Reports, _ facts: FrameFacts) {
    worker.take(frame, &reports, facts, session)
  }

  mutating func take(unread piece: Span<UInt8>, _ facts: FrameFacts) {
    worker.take(unread: piece, facts, session)
  }

  mutating func drop(_ frame: Span<UInt8>, _ facts: FrameFacts, reason: String) {
    worker.statistics.dropped += 1
  }
}
