import Detection
import Telemetry
import TrackerProtocols
import Wire

// How a conversation whose protocol is known cuts and reads frames.
extension Conversation {
  /// Takes one step: a frame, or bytes that belong to none. Returns how many bytes are done with,
  /// nil to wait for more.
  mutating func step<Handler: ConversationHandler>(
    _ bytes: Span<UInt8>, _ stream: StreamState, _ time: Timestamp, _ reports: inout Reports,
    _ handler: inout Handler
  ) -> Int? {
    // The state is changed in place: a copy of a large one would be an allocation.
    guard let next = speech?.state.nextFrame(in: bytes, stream), let most = speech?.longestFrame
    else { return nil }
    switch next {
    case .frame(let count) where count > 0 && count <= min(bytes.count, most):
      return read(bytes, count, stream, time, &reports, &handler)
    case .needMore(let total)
    where stream.edge != .ended && max(total, bytes.count + 1) <= most:
      wanted = max(total, bytes.count + 1)
      return nil
    case .waitForPause where stream.edge != .ended && bytes.count < most:
      wanted = bytes.count + 1
      waitsForPause = true
      return nil
    case .skip(let count) where count > 0 && count <= bytes.count:
      return skip(bytes, count, stream, time, &handler)
    case .frame, .needMore, .waitForPause, .skip:
      // The end of the stream inside a frame, a frame beyond the limit, or an impossible count.
      return skip(bytes, bytes.count, stream, time, &handler)
    }
  }

  /// Passes over bytes that belong to no frame. Line ends and zeros between frames are usual and
  /// not worth keeping.
  private mutating func skip<Handler: ConversationHandler>(
    _ bytes: Span<UInt8>, _ count: Int, _ stream: StreamState, _ time: Timestamp,
    _ handler: inout Handler
  ) -> Int {
    let piece = bytes.extracting(0..<count)
    guard !isFiller(piece) else { return count }
    if doubt(bytes, stream) { return 0 }
    badFrames += 1
    handler.take(unread: piece, facts(time, .unframed))
    return count
  }

  private func isFiller(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where ![0, 9, 10, 13, 32].contains(bytes[index]) { return false }
    return true
  }

  /// Counts a failure. If it is one too many for a protocol that no checksum proved, the bytes
  /// are shown to the detector again.
  ///
  /// - Returns: whether another protocol was found, with which the bytes are to be read anew.
  private mutating func doubt(_ bytes: Span<UInt8>, _ stream: StreamState) -> Bool {
    speech?.failures += 1
    guard let speech, !speech.isProven, speech.failures >= Self.failuresToDoubt,
      case .found(let type, let certificate) = detector.detect(bytes, stream),
      certificate.protocolName != speech.name, certificate.skipped == 0
    else { return false }
    // Its failures start at zero, so bytes are used before the next doubt: this cannot go round.
    adopt(type, certificate)
    return true
  }

  private mutating func read<Handler: ConversationHandler>(
    _ bytes: Span<UInt8>, _ count: Int, _ stream: StreamState, _ time: Timestamp,
    _ reports: inout Reports, _ handler: inout Handler
  ) -> Int {
    let frame = bytes.extracting(0..<count)
    if let error = decode(frame, time, &reports, &handler) {
      if doubt(bytes, stream) { return 0 }
      badFrames += 1
      lastError = error
      var unreadable = facts(time, .undecodable, error)
      if let speech { type(of: speech.state).refuse(frame, error, into: &unreadable.refusal) }
      handler.take(unread: frame, unreadable)
      return count
    }
    speech?.failures = 0
    switch admission {
    case .known, .stranger:
      frames += 1
      let flags: MessageFlags = reports.checksumFailed ? .checksumFailed : []
      handler.take(frame, &reports, facts(time, flags))
    case .refused(let reason):
      trouble = reason
      handler.drop(frame, facts(time, []), reason: reason)
    case nil:
      // Nothing is answered before it is known who speaks.
      handler.take(unread: frame, facts(time, .unidentified))
    }
    return count
  }

  /// Reads a frame and finds out whose it is. If what is known of that device differs from what
  /// the frame was read with, it is read again from the state before.
  private mutating func decode<Handler: ConversationHandler>(
    _ frame: Span<UInt8>, _ time: Timestamp, _ reports: inout Reports, _ handler: inout Handler
  ) -> DecodeError? {
    guard let before = speech?.state else { return nil }
    let revision = handler.directoryRevision
    if admission != nil, revision != admittedAt { admit(time, revision, &handler) }
    let settings = admission?.settings ?? .none
    if let error = decodeOnce(frame, time, settings, &reports) {
      speech?.state = before
      return error
    }
    guard let named = reports.identifier, named != identifier || admission == nil else {
      return nil
    }
    identifier = named
    otherIdentifiers = reports.otherIdentifiers
    admit(time, revision, &handler)
    guard let admission, admission.settings != settings else { return nil }
    speech?.state = before
    if let error = decodeOnce(frame, time, admission.settings, &reports) {
      speech?.state = before
      return error
    }
    return nil
  }

  /// Asks who the device is that calls itself ``identifier``.
  private mutating func admit<Handler: ConversationHandler>(
    _ time: Timestamp, _ revision: UInt64, _ handler: inout Handler
  ) {
    admission = handler.admit(
      DeviceClaim(
        identifier: identifier, alternatives: otherIdentifiers,
        protocolName: speech?.name ?? "", transport: transport, peer: nil, at: time))
    admittedAt = revision
    trouble = ""
  }

  private mutating func decodeOnce(
    _ frame: Span<UInt8>, _ time: Timestamp, _ settings: DeviceSettings, _ reports: inout Reports
  ) -> DecodeError? {
    reports.removeAll()
    let context = DecodeContext(receivedAt: time, transport: transport, settings: settings)
    do throws(DecodeError) {
      try speech?.state.read(frame, context, into: &reports)
      return nil
    } catch {
      return error
    }
  }
}
