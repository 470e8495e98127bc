import CSodium

/// Randomness that nobody can guess, from the operating system.
public enum SecureRandom {
  /// So many random bytes.
  public static func bytes(_ count: Int) -> [UInt8] {
    Sodium.prepare()
    var bytes = [UInt8](repeating: 0, count: count)
    // The array is written only during the call and is as long as said.
    randombytes_buf(&bytes, count)
    return bytes
  }

  /// A random text of letters, digits, `-` and `_` for a session or token: four characters for
  /// three bytes.
  ///
  /// - Parameter bytes: how many random bytes stand behind it; at least 16, which is 128 bits.
  public static func token(bytes count: Int = 16) -> String {
    base64URL(bytes(max(count, 16)))
  }

  /// A code that a person can read from a screen and type, such as `K7QX-2M9P-4TRD`: groups of
  /// four characters, 20 bits each, without letters that look alike.
  public static func typeableCode(groups: Int = 3) -> String {
    Sodium.prepare()
    let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
    let parts = (0..<max(groups, 1)).map { _ in
      String((0..<4).map { _ in alphabet[Int(randombytes_uniform(UInt32(alphabet.count)))] })
    }
    return parts.joined(separator: "-")
  }

  static func base64URL(_ bytes: [UInt8]) -> String {
    let variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING
    let room = sodium_base64_encoded_len(bytes.count, Int32(variant))
    var text = [CChar](repeating: 0, count: room)
    // The result fits: the library itself said how much room it needs, with the final zero.
    sodium_bin2base64(&text, room, bytes, bytes.count, Int32(variant))
    return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
