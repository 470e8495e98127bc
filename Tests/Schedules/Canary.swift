/// A fault that is put in on purpose: a check that does not find it would not find ours.
public enum Canary: String, Sendable, CaseIterable {
  /// Positions of one time stay in the order of their arrival.
  case ties
  /// A crash loses what is in memory only.
  case tail
  /// What a resend changes makes a record another one.
  case copies
  /// A device is answered before its message is durable.
  case early
}
