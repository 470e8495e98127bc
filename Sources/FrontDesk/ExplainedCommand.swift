public import Telemetry
public import TrackerProtocols

/// The bytes of a command, and what each of them follows from.
///
/// Nobody says that in the code that writes commands. It is found out by writing the command again
/// with each of its ingredients changed a little: the bytes that change follow from it. What
/// follows from several is a checksum or a length, most often.
public struct ExplainedCommand {
  /// Neighbouring bytes that follow from the same ingredients.
  public struct Part: Hashable, Sendable {
    /// Where they stand.
    public let range: Range<Int>
    /// The names of the ingredients; none where the bytes are the same in every such command.
    public let sources: [String]
  }

  /// What is sent to the device.
  public let bytes: [UInt8]
  /// The bytes from the first to the last.
  public let parts: [Part]
  /// Parameters that were given and that this command does not look at.
  public let unused: [String]

  /// What a checksum follows from.
  public static let seal = "all the others (checksum)"
  /// How many characters of a value are changed, one after the other; for the rest see ``Part``.
  private static let mostCharacters = 200
  /// Fewer printable bytes in a row may be there by chance.
  private static let fewestLetters = 4
  /// Changes of the clock in seconds: every digit of a time and a date.
  private static let clockSteps: [Int64] = [
    1, 10, 60, 600, 3_600, 36_000, 86_400, 864_000, 2_678_400, 31_622_400, 315_532_800,
  ]

  /// Writes a command and explains it.
  ///
  /// - Throws: why it cannot be written.
  public init(
    _ command: Command, _ context: CommandContext, of type: any TrackerProtocol.Type
  ) throws(CommandError) {
    var bytes: [UInt8] = []
    try type.encode(command, context, into: &bytes)
    var sources = [[String]](repeating: [], count: bytes.count)
    func write(_ command: Command, _ context: CommandContext) -> [UInt8]? {
      var written: [UInt8] = []
      guard (try? type.encode(command, context, into: &written)) != nil else { return nil }
      return written
    }
    func note(_ name: String, _ changed: [[UInt8]?]) {
      let alike = changed.compactMap { $0 }.filter { $0.count == bytes.count }
      for index in bytes.indices where alike.contains(where: { $0[index] != bytes[index] }) {
        sources[index].append(name)
      }
    }

    note(
      "device",
      Self.variations(of: context.identifier).map { text in
        var other = context
        other.identifier = text
        return write(command, other)
      })
    note(
      "time",
      Self.clockSteps.map { seconds in
        var other = context
        other.now = context.now.advanced(byMilliseconds: seconds * 1_000)
        return write(command, other)
      })
    note(
      "number of the command",
      ([1, 2, 256] as [UInt16]).map { step in
        var other = context
        other.serial &+= step
        return write(command, other)
      })
    for (name, value) in context.settings.options.sorted(by: { $0.key < $1.key }) {
      note(
        name,
        Self.variations(of: value).map { text in
          var other = context
          other.settings.options[name] = text
          return write(command, other)
        })
    }
    var unused: [String] = []
    for (name, value) in command.parameters.sorted(by: { $0.key < $1.key }) {
      let changed = Self.variations(of: value.description).map { text in
        var other = command
        other.parameters[name] = .text(text)
        return write(other, context)
      }
      note(name, changed)
      var without = command
      without.parameters[name] = nil
      if (changed + [write(without, context)]).allSatisfy({ $0 == bytes }) { unused.append(name) }
    }
    self.bytes = bytes
    self.unused = unused
    for index in Self.sealed(bytes, sources, type) where !sources[index].isEmpty {
      sources[index] = [Self.seal]
    }
    parts = Self.parts(sources, bytes)
  }

  /// The bytes that `reseal` sets right when one of the others has changed.
  private static func sealed(
    _ bytes: [UInt8], _ sources: [[String]], _ type: any TrackerProtocol.Type
  ) -> Set<Int> {
    var sealed: Set<Int> = []
    for index in bytes.indices.filter({ !sources[$0].isEmpty }).prefix(mostCharacters) {
      var other = bytes
      other[index] ^= 1
      var whole = other
      type.reseal(&whole)
      guard whole.count == bytes.count else { continue }
      sealed.formUnion(bytes.indices.filter { $0 != index && whole[$0] != other[$0] })
    }
    return sealed
  }

  /// A text with each of its characters changed in turn.
  private static func variations(of text: String) -> [String] {
    if text == "true" || text == "false" { return [text == "true" ? "false" : "true"] }
    let bytes = Array(text.utf8)
    return bytes.indices.prefix(mostCharacters).flatMap { index -> [String] in
      neighbours(of: bytes[index]).map { neighbour in
        var other = bytes
        other[index] = neighbour
        return String(decoding: other, as: UTF8.self)
      }
    }
  }

  /// Two others of the same kind.
  private static func neighbours(of byte: UInt8) -> [UInt8] {
    for kind in [UInt8(ascii: "0")...57, UInt8(ascii: "A")...90, UInt8(ascii: "a")...122]
    where kind.contains(byte) {
      let count = kind.upperBound - kind.lowerBound + 1
      let place = byte - kind.lowerBound
      return [1, count - 1].map { kind.lowerBound + (place + $0) % count }
    }
    return (0x21...0x7E).contains(byte) ? [UInt8(ascii: "."), UInt8(ascii: "-")] : []
  }

  private static func parts(_ sources: [[String]], _ bytes: [UInt8]) -> [Part] {
    var parts: [Part] = []
    let texts = texts(in: bytes)
    for (index, names) in sources.enumerated() {
      // Fixed text stands apart from the bytes around it, because it is what people read.
      let isAlike = index == 0 || !names.isEmpty || texts[index] == texts[index - 1]
      if let last = parts.last, last.sources == names, isAlike {
        parts[parts.count - 1] = Part(range: last.range.lowerBound..<index + 1, sources: names)
      } else {
        parts.append(Part(range: index..<index + 1, sources: names))
      }
    }
    return parts
  }

  /// Which bytes belong to words of some length.
  private static func texts(in bytes: [UInt8]) -> [Bool] {
    var texts = [Bool](repeating: false, count: bytes.count)
    for run in bytes.indices.split(whereSeparator: { !(0x20...0x7E).contains(bytes[$0]) })
    where run.count >= fewestLetters {
      for index in run { texts[index] = true }
    }
    return texts
  }
}

extension ExplainedCommand {
  /// Everything that can be said, as lines for a terminal.
  public func text() -> [String] {
    var lines = [
      "hexadecimal  \(HexText.text(bytes))",
      "text         \(EscapedText.text(bytes))",
      "length       \(bytes.count) bytes",
      "",
    ]
    for part in parts {
      let meaning =
        switch part.sources.count {
        case 0: "the same in every such command"
        case 1: "follows from: \(part.sources[0])"
        default: "follows from: \(part.sources.joined(separator: ", ")) (checksum or length)"
        }
      lines.append(
        TextColumn.padded("\(part.range.lowerBound)", 5, right: true)
          + TextColumn.padded("+\(part.range.count)", 6, right: true) + "  "
          + TextColumn.padded(Explainer.short(bytes[part.range]), 26) + meaning)
    }
    return lines
  }
}
