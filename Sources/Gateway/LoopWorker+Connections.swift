import EventLoop
import Telemetry
import TrackerProtocols

// Accepting, reading and closing connections.
extension LoopWorker {
  func accepted(_ connection: TCPConnection) {
    statistics.accepted += 1
    guard let peer = connection.peerAddress, let local = connection.localAddress, !isStopping
    else {
      connection.close()
      return
    }
    guard commons.counts.enter() else {
      refuse(connection, peer, "the limit of \(limits.connections) connections is reached")
      return
    }
    let isProxy = commons.configuration.proxies.contains { $0.contains(peer.ip) }
    guard isProxy || commons.counts.enter(from: peer.ip) else {
      commons.counts.leave(nil)
      refuse(connection, peer, tooManyFrom(peer))
      return
    }
    let session = TrackerSession(
      commons.nextConnection(), connection: connection, socket: nil, peer: peer, local: local,
      worker: self, conversation: newConversation(.tcp))
    session.stage = isProxy ? .awaitingProxyHeader : .reading
    session.countsForAddress = !isProxy
    sessions[session.id] = session
    connection.delegate = session
    wheel.add(session.id, at: second + limits.strangerSecondsWhenCrowded)
    if !isHalted { connection.resumeReading() }
  }

  func newConversation(_ transport: Transport) -> Conversation {
    Conversation(
      detector: commons.detector, transport: transport, frameBytes: limits.frameBytes)
  }

  private func tooManyFrom(_ peer: Address) -> String {
    "the limit of \(limits.connectionsPerAddress) connections from \(peer.ip) is reached"
  }

  private func refuse(_ connection: TCPConnection, _ peer: Address, _ reason: String) {
    statistics.refusedByLimit += 1
    commons.refused.add(
      RefusedConnection(
        transport: .tcp, peer: peer, at: wallClock, kind: .crowded, reason: reason,
        firstBytes: []))
    connection.close()
  }

  // MARK: Reading

  func read(_ bytes: Span<UInt8>, _ session: TrackerSession) {
    statistics.bytes += UInt64(bytes.count)
    session.heard(bytes.count)
    switch session.stage {
    case .awaitingProxyHeader: readProxyHeader(bytes, session)
    case .reading: converse(bytes, .open, session)
    case .leaving, .closed: break
    }
  }

  private func readProxyHeader(_ bytes: Span<UInt8>, _ session: TrackerSession) {
    for index in 0..<min(bytes.count, ProxyHeader.longest) { session.header.append(bytes[index]) }
    let known = session.header.count - min(bytes.count, ProxyHeader.longest)
    switch ProxyHeader.parse(session.header.span) {
    case .needMore:
      if session.header.count >= ProxyHeader.longest {
        leave(
          session, reason: "the PROXY header has more than \(ProxyHeader.longest) bytes",
          kind: .proxyHeader)
      }
    case .invalid(let reason):
      session.keepFirstBytes(session.header.span)
      leave(session, reason: "\(reason) (from the proxy \(session.peer))", kind: .proxyHeader)
    case .header(let header, let length):
      session.header = []
      if let client = header.client { session.peer = client }
      if let dialled = header.dialled { session.local = dialled }
      guard commons.counts.enter(from: session.peer.ip) else {
        statistics.refusedByLimit += 1
        leave(session, reason: tooManyFrom(session.peer), kind: .crowded)
        return
      }
      session.countsForAddress = true
      session.stage = .reading
      let used = length - known
      if used < bytes.count { converse(bytes.extracting(used..<bytes.count), .open, session) }
    }
  }

  /// Gives bytes, a pause or the end to the session's conversation.
  func converse(_ bytes: Span<UInt8>, _ edge: StreamState.Edge, _ session: TrackerSession) {
    var handler = SessionHandler(worker: self, session: session)
    session.conversation.receive(
      bytes, edge: edge, at: session.lastHeardAt, reports: &reports, handler: &handler)
    if session.conversation.isIdentified {
      if !session.firstBytes.isEmpty { session.firstBytes = [] }
      if !session.countsAsIdentified {
        session.countsAsIdentified = true
        statistics.identified += 1
      }
    } else {
      session.keepFirstBytes(bytes)
      if session.transport == .tcp, edge != .ended,
        session.bytes > UInt64(limits.strangerBytes)
      {
        giveUp(session)
        return
      }
    }
    if session.conversation.needsPause, !session.isListedForPause {
      session.isListedForPause = true
      pauses.append(session.id)
      if pauseTimer?.isRunning == false { pauseTimer?.start(milliseconds: 50, every: 50) }
    }
  }

  /// The other side sends no more; it may still read, so its answers are awaited.
  func ended(_ session: TrackerSession) {
    guard session.stage != .closed else { return }
    if hasSaidFarewell {
      close(session)
      return
    }
    if session.stage == .reading { converse(Span(), .ended, session) }
    leave(session, reason: session.closeReason)
  }

  // MARK: Leaving

  /// Closes a connection that did not say who it is; what it sent is looked at once more as a
  /// whole.
  func giveUp(_ session: TrackerSession) {
    if session.stage == .reading { converse(Span(), .ended, session) }
    leave(session, reason: session.conversation.whyUnidentified)
  }

  /// Reads nothing more and closes when the last answers have left.
  ///
  /// - Parameter kind: what kind of thing went wrong, if the conversation does not know it.
  func leave(
    _ session: TrackerSession, reason: String?, kind: RefusedConnection.Kind? = nil
  ) {
    guard session.stage == .reading || session.stage == .awaitingProxyHeader else { return }
    session.stage = .leaving
    session.closeReason = reason
    session.closeKind = kind
    session.connection?.pauseReading()
    if batch.isEmpty && outstanding.isEmpty {
      drained(session)
    } else {
      session.awaitsAnswers = true
      departures.append((batch.isEmpty ? batchNumber - 1 : batchNumber, session.id))
    }
  }

  /// Closes a leaving session whose answers the system has taken.
  func drained(_ session: TrackerSession) {
    guard session.stage == .leaving, !session.awaitsAnswers, let connection = session.connection,
      connection.queuedBytes == 0, !hasSaidFarewell || connection.hasEnded
    else { return }
    close(session)
  }

  /// Forgets a session at once.
  func close(_ session: TrackerSession) {
    guard session.stage != .closed else { return }
    session.stage = .closed
    sessions[session.id] = nil
    if let connection = session.connection {
      connection.close()
      commons.counts.leave(session.countsForAddress ? session.peer.ip : nil)
    } else {
      peers[Peer(address: session.peer, local: session.local)] = nil
    }
    for device in session.devices { commons.claims.release(device, connection: session.id) }
    if session.countsAsIdentified { statistics.identified -= 1 }
    if !session.conversation.isIdentified { noteStranger(session) }
    if hasSaidFarewell, sessions.isEmpty { loop.stop() }
  }

  /// Remembers a sender that came to nothing, so that somebody who looks for a device finds it.
  func noteStranger(_ session: TrackerSession) {
    statistics.endedUnidentified += 1
    if let probe = session.conversation.probe { statistics.probes[probe, default: 0] += 1 }
    commons.refused.add(
      RefusedConnection(
        transport: session.transport, peer: session.peer, at: wallClock,
        kind: session.closeKind ?? session.conversation.kindOfFailure,
        reason: session.closeReason ?? session.conversation.whyUnidentified,
        protocolName: session.conversation.protocolName,
        identifier: session.conversation.identifier, firstBytes: session.firstBytes))
  }
}
