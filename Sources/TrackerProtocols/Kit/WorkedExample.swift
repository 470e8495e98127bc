public import Telemetry

/// One worked example of a protocol: what goes in and exactly what comes out.
///
/// The examples of a protocol are one text, because text costs the compiler nothing and is read
/// by people too. A line's first character says what it is:
///
///     # Title                        starts an example
///     & Title                        starts one that goes on in the same conversation
///     % model VL103                  a device setting; `% now 2026-01-02T03:04:05Z` the time of
///                                    receipt; `% transport udp`; `% sealed no` for a frame whose
///                                    length or checksum is wrong on purpose; `% recognised no` for
///                                    one that cannot start a conversation
///     > 7878 0D 01 …                 bytes from the device, hexadecimal
///     | &&A139,…\r\n                 the same as text, with \r \n \t \\ and \xHH
///     @ 123456789012345              the identifier that the frame gives
///     = 2026-01-02T03:04:05Z valid 52.5 13.4 altitude 34 speed 10.5 course 90
///     - 2026-01-02T03:04:05Z         a record without a place of its own, with the device's time
///     + battery=3.9 alarm="sos"      attributes of the record before
///     * versionFw="1.4"              what the device says of itself, without a record
///     ~ cell 262-1-4660-43981 -70    a cell or `wifi aa:bb:cc:dd:ee:ff -40` of the record before
///     < 7878 05 …                    an answer, hexadecimal;  <| as text
///     ! invalid time 22              the frame is refused: kind, field, byte
///     $ outputControl index=1        a command for the device, its bytes follow as `<` or `<|`;
///                                    `!` with the sentence if it is refused
///     ? Sheet, section 5             where the facts come from
///
/// Lines that the program produces (`@ = - + * ~ < !`) are compared as they are; a test rewrites
/// them when it is told to update.
public struct WorkedExample: Sendable, Hashable {
  /// What it shows.
  public var title = ""
  /// Whether it goes on in the conversation of the example before.
  public var continues = false
  /// What an operator entered for the device.
  public var settings = DeviceSettings.none
  /// The time of receipt.
  public var receivedAt = WorkedExample.usualTime
  /// How the bytes travel.
  public var transport = Transport.tcp
  /// The frame; empty for a command.
  public var frame: [UInt8] = []
  /// The command, if it is one.
  public var command: Command?
  /// The lines that the program must produce.
  public var expected: [String] = []
  /// Whether length and checksum are as they must be.
  public var isSealed = true
  /// Whether a conversation can start with the frame.
  public var isRecognised = true
  /// The identifier that commands are written for.
  public var identifier: String?

  /// The time of receipt where an example gives none: 2026-01-02T03:04:05Z.
  public static let usualTime = Timestamp(milliseconds: 1_767_323_045_000)

  /// What can be wrong with the text of examples.
  public struct Malformed: Error, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let reason: String
    /// One sentence for people.
    public var description: String { "line \(line): \(reason)" }
  }

  /// Reads the text of a protocol's examples.
  public static func parse(_ text: String) throws(Malformed) -> [WorkedExample] {
    var examples: [WorkedExample] = []
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = line.drop { $0 == " " }
      guard let kind = line.first else { continue }
      let rest = String(line.dropFirst().drop { $0 == " " })
      if kind == "#" || kind == "&" {
        var next = WorkedExample()
        next.title = rest
        if kind == "&", let last = examples.last {
          next.continues = true
          next.settings = last.settings
          next.transport = last.transport
        }
        examples.append(next)
      } else {
        guard !examples.isEmpty else { throw Malformed(line: number, reason: "no title before it") }
        if let reason = examples[examples.count - 1].read(kind, rest) {
          throw Malformed(line: number, reason: reason)
        }
      }
    }
    return examples
  }

  private mutating func read(_ kind: Character, _ rest: String) -> String? {
    switch kind {
    case ">":
      guard let bytes = HexText.bytes(rest) else { return "not hexadecimal" }
      frame += bytes
    case "|":
      guard let bytes = EscapedText.bytes(rest) else {
        return "an escape is none of \\r \\n \\t \\\\ \\xHH"
      }
      frame += bytes
    case "%": return readSetting(rest)
    case "$":
      guard let command = CommandText.parse(rest) else {
        return "no command, or a parameter without '='"
      }
      self.command = command.command
      identifier = command.identifier
    case "@", "=", "-", "+", "*", "~", "<", "!":
      expected.append("\(kind)\(rest.hasPrefix("|") ? "" : " ")\(rest)")
    case "?": break
    default: return "a line cannot start with '\(kind)'"
    }
    return nil
  }

  private mutating func readSetting(_ rest: String) -> String? {
    let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return "a setting is a name and a value" }
    switch parts[0] {
    case "now":
      guard let time = Timestamp(iso8601: parts[1]) else { return "no time" }
      receivedAt = time
    case "transport":
      guard let transport = Transport.allCases.first(where: { $0.name == parts[1] }) else {
        return "a transport is tcp or udp"
      }
      self.transport = transport
    case "sealed": isSealed = parts[1] != "no"
    case "recognised": isRecognised = parts[1] != "no"
    case "model": settings.model = parts[1]
    default: settings.options[parts[0]] = parts[1]
    }
    return nil
  }
}

/// A command as a line of text: `outputControl index=1 data=0`, optionally `for <identifier>` at
/// the end; values with blanks stand in double quotes, and know the escapes of ``EscapedText``.
enum CommandText {
  static func parse(_ text: String) -> (command: Command, identifier: String?)? {
    var words = splitWords(text)
    var identifier: String?
    if words.count >= 3, words[words.count - 2] == "for" {
      identifier = words.removeLast()
      words.removeLast()
    }
    guard let first = words.first, let type = CommandType(rawValue: first) else { return nil }
    var command = Command(type)
    for word in words.dropFirst() {
      guard let equals = word.firstIndex(of: "=") else { return nil }
      let written = word[word.index(after: equals)...]
      guard let bytes = EscapedText.bytes(written) else { return nil }
      let value = String(decoding: bytes, as: UTF8.self)
      // A phone number with a plus sign or zeros in front is text.
      let number = Int64(value).flatMap { String($0) == value ? $0 : nil }
      let typed: AttributeValue =
        number.map(AttributeValue.integer) ?? (value == "true" ? .boolean(true) : nil)
        ?? (value == "false" ? .boolean(false) : nil) ?? .text(value)
      command.parameters[String(word[..<equals])] = typed
    }
    return (command, identifier)
  }

  private static func splitWords(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quoted = false
    for character in text {
      if character == "\"" {
        quoted.toggle()
      } else if character == " " && !quoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
