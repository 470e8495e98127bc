import EventLoop
import Telemetry

// What conversations give, on its way into the batch.
extension LoopWorker {
  func take(
    _ frame: Span<UInt8>, _ reports: inout Reports, _ facts: FrameFacts,
    _ session: TrackerSession
  ) {
    var flags = facts.flags
    if flags.contains(.stranger), !hasQuota(facts.device, frame.count, session) {
      statistics.dropped += 1
      return
    }
    let standing = commons.claims.hear(
      facts.device, from: session.claimant(facts.protocolName), at: loop.now,
      sighting: Sighting(reports))
    note(standing, facts.device, session)
    if standing == .unconfirmed {
      flags.insert(.unconfirmed)
      statistics.unconfirmed += 1
    }
    statistics.frames += 1
    statistics.records += UInt64(reports.records.count)
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
    let mayBeStored: Bool
    if facts.device == .unknown {
      mayBeStored = commons.strays.take(piece.count, session.network, at: loop.now)
      if mayBeStored { statistics.strays += 1 } else { statistics.straysDropped += 1 }
    } else {
      mayBeStored =
        !facts.flags.contains(.stranger) || hasQuota(facts.device, piece.count, session)
    }
    guard mayBeStored else { return }
    introduce(session)
    batch.append(
      unread: piece, connection: session.id, receivedAt: facts.receivedAt, device: facts.device,
      protocolName: facts.protocolName, flags: facts.flags)
    submitIfFull()
  }

  private func hasQuota(
    _ device: DeviceIdentity, _ count: Int, _ session: TrackerSession
  ) -> Bool {
    commons.arrivals.take(count, device, at: loop.now)
      && commons.arrivalNetworks.take(count, session.network, at: loop.now)
  }

  private func note(_ standing: Standing, _ device: DeviceIdentity, _ session: TrackerSession) {
    session.isUnconfirmed = standing == .unconfirmed
    if !session.devices.contains(device), session.devices.count < TrackerSession.mostDevices {
      session.devices.append(device)
    }
    guard case .replaced(let old) = standing else { return }
    supersede(old, by: session)
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
