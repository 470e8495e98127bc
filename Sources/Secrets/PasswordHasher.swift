import CSodium

/// How much one argon2id hash costs: more is safer and slower.
public struct PasswordProfile: Sendable, Hashable {
  /// How often the memory is gone over.
  public let passes: Int
  /// Memory of one hash in bytes.
  public let memoryBytes: Int

  /// A profile; both are raised to what argon2id needs at least (1 pass, 8 KiB).
  public init(passes: Int, memoryBytes: Int) {
    self.passes = max(passes, 1)
    self.memoryBytes = max(memoryBytes, 8_192)
  }

  /// For real accounts: 64 MiB and two passes, some 60 ms.
  public static let production = PasswordProfile(passes: 2, memoryBytes: 64 << 20)
  /// For tests only: as cheap as argon2id can be.
  public static let cheapest = PasswordProfile(passes: 1, memoryBytes: 8_192)
}

/// Why a password could not be hashed.
public enum PasswordHashError: Error, Hashable, CustomStringConvertible {
  /// The memory of the profile was not there.
  case outOfMemory(bytes: Int)
  /// The password is longer than ``PasswordHasher/longestPassword`` bytes.
  case tooLong

  /// For people.
  public var description: String {
    switch self {
    case .outOfMemory(let bytes):
      "There is not enough memory to hash a password (\(bytes >> 20) MiB are needed)."
    case .tooLong:
      "The password is longer than \(PasswordHasher.longestPassword) bytes."
    }
  }
}

/// Hashes passwords with argon2id. Each call takes tens of milliseconds on purpose: never on a
/// thread that others wait for.
public struct PasswordHasher: Sendable {
  /// The longest password that is looked at, in bytes.
  public static let longestPassword = 1_024

  /// What a hash costs.
  public let profile: PasswordProfile
  // Verified against when there is no such user, so that both answers take the same time.
  private let decoy: String

  /// A hasher; makes one hash right away, as a decoy for unknown users.
  public init(profile: PasswordProfile = .production) throws(PasswordHashError) {
    self.profile = profile
    decoy = try Self.hash(SecureRandom.token(), profile)
  }

  /// The hash of a password with its salt and cost, as text to be stored.
  public func hash(_ password: String) throws(PasswordHashError) -> String {
    try Self.hash(password, profile)
  }

  /// Whether a password is the one that was hashed.
  ///
  /// - Parameter stored: the hash; nil if there is no such user, which is answered with false
  ///   after the same work.
  public func verify(_ password: String, against stored: String?) -> Bool {
    Sodium.prepare()
    let bytes = Self.characters(of: password)
    guard bytes.count <= Self.longestPassword else { return false }
    // Both arrays are read only during the call; the hash is padded with zeros as the library asks.
    let matches =
      crypto_pwhash_str_verify(Self.padded(stored ?? decoy), bytes, UInt64(bytes.count)) == 0
    return matches && stored != nil
  }

  /// Whether a stored hash was made with another cost (or another function) and should be made
  /// anew when the password is next at hand.
  public func needsRehash(_ stored: String) -> Bool {
    Sodium.prepare()
    let code = crypto_pwhash_str_needs_rehash(
      Self.padded(stored), UInt64(profile.passes), profile.memoryBytes)
    return code != 0
  }

  private static func hash(
    _ password: String, _ profile: PasswordProfile
  ) throws(PasswordHashError) -> String {
    Sodium.prepare()
    let bytes = characters(of: password)
    guard bytes.count <= longestPassword else { throw .tooLong }
    var output = [CChar](repeating: 0, count: storedLength)
    // Written only during the call; the library writes at most `storedLength` bytes.
    let code = crypto_pwhash_str(
      &output, bytes, UInt64(bytes.count), UInt64(profile.passes), profile.memoryBytes)
    guard code == 0 else { throw .outOfMemory(bytes: profile.memoryBytes) }
    let text = output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The room that the library wants for a hash as text, with its final zero.
  private static let storedLength = Int(crypto_pwhash_strbytes())

  private static func characters(of text: String) -> [CChar] {
    text.utf8.map { CChar(bitPattern: $0) }
  }

  private static func padded(_ stored: String) -> [CChar] {
    let text = characters(of: stored).prefix(storedLength - 1)
    return text + [CChar](repeating: 0, count: storedLength - text.count)
  }
}
