public import Models
import Telemetry

extension Handbook {
  /// The page of the models: what each is, what it can do, and how it is set up.
  public static func modelsPage(_ models: [TrackerModel] = ModelCatalogue.models) -> String {
    var lines = [
      "<!-- Written by `make handbook`; change Sources/Models instead. -->", "", "# Models", "",
      "What is known of trackers' models, and the text messages that set them up. A question mark",
      "says that no source says it of this very model. Which protocol a unit speaks is found out",
      "from what it sends; the model decides nothing.", "",
      "`whereabouts models NAME --server gps.example.org --port 8888 --apn internet` prints the",
      "messages with values, and so does the page of a device that has its model entered.", "",
      "| Maker | Model | What it is | Protocols |", "|---|---|---|---|",
    ]
    for model in models {
      let protocols = model.protocols.map { Self.marked($0.value, $0.isCertain) }
      lines.append(
        "| \(model.maker) | [\(model.name)](#\(model.id)) | \(model.title) | "
          + "\(protocols.joined(separator: ", ")) |")
    }
    for model in models { lines += section(model) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ model: TrackerModel) -> [String] {
    var lines = ["", "## \(model.fullName)", "", sentence(model.title), ""]
    lines += model.notes.flatMap { [$0, ""] }
    lines += ["| | | | Source |", "|---|---|---|---|"]
    lines += model.protocols.map { row("Protocol", $0.value, $0) }
    lines += model.abilities.map { row("Can", $0.value.title, $0) }
    lines += model.alarms.map { row("Alarm", "`\($0.value.rawValue)`", $0) }
    for group in model.setup { lines += section(group) }
    return lines
  }

  private static func section(_ group: SetupGroup) -> [String] {
    var lines = ["", "### \(marked(group.title, group.isCertain))", ""]
    if !group.remark.isEmpty { lines += [sentence(group.remark), ""] }
    lines.append(
      group.password.map { "Password as delivered: `\($0)`." } ?? "There is no password.")
    lines += ["", "| Sets | Message | | Source |", "|---|---|---|---|"]
    for text in group.texts {
      lines.append(
        "| \(marked(text.title, text.isCertain)) | `\(text.template.text)` | \(text.remark) | "
          + "\(text.sources.joined(separator: "; ")) |")
    }
    return lines
  }

  private static func row<Value>(
    _ kind: String, _ name: String, _ fact: SourcedFact<Value>
  ) -> String {
    "| \(kind) | \(marked(name, fact.isCertain)) | \(fact.remark) | "
      + "\(fact.sources.joined(separator: "; ")) |"
  }

  private static func marked(_ name: String, _ isCertain: Bool) -> String {
    isCertain ? name : name + " ?"
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}
