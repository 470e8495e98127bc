import CSodium

/// The BLAKE2b hash of a secret, 32 bytes: what is stored in place of a session or token, so that
/// a stolen database opens no session.
///
/// It is fast and without salt, so it is fit only for random secrets, never for passwords.
public struct Digest: Sendable, Hashable {
  /// 32 bytes.
  public let bytes: [UInt8]

  /// The hash of a text's UTF-8 bytes.
  public init(of text: String) { self.init(of: Array(text.utf8)) }

  /// The hash of bytes.
  public init(of message: [UInt8]) {
    Sodium.prepare()
    var output = [UInt8](repeating: 0, count: 32)
    // Both arrays are used only during the call, with their true lengths; 32 is a length that
    // the function always accepts.
    let code = crypto_generichash(&output, output.count, message, UInt64(message.count), nil, 0)
    precondition(code == 0, "BLAKE2b refused a hash length of 32 bytes")
    bytes = output
  }

  /// A hash as it was stored; nil unless it has 32 bytes.
  public init?(stored: [UInt8]) {
    guard stored.count == 32 else { return nil }
    bytes = stored
  }
}

/// Whether two secrets are equal, in a time that depends on their length only.
public func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  Sodium.prepare()
  // Both arrays are read only during the call and are as long as said.
  return sodium_memcmp(left, right, left.count) == 0
}
