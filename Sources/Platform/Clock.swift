internal import Glibc

/// The clocks of the machine.
public enum Clock {
  /// The time of day: milliseconds since 1970-01-01 UTC.
  ///
  /// It may jump.
  public static func milliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Microseconds since some moment before the program started.
  ///
  /// It never goes back.
  public static func microseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }
}
