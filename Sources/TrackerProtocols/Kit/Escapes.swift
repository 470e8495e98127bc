public import Telemetry
public import Wire

// Frames in which some bytes stand for others, because the delimiter must not occur inside.
extension TrackerProtocol {
  /// A protocol without escapes: frames are read as they are.
  public static func unwrap(_ frame: Span<UInt8>, into message: inout [UInt8]) -> Bool { false }

  /// A protocol without escapes: messages are sent as they are.
  public static func wrap(_ message: inout [UInt8]) {}

  /// Reads one frame as it stands on the wire: takes the escapes out where there are any, then
  /// decodes. Everybody who decodes does it with this; what does not fit into the reports is an
  /// error.
  ///
  /// Offsets in errors and in the trace are those of the message without escapes.
  public mutating func read(
    _ frame: Span<UInt8>, _ context: DecodeContext, trace: FieldTrace? = nil,
    into reports: inout Reports
  ) throws(DecodeError) {
    // Most frames have no escapes, and an empty array is free.
    var message: [UInt8] = []
    do throws(DecodeError) {
      if Self.unwrap(frame, into: &message) {
        var reader = FieldReader(message.span, trace: trace)
        try decode(&reader, context, into: &reports)
      } else {
        var reader = FieldReader(frame, trace: trace)
        try decode(&reader, context, into: &reports)
      }
    } catch {
      // A frame can be too short for the place where a field would stand.
      throw DecodeError(error.kind, field: error.field, at: min(error.offset, frame.count))
    }
    try reports.requireRoom(at: frame.count)
  }

  /// The message that a frame stands for: the frame itself, or without its escapes.
  public static func message(of frame: [UInt8]) -> [UInt8] {
    var message: [UInt8] = []
    return unwrap(frame.span, into: &message) ? message : frame
  }
}
