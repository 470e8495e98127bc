/// How long a device is silent between two calls when all is well with it: its second longest pause
/// of late, because the longest may have been a fault.
///
/// Old pauses count less and less, so that a device that reports more often now is soon expected
/// to. Two numbers a device, however long it is known.
struct Pauses: Sendable, Hashable {
  /// A pause counts half as much after the next so many milliseconds.
  private static let memory: Int64 = 3 * 86_400_000

  /// The longest pause in milliseconds; 0 if there was none.
  private(set) var longest: Int64 = 0
  /// The second longest.
  private(set) var second: Int64 = 0

  init(longest: Int64 = 0, second: Int64 = 0) {
    self.longest = longest
    self.second = second
  }

  /// What is normal; nil as long as nobody knows.
  var usual: Int64? { second > 0 ? second : nil }

  /// Takes in a pause that has ended; it is also the time that has passed since the last one.
  mutating func add(_ pause: Int64) {
    guard pause > 0 else { return }
    longest = Self.faded(longest, after: pause)
    second = Self.faded(second, after: pause)
    if pause >= longest {
      second = longest
      longest = pause
    } else {
      second = max(second, pause)
    }
  }

  private static func faded(_ pause: Int64, after time: Int64) -> Int64 {
    Int64(Double(pause) * (Double(memory) / (Double(memory) + Double(time))))
  }
}
