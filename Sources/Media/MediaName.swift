/// Names of media in the API: the number of a message and the device's own name for the whole,
/// such as `4711-media.jpg`. The number tells wholes apart whose names recur.
public struct MediaName: Sendable, Hashable {
  /// The longest name that is kept, in characters.
  static let longest = 64

  /// The number of the message in the ledger.
  public let sequence: Int64
  /// The device's own name, made safe.
  public let name: String

  /// The name of what came with a message, by the device's own name for it.
  public init(sequence: Int64, name: String) {
    self.sequence = sequence
    self.name = Self.safe(name)
  }

  /// A name as the API gives it; nil if it is none.
  public init?(_ text: String) {
    guard let dash = text.firstIndex(of: "-"), let number = Int64(text[..<dash]), number > 0 else {
      return nil
    }
    let rest = String(text[text.index(after: dash)...])
    guard Self.safe(rest) == rest else { return nil }
    self.init(sequence: number, name: rest)
  }

  /// As the API gives it.
  public var text: String { "\(sequence)-\(name)" }

  /// A name that holds nothing but letters, digits, dots, dashes and underscores, begins with none
  /// but a letter or digit, and is never empty.
  static func safe(_ name: String) -> String {
    var bytes = name.utf8.prefix(longest).map { byte -> UInt8 in
      let isSafe =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x2D
        || byte == 0x2E || byte == 0x5F
      return isSafe ? byte : 0x5F
    }
    if bytes.isEmpty || bytes[0] == 0x2E || bytes[0] == 0x2D || bytes[0] == 0x5F {
      bytes.insert(UInt8(ascii: "m"), at: 0)
    }
    return String(decoding: bytes.prefix(longest), as: UTF8.self)
  }
}
