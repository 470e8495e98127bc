import FoundationEssentials
import TrackerProtocols

/// Messages that a person gives: hexadecimal digits, text, or a file of either.
enum Input {
  /// The most bytes that are read from a file.
  static let mostBytes = 64 << 20

  /// The messages of the arguments, or of standard input if there are none.
  static func messages(_ values: [String]) throws -> [[UInt8]] {
    if values.isEmpty {
      var messages: [[UInt8]] = []
      Terminal.eachLine { line in if !line.isEmpty { messages.append(message(line)) } }
      return messages
    }
    if values.count == 1, let content = try file(values[0]) { return lines(content) }
    let joined = values.joined(separator: " ")
    return [message(joined)]
  }

  /// One message: hexadecimal if it is nothing else, otherwise text with escapes.
  static func message(_ text: String) -> [UInt8] {
    if let bytes = HexText.bytes(text), !bytes.isEmpty { return bytes }
    return EscapedText.bytes(text) ?? Array(text.utf8)
  }

  private static func file(_ path: String) throws -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageProblem("'\(path)' cannot be read")
    }
    guard data.count <= mostBytes else {
      throw UsageProblem("'\(path)' has over \(mostBytes >> 20) MB; cut it into pieces")
    }
    return Array(data)
  }

  /// A message for each line if every line is hexadecimal; else the whole file is one.
  private static func lines(_ content: [UInt8]) -> [[UInt8]] {
    let lines = content.split(separator: 10).map {
      HexText.bytes(String(decoding: $0, as: UTF8.self))
    }
    let messages = lines.compactMap { $0 }.filter { !$0.isEmpty }
    return !messages.isEmpty && lines.allSatisfy { $0 != nil } ? messages : [content]
  }
}
