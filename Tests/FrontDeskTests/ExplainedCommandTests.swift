import FrontDesk
import Telemetry
import Testing
import TrackerProtocols

/// What each byte of a command follows from.
@Suite struct ExplainedCommandTests {
  private static func explain(
    _ name: String, _ command: Command, identifier: String,
    options: [String: String] = [:]
  ) throws -> ExplainedCommand {
    let type = try #require(Catalogue.named(name))
    let now = try #require(Timestamp(iso8601: "2026-01-02T03:04:05Z"))
    let context = CommandContext(
      identifier: identifier, now: now, settings: DeviceSettings(options: options))
    return try ExplainedCommand(command, context, of: type)
  }

  /// The text of each part with what it follows from.
  private static func texts(_ explained: ExplainedCommand) -> [String] {
    explained.parts.map { part in
      EscapedText.text(explained.bytes[part.range]) + " " + part.sources.joined(separator: "+")
    }
  }

  @Test func textIsTakenApart() throws {
    let explained = try Self.explain(
      "h02", Command(.positionPeriodic, ["frequency": .text("60")]), identifier: "9170000001")
    #expect(
      Self.texts(explained) == [
        "*HQ, ", "9170000001 device", ",S71, ", "030405 time", ",22, ", "60 frequency", "# ",
      ])
    #expect(explained.unused == [])
  }

  @Test func aChecksumFollowsFromAllTheOthers() throws {
    let explained = try Self.explain(
      "gt06", Command(.custom, ["data": .text("STATUS#")]), identifier: "358765040000017")
    let sealed = explained.parts.filter { $0.sources == [ExplainedCommand.seal] }
    #expect(sealed.map(\.range) == [18..<20])
    #expect(Self.texts(explained).contains("STATUS# data"))
  }

  @Test func whatWasEnteredForTheDeviceIsNamed() throws {
    let explained = try Self.explain(
      "gl200", Command(.positionSingle), identifier: "358765040000017",
      options: ["devicePassword": "abcdef"])
    #expect(Self.texts(explained).contains("abcdef devicePassword"))
  }

  @Test func aParameterThatNobodyLooksAtIsTold() throws {
    let explained = try Self.explain(
      "h02", Command(.positionPeriodic, ["frequency": .text("60"), "speed": .text("9")]),
      identifier: "9170000001")
    #expect(explained.unused == ["speed"])
  }

  /// Every byte is in one part, whatever the protocol.
  @Test(arguments: Catalogue.protocols.map { $0.about.name })
  func everyByteIsInAPart(_ name: String) throws {
    let type = try #require(Catalogue.named(name))
    for kind in type.about.commands {
      let parameters: [String: AttributeValue] = [
        "data": .text("TEST"), "frequency": .integer(60), "index": .integer(1),
      ]
      guard
        let explained = try? Self.explain(
          name, Command(kind, parameters), identifier: "358765040000017")
      else { continue }
      #expect(explained.parts.flatMap { Array($0.range) } == Array(explained.bytes.indices))
    }
  }
}
