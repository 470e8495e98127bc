import EventLoop
import Telemetry

// What conversations give, on its way into the batch.
extension LoopWorker {
  func take(
    _ frame: Span<UInt8>, _ reports: inout Reports, _ facts: FrameFacts,
    _ session: TrackerSession
  ) {
    var flags = facts.flags
    if !mayBeStored(frame, facts, session) {
      statistics.dropped += 1
      return
    }
    if !claim(facts, Sighting(reports), session) {
      flags.insert(.unconfirmed)
      statistics.unconfirmed += 1
    }
    statistics.frames += 1
    statistics.records += UInt64(reports.recordCount)
    introduce(session)
    if session.transport == .udp, reports.replyCount > 1 {
      var ends: [Int] = []
      for index in 0..<reports.replyCount {
        ends.append((ends.last ?? 0) + reports.reply(at: index).count)
      }
      splits.append(ReplySplit(message: batch.messages.count, ends: ends))
    }
    batch.append(
      frame, reports, connection: session.id, receivedAt: facts.receivedAt, device: facts.device,
      protocolName: facts.protocolName, flags: flags)
    submitIfFull()
  }

  func take(unread piece: Span<UInt8>, _ facts: FrameFacts, _ session: TrackerSession) {
    if facts.flags.contains(.undecodable) { statistics.undecodable += 1 }
    let isStored = mayBeStored(piece, facts, session)
    if facts.device == .unknown {
      if isStored { statistics.strays += 1 } else { statistics.straysDropped += 1 }
    }
    guard isStored else { return }
    introduce(session)
    batch.append(
      unread: piece, connection: session.id, receivedAt: facts.receivedAt, device: facts.device,
      protocolName: facts.protocolName, flags: facts.flags, reply: facts.refusal)
    submitIfFull()
  }

  /// Whether there is room for bytes of somebody whom nobody entered; for others there always is.
  private func mayBeStored(
    _ bytes: Span<UInt8>, _ facts: FrameFacts, _ session: TrackerSession
  ) -> Bool {
    let isStranger = facts.device == .unknown || facts.flags.contains(.stranger)
    session.isBeyondQuota =
      isStranger
      && !commons.directory.charge(
        facts.device, bytes: bytes.count, peer: session.peer, at: facts.receivedAt)
    return !session.isBeyondQuota
  }

  /// Notes that a session speaks for a device; false if another has the older right.
  private func claim(
    _ facts: FrameFacts, _ sighting: Sighting?, _ session: TrackerSession
  ) -> Bool {
    if !session.devices.contains(facts.device) {
      guard session.devices.count < TrackerSession.mostDevices else { return true }
      session.devices.append(facts.device)
    }
    let standing = commons.claims.hear(
      facts.device, from: session.claimant(facts.protocolName), at: loop.now, sighting: sighting)
    session.isUnconfirmed = standing == .unconfirmed
    if case .replaced(let old) = standing { supersede(old, by: session) }
    return standing != .unconfirmed
  }

  /// Lets go of a connection whose device has come back by another. A datagram's sender has no
  /// connection to close, and a datagram closes none.
  func supersede(_ old: Claimant, by session: TrackerSession) {
    guard old.transport == .tcp, session.transport == .tcp else { return }
    commons.mailboxes[old.loop].post(.supersede(connection: old.connection))
  }

  private func introduce(_ session: TrackerSession) {
    guard !session.isIntroduced else { return }
    session.isIntroduced = true
    batch.introduce(
      MessageBatch.Introduction(
        connection: session.id, transport: session.transport, peer: session.peer,
        local: session.local, openedAt: session.openedAt))
  }

  private func submitIfFull() {
    if batch.messages.count >= limits.batchMessages || batch.bytes.count >= limits.batchBytes {
      submit()
    }
  }
}
