import CSodium
import Glibc

/// The SHA-256 hash of a file, as `sha256sum` prints it: to find out whether a copy is whole.
public enum FileDigest {
  /// A file that could not be read, with the reason of the operating system.
  public struct Failure: Error, Hashable, CustomStringConvertible {
    /// For people.
    public let description: String
  }

  /// The hash in hexadecimal digits.
  public static func sha256(ofFile path: String) throws(Failure) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    var state = crypto_hash_sha256_state()
    crypto_hash_sha256_init(&state)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(file, &buffer, buffer.count)
      guard count >= 0 else { throw failure(path) }
      if count == 0 { break }
      // The buffer is read only during the call, as far as it was just filled.
      crypto_hash_sha256_update(&state, buffer, UInt64(count))
    }
    var digest = [UInt8](repeating: 0, count: 32)
    // 32 bytes is what the function writes.
    crypto_hash_sha256_final(&state, &digest)
    return digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private static func failure(_ path: String) -> Failure {
    Failure(description: "cannot read \(path): \(String(cString: strerror(errno)))")
  }
}
