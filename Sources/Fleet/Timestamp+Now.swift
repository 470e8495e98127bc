import Platform
import Telemetry

extension Timestamp {
  /// The system's time.
  static var now: Timestamp { Timestamp(milliseconds: Clock.milliseconds()) }

  /// The day since 1970 UTC.
  var day: Int64 { milliseconds / 86_400_000 }
}
