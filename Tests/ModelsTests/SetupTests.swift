import TestKit
import Testing

@testable import Models

/// Text messages with values: right where they can be, and never a second command.
@Suite struct SetupTests {
  private func messages(
    _ id: String, _ values: [String: String]
  ) throws -> [String: RenderedText] {
    let group = try #require(ModelCatalogue.model(id: id)?.setup.first)
    let texts = group.rendered(with: try SetupValues(values))
    return Dictionary(texts.map { ($0.setup.title, $0) }) { first, _ in first }
  }

  private let common = ["server": "gps.example.org", "port": "8888", "apn": "internet"]

  @Test func startek() throws {
    let texts = try messages("istartek-pt60", common.merging(["interval": "60"]) { $1 })
    #expect(texts["Server (TCP)"]?.message == "0000,100,1,gps.example.org,8888")
    #expect(texts["Access point"]?.message == "0000,109,internet")
    #expect(texts["Interval"]?.message == "0000,102,60")
    #expect(texts["Access point with user and password"] == nil)
  }

  @Test func aUserTakesThePlaceOfNone() throws {
    let values = common.merging(["apnUser": "me", "password": "1234"]) { $1 }
    let texts = try messages("istartek-pt60", values)
    #expect(texts["Access point"] == nil)
    let text = try #require(texts["Access point with user and password"])
    #expect(text.message == nil && text.missing == [.apnPassword])
    #expect(texts["Ask how it is"]?.message == "1234,802")
  }

  @Test func olderFirmwareCountsInTensOfSeconds() throws {
    let values = ["interval": "95", "identifier": "358765040000017", "server": "192.0.2.7"]
    let texts = try messages("istartek-vt600", values)
    #expect(texts["Interval"]?.message == "W000000,014,00009")
    #expect(texts["Identifier"]?.message == "W000000,010,58765040000017")
    #expect(texts["Transport (UDP)"]?.message == "W000000,013,2")
    #expect(texts["Server by address"]?.missing == [.port])
    #expect(texts["Server by name"] == nil)
  }

  @Test func addressAndNameAreToldApart() throws {
    let name = try messages("tk-star-tk970", common)
    #expect(name["Server by name"]?.message == "adminip123456 gps.example.org 8888")
    #expect(name["Server by address"] == nil)
    let address = try messages("tk-star-tk970", ["server": "192.0.2.7", "port": "8888"])
    #expect(address["Server by address"]?.message == "adminip123456 192.0.2.7 8888")
    #expect(address["Server by name"] == nil)
  }

  @Test func aModelThatTakesOnlyAddressesSaysSo() throws {
    let text = """
      maker Acme
      source S | a manual
      language l - | Words
      set serverByAddress | ip {server} {port} | | S
      model A1 | a tracker
      speaks l | | S
      """
    let group = try #require(try ModelText.parse(text).first?.setup.first)
    let rendered = try #require(group.rendered(with: try SetupValues(common)).first)
    #expect(rendered.message == nil && rendered.problem?.contains("numeric address") == true)
  }

  @Test(arguments: [
    ("server", "gps.example.org,1"), ("server", "256.1.1.1"), ("server", "1.2.3"),
    ("server", "-a.org"), ("server", "a..org"), ("server", "::1"), ("port", "0"),
    ("port", "65536"), ("port", "88 88"), ("apn", "a,b"), ("apn", "a\nb"), ("apnUser", "a#"),
    ("apnPassword", "a*b"), ("apnPassword", "a\u{0}"), ("interval", "-1"), ("interval", "86401"),
    ("password", "0000,999"), ("password", "abc"), ("newPassword", "1;2"), ("phone", "+49 170"),
    ("identifier", "35876504000001712"), ("apn", "ünter"), ("phone", "12"),
  ])
  func valuesHaveAForm(_ name: String, _ value: String) {
    #expect(throws: SetupValueError.self) { try SetupValues([name: value]) }
  }

  @Test func tooLongAMessageIsRefused() throws {
    let template = try #require(SetupTemplate("APN,{apn},{apnUser},{apnPassword}#"))
    let long = String(repeating: "a", count: 60)
    let values = try SetupValues(["apn": long, "apnUser": long, "apnPassword": long])
    #expect(throws: SetupTemplate.Problem.tooLong) { try template.text(with: values) }
  }

  @Test func aDelimiterOfTheMessageIsRefused() throws {
    let template = try #require(SetupTemplate("x.{apn}"))
    let values = try SetupValues(["apn": "a.b"])
    #expect(throws: SetupTemplate.Problem.self) { try template.text(with: values) }
  }

  /// Values of every kind of character, delimiters and control characters among them: what is not
  /// refused is found again in the message, field by field, and nothing else.
  @Test func noValueBecomesASecondCommand() throws {
    let alphabet = Array("abzAZ019.-_@/+!,;#*'\"$&|{}[]()=?: \n\r\t\u{0}\u{1A}é")
    let templates = Set(
      ModelCatalogue.models.flatMap(\.setup).flatMap(\.texts).map(\.template)
    ).sorted { $0.text < $1.text }
    var generator = SeededGenerator(20_261_121)
    var written = 0
    for round in 0..<20_000 {
      let template = templates[round % templates.count]
      var values = SetupValues()
      for placeholder in template.needed {
        let usual = Int.random(in: 0..<4, using: &generator) > 0
        let text =
          usual
          ? Self.usual[placeholder] ?? ""
          : String(
            (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
              alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            })
        try? values.set(placeholder, text)
      }
      guard let message = try? template.text(with: values) else { continue }
      written += 1
      #expect(message.utf8.allSatisfy { (0x20...0x7E).contains($0) })
      try Self.takeApart(message, template, values)
    }
    #expect(written > 5_000)
  }

  private static let usual: [Placeholder: String] = [
    .server: "gps.example.org", .port: "8888", .apn: "web.example", .apnUser: "me@example",
    .apnPassword: "a/b+c!", .interval: "30", .password: "123456", .newPassword: "654321",
    .phone: "+491700000000", .identifier: "358765040000017",
  ]

  /// Reads a message as a tracker would: a value ends where the next literal begins.
  private static func takeApart(
    _ message: String, _ template: SetupTemplate, _ values: SetupValues
  ) throws {
    var rest = message[...]
    for (index, part) in template.parts.enumerated() {
      switch part {
      case .literal(let text):
        #expect(rest.hasPrefix(text), "\(message)")
        rest = rest.dropFirst(text.count)
      case .value(let placeholder):
        var end = rest.endIndex
        if index + 1 < template.parts.count, case .literal(let next) = template.parts[index + 1] {
          let first = try #require(next.first)
          end = try #require(rest.firstIndex(of: first))
        }
        #expect(rest[..<end] == values[placeholder] ?? "", "\(message)")
        rest = rest[end...]
      }
    }
    #expect(rest.isEmpty, "\(message)")
  }
}
