import Telemetry
import Wire

extension TrackerProtocol {
  /// Whether a frame of a stranger can be read to its end; for a recogniser that is the proof of
  /// its grammar.
  static func canDecode(_ bytes: Span<UInt8>) -> Bool {
    var conversation = Self()
    var reports = Reports()
    var reader = FieldReader(bytes)
    do throws(DecodeError) {
      try conversation.decode(
        &reader, DecodeContext(receivedAt: Timestamp(milliseconds: 0)), into: &reports)
      return true
    } catch {
      return false
    }
  }
}
