import Telemetry
public import TrackerProtocols
import Wire

/// Writes the handbook: a page for each protocol, from its own description and examples.
public enum Handbook {
  /// The name of the page of all protocols.
  public static let indexName = "README.md"

  /// The pages by file name.
  public static func pages(
    _ protocols: [any TrackerProtocol.Type] = Catalogue.protocols
  ) -> [String: String] {
    var pages = [indexName: index(protocols)]
    for type in protocols { pages["\(type.about.name).md"] = page(type) }
    return pages
  }

  private static let notice =
    "<!-- Written by `make handbook`; change the protocol's folder instead. -->"

  private static func index(_ protocols: [any TrackerProtocol.Type]) -> String {
    var lines = [
      notice, "", "# Protocols", "",
      "Point a tracker at port 8888, TCP or UDP; which of these it speaks is found out by itself.",
      "",
      "| Protocol | Devices | Transport | Commands |", "|---|---|---|---|",
    ]
    for type in protocols {
      let about = type.about
      lines.append(
        "| [\(about.name)](\(about.name).md) | \(about.title) | \(transports(about)) | "
          + "\(about.commands.isEmpty ? "none" : String(about.commands.count)) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func transports(_ about: About) -> String {
    Transport.allCases.filter { about.transports.contains($0) }.map { $0.name.uppercased() }
      .joined(separator: ", ")
  }

  /// The page of a protocol.
  public static func page(_ type: any TrackerProtocol.Type) -> String {
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
    lines += models(about) + options(about) + commands(about) + examples(type)
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

  // MARK: Examples

  private static func examples(_ type: any TrackerProtocol.Type) -> [String] {
    guard let examples = try? WorkedExample.parse(type.about.examples) else { return [] }
    var lines = ["## Worked examples", ""]
    var explainer = Explainer(type)
    for example in examples {
      lines += ["### \(example.title)", ""]
      if let command = example.command {
        lines += [
          "Command `\(text(command))` for `\(example.identifier ?? "")`:", "", "```",
        ]
        lines += example.expected + ["```", ""]
        continue
      }
      if !example.continues { explainer = Explainer(type, settings: example.settings) }
      explainer.removeFrames()
      explainer.settings = example.settings
      let stream = StreamState(transport: example.transport, edge: .ended)
      explainer.feed(example.frame, stream, receivedAt: example.receivedAt)
      lines += ["```", wire(example.frame), "```", ""]
      if let frame = explainer.frames.first, frame.error == nil { lines += fields(frame) }
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
