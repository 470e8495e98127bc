/// Reminders in whole seconds for many connections at once.
///
/// A connection has one reminder. When it is due the owner looks whether the real deadline has
/// moved, as it does with every byte received, and if so sets the reminder anew. So a byte costs
/// nothing here, and a silent connection costs one number.
struct DeadlineWheel {
  /// Reminders further ahead than this come early; the owner then sets them anew.
  static let span = 2_048

  private var slots: [[UInt64]]
  private var second: Int

  /// A wheel that starts at a second of the loop's clock.
  init(second: Int) {
    self.second = second
    slots = Array(repeating: [], count: Self.span)
  }

  /// Sets a reminder for a second; one that has passed comes at the next.
  mutating func add(_ id: UInt64, at due: Int) {
    let distance = min(max(due &- second, 1), Self.span - 1)
    slots[(second &+ distance) % Self.span].append(id)
  }

  /// Moves on to a second and returns what is due, some of which may be gone already.
  mutating func advance(to now: Int) -> [UInt64] {
    var due: [UInt64] = []
    // After a standstill every slot is passed once, not more.
    second = max(second, now &- Self.span)
    while second < now {
      second += 1
      let slot = second % Self.span
      guard !slots[slot].isEmpty else { continue }
      due += slots[slot]
      slots[slot] = []
    }
    return due
  }
}
