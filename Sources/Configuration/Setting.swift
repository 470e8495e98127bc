/// What people are told about a setting.
public struct SettingDescription: Sendable, Hashable {
  /// Such as `gateway.port`: a section and a name.
  public let key: String
  /// What a value looks like, such as `number`: it completes "it must be a …".
  public let kind: String
  /// The default as text.
  public let defaultText: String
  /// What it is for, in a sentence.
  public let help: String
  /// The unit of the value; empty if it has none.
  public let unit: String
  /// Which values are allowed, for people; empty if all of the kind are.
  public let range: String

  /// The environment variable, such as `WHEREABOUTS_GATEWAY_PORT`.
  public var variable: String { Self.prefix + words.joined(separator: "_").uppercased() }
  /// The flag, such as `--gateway-port`.
  public var flag: String { "--" + words.joined(separator: "-") }
  /// The section of the file.
  public var section: String { key.split(separator: ".").first.map(String.init) ?? "" }
  /// The name within the section.
  public var name: String { String(key.dropFirst(section.count + 1)) }

  static let prefix = "WHEREABOUTS_"

  /// The key's words in small letters: `gateway.firstFrameBytes` is gateway, first, frame, bytes.
  private var words: [String] {
    var words = [""]
    for character in key {
      if character == "." {
        words.append("")
      } else if character.isUppercase {
        words.append(character.lowercased())
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words
  }
}

/// A setting whose values have a type.
public struct Setting<Value: Sendable>: Sendable {
  /// What people are told about it.
  public let description: SettingDescription
  /// The value if nobody says otherwise.
  public let defaultValue: Value
  /// The value of a text; nil if the text is none.
  let parse: @Sendable (String) -> Value?
}

extension Setting where Value == Int {
  static func number(
    _ key: String, _ value: Int, in range: ClosedRange<Int>, unit: String = "", _ help: String
  ) -> Setting {
    Setting(
      description: SettingDescription(
        key: key, kind: "number", defaultText: String(value), help: help, unit: unit,
        range: "\(range.lowerBound) to \(range.upperBound)"),
      defaultValue: value,
      parse: { text in Int(text).flatMap { range.contains($0) ? $0 : nil } })
  }

  /// A number of bytes, which people may write with K, M or G behind it.
  static func bytes(
    _ key: String, _ value: Int, in range: ClosedRange<Int>, _ help: String
  ) -> Setting {
    Setting(
      description: SettingDescription(
        key: key, kind: "number of bytes, such as 65536, 64K, 16M or 1G",
        defaultText: ByteCount.text(value), help: help, unit: "bytes",
        range: "\(ByteCount.text(range.lowerBound)) to \(ByteCount.text(range.upperBound))"),
      defaultValue: value,
      parse: { text in ByteCount.parse(text).flatMap { range.contains($0) ? $0 : nil } })
  }
}

extension Setting where Value == String {
  static func text(
    _ key: String, _ value: String, kind: String = "text", _ help: String,
    isValid: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> Setting {
    Setting(
      description: SettingDescription(
        key: key, kind: kind, defaultText: value, help: help, unit: "", range: ""),
      defaultValue: value, parse: { isValid($0) ? $0 : nil })
  }
}

extension Setting where Value == [String] {
  /// Texts with commas between them; none at all only where that is the default.
  static func list(
    _ key: String, _ value: [String], kind: String, _ help: String,
    isValid: @escaping @Sendable (String) -> Bool
  ) -> Setting {
    Setting(
      description: SettingDescription(
        key: key, kind: kind, defaultText: value.joined(separator: ", "), help: help, unit: "",
        range: ""),
      defaultValue: value,
      parse: { text in
        let parts = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
        guard !parts.isEmpty || value.isEmpty else { return nil }
        return parts.allSatisfy(isValid) ? parts : nil
      })
  }
}

extension Setting where Value: CaseIterable & RawRepresentable<String> {
  static func choice(_ key: String, _ value: Value, _ help: String) -> Setting {
    Setting(
      description: SettingDescription(
        key: key, kind: "choice of " + Value.allCases.map(\.rawValue).joined(separator: "|"),
        defaultText: value.rawValue, help: help, unit: "", range: ""),
      defaultValue: value, parse: { Value(rawValue: $0.lowercased()) })
  }
}

/// Numbers of bytes as people write them; K is 1024.
enum ByteCount {
  private static let units: [(letter: Character, bytes: Int)] = [
    ("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10),
  ]

  static func parse(_ text: String) -> Int? {
    guard let last = text.uppercased().last else { return nil }
    guard let unit = units.first(where: { $0.letter == last }) else { return Int(text) }
    guard let number = Int(text.dropLast()) else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: unit.bytes)
    return overflow ? nil : product
  }

  static func text(_ bytes: Int) -> String {
    for unit in units where bytes >= unit.bytes && bytes % unit.bytes == 0 {
      return "\(bytes / unit.bytes)\(unit.letter)"
    }
    return String(bytes)
  }
}
