import Foundation
import Telemetry
import Testing
import TrackerProtocols

@Suite struct DeviceOptionTests {
  private static let home = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/TrackerProtocols")

  /// The source of a protocol, all files of its folder together.
  private static func source(of subject: Subject) throws -> String {
    let folder = home.appending(path: "\(subject.type)")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
  }

  /// An option that nobody can find in the handbook or on the page would be of no use.
  @Test(arguments: Subject.all)
  func whatAProtocolLooksAtIsNamed(_ subject: Subject) throws {
    let named = Set(subject.type.about.options.map(\.key))
    #expect(named.count == subject.type.about.options.count, "\(subject.name): a name twice")
    let source = try Self.source(of: subject)
    for match in source.matches(of: /options\["([^"]+)"\]/) {
      #expect(named.contains(String(match.1)), "\(subject.name) looks at \(match.1)")
    }
    if source.contains("settings.clock") {
      #expect(named.contains(DeviceSettings.zoneOption), "\(subject.name) looks at the zone")
    }
    for example in subject.examples {
      for key in example.settings.options.keys {
        #expect(named.contains(key), "\(subject.name): \(example.title) sets \(key)")
      }
    }
  }

  @Test(arguments: Subject.all)
  func optionsAreExplained(_ subject: Subject) {
    for option in subject.type.about.options {
      #expect(option.meaning.hasSuffix("."), "\(subject.name): \(option.key)")
      #expect(!option.meaning.contains("|") && !option.usual.contains("|"))
      if case .words(let words) = option.values { #expect(words.count > 1) }
    }
  }

  @Test(
    arguments: [
      (DeviceOption.Values.flag, ["true", "false"], ["", "1", "True"]),
      (.words(["2013", "2019"]), ["2019"], ["", "2020"]),
      (.number(-1...9), ["-1", "9"], ["10", "x", "", "1.0"]),
      (.code(2...2), ["SG", "3G"], ["", "S", "S*", "SGG", "Ä"]),
      (.text(longest: 3), ["a b"], ["", "abcd", "a\n"]),
      (
        .zone, ["UTC", "+02:00", "GMT-3", "Europe/Berlin", "Etc/GMT+3"],
        ["", "+25", "../etc", "a//b"]
      ),
      (.address, ["203.0.113.5:8888", "a.example:1"], ["", ":1", "a", "a:0", "a:65536", "a b:1"]),
    ] as [(DeviceOption.Values, [String], [String])])
  func valuesAreChecked(_ row: (values: DeviceOption.Values, good: [String], bad: [String])) {
    let option = DeviceOption("acme.test", row.values, "Does something.")
    for value in row.good { #expect(option.problem(with: value) == nil, "\(value)") }
    for value in row.bad { #expect(option.problem(with: value) != nil, "\(value)") }
  }
}
