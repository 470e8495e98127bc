/// What speaks for a protocol in the bytes that a stranger sent.
public struct Proofs: OptionSet, Sendable, Hashable {
  /// The set as bits.
  public let rawValue: UInt8
  /// A set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The bytes begin as a frame must.
  public static let sync = Proofs(rawValue: 1)
  /// A length field agrees with where the frame ends.
  public static let length = Proofs(rawValue: 2)
  /// The frame ends as it must.
  public static let terminator = Proofs(rawValue: 4)
  /// A checksum holds.
  public static let checksum = Proofs(rawValue: 8)
  /// A word that only this protocol has stands where it must.
  public static let keyword = Proofs(rawValue: 16)
  /// Every field of the frame has the form that it must have.
  public static let grammar = Proofs(rawValue: 32)

  /// How strong the proofs are together: 3 a checksum besides length or terminator; 2 a length
  /// with a terminator, or a keyword with a grammar; 1 a grammar alone; 0 less.
  public var score: Int {
    if contains(.checksum) && (contains(.length) || contains(.terminator)) { return 3 }
    if isSuperset(of: [.length, .terminator]) || isSuperset(of: [.keyword, .grammar]) { return 2 }
    return contains(.grammar) ? 1 : 0
  }

  /// The names of the proofs in words.
  public var names: [String] {
    let all: [(Proofs, String)] = [
      (.sync, "start bytes"), (.length, "length field"), (.terminator, "end bytes"),
      (.checksum, "checksum"), (.keyword, "keyword"), (.grammar, "form of every field"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}

/// What a protocol's recogniser says of bytes at the start of a conversation.
public enum Recognition: Sendable, Hashable {
  /// They cannot be this protocol: what stands at a byte is not what must stand there. The
  /// reason is a literal that completes "expected …".
  case no(at: Int, expected: String)
  /// They may be; it takes at least so many bytes in all to say.
  case more(Int)
  /// They are: what proves it, and how long the first frame is.
  case yes(Proofs, frame: Int)
}
