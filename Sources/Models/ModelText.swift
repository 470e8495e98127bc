import Telemetry

/// The text of one maker's models. A line is a word and what belongs to it, in parts with ` | `
/// between them; `?` behind a name says that the fact is not certain for the model.
///
///     maker Acme
///     source MANUAL | Acme A1 manual, 2021         a source and its short name
///     language numbers 0000 | Numbered commands    messages, and the factory's password or -
///     set server | {password},1,{server},{port} | TCP | MANUAL
///     set transport/udp? | {password},2,1 | | MANUAL
///     model A1 | magnetic tracker
///     protocol acme | since 2020 | MANUAL
///     can inputs | 2 | MANUAL
///     alarm sos? | | MANUAL
///     speaks numbers | | MANUAL                    the language that sets it up
///     note A sentence.
///     model A2 | tracker for vehicles
///     like A1                                      everything of A1, as not certain; then what
///                                                  is known of this one, in its place
///
/// The last part of a fact names its sources, with blanks between them.
public struct ModelText: Sendable {
  /// The most models, and the most messages of a language, of one text.
  public static let mostEntries = 256

  /// What can be wrong with a text.
  public struct Malformed: Error, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let reason: String
    /// One sentence for people.
    public var description: String { "line \(line): \(reason)" }
  }

  /// A command language.
  private struct Language {
    let title: String
    let password: String?
    var texts: [SetupText] = []
  }

  private var maker = ""
  private var sources: [String: String] = [:]
  private var languages: [String: Language] = [:]
  private var language = ""
  private var models: [TrackerModel] = []

  private init() {}

  /// Reads a maker's text.
  public static func parse(_ text: String) throws(Malformed) -> [TrackerModel] {
    var state = ModelText()
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = line.trimmed
      guard !line.isEmpty else { continue }
      do throws(Reason) {
        try state.read(line)
      } catch {
        throw Malformed(line: number, reason: error.text)
      }
    }
    return state.models
  }

  /// What is wrong with a line.
  private struct Reason: Error {
    let text: String
  }

  private mutating func read(_ line: Substring) throws(Reason) {
    let parts = line.split(separator: " ", maxSplits: 1)
    let rest = parts.count > 1 ? parts[1].trimmed : ""
    switch parts[0] {
    case "maker": maker = String(rest)
    case "source": try addSource(rest)
    case "language": try addLanguage(rest)
    case "set": try addText(rest)
    case "model": try addModel(rest)
    case "like", "protocol", "can", "alarm", "speaks", "note": try describe(parts[0], rest)
    default: throw Reason(text: "a line cannot begin with '\(parts[0])'")
    }
  }

  // MARK: Before the models

  private mutating func addSource(_ rest: Substring) throws(Reason) {
    let fields = Self.fields(rest)
    guard fields.count == 2, sources[fields[0]] == nil else {
      throw Reason(text: "a source is a short name that is new, ' | ' and what it is")
    }
    sources[fields[0]] = fields[1]
  }

  private mutating func addLanguage(_ rest: Substring) throws(Reason) {
    let fields = Self.fields(rest)
    let words = fields[0].split(separator: " ").map(String.init)
    guard fields.count == 2, words.count == 2, languages[words[0]] == nil else {
      throw Reason(text: "a language is a name that is new, a password or -, ' | ' and its title")
    }
    language = words[0]
    languages[language] = Language(title: fields[1], password: words[1] == "-" ? nil : words[1])
  }

  private mutating func addText(_ rest: Substring) throws(Reason) {
    let fields = Self.fields(rest)
    guard fields.count == 4 else {
      throw Reason(text: "a message is a purpose, the text, a remark and sources")
    }
    let (word, isCertain) = Self.certainty(fields[0])
    let names = word.split(separator: "/").map(String.init)
    guard let purpose = SetupPurpose(rawValue: names.first ?? "") else {
      throw Reason(text: "there is no purpose '\(word)'")
    }
    let transport = Transport.allCases.first { names.count == 2 && $0.name == names[1] }
    guard names.count == 1 || transport != nil else {
      throw Reason(text: "a transport is tcp or udp")
    }
    guard let template = SetupTemplate(fields[1]), template.isPlain else {
      throw Reason(text: "'\(fields[1])' is no message: a placeholder is not known, or no ASCII")
    }
    guard languages[language] != nil else { throw Reason(text: "no language before it") }
    guard languages[language]?.texts.count ?? 0 < Self.mostEntries else {
      throw Reason(text: "too many messages")
    }
    let text = SetupText(
      purpose: purpose, transport: transport, template: template, remark: fields[2],
      isCertain: isCertain, sources: try found(fields[3]))
    languages[language]?.texts.append(text)
  }

  // MARK: Models

  private mutating func addModel(_ rest: Substring) throws(Reason) {
    let fields = Self.fields(rest)
    guard fields.count == 2, !maker.isEmpty else {
      throw Reason(text: "a model is a name, ' | ' and what it is, behind its maker")
    }
    guard models.count < Self.mostEntries else { throw Reason(text: "too many models") }
    let id = Self.identifier("\(maker) \(fields[0])")
    guard !models.contains(where: { $0.id == id }) else {
      throw Reason(text: "there is a model \(id) already")
    }
    models.append(TrackerModel(id: id, maker: maker, name: fields[0], title: fields[1]))
  }

  private mutating func describe(_ word: Substring, _ rest: Substring) throws(Reason) {
    guard var model = models.popLast() else { throw Reason(text: "no model before it") }
    switch word {
    case "like":
      guard let other = models.first(where: { $0.name == rest }) else {
        throw Reason(text: "there is no model '\(rest)' before it")
      }
      model.protocols += other.protocols.map(\.ofRelative)
      model.abilities += other.abilities.map(\.ofRelative)
      model.alarms += other.alarms.map(\.ofRelative)
      model.setup += other.setup.map(\.ofRelative)
      model.notes += other.notes
    case "note": model.notes.append(String(rest))
    case "speaks":
      let group = try group(rest)
      if let index = model.setup.firstIndex(where: { $0.title == group.title }) {
        model.setup[index] = group
      } else {
        model.setup.append(group)
      }
    case "protocol": Self.put(try fact(rest, String.init(_:)), into: &model.protocols)
    case "can": Self.put(try fact(rest, Ability.init(rawValue:)), into: &model.abilities)
    default: Self.put(try fact(rest, Alarm.init(rawValue:)), into: &model.alarms)
    }
    models.append(model)
  }

  private func group(_ rest: Substring) throws(Reason) -> SetupGroup {
    let known = try fact(rest) { languages[$0]?.title }
    let (name, _) = Self.certainty(Self.fields(rest)[0])
    return SetupGroup(
      title: known.value, password: languages[name]?.password, isCertain: known.isCertain,
      remark: known.remark, sources: known.sources, texts: languages[name]?.texts ?? [])
  }

  private func fact<Value>(
    _ rest: Substring, _ make: (String) -> Value?
  ) throws(Reason) -> SourcedFact<Value> {
    let fields = Self.fields(rest)
    guard fields.count == 3 else {
      throw Reason(text: "a fact is a name, a remark and sources, with ' | ' between them")
    }
    let (word, isCertain) = Self.certainty(fields[0])
    guard let value = make(word) else { throw Reason(text: "'\(word)' is not known") }
    return SourcedFact(
      value: value, remark: fields[1], isCertain: isCertain, sources: try found(fields[2]))
  }

  /// What is said anew of a relative takes the place of what was said of the other.
  private static func put<Value>(
    _ fact: SourcedFact<Value>, into facts: inout [SourcedFact<Value>]
  ) {
    if let index = facts.firstIndex(where: { $0.value == fact.value }) {
      facts[index] = fact
    } else {
      facts.append(fact)
    }
  }

  // MARK: Parts

  private func found(_ names: String) throws(Reason) -> [String] {
    var found: [String] = []
    for name in names.split(separator: " ").map(String.init) {
      guard let source = sources[name] else { throw Reason(text: "no source is called '\(name)'") }
      found.append(source)
    }
    guard !found.isEmpty else { throw Reason(text: "it has no source") }
    return found
  }

  private static func fields(_ text: Substring) -> [String] {
    text.split(separator: "|", omittingEmptySubsequences: false).map { String($0.trimmed) }
  }

  private static func certainty(_ word: String) -> (String, Bool) {
    word.hasSuffix("?") ? (String(word.dropLast()), false) : (word, true)
  }

  /// A name in addresses: letters and digits, in lower case, the rest as dashes.
  static func identifier(_ name: String) -> String {
    name.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      .joined(separator: "-")
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
