import Telemetry
public import TrackerProtocols
import Wire

/// Writes the handbook: a page for each protocol, from its own description and examples.
public enum Handbook {
  /// The name of the page of all protocols.
  public static let indexName = "README.md"

  /// The pages by file name.
  ///
  /// - Parameters:
  ///   - differences: recorded frames that are read in another way than recorded.
  ///   - alarms: the alarms of a protocol that its worked examples do not show.
  public static func pages(
    _ protocols: [any TrackerProtocol.Type] = Catalogue.protocols,
    differences: [KnownDifference], alarms: (any TrackerProtocol.Type) -> [String] = { _ in [] }
  ) -> [String: String] {
    var pages: [String: String] = [:]
    var rows: [String] = []
    for type in protocols {
      let abilities = ProtocolAbilities(type, alarms: alarms(type))
      let own = differences.filter { $0.protocolName == type.about.name }
      pages["\(type.about.name).md"] = page(type, abilities, own)
      rows.append(row(type.about, abilities))
    }
    pages[indexName] = (indexHead + rows).joined(separator: "\n") + "\n"
    return pages
  }

  private static let notice =
    "<!-- Written by `make handbook`; change the protocol's folder instead. -->"

  private static let indexHead = [
    notice, "", "# Protocols", "",
    "Point a tracker at port 8888, TCP or UDP; which of these it speaks is found out by itself.",
    "What a protocol can say is taken from its worked examples; alarms also from what other codes",
    "in them give.", "",
    "| Protocol | Devices | Transport | Positions | Alarms | Cells | Wi-Fi | Media | Commands |",
    "|---|---|---|---|---|---|---|---|---|",
  ]

  private static func row(_ about: About, _ abilities: ProtocolAbilities) -> String {
    let cells = [
      "[\(about.name)](\(about.name).md)", about.title, transports(about),
      mark(abilities.hasPositions), count(abilities.alarms.count), mark(abilities.hasCells),
      mark(abilities.hasAccessPoints), mark(abilities.hasMedia), count(about.commands.count),
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  private static func mark(_ isThere: Bool) -> String { isThere ? "yes" : "" }

  private static func count(_ number: Int) -> String { number == 0 ? "" : String(number) }

  private static func transports(_ about: About) -> String {
    Transport.allCases.filter { about.transports.contains($0) }.map { $0.name.uppercased() }
      .joined(separator: ", ")
  }

  /// The page of a protocol.
  private static func page(
    _ type: any TrackerProtocol.Type, _ abilities: ProtocolAbilities,
    _ differences: [KnownDifference]
  ) -> String {
    let about = type.about
    var lines = [notice, "", "# \(about.name)", "", about.title + ".", ""]
    lines += [
      "| | |", "|---|---|", "| Transport | \(transports(about)) |",
      "| Begins with | \(firstBytes(about)) |",
      "| Longest frame | \(about.longestFrame) bytes |",
      "| Identifier | \(about.identifiesEveryMessage ? "in every message" : "in the login only") |",
    ]
    if !about.relatives.isEmpty {
      lines.append("| Relatives | \(about.relatives.joined(separator: ", ")) |")
    }
    lines += ["", about.notes, ""]
    lines += models(about) + options(about) + says(abilities) + commands(about)
    lines += deviations(differences) + examples(type)
    lines += ["## Sources", ""] + about.sources.map { "- \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func firstBytes(_ about: About) -> String {
    about.firstBytes.map { byte in
      (0x21...0x7E).contains(byte) ? "`\(EscapedText.text([byte]))`" : "`\(HexText.text([byte]))`"
    }.joined(separator: ", ")
  }

  private static func models(_ about: About) -> [String] {
    let rows = about.models.split(separator: "\n")
    guard !rows.isEmpty else { return [] }
    return ["## Models", "", "| Maker | Model | Remarks |", "|---|---|---|"]
      + rows.map { "| \($0) |" } + [""]
  }

  private static func commands(_ about: About) -> [String] {
    guard !about.commands.isEmpty else { return [] }
    return [
      "## Commands", "", about.commands.map { "`\($0.rawValue)`" }.joined(separator: ", "), "",
    ]
  }

  private static func says(_ abilities: ProtocolAbilities) -> [String] {
    let kinds = [
      ("positions", abilities.hasPositions), ("cells", abilities.hasCells),
      ("Wi-Fi access points", abilities.hasAccessPoints),
      ("pictures or sound", abilities.hasMedia),
    ]
    var lines = ["## What it says", ""]
    lines.append(
      "Its messages give \(kinds.filter(\.1).map(\.0).joined(separator: ", ")) and the attributes "
        + "below; \(abilities.answers ? "some are answered." : "none is answered.")")
    if !abilities.alarms.isEmpty {
      lines += ["", "Alarms: \(abilities.alarms.map { "`\($0)`" }.joined(separator: ", "))."]
    }
    guard !abilities.attributes.isEmpty else { return lines + [""] }
    lines += ["", "| Attribute | Unit | What it is |", "|---|---|---|"]
    lines += abilities.attributes.map { "| `\($0.name)` | \($0.unit) | \($0.title) |" }
    return lines + [""]
  }

  private static func deviations(_ differences: [KnownDifference]) -> [String] {
    guard !differences.isEmpty else { return [] }
    return [
      "## Known differences", "",
      "Frames of a recorded collection that are read in another way than recorded there, and why.",
      "",
    ] + differences.map { "- \(cell($0.reason)) (\($0.id))" } + [""]
  }

  // MARK: Examples

  private static func examples(_ type: any TrackerProtocol.Type) -> [String] {
    var lines = ["## Worked examples", ""]
    ProtocolAbilities.eachExample(of: type, listens: true) { example, frame in
      lines += ["### \(example.title)", ""]
      if let command = example.command {
        lines += [
          "Command `\(text(command))` for `\(example.identifier ?? "")`:", "", "```",
        ]
        lines += example.expected + ["```", ""]
        return
      }
      lines += ["```", wire(example.frame), "```", ""]
      if let frame, frame.error == nil { lines += fields(frame) }
      lines += ["```"] + example.expected + ["```", ""]
    }
    return lines
  }

  private static func wire(_ frame: [UInt8]) -> String {
    let isText = frame.allSatisfy { (0x20...0x7E).contains($0) || $0 == 13 || $0 == 10 }
    return isText ? EscapedText.text(frame) : HexText.text(frame, separator: " ")
  }

  private static func text(_ command: Command) -> String {
    let parameters = command.parameters.sorted { $0.key < $1.key }.map { name, value in
      "\(name)=\(EscapedText.text(value.description.utf8))"
    }
    return ([command.type.rawValue] + parameters).joined(separator: " ")
  }

  private static func fields(_ frame: ExplainedFrame) -> [String] {
    var lines = ["| Offset | Bytes | Field | Value | Meaning |", "|---|---|---|---|---|"]
    // Trailers are read first; people read from front to back.
    let ordered = frame.fields.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for field in ordered.map(\.element) where field.reading != .separator {
      let value = cell(FieldText.value(field, in: frame.bytes))
      let place = field.bits == nil ? "\(field.range.lowerBound)" : ""
      let bytes = field.bits == nil ? "\(field.range.count)" : ""
      lines.append(
        "| \(place) | \(bytes) | \(cell(FieldText.name(field))) | \(value) | "
          + "\(cell(field.meaning ?? "")) |")
    }
    return lines + [""]
  }

  /// Text that cannot break out of a cell of a table.
  private static func cell(_ text: String) -> String {
    let short = text.count > 48 ? text.prefix(48) + "…" : text[...]
    return String(short.replacing("|", with: "\\|").replacing("<", with: "&lt;"))
  }
}
