import EventLoop
import Telemetry
import TrackerProtocols

// Deadlines, pauses, and what else happens by time.
extension LoopWorker {
  /// Strangers' datagrams that get into the list of refused senders, per second and loop.
  static let mostStrangersNoted = 20

  /// The second of the loop's clock.
  var second: Int { Int(loop.now / 1_000) }

  func tick() {
    strangersNoted = 0
    for id in wheel.advance(to: second) {
      guard let session = sessions[id] else { continue }
      let deadline = deadline(of: session)
      if loop.now >= deadline { expire(session) }
      if session.stage != .closed {
        // A deadline comes nearer when the device's interval becomes known, but never nearer than
        // this: so a look that often misses none.
        let latest = second + limits.leastIdleSeconds
        wheel.add(id, at: min(max(Int(deadline / 1_000), second), latest) + 1)
      }
    }
    submit()
    publish()
  }

  /// When a session is given up unless something is heard before, ms.
  private func deadline(of session: TrackerSession) -> UInt64 {
    if session.transport == .udp {
      return session.lastHeardTick + UInt64(limits.datagramSeconds) * 1_000
    }
    // While nothing was read nobody could say anything.
    if session.conversation.isIdentified {
      return max(session.lastHeardTick, resumedTick) + idleMilliseconds(session)
    }
    let seconds =
      commons.counts.isCrowded ? limits.strangerSecondsWhenCrowded : limits.strangerSeconds
    return max(session.openedTick, resumedTick) + UInt64(seconds) * 1_000
  }

  private func idleMilliseconds(_ session: TrackerSession) -> UInt64 {
    let most = UInt64(limits.idleSeconds) * 1_000
    guard let interval = session.interval.milliseconds else { return most }
    return min(most, max(UInt64(limits.leastIdleSeconds) * 1_000, interval * 3))
  }

  private func expire(_ session: TrackerSession) {
    if isHalted { return }
    if session.transport == .udp {
      close(session)
    } else if session.stage == .leaving {
      // Its answers have left, but it does not take them.
      if !session.awaitsAnswers { close(session) }
    } else if session.conversation.isIdentified {
      leave(session, reason: nil)
    } else {
      // What it sent so far is looked at as a whole before it is given up.
      giveUp(session)
    }
  }

  /// Tells conversations whose senders have paused for long enough.
  func checkPauses() {
    guard !isHalted else { return }
    let ids = pauses
    pauses.removeAll(keepingCapacity: true)
    for id in ids {
      guard let session = sessions[id] else { continue }
      session.isListedForPause = false
      guard session.stage == .reading, session.conversation.needsPause else { continue }
      if loop.now - session.lastHeardTick >= UInt64(limits.pauseMilliseconds) {
        converse(Span(), .paused, session)
      } else {
        session.isListedForPause = true
        pauses.append(id)
      }
    }
    if pauses.isEmpty { pauseTimer?.stop() }
    submit()
  }
}
