public import Detection
public import Telemetry
public import TrackerProtocols
import Wire

/// Reads bytes as the gateway would, and keeps everything that can be said about them.
///
/// It is one conversation: state that a protocol keeps (a login) acts on what follows. Unlike the
/// gateway it does not ask who the device is: a frame without identifier is read as if its sender
/// were known.
public struct Explainer {
  /// The most bytes that one conversation is explained for.
  public static let mostBytes = 4 << 20

  /// The protocol, once it is known.
  public private(set) var type: (any TrackerProtocol.Type)?
  /// Why the bytes were taken for it, or for none; nil if the protocol was named beforehand.
  public private(set) var certificate: Certificate?
  /// The frames so far.
  public private(set) var frames: [ExplainedFrame] = []
  /// What belongs to no frame.
  public private(set) var skipped: [SkippedBytes] = []
  /// What an operator entered for the device.
  public var settings: DeviceSettings
  /// The identifier that the conversation gave last.
  public private(set) var identifier: String?

  private let detector: Detector
  private let listens: Bool
  private var session: (any TrackerProtocol)?
  /// Everything that came; what is behind ``consumed`` is not decided yet.
  private var bytes: [UInt8] = []
  private var consumed = 0

  /// A conversation that has just begun.
  ///
  /// - Parameters:
  ///   - type: the protocol if it is known; nil asks the detector.
  ///   - settings: what an operator entered for the device.
  ///   - listens: whether to name every byte; without it only results are kept.
  public init(
    _ type: (any TrackerProtocol.Type)? = nil, settings: DeviceSettings = .none,
    listens: Bool = true, detector: Detector = Detector()
  ) {
    self.type = type
    self.settings = settings
    self.detector = detector
    self.listens = listens
    session = type?.init()
  }

  /// Takes bytes of a stream, or a datagram.
  ///
  /// - Parameters:
  ///   - stream: how they came; at `.paused` and `.ended` everything is decided that can be.
  ///   - receivedAt: when.
  public mutating func feed(
    _ more: some Collection<UInt8>, _ stream: StreamState, receivedAt: Timestamp
  ) {
    guard bytes.count + more.count <= Self.mostBytes else { return }
    bytes.append(contentsOf: more)
    if session == nil, !detect(stream) { return }
    while undecided > 0, let step = nextStep(stream) {
      switch step {
      case .frame(let count) where count > 0 && count <= undecided:
        read(Array(bytes[consumed..<consumed + count]), stream.transport, receivedAt)
        consumed += count
      case .skip(let count) where count > 0 && count <= undecided:
        skip(count)
      default: return
      }
    }
  }

  /// Says that nothing more comes: what is left belongs to no frame.
  public mutating func end(_ transport: Transport, receivedAt: Timestamp) {
    feed([], StreamState(transport: transport, edge: .ended), receivedAt: receivedAt)
    skip(undecided)
  }

  /// Forgets the frames so far and keeps the conversation.
  public mutating func removeFrames() {
    frames.removeAll(keepingCapacity: true)
    skipped.removeAll(keepingCapacity: true)
  }

  private var undecided: Int { bytes.count - consumed }

  private mutating func nextStep(_ stream: StreamState) -> FrameStep? {
    // Taken out meanwhile, because the bytes are borrowed from the same value.
    guard var speaker = session.take() else { return nil }
    let step = speaker.nextFrame(in: bytes.span.extracting(consumed...), stream)
    session = speaker
    return step
  }

  private mutating func detect(_ stream: StreamState) -> Bool {
    guard undecided > 0 else { return false }
    switch detector.detect(bytes.span.extracting(consumed...), stream) {
    case .found(let found, let certificate):
      type = found
      session = found.init()
      self.certificate = certificate
      skip(certificate.skipped)
      return true
    case .undecided(_, let certificate), .nobody(let certificate):
      self.certificate = certificate
      return false
    }
  }

  private mutating func read(_ frame: [UInt8], _ transport: Transport, _ receivedAt: Timestamp) {
    let trace = listens ? FieldTrace() : nil
    let context = DecodeContext(
      receivedAt: receivedAt, transport: transport, settings: settings)
    var reports = Reports()
    var failure: DecodeError?
    do throws(DecodeError) {
      try session?.read(frame.span, context, trace: trace, into: &reports)
    } catch {
      failure = error
      reports.removeAll()
      reports.reply { type?.refuse(frame.span, error, into: &$0) }
    }
    if let spoken = reports.identifier { identifier = spoken }
    let message = type?.message(of: frame) ?? frame
    frames.append(
      ExplainedFrame(
        offset: consumed, wire: frame, bytes: message, fields: trace?.marks ?? [],
        unclaimed: trace?.unclaimed(in: message.count) ?? [], reports: reports, error: failure))
  }

  private mutating func skip(_ count: Int) {
    guard count > 0 else { return }
    let piece = bytes[consumed..<consumed + count]
    if let last = skipped.last, last.offset + last.bytes.count == consumed {
      skipped[skipped.count - 1].bytes += piece
    } else {
      skipped.append(SkippedBytes(offset: consumed, bytes: Array(piece)))
    }
    consumed += count
  }
}
