internal import Glibc

/// Lets the calling thread rest; not for threads that others wait for, such as loops.
public enum Pause {
  /// Returns after so many milliseconds.
  public static func milliseconds(_ count: Int64) {
    var time = timespec(tv_sec: Int(count / 1_000), tv_nsec: Int(count % 1_000) * 1_000_000)
    nanosleep(&time, nil)
  }
}
