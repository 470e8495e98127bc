import Telemetry
import Wire

extension TrackerProtocol {
  /// Whether bytes of a stranger can be read as a frame, from the first field to the last.
  ///
  /// It is the proof of the grammar where a protocol has nothing stronger. It costs a reading, so
  /// a recogniser asks it last.
  static func canDecode(_ bytes: Span<UInt8>) -> Bool {
    var conversation = Self()
    var reports = Reports()
    do throws(DecodeError) {
      try conversation.read(
        bytes, DecodeContext(receivedAt: Timestamp(milliseconds: 0)), into: &reports)
      return true
    } catch {
      return false
    }
  }
}
