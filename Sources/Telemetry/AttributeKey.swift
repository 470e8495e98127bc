/// The name of an attribute: a word of the common vocabulary, or a protocol's own.
///
/// A key is made without allocation, so that decoders can name values on the hot path: words of
/// the vocabulary are the static members, families take a number (`temp1`), and a word of a
/// protocol's own is a string literal.
public struct AttributeKey: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The place in the vocabulary, from 1; 0 for a word that is not in it. Stored on disk: a code
  /// is never given to another word.
  public let code: UInt16
  /// The word without its number, as in the API.
  public let word: String
  /// The number of a member of a family (`temp1`), or -1.
  public let number: Int16

  init(code: UInt16, word: String, number: Int16 = -1) {
    self.code = code
    self.word = word
    self.number = number
  }

  /// A word of a protocol's own, optionally with a number behind it (`batteryCell` 3 is
  /// `batteryCell3`). The word is a literal: text from the wire goes through ``init(text:)``.
  public init(_ word: StringLiteralType, _ number: Int? = nil) {
    self.init(code: 0, word: word, number: Self.family(number))
  }

  /// A word of a protocol's own.
  public init(stringLiteral word: String) { self.init(code: 0, word: word) }

  /// The key for a name that came as text: the vocabulary's word if it has it.
  public init(text: String) {
    if let known = Vocabulary.key(named: text) {
      self = known
    } else {
      self.init(code: 0, word: text)
    }
  }

  /// The name in the API, such as `temp1`.
  public var name: String { number < 0 ? word : word + String(number) }

  /// Whether two keys name the same attribute.
  public static func == (left: AttributeKey, right: AttributeKey) -> Bool {
    if left.code != 0 && right.code != 0 {
      return left.code == right.code && left.number == right.number
    }
    if left.number == right.number && left.code == right.code { return left.word == right.word }
    return left.code == 0 && right.code == 0 && left.name == right.name
  }

  /// Feeds the name to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  static func family(_ number: Int?) -> Int16 {
    guard let number else { return -1 }
    return Int16(clamping: max(number, 0))
  }
}
