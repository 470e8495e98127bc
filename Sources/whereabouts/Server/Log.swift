import Telemetry

/// Lines for the operator, on standard error.
///
/// No message carries a position, a password or a token.
enum Log {
  /// Writes a line with the time.
  static func write(_ text: String) {
    let line = text.map { $0.isNewline ? " " : String($0) }.joined()
    Terminal.note("\(Timestamp.now.brief) \(line)")
  }
}
