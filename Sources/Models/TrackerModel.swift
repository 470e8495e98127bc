public import Telemetry

/// A model of tracker: what it may speak, what it can do, and how it is set up. It is read from
/// a maker's text (``ModelText``), where each fact has its source.
public struct TrackerModel: Sendable, Hashable {
  /// Its name in addresses, such as `istartek-pt60`.
  public let id: String
  /// Who makes it.
  public let maker: String
  /// The maker's name for it.
  public let name: String
  /// What kind of tracker it is, in a few words.
  public let title: String
  /// Names of the protocols that it may speak, the likeliest first.
  public var protocols: [SourcedFact<String>] = []
  /// What it can do.
  public var abilities: [SourcedFact<Ability>] = []
  /// The alarms that it sends.
  public var alarms: [SourcedFact<Alarm>] = []
  /// Text messages that set it up; several groups where firmware differs, the likeliest first.
  public var setup: [SetupGroup] = []
  /// What else is good to know, a sentence or two each.
  public var notes: [String] = []

  /// What people say and enter: maker and name.
  public var fullName: String { "\(maker) \(name)" }
}

/// A fact and where it comes from.
public struct SourcedFact<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The fact.
  public let value: Value
  /// What is special about it; may be empty.
  public let remark: String
  /// Whether the source says it of this very model. If not, it is said of a relative, by a third
  /// party, or concluded.
  public internal(set) var isCertain: Bool
  /// Where it comes from; at least one.
  public let sources: [String]

  /// The same of another model.
  var ofRelative: SourcedFact {
    var fact = self
    fact.isCertain = false
    return fact
  }
}

/// Text messages of one command language.
public struct SetupGroup: Sendable, Hashable {
  /// What the language is called.
  public let title: String
  /// The device password as the unit leaves the factory; nil if the language has none.
  public let password: String?
  /// Whether the model is known to understand it.
  public internal(set) var isCertain: Bool
  /// Why or when; may be empty.
  public let remark: String
  /// Where it comes from that this model understands it.
  public let sources: [String]
  /// The messages, in the order in which they are best sent.
  public let texts: [SetupText]

  /// The same of another model.
  var ofRelative: SetupGroup {
    var group = self
    group.isCertain = false
    return group
  }
}

/// A text message that sets something up.
public struct SetupText: Sendable, Hashable {
  /// What it sets.
  public let purpose: SetupPurpose
  /// The transport that it chooses; nil if it leaves that alone.
  public let transport: Transport?
  /// The message, with places for values.
  public let template: SetupTemplate
  /// What is special about it; may be empty.
  public let remark: String
  /// Whether a source gives it just so.
  public let isCertain: Bool
  /// Where it comes from; at least one.
  public let sources: [String]

  /// What it sets, for a heading.
  public var title: String {
    guard let transport else { return purpose.title }
    return "\(purpose.title) (\(transport.name.uppercased()))"
  }
}
