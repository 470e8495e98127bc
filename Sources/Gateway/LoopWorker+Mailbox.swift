import EventLoop

// What other threads ask of a loop, and how it ends.
extension LoopWorker {
  /// Connections that are listed before other events have their turn.
  private static let listedPerTurn = 1_000
  /// Milliseconds that devices have to take their last answers when the server stops.
  private static let farewellMilliseconds: UInt64 = 1_000

  func handle(_ message: LoopMessage) {
    switch message {
    case .outcome(let number, let outcome):
      settle(number, outcome)
      if isStopping { sayFarewellIfDone() }
    case .write(let id, let bytes):
      if let session = sessions[id] { write(bytes, session) }
    case .supersede(let id):
      // A gateway that speaks for several devices keeps its connection when one moves away.
      if let session = sessions[id], session.devices.count <= 1 { leave(session, reason: nil) }
    case .confirm(let id):
      if let session = sessions[id] { confirm(session) }
    case .list(let listing): list(listing, Array(sessions.keys), 0)
    case .listRest(let listing, let ids, let start): list(listing, ids, start)
    case .stop: stop()
    }
  }

  private func write(_ bytes: [UInt8], _ session: TrackerSession) {
    if let connection = session.connection {
      connection.write(bytes.span)
      if connection.queuedBytes > limits.unreadBytes { close(session) }
    } else {
      session.socket?.send(bytes.span, to: session.peer, from: session.local)
    }
  }

  private func confirm(_ session: TrackerSession) {
    guard let device = session.conversation.device,
      let old = commons.claims.confirm(
        device, session.claimant(session.conversation.protocolName ?? ""))
    else { return }
    session.isUnconfirmed = false
    supersede(old, by: session)
  }

  private func list(_ listing: Listing, _ ids: [UInt64], _ start: Int) {
    let end = min(start + Self.listedPerTurn, ids.count)
    let wantsMore = listing.add(ids[start..<end].compactMap { sessions[$0]?.overview })
    let isPosted =
      wantsMore && end < ids.count
      && commons.mailboxes[index].post(.listRest(listing, ids, from: end))
    if !isPosted { listing.finish() }
  }

  // MARK: The end

  /// Accepts and reads nothing more; what was read is made durable and answered.
  private func stop() {
    guard !isStopping else { return }
    isStopping = true
    isHalted = true
    for listener in listeners { listener.close() }
    for session in sessions.values { session.connection?.pauseReading() }
    for socket in sockets { socket.pauseReading() }
    submit()
    stopTimer?.start(milliseconds: UInt64(limits.stopSeconds) * 1_000)
    sayFarewellIfDone()
  }

  func sayFarewellIfDone() {
    guard isStopping, !hasSaidFarewell, batch.isEmpty, outstanding.isEmpty else { return }
    sayFarewell()
  }

  /// Ends every connection in the orderly way: closing one at once, while it has unread bytes,
  /// would make the system take back answers that the device has not read yet.
  private func sayFarewell() {
    hasSaidFarewell = true
    for session in Array(sessions.values) {
      guard let connection = session.connection else {
        close(session)
        continue
      }
      session.stage = .leaving
      session.awaitsAnswers = false
      connection.finishWriting()
      connection.resumeReading()
      drained(session)
    }
    if sessions.isEmpty {
      loop.stop()
    } else {
      stopTimer?.start(milliseconds: Self.farewellMilliseconds)
    }
  }

  /// The sink or the devices took too long.
  func stopTimeIsUp() {
    if hasSaidFarewell { loop.stop() } else { sayFarewell() }
  }
}
