import FoundationEssentials
import Telemetry

extension Timestamp {
  /// The system's time.
  static var now: Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
  }

  /// The day since 1970 UTC.
  var day: Int64 { milliseconds / 86_400_000 }
}
