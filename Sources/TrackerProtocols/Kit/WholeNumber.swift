import Telemetry

extension Reports {
  /// Sets a number that stands in text: whole where it has no decimals.
  mutating func setWhole(_ key: AttributeKey, _ value: Double) {
    if let whole = Int64(exactly: value) {
      set(key, whole)
    } else {
      set(key, value)
    }
  }
}
