import CINI
import FoundationEssentials

/// One setting of a file.
struct INIEntry: Sendable, Hashable {
  let section: String
  let name: String
  let value: String
  let line: Int
}

/// Reads files of sections and `name = value` lines with inih, and knows the line of each.
enum INIFile {
  /// inih keeps a line in a buffer of 200 bytes and would cut a longer one silently.
  static let longestLine = 196
  /// The largest file in bytes.
  static let largestFile = 1 << 20

  static func read(path: String) throws(ConfigurationError) -> [INIEntry] {
    let text: String
    do {
      let data = try Data(contentsOf: URL(filePath: path))
      guard data.count <= largestFile else {
        throw ConfigurationError.unreadableFile(path: path, reason: "it is larger than 1 MiB")
      }
      text = String(decoding: data, as: UTF8.self)
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw .unreadableFile(path: path, reason: "it is missing or must not be read")
    }
    return try parse(text, path: path)
  }

  static func parse(_ text: String, path: String) throws(ConfigurationError) -> [INIEntry] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      // Without leading blanks no line is taken for the rest of the one before.
      .map { Array(String($0.drop(while: \.isWhitespace)).utf8) }
    if let long = lines.firstIndex(where: { $0.count > longestLine }) {
      throw .badLine(
        place: place(path, long + 1), reason: "a line has at most \(longestLine) bytes")
    }
    if let odd = lines.firstIndex(where: { $0.contains(0) }) {
      throw .badLine(place: place(path, odd + 1), reason: "a line has a zero byte")
    }
    let reader = LineReader(lines)
    let context = Unmanaged.passUnretained(reader).toOpaque()
    // inih calls both functions only during this call, in which `reader` stays alive, and hands
    // them back the pointer that it got.
    let code = withExtendedLifetime(reader) {
      ini_parse_stream(readLine, context, takeEntry, context)
    }
    guard code == 0 else {
      throw .badLine(
        place: place(path, Int(code)),
        reason: "this is neither [section] nor name = value nor a comment")
    }
    return reader.entries
  }

  static func place(_ path: String, _ line: Int) -> String { "file \(path) line \(line)" }
}

/// The lines of a file for inih, and what it found.
private final class LineReader {
  let lines: [[UInt8]]
  var next = 0
  var entries: [INIEntry] = []

  init(_ lines: [[UInt8]]) { self.lines = lines }
}

private let readLine: ini_reader = { buffer, size, stream in
  guard let buffer, let stream else { return nil }
  // The pointer is the one given to `ini_parse_stream`.
  let reader = Unmanaged<LineReader>.fromOpaque(stream).takeUnretainedValue()
  guard reader.next < reader.lines.count else { return nil }
  // Lines are shorter than inih's buffer, which was checked before; the rest is cut all the same.
  let line = reader.lines[reader.next].prefix(max(Int(size) - 1, 0))
  reader.next += 1
  for (index, byte) in line.enumerated() { buffer[index] = CChar(bitPattern: byte) }
  buffer[line.count] = 0
  return buffer
}

private let takeEntry: ini_handler = { context, section, name, value in
  guard let context, let section, let name else { return 0 }
  // The pointer is the one given to `ini_parse_stream`.
  let reader = Unmanaged<LineReader>.fromOpaque(context).takeUnretainedValue()
  reader.entries.append(
    INIEntry(
      section: String(cString: section), name: String(cString: name),
      value: value.map { String(cString: $0) } ?? "", line: reader.next))
  return 1
}
