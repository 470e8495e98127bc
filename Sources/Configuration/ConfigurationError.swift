/// Why the settings cannot be used: what is wrong, where it stands, and what would be right.
public enum ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such setting.
  case unknownKey(String, place: String, suggestion: String?, valid: [String])
  /// A setting cannot have that value.
  case badValue(String, key: String, place: String, valid: String)
  /// A flag stands without its value.
  case missingValue(flag: String)
  /// A setting is given twice in one place.
  case givenTwice(key: String, places: [String])
  /// The file could not be read.
  case unreadableFile(path: String, reason: String)
  /// A line of the file is neither a section, nor a setting, nor a comment.
  case badLine(place: String, reason: String)

  /// For people.
  public var description: String {
    switch self {
    case .unknownKey(let key, let place, let suggestion, let valid):
      let hint = suggestion.map { " Did you mean \($0)?" } ?? ""
      return "There is no setting \(key) (\(place)).\(hint) The settings are: "
        + valid.joined(separator: ", ") + "."
    case .badValue(let value, let key, let place, let valid):
      return "\(key) cannot be '\(value)' (\(place)); it must be a \(valid)."
    case .missingValue(let flag):
      return "The flag \(flag) needs a value: \(flag)=VALUE or \(flag) VALUE."
    case .givenTwice(let key, let places):
      return "\(key) is given twice: \(places.joined(separator: " and ")); keep one."
    case .unreadableFile(let path, let reason):
      return "The configuration file \(path) could not be read: \(reason)."
    case .badLine(let place, let reason):
      return "\(place): \(reason)."
    }
  }
}
