extension Configuration {
  /// All settings with their values and where each came from, one on a line, for
  /// `whereabouts config`. It is a file that gives the same settings, with comments.
  public var table: String { table(of: Settings.all) }

  /// A line for each setting that is named, or whose section is; nil if there is none.
  public func table(named name: String) -> String? {
    let found = Settings.all.filter { $0.key == name || $0.section == name }
    return found.isEmpty ? nil : table(of: found)
  }

  private func table(of settings: [SettingDescription]) -> String {
    let rows = settings.map { setting in
      (left: "\(setting.key) = \(text(of: setting))", right: origin(of: setting))
    }
    let width = rows.map(\.left.count).max() ?? 0
    let lines = rows.map { row in
      row.left + String(repeating: " ", count: width - row.left.count + 2) + "; " + row.right
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A file with every setting, its explanation and its default, all commented out.
  public static var sample: String {
    var lines = [
      "# Settings of Whereabouts. A line that begins with # or ; is a comment; remove it to set",
      "# a value. An environment variable goes before this file, a flag before both.",
    ]
    var section = ""
    for setting in Settings.all {
      if setting.section != section {
        section = setting.section
        lines += ["", "[\(section)]"]
      }
      lines.append("")
      lines += wrapped(setting.help).map { "# " + $0 }
      lines += wrapped(details(of: setting)).map { "# " + $0 }
      lines.append("# \(setting.name) = \(setting.defaultText)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func details(of setting: SettingDescription) -> String {
    var text = "A \(setting.kind)"
    if !setting.unit.isEmpty, !setting.kind.contains(setting.unit) { text += " of \(setting.unit)" }
    if !setting.range.isEmpty { text += ", \(setting.range)" }
    return text + "; also \(setting.variable) and \(setting.flag)."
  }

  /// A text in lines of at most 96 characters.
  private static func wrapped(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + word.count < 96 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
