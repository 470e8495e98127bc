/// The settings of this run: values, and where each came from.
///
/// From lowest to highest: the default, one file, the environment, flags.
public struct Configuration: Sendable {
  /// The file that was read; nil if none was there.
  public private(set) var file: String?
  /// What is left of the arguments: words that are no flags of settings.
  public private(set) var rest: [String] = []

  private struct Given {
    let text: String
    let origin: String
  }

  private var given: [String: Given] = [:]

  /// The file that is read if it is there and none is named.
  public static let usualFile = "whereabouts.conf"

  /// Nothing but defaults.
  public init() {}

  /// The value of a setting.
  public subscript<Value>(_ setting: Setting<Value>) -> Value {
    // What was given has been checked when it was loaded.
    given[setting.description.key].flatMap { setting.parse($0.text) } ?? setting.defaultValue
  }

  /// Where the value of a setting comes from: `default`, `file whereabouts.conf line 7`,
  /// `environment WHEREABOUTS_GATEWAY_PORT` or `flag --gateway-port`.
  public func origin(of setting: SettingDescription) -> String {
    given[setting.key]?.origin ?? "default"
  }

  /// The value of a setting as text.
  public func text(of setting: SettingDescription) -> String {
    given[setting.key]?.text ?? setting.defaultText
  }

  /// Whether automatic adoption is on: by choice, or because the page is on this machine only.
  public var adoptsAutomatically: Bool {
    switch self[Settings.fleetAdopt] {
    case .auto: NetworkText.isLoopback(self[Settings.webAddress])
    case .yes: true
    case .no: false
    }
  }

  // MARK: Loading

  /// Puts the settings together.
  ///
  /// `--config FILE` or `WHEREABOUTS_CONFIG` names the file; otherwise `whereabouts.conf` in the
  /// working folder is read if it is there.
  ///
  /// - Parameters:
  ///   - arguments: the arguments after the command's name.
  ///   - environment: all variables; those without the program's prefix are ignored.
  ///   - leavingUnknownFlags: whether flags that are no settings stay in ``rest``, for a command
  ///     that has flags of its own; otherwise they are an error.
  ///   - usualFile: the file that is read if none is named and it is there.
  public static func load(
    arguments: [String], environment: [String: String], leavingUnknownFlags: Bool = false,
    usualFile: String = Configuration.usualFile
  ) throws(ConfigurationError) -> Configuration {
    var configuration = Configuration()
    let flags = try Flags(arguments, leavingUnknown: leavingUnknownFlags)
    configuration.rest = flags.rest
    if let path = flags.file ?? environment[fileVariable] {
      try configuration.take(file: path)
    } else if FileProbe.exists(usualFile) {
      try configuration.take(file: usualFile)
    }
    try configuration.take(environment: environment)
    for (setting, text) in flags.values {
      try configuration.take(text, for: setting, from: "flag " + setting.description.flag)
    }
    return configuration
  }

  static let fileFlag = "--config"
  static let fileVariable = SettingDescription.prefix + "CONFIG"

  private mutating func take(file path: String) throws(ConfigurationError) {
    file = path
    var places: [String: String] = [:]
    for entry in try INIFile.read(path: path) {
      let place = INIFile.place(path, entry.line)
      let key = entry.section.isEmpty ? entry.name : entry.section + "." + entry.name
      guard let setting = Settings.entries.first(where: { $0.description.key == key }) else {
        throw .unknown(key, place, among: Settings.all.map(\.key))
      }
      if let first = places[key] { throw .givenTwice(key: key, places: [first, place]) }
      places[key] = place
      try take(entry.value, for: setting, from: place)
    }
  }

  private mutating func take(environment: [String: String]) throws(ConfigurationError) {
    for (variable, text) in environment.sorted(by: { $0.key < $1.key })
    where variable.hasPrefix(SettingDescription.prefix) && variable != Self.fileVariable {
      let origin = "environment " + variable
      guard let setting = Settings.entries.first(where: { $0.description.variable == variable })
      else { throw .unknown(variable, origin, among: Settings.all.map(\.variable)) }
      try take(text, for: setting, from: origin)
    }
  }

  private mutating func take(
    _ text: String, for setting: AnySetting, from origin: String
  ) throws(ConfigurationError) {
    guard setting.accepts(text) else {
      let about = setting.description
      let range = about.range.isEmpty ? "" : ", \(about.range)"
      throw .badValue(text, key: about.key, place: origin, valid: about.kind + range)
    }
    given[setting.description.key] = Given(text: text, origin: origin)
  }
}

extension ConfigurationError {
  static func unknown(_ key: String, _ place: String, among valid: [String]) -> Self {
    .unknownKey(
      key, place: place, suggestion: Suggestion.nearest(to: key, among: valid), valid: valid)
  }
}
