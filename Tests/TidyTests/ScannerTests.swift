import Testing

@Suite("Cutting Swift into tokens")
struct ScannerTests {
  private func texts(_ source: String) -> [String] { SwiftTokens.all(in: source).map(\.text) }

  @Test func namesNumbersAndOperators() {
    #expect(texts("let a0 = b.c + 0x1F") == ["let", "a0", "=", "b", ".", "c", "+", "0x1F"])
    #expect(texts("1.5e3...2") == ["1.5e3", "...", "2"])
    #expect(texts("#if os(Linux)") == ["#if", "os", "(", "Linux", ")"])
  }

  @Test func aMarkThatBelongsToWhatIsBeforeIt() {
    #expect(texts("a!.b") == ["a", "!", ".", "b"])
    #expect(texts("f()!") == ["f", "(", ")", "!"])
    #expect(texts("a != b") == ["a", "!=", "b"])
    #expect(texts("if !a") == ["if", "!", "a"])
    #expect(SwiftTokens.all(in: "if !a")[1].kind == .symbol)
    #expect(SwiftTokens.all(in: "try! a")[1].kind == .mark)
    #expect(texts("a?.b ?? c") == ["a", "?", ".", "b", "??", "c"])
  }

  @Test func comments() {
    #expect(texts("a // b c\nd") == ["a", "// b c", "d"])
    #expect(texts("/* a /* b */ c */ d") == ["/* a /* b */ c */", "d"])
    #expect(texts("/* never closed") == ["/* never closed"])
  }

  @Test func texts() {
    #expect(
      texts(#"f("a // b", "c\"d") // e"#) == ["f", "(", #""a // b""#, ",", #""c\"d""#, ")", "// e"])
    #expect(texts("#\"a\"b\\(c)\"# d") == ["#\"a\"b\\(c)\"#", "d"])
    #expect(texts("\"\"\"\n  a \"b\" {\n  \"\"\" c") == ["\"\"\"\n  a \"b\" {\n  \"\"\"", "c"])
    #expect(texts("\"never closed\nd") == ["\"never closed", "d"])
  }

  @Test func theCodeInTexts() {
    #expect(texts(#""a \(b!) c" d"#) == [#""a \(b!) c""#, "b", "!", "d"])
    #expect(
      texts(#""\(f("}", g("\(x!)")))" y"#).dropFirst() == [
        "f", "(", #""}""#, ",", "g", "(", #""\(x!)""#, "x", "!", ")", ")", "y",
      ])
    #expect(texts("#\"a \\#(b)\"#") == ["#\"a \\#(b)\"#", "b"])
  }

  @Test func lines() {
    let tokens = SwiftTokens.all(in: "a\n\"\"\"\nb\n\"\"\"\n/* \n */ c\n\"\\(d)\"")
    #expect(tokens.map(\.line) == [1, 2, 5, 6, 7, 7])
  }
}

@Suite("Measuring functions")
struct FunctionTests {
  private func bodies(_ source: String) -> [String] {
    FunctionBody.all(in: SwiftTokens.all(in: source)).map { "\($0.name) \($0.line)+\($0.length)" }
  }

  @Test func plain() {
    #expect(
      bodies("func a() { }\nfunc b(\n  c: Int\n) throws(E) -> [Int] {\n  d\n}") == [
        "a 1+1", "b 2+5",
      ])
  }

  @Test func bracesInTextsAndComments() {
    #expect(bodies("func a() {\n  \"{\" // {\n  /* { */\n}\nfunc b() {}") == ["a 1+4", "b 5+1"])
  }

  @Test func requirementsHaveNoBody() {
    let source = "protocol P {\n  func a()\n  init(b: Int)\n  var c: Int { get }\n}\nfunc d() {}"
    #expect(bodies(source) == ["d 6+1"])
    #expect(bodies("protocol P {\n  func a() -> Int\n  @E func b()\n}\nfunc d() {}") == ["d 5+1"])
  }

  @Test func closuresInArguments() {
    #expect(bodies("func a(b: () -> Int = { 1 }) {\n}") == ["a 1+2"])
  }

  @Test func nestedAndSpecial() {
    let source = """
      struct S {
        init?(a: Int) {
          func inner() {
          }
        }
        deinit { }
        subscript(i: Int) -> Int {
          self.init(a: 1)
        }
      }
      """
    #expect(bodies(source) == ["init 2+4", "inner 3+2", "deinit 6+1", "subscript 7+3"])
  }
}

@Suite("Every rule finds what it forbids, and nothing else")
struct RuleSampleTests {
  struct Sample: Sendable, CustomStringConvertible {
    let rule: String
    var path = "Sources/Gateway/Sample.swift"
    let text: String
    let lines: [Int]
    var description: String { "\(rule): \(text)" }
  }

  private static func table(withRowsOf widths: [Int]) -> String {
    let rows = widths.map { String(repeating: "a", count: $0) }
    return (["\"\"\""] + rows + ["\"\"\""]).joined(separator: "\n")
  }

  static let samples: [Sample] = [
    Sample(rule: "line length", text: String(repeating: "a", count: 100), lines: []),
    Sample(rule: "line length", text: "b\n" + String(repeating: "é", count: 101), lines: [2]),
    Sample(
      rule: "line length", path: "Sources/TrackerProtocols/A/A+Examples.swift",
      text: String(repeating: "a", count: 300), lines: []),
    Sample(rule: "line length", text: table(withRowsOf: [190, 201]), lines: [3]),
    Sample(rule: "file length", text: String(repeating: "a\n", count: 400), lines: []),
    Sample(rule: "file length", text: String(repeating: "a\n", count: 401), lines: [401]),
    Sample(
      rule: "function length", text: "func a() {\n" + String(repeating: "b\n", count: 68) + "}",
      lines: []),
    Sample(
      rule: "function length", text: "func a() {\n" + String(repeating: "b\n", count: 69) + "}",
      lines: [1]),
    Sample(rule: "left for later", text: "// TO" + "DO: more", lines: [1]),
    Sample(rule: "left for later", text: "// XX" + "X", lines: [1]),
    Sample(rule: "left for later", text: "let a = \"TODO\" // todos, XXXX", lines: []),
    Sample(rule: "machine path", text: "let a = \"/ho" + "me/somebody\"", lines: [1]),
    Sample(rule: "machine path", path: "Tests/A/B.swift", text: "\"/tmp/a\"", lines: []),
    Sample(
      rule: "dead declaration",
      text: "struct Nobodys1 {\n  let nobodys2 = 1\n  func nobodys3() {}\n  case nobodys4\n}",
      lines: [1, 2, 3, 4]),
    Sample(
      rule: "dead declaration",
      text:
        "@main enum Nobodys9 {}\nlet nobodys5 = 1\nf(\"\\(nobodys5)\")\n"
        + "for case nobodys6 in a {}\ncase nobodys7: b()",
      lines: []),
    Sample(rule: "dead declaration", path: "Tests/A/B.swift", text: "let nobodys8 = 1", lines: []),
    Sample(rule: "try!", text: "try! a()\ntry? b()", lines: [1]),
    Sample(rule: "as!", text: "a as! B\na as? B", lines: [1]),
    Sample(rule: "force unwrap", text: "a!\nf()!.b\nc[0]!\nlet d: String!", lines: [1, 2, 3, 4]),
    Sample(rule: "force unwrap", text: "!a\na != b\n\"a!\" // b!\ntry! c\nd as! E", lines: []),
    Sample(rule: "force unwrap", text: #""\(a!)""#, lines: [1]),
    Sample(rule: "fatalError", text: "fatalError()\nlet fatalErrors = 1", lines: [1]),
    Sample(rule: "Any", text: "let a: [String: Any]\nlet b: any P\nlet c: AnyObject", lines: [1]),
    Sample(rule: "nonisolated(unsafe)", text: "nonisolated(unsafe) var a = 1", lines: [1]),
    Sample(
      rule: "nonisolated(unsafe)", path: "Sources/SQLite/A.swift",
      text: "nonisolated(unsafe) var a = 1", lines: []),
    Sample(
      rule: "unsafe code", text: "let a: UnsafeRawPointer\nunsafe b()\nc.withUnsafeBytes {}",
      lines: [1, 2, 3]),
    Sample(rule: "unsafe code", text: "nonisolated(unsafe) var a // unsafe", lines: []),
    Sample(
      rule: "unsafe code", path: "Sources/EventLoop/A.swift", text: "unsafe a()", lines: []),
    Sample(
      rule: "Foundation on the hot path",
      text: "import FoundationEssentials\nimport Synchronization",
      lines: [1]),
    Sample(
      rule: "Foundation on the hot path", path: "Sources/API/A.swift", text: "import Foundation",
      lines: []),
    Sample(
      rule: "Foundation", path: "Sources/API/A.swift",
      text: "import Foundation\nimport FoundationEssentials", lines: [1]),
  ]

  @Test(arguments: samples + WireSamples.all)
  func finds(_ sample: Sample) throws {
    let rule = try #require(Rule.all.first { $0.name == sample.rule })
    #expect(rule.findings(in: sample.text, path: sample.path).map(\.line) == sample.lines)
  }

  @Test(arguments: Rule.all)
  func hasASample(_ rule: Rule) {
    #expect((Self.samples + WireSamples.all).contains { $0.rule == rule.name && !$0.lines.isEmpty })
  }
}
