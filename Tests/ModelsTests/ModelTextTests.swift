import Testing

@testable import Models

/// The form of a maker's text.
@Suite struct ModelTextTests {
  private static let head = """
    maker Acme
    source S | a manual
    language l 0000 | Numbers
    set server | {password},1,{server},{port} | | S
    model A1 | a tracker
    protocol acme? | maybe | S
    can inputs | 2 | S
    """

  @Test func isRead() throws {
    let model = try #require(try ModelText.parse(Self.head + "\nspeaks l | | S").first)
    #expect(model.id == "acme-a1" && model.title == "a tracker")
    #expect(model.protocols.map(\.value) == ["acme"])
    #expect(model.protocols.map(\.isCertain) == [false])
    #expect(model.abilities.first?.remark == "2")
    #expect(model.abilities.first?.sources == ["a manual"])
    #expect(model.setup.first?.texts.first?.template.needed == [.password, .server, .port])
  }

  @Test func relativesReplaceWhatDiffers() throws {
    let text = Self.head + "\nmodel A2 | another\nlike A1\ncan inputs? | 3 | S\ncan sos | | S"
    let model = try #require(try ModelText.parse(text).last)
    #expect(model.abilities.map(\.value) == [.inputs, .sos])
    #expect(model.abilities.map(\.remark) == ["3", ""])
    #expect(model.abilities.map(\.isCertain) == [false, true])
    #expect(model.protocols.map(\.value) == ["acme"])
  }

  @Test(arguments: [
    "nonsense", "can inputs | 2", "can inputs | 2 |", "can inputs | 2 | T", "can fly | | S",
    "alarm boredom | | S", "set server | {host} | | S", "set server/sms | x | | S",
    "set nothing | x | | S", "set server | x{ | | S", "set server | ü | | S", "speaks m | | S",
    "model A1 | twice", "like B", "source S | twice", "language l 1 | twice",
  ])
  func mistakesAreFound(_ line: String) throws {
    let error = #expect(throws: ModelText.Malformed.self) {
      try ModelText.parse(Self.head + "\n" + line)
    }
    #expect(error?.line == 8)
  }
}
