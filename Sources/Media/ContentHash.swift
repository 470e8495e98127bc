internal import Secrets

/// The BLAKE2b-256 hash of a content, which is its name among the stored files.
public struct ContentHash: Sendable, Hashable {
  let bytes: [UInt8]

  /// The hash of a content.
  public init(of content: [UInt8]) { bytes = Digest(of: content).bytes }

  init?(stored: [UInt8]) {
    guard stored.count == 32 else { return nil }
    bytes = stored
  }

  /// In hexadecimal digits, as `b2sum --length 256` prints it.
  public var text: String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Where a content of this name stands below the folder.
  var path: String { "\(text.prefix(2))/\(text)" }
}
