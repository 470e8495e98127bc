import Telemetry
import TrackerProtocols

/// The worked frames of a protocol that one and the same device can send, and what they are for.
struct ScriptSource {
  let login: [MessageTemplate]
  /// The conversation behind the login.
  let decoder: TrialDecoder
  /// Frames in the order of the examples.
  private let messages: [(title: String, message: [UInt8])]
  /// Titles by part, as the protocol says where they cannot be derived.
  private let said: [String: [String]]

  init(_ type: any TrackerProtocol.Type, _ transport: Transport) throws(WorkedExample.Malformed) {
    let examples = try WorkedExample.parse(type.about.examples)
    let said = Self.parts(type.about.simulation)
    let excluded = said["without"] ?? []
    // Frames of models that must be set by an operator, and those that are wrong on purpose, are
    // no part of a usual conversation.
    let usual = type.about.transports.contains(.tcp) ? Transport.tcp : .udp
    let usable = examples.filter { example in
      example.command == nil && example.isSealed && example.settings == .none
        && example.transport == usual && !example.frame.isEmpty
        && !example.expected.contains { $0.hasPrefix("!") } && !excluded.contains(example.title)
    }
    messages = usable.map { ($0.title, type.message(of: $0.frame)) }
    self.said = said
    var decoder = TrialDecoder(type, transport, receivedAt: WorkedExample.usualTime)
    var login: [MessageTemplate] = []
    for title in said["login"] ?? Self.loginTitles(usable) {
      guard let found = messages.first(where: { $0.title == title }),
        let template = MessageTemplate(title, found.message, decoder)
      else { continue }
      login.append(template)
      decoder.take(found.message)
    }
    self.login = login
    self.decoder = decoder
  }

  private static func loginTitles(_ examples: [WorkedExample]) -> [String] {
    examples.first { $0.title.hasPrefix("Login") && $0.isRecognised }.map { [$0.title] } ?? []
  }

  /// Lines `part: title` of a protocol's own text.
  private static func parts(_ text: String) -> [String: [String]] {
    var parts: [String: [String]] = [:]
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let title = line[line.index(after: colon)...].drop { $0 == " " }
      if !title.isEmpty { parts[String(line[..<colon]), default: []].append(String(title)) }
    }
    return parts
  }

  private func template(_ title: String) -> MessageTemplate? {
    messages.first { $0.title == title }.flatMap { MessageTemplate($0.title, $0.message, decoder) }
  }

  private func facts(_ message: [UInt8]) -> MessageTemplate.Facts? {
    decoder.reports(of: message).map(MessageTemplate.Facts.init)
  }

  /// The first frame that fits a part.
  func first(_ part: String) -> MessageTemplate? {
    if let title = said[part]?.first { return template(title) }
    for (title, message) in messages {
      guard let facts = facts(message), facts.alarms.isEmpty, !facts.hasMedia, facts.records <= 1
      else { continue }
      let fits: Bool =
        switch part {
        case "heartbeat":
          !facts.hasLocation && !facts.hasNetwork
            && ["eartbeat", "eep-alive"].contains { title.contains($0) }
        case "answer": facts.hasResult && !facts.hasLocation
        default: false
        }
      if fits, let template = MessageTemplate(title, message, decoder) { return template }
    }
    return nil
  }

  /// The position in which most can be said, one that is answered before others.
  var position: MessageTemplate? {
    if let title = said["position"]?.first { return template(title) }
    var best: MessageTemplate?
    for (title, message) in messages {
      guard let facts = facts(message), facts.isValid, facts.alarms.isEmpty, !facts.isStored,
        !facts.hasResult, !facts.hasMedia, facts.records == 1,
        let template = MessageTemplate(title, message, decoder), template.isComplete
      else { continue }
      func rank(_ template: MessageTemplate) -> Int {
        template.richness * 2 + (template.facts.replies > 0 ? 3 : 0)
      }
      if best.map({ rank(template) > rank($0) }) ?? true { best = template }
    }
    return best
  }

  /// How a record looks that could not be sent at once; nil if it looks like any other.
  func stored(_ position: MessageTemplate) -> MessageTemplate? {
    if let title = said["stored"]?.first { return template(title) }
    var best: MessageTemplate?
    for (title, message) in messages {
      guard let facts = facts(message), facts.isStored, facts.alarms.isEmpty, !facts.hasMedia,
        let template = MessageTemplate(title, message, decoder), template.isComplete,
        template.richness >= position.richness - 1
      else { continue }
      if best.map({ template.records.count < $0.records.count }) ?? true { best = template }
    }
    return best
  }

  /// A report without satellites: cells or access points.
  var surroundings: MessageTemplate? {
    if let title = said["cells"]?.first { return template(title) }
    var best: MessageTemplate?
    func rank(_ template: MessageTemplate) -> Int {
      (template.facts.hasLocation ? 0 : 2) + (template.hasTime ? 1 : 0)
    }
    for (title, message) in messages {
      guard let facts = facts(message), facts.hasNetwork, !facts.isValid, facts.alarms.isEmpty,
        facts.records == 1, !facts.hasResult, !facts.hasMedia,
        let template = MessageTemplate(title, message, decoder), !template.isStuck
      else { continue }
      if best.map({ rank(template) > rank($0) }) ?? true { best = template }
    }
    return best
  }

  /// A frame for every alarm: from the examples, with a place if there is one with a place, and
  /// from variations of those frames for alarms that no example shows.
  func alarms(_ position: MessageTemplate) -> [(name: String, template: MessageTemplate)] {
    var found: [(name: String, template: MessageTemplate)] = []
    func rank(_ template: MessageTemplate) -> Int {
      (template.isComplete ? 2 : 0) + (template.hasTime ? 1 : 0)
    }
    func keep(_ name: String, _ title: String, _ message: [UInt8]) {
      let known = found.firstIndex { $0.name == name }
      if let known, rank(found[known].template) == 3 { return }
      guard let template = MessageTemplate(title, message, decoder), !template.isStuck else {
        return
      }
      if let known {
        if rank(template) > rank(found[known].template) { found[known] = (name, template) }
      } else {
        found.append((name, template))
      }
    }
    let variations = AlarmVariations(decoder: decoder)
    for (name, message) in variations.messages(of: position.message) {
      keep(name, position.title, message)
    }
    var raising: [(title: String, message: [UInt8])] = []
    for (title, message) in messages {
      guard let facts = facts(message), !facts.alarms.isEmpty, facts.records == 1,
        !facts.hasMedia
      else { continue }
      raising.append((title, message))
      if facts.alarms.count == 1 { keep(facts.alarms[0], title, message) }
    }
    for (title, message) in raising {
      for (name, changed) in variations.messages(of: message) { keep(name, title, changed) }
    }
    // What comes with other alarms only comes with them here too.
    for (title, message) in raising {
      for name in facts(message)?.alarms ?? [] where !found.contains(where: { $0.name == name }) {
        keep(name, title, message)
      }
    }
    return found
  }
}
