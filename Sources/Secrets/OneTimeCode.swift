import CCrypto

/// The second factor: codes of six digits that change every half minute (TOTP, RFC 6238, with
/// HMAC-SHA-1, as all programs for it understand).
public struct OneTimeCode: Sendable {
  /// Seconds for which a code stands.
  public static let stepSeconds: Int64 = 30
  /// The fewest bytes of a key (RFC 4226, R6), and the most that are taken.
  public static let keyBytes = 16...64
  /// How many steps a clock may be wrong in either direction.
  private static let tolerance: Int64 = 1
  private static let digits = 6

  private let key: [UInt8]

  /// - Parameter text: the key in base 32 (RFC 4648), as it is shown to people; blanks are ignored.
  ///   Nil if it is no key.
  public init?(key text: String) {
    guard let key = Base32.decode(text), Self.keyBytes.contains(key.count) else { return nil }
    self.key = key
  }

  /// A new key, in base 32.
  public static func makeKey() -> String { Base32.encode(SecureRandom.bytes(20)) }

  /// The step that a code stands for at a moment; nil if the code is wrong.
  ///
  /// - Parameter last: a step whose code was used already: neither it nor an earlier one counts.
  public func step(of code: String, atSeconds seconds: Int64, after last: Int64?) -> Int64? {
    let now = seconds / Self.stepSeconds
    var found: Int64?
    for step in now - Self.tolerance...now + Self.tolerance where step > last ?? .min {
      // All are compared, so that the time does not tell which it was.
      if constantTimeEqual(Array(self.code(step).utf8), Array(code.utf8)) { found = step }
    }
    return found
  }

  /// The code of a step (RFC 4226, 5.3).
  public func code(_ step: Int64) -> String {
    let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
    let hash = Self.hash(message, key)
    let offset = Int((hash.last ?? 0) & 15)
    var number: UInt32 = 0
    for byte in hash[offset..<offset + 4] { number = number << 8 | UInt32(byte) }
    let text = String((number & 0x7FFF_FFFF) % 1_000_000)
    return String(repeating: "0", count: Self.digits - text.count) + text
  }

  /// HMAC-SHA-1: 20 bytes.
  private static func hash(_ message: [UInt8], _ key: [UInt8]) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    // The arrays are used only during the call, with their true lengths; the output has room for
    // the longest hash that there is.
    let result = HMAC(
      EVP_sha1(), key, Int32(key.count), message, message.count, &output, &length)
    precondition(result != nil && length == 20, "HMAC-SHA-1 is not in the crypto library")
    return Array(output.prefix(20))
  }
}

/// The base-32 encoding (RFC 4648).
enum Base32 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[Int(buffer >> bits & 31)])
      }
    }
    if bits > 0 { text.append(alphabet[Int(buffer << (5 - bits) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes, whatever the case of the letters; nil if the text is not in this encoding.
  static func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for character in text.uppercased().utf8
    where character != UInt8(ascii: " ") && character != UInt8(ascii: "=") {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      buffer = buffer << 5 | UInt32(value)
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    return bytes
  }
}
