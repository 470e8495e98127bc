/// How often a sender speaks, learned from when it spoke.
struct ReportingInterval {
  /// Gaps shorter than this are within one burst and say nothing.
  private static let shortest: UInt64 = 1_000

  private var lastHeard: UInt64
  private var estimate: UInt64 = 0

  /// A sender that spoke now, for the first time.
  init(at milliseconds: UInt64) { lastHeard = milliseconds }

  /// The sender spoke.
  mutating func heard(at milliseconds: UInt64) {
    let gap = milliseconds &- lastHeard
    guard milliseconds > lastHeard, gap >= Self.shortest else { return }
    lastHeard = milliseconds
    // It follows a longer gap at once and shorter ones slowly: who sleeps at night is not
    // taken for dead in the evening.
    estimate = gap > estimate ? gap : (estimate * 7 + gap) / 8
  }

  /// Milliseconds between messages; nil until there were two.
  var milliseconds: UInt64? { estimate == 0 ? nil : estimate }

  /// How long the sender has been silent.
  func silence(at milliseconds: UInt64) -> UInt64 {
    milliseconds > lastHeard ? milliseconds - lastHeard : 0
  }
}
