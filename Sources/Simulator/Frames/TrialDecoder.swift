import Telemetry
import TrackerProtocols
import Wire

/// Reads messages as the server would in a conversation that a login has opened, to see what
/// comes of a change in them.
struct TrialDecoder: Sendable {
  let type: any TrackerProtocol.Type
  /// The conversation behind the login.
  var session: any TrackerProtocol
  var transport: Transport
  var receivedAt: Timestamp

  init(_ type: any TrackerProtocol.Type, _ transport: Transport, receivedAt: Timestamp) {
    self.type = type
    session = type.init()
    self.transport = transport
    self.receivedAt = receivedAt
  }

  /// The frame of a message: with escapes, length and checksum.
  func frame(_ message: [UInt8]) -> [UInt8] {
    var frame = message
    type.wrap(&frame)
    type.reseal(&frame)
    return frame
  }

  /// What the server makes of a message; nil if it refuses it, or if the checksum does not hold.
  func reports(of message: [UInt8], trace: FieldTrace? = nil) -> Reports? {
    var reports = Reports()
    var session = session
    let frame = frame(message)
    do throws(DecodeError) {
      try session.read(
        frame.span, DecodeContext(receivedAt: receivedAt, transport: transport), trace: trace,
        into: &reports)
    } catch {
      return nil
    }
    return reports.checksumFailed ? nil : reports
  }

  /// Whether the server cuts the message off as one frame.
  func isOneFrame(_ message: [UInt8]) -> Bool {
    let frame = frame(message)
    var session = session
    let edge: StreamState.Edge = transport == .udp ? .ended : .paused
    let stream = StreamState(transport: transport, edge: edge)
    guard case .frame(frame.count) = session.nextFrame(in: frame.span, stream) else {
      return false
    }
    return true
  }

  /// Takes a frame as part of the conversation, such as the login.
  mutating func take(_ message: [UInt8]) {
    var reports = Reports()
    let frame = frame(message)
    // A login that is refused leaves the conversation as it was.
    try? session.read(
      frame.span, DecodeContext(receivedAt: receivedAt, transport: transport), into: &reports)
  }
}
