import Models
import Telemetry

/// Shows what is known of trackers' models, and the text messages that set one up.
enum ModelsCommand: Subcommand {
  static let name = "models"
  static let summary = "show the models of trackers, and the text messages that set one up"
  static let help = """
    whereabouts models [NAME] [values for the messages]

    Without a name it lists all models; with a part of one those that have it. Of a single model it
    shows what it can do, and the messages that set it up, with the values that are given:

      --server NAME         host name or IPv4 address of this server
      --port NUMBER         the trackers' port (8888)
      --apn NAME            access point of the SIM card, with --apn-user and --apn-password
      --interval SECONDS    how often it reports
      --password DIGITS     the tracker's password, unless it is the factory's
      --new-password DIGITS another one
      --phone NUMBER        a telephone number
      --identifier DIGITS   what the tracker shall call itself

    Example: whereabouts models pt60-l --server gps.example.org --apn internet --interval 60
    """

  private static let flags: [String: Placeholder] = [
    "server": .server, "port": .port, "apn": .apn, "apn-user": .apnUser,
    "apn-password": .apnPassword, "interval": .interval, "password": .password,
    "new-password": .newPassword, "phone": .phone, "identifier": .identifier,
  ]

  static func run(_ words: [String]) throws -> Int32 {
    let words = try Words(words, withValue: Set(flags.keys))
    let text = words.values.joined(separator: " ")
    let values = try values(words)
    if let model = ModelCatalogue.model(entered: text) {
      show(model, values)
      return 0
    }
    let found = ModelCatalogue.search(text)
    if let model = found.first, found.count == 1 {
      show(model, values)
      return 0
    }
    guard !found.isEmpty else {
      throw UsageProblem("no model is called '\(text)'; without a name all are listed")
    }
    for model in found {
      let protocols = model.protocols.map { $0.value + ($0.isCertain ? "" : "?") }
      Terminal.write(
        "\(padded(model.id, 22))\(padded(protocols.joined(separator: " "), 34))\(model.title)")
    }
    return 0
  }

  private static func values(_ words: Words) throws -> SetupValues {
    var values = SetupValues()
    do throws(SetupValueError) {
      try values.set(.port, "8888")
      for (flag, placeholder) in flags.sorted(by: { $0.key < $1.key }) {
        if let text = words[flag] { try values.set(placeholder, text) }
      }
    } catch {
      let flag = flags.first { $0.value == error.placeholder }?.key ?? ""
      throw UsageProblem("--\(flag) \(error.reason)")
    }
    return values
  }

  private static func show(_ model: TrackerModel, _ values: SetupValues) {
    Terminal.write("\(model.fullName): \(model.title)")
    model.notes.forEach { Terminal.write($0) }
    for fact in model.protocols { line("protocol", fact.value, fact) }
    for fact in model.abilities { line("can", fact.value.title, fact) }
    for fact in model.alarms { line("alarm", fact.value.rawValue, fact) }
    for group in model.setup {
      let mark = group.isCertain ? "" : " (perhaps)"
      Terminal.write("")
      Terminal.write("\(group.title)\(mark)\(group.remark.isEmpty ? "" : ": " + group.remark)")
      for text in group.rendered(with: values) {
        let mark = text.setup.isCertain ? "" : " ?"
        Terminal.write(padded("  \(text.setup.title)\(mark)", 40) + outcome(text))
      }
    }
    Terminal.write("")
    Terminal.write("? marks what no source says of this very model. Sources: docs/models.md")
  }

  private static func outcome(_ text: RenderedText) -> String {
    if let message = text.message { return message }
    let flagged = text.missing.compactMap { missing in
      flags.first { $0.value == missing }.map { "--\($0.key)" }
    }
    return "\(text.setup.template.text)  "
      + (text.problem.map { "(\($0))" } ?? "(needs \(flagged.joined(separator: ", ")))")
  }

  private static func line<Value>(_ kind: String, _ name: String, _ fact: SourcedFact<Value>) {
    let head = padded("  \(kind)", 12) + padded(fact.isCertain ? name : name + " ?", 36)
    Terminal.write(fact.remark.isEmpty ? head : head + fact.remark)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }
}
