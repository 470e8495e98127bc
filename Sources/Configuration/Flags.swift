import FoundationEssentials

/// The arguments of a command, taken apart.
struct Flags {
  private(set) var values: [(setting: AnySetting, text: String)] = []
  private(set) var file: String?
  private(set) var rest: [String] = []

  /// Reads `--gateway-port=8888`, `--gateway-port 8888` and `--config FILE`; what follows `--` is
  /// no flag.
  init(_ arguments: [String], leavingUnknown: Bool) throws(ConfigurationError) {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      guard argument != "--" else {
        rest += arguments[index...]
        return
      }
      guard argument.hasPrefix("--") else {
        rest.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      let setting = Settings.entries.first { $0.description.flag == name }
      guard setting != nil || name == Configuration.fileFlag else {
        if leavingUnknown {
          rest.append(argument)
          continue
        }
        let valid = Settings.all.map(\.flag) + [Configuration.fileFlag]
        throw .unknown(name, "flag \(name)", among: valid)
      }
      let text: String
      if parts.count == 2 {
        text = String(parts[1])
      } else {
        guard index < arguments.count, !arguments[index].hasPrefix("--") else {
          throw .missingValue(flag: name)
        }
        text = arguments[index]
        index += 1
      }
      try take(text, for: setting, name)
    }
  }

  private mutating func take(
    _ text: String, for setting: AnySetting?, _ name: String
  ) throws(ConfigurationError) {
    guard let setting else {
      if file != nil { throw .givenTwice(key: name, places: ["flag \(name)", "flag \(name)"]) }
      file = text
      return
    }
    if values.contains(where: { $0.setting.description.key == setting.description.key }) {
      throw .givenTwice(
        key: setting.description.key, places: ["flag \(name)", "flag \(name)"])
    }
    values.append((setting, text))
  }
}

/// Looks at files without reading them.
enum FileProbe {
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
