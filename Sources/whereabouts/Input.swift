import FoundationEssentials
import TrackerProtocols

/// Messages that a person gives: hexadecimal digits, text, or a file of either.
enum Input {
  /// The most bytes that are read from a file or from standard input.
  static let mostBytes = 64 << 20

  /// The messages of the arguments, or of standard input if there are none.
  static func messages(_ values: [String]) throws -> [[UInt8]] {
    if values.isEmpty || values == ["-"] {
      return messages(inFile: try Terminal.readAll(most: mostBytes))
    }
    let contents = try values.map(file)
    for (path, content) in zip(values, contents) where content != nil {
      guard !ReplayTraffic.isCapture(path) else {
        throw UsageProblem(
          "'\(path)' is a packet capture; 'whereabouts replay' sends what devices said in it")
      }
    }
    if contents.allSatisfy({ $0 != nil }) {
      return contents.compactMap { $0 }.flatMap(messages(inFile:))
    }
    let joined = values.joined(separator: " ")
    guard !joined.isEmpty else { return [] }
    if let path = values.first(where: looksLikePath) {
      throw UsageProblem("there is no file '\(path)'")
    }
    return [message(joined)]
  }

  /// One message: hexadecimal if it is nothing else, otherwise text with escapes.
  static func message(_ text: String) -> [UInt8] {
    hexadecimal(text) ?? EscapedText.bytes(text) ?? Array(text.utf8)
  }

  /// Digits as people copy them from other programs: `7878`, `78 78`, `78:78`, `0x78, 0x78`.
  private static func hexadecimal(_ text: String) -> [UInt8]? {
    if let bytes = HexText.bytes(text), !bytes.isEmpty { return bytes }
    let words = text.split { " ,:;-\t\r\n".contains($0) }
    let digits = words.map { $0.hasPrefix("0x") || $0.hasPrefix("0X") ? $0.dropFirst(2) : $0 }
    let isPairs = digits.allSatisfy { $0.utf8.count == 2 }
    // Text such as "12,345" must not be taken for bytes.
    guard words != digits && words.count == 1 || words.count > 1 && isPairs else { return nil }
    return HexText.bytes(digits.joined())
  }

  static func file(_ path: String) throws -> [UInt8]? {
    var isFolder = false
    guard !path.isEmpty, FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return nil
    }
    guard !isFolder else { throw UsageProblem("'\(path)' is a folder; name a file in it") }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageProblem("'\(path)' cannot be read; may this user do so?")
    }
    guard data.count <= mostBytes else {
      throw UsageProblem("'\(path)' has over \(mostBytes >> 20) MB; cut it into pieces")
    }
    return Array(data)
  }

  /// Whether a word can be nothing but the name of a file, such as `./frames` or `frames.hex`.
  private static func looksLikePath(_ word: String) -> Bool {
    if ["/", "./", "../", "~/"].contains(where: { word.hasPrefix($0) }) { return true }
    guard let dot = word.lastIndex(of: "."), dot > word.startIndex else { return false }
    let ending = word[word.index(after: dot)...]
    return (1...5).contains(ending.count) && ending.allSatisfy { $0.isASCII && $0.isLetter }
      && word.allSatisfy { $0.isLetter || $0.isNumber || "._-/".contains($0) }
  }

  /// A message for each line if every line is hexadecimal, or text with escapes; else the whole
  /// file is one, as it came over the wire.
  static func messages(inFile content: [UInt8]) -> [[UInt8]] {
    let lines = content.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
      .filter { !$0.allSatisfy(\.isWhitespace) }
    let messages = lines.compactMap(hexadecimal)
    if messages.count == lines.count { return messages }
    let texts = lines.compactMap { line in
      line.contains("\\") ? EscapedText.bytes(line.trimmingSuffix(while: \.isWhitespace)) : nil
    }
    return texts.count == lines.count ? texts : [content]
  }
}
