import CSodium

/// libsodium, made ready once before its first use.
enum Sodium {
  // The initialiser of a static constant runs once, whichever thread comes first.
  private static let isReady = sodium_init() >= 0

  /// Makes the library ready. Without a source of randomness nothing in here is safe, so the
  /// program ends.
  static func prepare() {
    precondition(isReady, "libsodium found no source of randomness")
  }
}
