import Testing

@Suite("House rules")
struct RuleTests {
  @Test("every rule holds, but for what the ratchet allows", arguments: Rule.all)
  func holds(_ rule: Rule) throws {
    var counts: [Ratchet.Key: Int] = [:]
    var places: [String] = []
    for file in Repository.swiftFiles where rule.applies(file) {
      let findings = rule.find(file)
      guard !findings.isEmpty else { continue }
      counts[Ratchet.Key(rule: rule.name, path: file.path)] = findings.count
      places += findings.map { "\(file.path):\($0.line): \($0.what)" }
    }
    let ratchet = try Ratchet(text: Repository.text(of: "Tests/TidyTests/ratchet.txt"))
    let complaints = ratchet.complaints(about: counts, rules: [rule.name])
    guard !complaints.isEmpty else { return }
    let report = complaints + ["Found here:"] + places + ["Instead: \(rule.advice)."]
    Issue.record("\(report.joined(separator: "\n"))")
  }

  @Test("the ratchet speaks only of rules and files that exist")
  func ratchetIsCurrent() throws {
    let ratchet = try Ratchet(text: Repository.text(of: "Tests/TidyTests/ratchet.txt"))
    let names = Set(Rule.all.map(\.name))
    for key in ratchet.allowed.keys {
      #expect(names.contains(key.rule))
      #expect(Repository.exists(key.path))
    }
  }

  @Test("most functions and files are far below the limit")
  func mostAreSmall() throws {
    let functions = Repository.swiftFiles.flatMap { FunctionBody.all(in: $0.tokens).map(\.length) }
    let files = Repository.swiftFiles.filter { !$0.isTable }.map(\.lines.count)
    #expect(try Self.nineteenOfTwenty(functions) <= 40)
    #expect(try Self.nineteenOfTwenty(files) <= 300)
  }

  /// The length that nineteen of twenty do not exceed.
  private static func nineteenOfTwenty(_ lengths: [Int]) throws -> Int {
    let sorted = lengths.sorted()
    try #require(sorted.count > 100)
    return sorted[sorted.count * 19 / 20]
  }

  @Test func nineteenOfTwentyIsMeasured() throws {
    #expect(try Self.nineteenOfTwenty(Array(1...200)) == 191)
  }

  @Test("the border rooms are those of Package.swift")
  func bordersAreKnown() {
    #expect(Rule.borders.isSuperset(of: ["EventLoop", "SQLite", "WebServer"]))
    #expect(Rule.borders.isDisjoint(with: Rule.hotRooms.subtracting(["EventLoop", "SQLite"])))
  }

  @Test("the scan reaches the sources")
  func scanReachesSources() {
    #expect(Repository.swiftFiles.count > 30)
    #expect(Repository.swiftFiles.contains { $0.path == "Sources/Telemetry/Reports.swift" })
    #expect(Repository.swiftFiles.contains { $0.path == "Tests/TidyTests/RuleTests.swift" })
  }
}

@Suite("The ratchet")
struct RatchetTests {
  private let counts = [
    Ratchet.Key(rule: "line length", path: "A.swift"): 3,
    Ratchet.Key(rule: "line length", path: "B.swift"): 1,
  ]

  private func complaints(_ text: String) throws -> [String] {
    try Ratchet(text: text).complaints(about: counts, rules: ["line length"])
  }

  @Test func equalIsFine() throws {
    let text =
      "# known\nline length | A.swift | 3\nline length | B.swift | 1\nother | C.swift | 4\n"
    #expect(try complaints(text) == [])
  }

  @Test func moreIsRefused() throws {
    let text = "line length | A.swift | 2\nline length | B.swift | 1"
    #expect(try complaints(text) == ["A.swift: line length: 3, and the ratchet allows 2"])
  }

  @Test func notListedIsRefused() throws {
    #expect(try complaints("line length | A.swift | 3").count == 1)
  }

  @Test func fewerMustBeTightened() throws {
    let text = "line length | A.swift | 5\nline length | B.swift | 1\nline length | C.swift | 1"
    #expect(
      try complaints(text) == [
        "A.swift: line length: only 3 instead of 5; write 3 into ratchet.txt",
        "C.swift: line length: only 0 instead of 1; remove its line from ratchet.txt",
      ])
  }

  @Test(arguments: ["line length | A.swift", "a | b | none", "a | b | 0", "a | b | 1\na | b | 1"])
  func malformedIsRefused(_ text: String) {
    #expect(throws: Ratchet.Malformed.self) { try Ratchet(text: text) }
  }
}
