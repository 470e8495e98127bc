public import Detection
public import Telemetry
public import TrackerProtocols
public import Wire

/// One device's side of a connection (or of an exchange of datagrams), from bytes to messages.
///
/// It detects the protocol, cuts frames, reads them and attributes them to a device, and knows
/// nothing of sockets, clocks or storage, so that the port, the command line and the diagnosis use
/// the same code. It holds bytes only while a frame is incomplete.
public struct Conversation {
  /// The protocol that is spoken, with the state of the conversation in it.
  struct Speech {
    var state: any TrackerProtocol
    let name: String
    let longestFrame: Int
    let proofs: Proofs
    /// Frames in a row that could not be read.
    var failures = 0

    /// A checksum has proved the protocol: it is not doubted again.
    var isProven: Bool { proofs.contains(.checksum) }
  }

  /// A frame that cannot be read may be an accident, the second in a row makes an unproven
  /// protocol doubtful.
  static let failuresToDoubt = 2

  let detector: Detector
  /// How the bytes travel.
  public let transport: Transport
  let frameBytes: Int
  let remembered: String?

  var speech: Speech?
  private var held: [UInt8] = []
  /// How many bytes there must be before it is worth looking again.
  var wanted = 0
  /// The framing cannot say whether the frame is whole until the sender pauses.
  var waitsForPause = false
  private var wasToldPause = false
  /// The bytes are those of another kind of program: nothing more is looked at.
  private(set) var isGivenUp = false
  /// When more could last follow, the bytes so far could be the beginning of a message.
  private var isPromising = false

  var admission: Admission?
  /// The directory's revision when ``admission`` was given.
  var admittedAt: UInt64 = 0
  var otherIdentifiers: [String] = []

  /// The identifier of the device that spoke last; empty if none has said who it is.
  public internal(set) var identifier = ""
  /// Frames that were read and belong to a device.
  public internal(set) var frames: UInt64 = 0
  /// Frames that could not be read, and pieces that belong to no frame.
  public internal(set) var badFrames: UInt64 = 0
  /// Why the last bad frame could not be read.
  public internal(set) var lastError: DecodeError?
  /// Why the sender may not speak, or why no protocol was found; empty if all is well.
  public internal(set) var trouble = ""
  /// What other program it looks like.
  public private(set) var probe: Probe?

  /// A conversation that has just begun.
  ///
  /// - Parameters:
  ///   - frameBytes: the most bytes of a frame, if the protocol does not set less.
  ///   - remembered: the protocol that this sender spoke before; it only breaks ties.
  public init(
    detector: Detector, transport: Transport, frameBytes: Int = GatewayLimits().frameBytes,
    remembered: String? = nil
  ) {
    self.detector = detector
    self.transport = transport
    self.frameBytes = frameBytes
    self.remembered = remembered
  }

  // MARK: What is known

  /// The protocol's name; nil until it was recognised.
  public var protocolName: String? { speech?.name }

  /// What proved the protocol.
  public var proofs: Proofs { speech?.proofs ?? [] }

  /// Whether the sender has said who it is, and may speak.
  public var isIdentified: Bool { admission?.identity != nil }

  /// The device that spoke last; nil until it has said who it is.
  public var device: DeviceIdentity? { admission?.identity }

  /// Whether nobody entered the device.
  public var isStranger: Bool { admission?.isStranger ?? false }

  /// How many bytes of an incomplete frame are held.
  public var heldBytes: Int { held.count }

  /// Whether ``receive(_:edge:at:reports:handler:)`` wants to be told when the sender has paused.
  public var needsPause: Bool {
    !held.isEmpty && !wasToldPause && (speech == nil || waitsForPause)
  }

  /// Why it is not known who speaks, for people.
  public var whyUnidentified: String {
    guard trouble.isEmpty else { return trouble }
    guard let speech else { return explanation }
    let words = "it speaks \(speech.name), but did not say which device it is"
    guard let lastError else { return words }
    return words + "; its last message could not be read: \(lastError)"
  }

  /// Why the device that spoke last may not speak; nil if it may, or if nobody spoke.
  public var refusal: String? {
    if case .refused(let reason) = admission { return reason }
    return nil
  }

  /// What kind of thing went wrong when nobody knows who speaks.
  var kindOfFailure: RefusedConnection.Kind {
    switch probe {
    case .http: return .web
    case .tls: return .encrypted
    case .ssh, .rdp, .socks: return .scanner
    case nil: break
    }
    if refusal != nil { return .turnedAway }
    if speech != nil { return lastError == nil ? .anonymous : .unreadable }
    if badFrames == 0, held.isEmpty { return .silent }
    return badFrames == 0 || isPromising ? .incomplete : .unrecognised
  }

  /// Why the sender may not speak, or else why the protocol was or was not recognised, in a few
  /// sentences for people.
  public var explanation: String {
    guard trouble.isEmpty else { return trouble }
    if let speech {
      return "\(speech.name): proved by \(speech.proofs.names.joined(separator: ", "))"
    }
    guard !held.isEmpty else { return "nothing was sent yet" }
    switch detector.detect(held.span, StreamState(transport: transport, edge: .open)) {
    case .found(_, let certificate), .undecided(_, let certificate), .nobody(let certificate):
      return certificate.summary
    }
  }

  // MARK: Bytes

  /// Takes bytes in.
  ///
  /// - Parameters:
  ///   - bytes: what arrived; for a datagram all of it. It may be empty, to tell a pause or the
  ///     end.
  ///   - edge: whether more can follow.
  ///   - reports: is overwritten with every frame; it is passed in so that its memory serves many
  ///     conversations.
  public mutating func receive<Handler: ConversationHandler>(
    _ bytes: Span<UInt8>, edge: StreamState.Edge, at time: Timestamp, reports: inout Reports,
    handler: inout Handler
  ) {
    if isGivenUp { return }
    wasToldPause = edge == .paused
    let stream = StreamState(transport: transport, edge: edge)
    if held.isEmpty {
      let used = consume(bytes, stream, time, &reports, &handler)
      hold(bytes.extracting(used..<bytes.count))
      return
    }
    hold(bytes)
    guard held.count >= wanted || edge != .open else { return }
    // The bytes are moved out while they are looked at, and what is left of them moved back.
    var all: [UInt8] = []
    swap(&all, &held)
    let used = consume(all.span, stream, time, &reports, &handler)
    if used < all.count {
      all.removeSubrange(..<used)
      swap(&all, &held)
    }
  }

  private mutating func hold(_ bytes: Span<UInt8>) {
    held.reserveCapacity(held.count + bytes.count)
    for index in bytes.indices { held.append(bytes[index]) }
  }

  /// Reads as much as can be read and returns how many bytes that was.
  private mutating func consume<Handler: ConversationHandler>(
    _ bytes: Span<UInt8>, _ stream: StreamState, _ time: Timestamp, _ reports: inout Reports,
    _ handler: inout Handler
  ) -> Int {
    var offset = 0
    wanted = 0
    waitsForPause = false
    // Every turn either uses bytes, or changes the protocol after bytes were used, or ends.
    while offset < bytes.count, !isGivenUp {
      let rest = bytes.extracting(offset..<bytes.count)
      let used =
        speech == nil
        ? detect(rest, stream, time, &handler)
        : step(rest, stream, time, &reports, &handler)
      guard let used else { break }
      offset += used
    }
    return isGivenUp ? bytes.count : offset
  }

  /// Looks for the protocol. Returns how many bytes are done with, nil to wait for more.
  private mutating func detect<Handler: ConversationHandler>(
    _ bytes: Span<UInt8>, _ stream: StreamState, _ time: Timestamp, _ handler: inout Handler
  ) -> Int? {
    switch detector.detect(bytes, stream, remembered: remembered) {
    case .found(let type, let certificate):
      adopt(type, certificate)
      return certificate.skipped
    case .undecided(let needs, let certificate):
      isPromising = true
      guard stream.edge == .ended else {
        wanted = max(needs, bytes.count + 1)
        return nil
      }
      refuse(bytes, certificate, time, &handler)
      return bytes.count
    case .nobody(let certificate):
      if stream.edge != .ended { isPromising = false }
      refuse(bytes, certificate, time, &handler)
      return bytes.count
    }
  }

  mutating func adopt(_ type: any TrackerProtocol.Type, _ certificate: Certificate) {
    let about = type.about
    speech = Speech(
      state: type.init(), name: about.name, longestFrame: min(about.longestFrame, frameBytes),
      proofs: certificate.proofs)
    admission = nil
    identifier = ""
    otherIdentifiers = []
    trouble = ""
  }

  /// The bytes are nobody's. The next that arrive are looked at afresh, unless it is clear that
  /// no tracker sends them.
  private mutating func refuse<Handler: ConversationHandler>(
    _ bytes: Span<UInt8>, _ certificate: Certificate, _ time: Timestamp, _ handler: inout Handler
  ) {
    trouble = certificate.summary
    badFrames += 1
    if let probe = certificate.probe {
      self.probe = probe
      isGivenUp = true
    }
    handler.take(unread: bytes, facts(time, .undetected))
  }

  func facts(_ time: Timestamp, _ flags: MessageFlags, _ error: DecodeError? = nil) -> FrameFacts {
    FrameFacts(
      receivedAt: time, protocolName: speech?.name ?? "",
      device: admission?.identity ?? .unknown, identifier: identifier,
      flags: isStranger ? flags.union(.stranger) : flags, error: error)
  }
}
