import Configuration
import Foundation
import TestKit
import Testing

@Suite struct ConfigurationTests {
  private let folder: TemporaryFolder
  private let file: String

  init() throws {
    folder = try TemporaryFolder()
    file = folder.path("whereabouts.conf")
  }

  private func write(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: file))
  }

  private func load(
    _ arguments: [String] = [], _ environment: [String: String] = [:], leaving: Bool = false
  ) throws -> Configuration {
    try Configuration.load(
      arguments: arguments, environment: environment, leavingUnknownFlags: leaving,
      usualFile: file)
  }

  private func message(
    _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) throws -> String {
    let error = #expect(throws: ConfigurationError.self) { try load(arguments, environment) }
    return try #require(error).description
  }

  @Test func defaults() throws {
    let configuration = try load()
    #expect(configuration[Settings.gatewayPort] == 8_888)
    #expect(configuration[Settings.webAddress] == "127.0.0.1")
    #expect(configuration[Settings.gatewayAddresses] == ["0.0.0.0", "::"])
    #expect(configuration[Settings.fleetAdopt] == .auto)
    #expect(configuration[Settings.ledgerSegmentBytes] == 268_435_456)
    #expect(configuration.file == nil)
    #expect(Settings.all.allSatisfy { configuration.origin(of: $0) == "default" })
  }

  @Test func everySourceGoesBeforeTheOneBelow() throws {
    let setting = Settings.gatewayPort
    try write("[web]\nport = 81\n\n[gateway]\nport = 1001\n")
    let variable = ["WHEREABOUTS_GATEWAY_PORT": "1002", "HOME": "/nowhere"]
    var configuration = try load()
    #expect(configuration[setting] == 1_001)
    #expect(configuration[Settings.webPort] == 81)
    #expect(configuration.origin(of: setting.description) == "file \(file) line 5")
    configuration = try load([], variable)
    #expect(configuration[setting] == 1_002)
    #expect(
      configuration.origin(of: setting.description) == "environment WHEREABOUTS_GATEWAY_PORT")
    for flags in [["--gateway-port=1003"], ["--gateway-port", "1003"]] {
      configuration = try load(flags, variable)
      #expect(configuration[setting] == 1_003)
      #expect(configuration.origin(of: setting.description) == "flag --gateway-port")
    }
  }

  @Test func everySettingHasAllItsNames() throws {
    #expect(Set(Settings.all.map(\.key)).count == Settings.all.count)
    #expect(Set(Settings.all.map(\.flag)).count == Settings.all.count)
    for setting in Settings.all {
      // Its own default is a valid value from every source.
      let flag = try load(["\(setting.flag)=\(setting.defaultText)"])
      #expect(flag.origin(of: setting) == "flag \(setting.flag)")
      let environment = try load([], [setting.variable: setting.defaultText])
      #expect(environment.text(of: setting) == setting.defaultText)
      #expect(setting.help.hasSuffix("."))
    }
    let long = Settings.gatewayFirstFrameBytes.description
    #expect(long.variable == "WHEREABOUTS_GATEWAY_FIRST_FRAME_BYTES")
    #expect(long.flag == "--gateway-first-frame-bytes")
  }

  @Test func aFileMayBeNamed() throws {
    let other = folder.path("other.conf")
    try Data("[gateway]\nport=7\n".utf8).write(to: URL(filePath: other))
    try write("[gateway]\nport=8\n")
    for configuration in [
      try load(["--config", other]), try load(["--config=\(other)"]),
      try load([], ["WHEREABOUTS_CONFIG": other]),
    ] {
      #expect(configuration[Settings.gatewayPort] == 7)
      #expect(configuration.file == other)
    }
    let missing = folder.path("missing.conf")
    #expect(try message(["--config", missing]).contains(missing))
  }

  @Test func valuesOfEveryKind() throws {
    let configuration = try load([
      "--ledger-segment-bytes", "2G", "--gateway-frame-bytes=64k", "--fleet-adopt", "NO",
      "--gateway-proxy-from", "10.0.0.0/8, 2001:db8::/32,192.0.2.1", "--web-url=",
      "--map-tiles=",
    ])
    #expect(configuration[Settings.ledgerSegmentBytes] == 2 << 30)
    #expect(configuration[Settings.gatewayFrameBytes] == 65_536)
    #expect(configuration[Settings.fleetAdopt] == .no)
    #expect(
      configuration[Settings.gatewayProxyFrom] == ["10.0.0.0/8", "2001:db8::/32", "192.0.2.1"])
    #expect(configuration[Settings.mapTiles].isEmpty)
  }

  @Test(arguments: [
    ("--gateway-port", "65536"), ("--gateway-port", "-1"), ("--gateway-port", "http"),
    ("--gateway-port", ""), ("--gateway-frame-bytes", "64Q"), ("--gateway-frame-bytes", "1"),
    ("--ledger-segment-bytes", "99999999999999999999"), ("--fleet-adopt", "maybe"),
    ("--web-address", "localhost"), ("--gateway-proxy-from", "10.0.0.0/33"),
    ("--gateway-proxy-from", "10.0.0.0/"), ("--map-tiles", "https://tiles.example.org"),
    ("--web-url", "ftp://example.org"), ("--gateway-addresses", ""), ("--gateway-addresses", ","),
    ("--node-number", "64"), ("--data-folder", ""),
  ])
  func badValuesAreNamed(_ flag: String, _ value: String) throws {
    let text = try message(["\(flag)=\(value)"])
    #expect(text.contains("flag \(flag)"))
    #expect(text.contains("'\(value)'"))
  }

  @Test func aBadValueSaysWhereItStandsAndWhatIsRight() throws {
    try write("[gateway]\nport = many\n")
    #expect(
      try message()
        == "gateway.port cannot be 'many' (file \(file) line 2); it must be a number, 0 to 65535.")
  }

  @Test func unknownKeysAreNamedWithTheNearest() throws {
    try write("# nothing\n[gatway]\nport = 1\n")
    let inFile = try message()
    #expect(inFile.contains("gatway.port (file \(file) line 3)"))
    #expect(inFile.contains("Did you mean gateway.port?"))
    #expect(inFile.contains("ledger.retentionDays"))
    try write("")
    let variable = try message([], ["WHEREABOUTS_GATEWAY_PROT": "1"])
    #expect(variable.contains("Did you mean WHEREABOUTS_GATEWAY_PORT?"))
    let flag = try message(["--web-prot", "1"])
    #expect(flag.contains("Did you mean --web-port?"))
    let nothing = try message(["--colour", "1"])
    #expect(!nothing.contains("Did you mean"))
  }

  @Test func mistakesOfArguments() throws {
    #expect(try message(["--web-port"]).contains("--web-port=VALUE"))
    #expect(try message(["--web-port", "--gateway-port=1"]).contains("--web-port"))
    #expect(try message(["--web-port=1", "--web-port=2"]).contains("twice"))
  }

  @Test func otherArgumentsAreLeft() throws {
    let configuration = try load(["one", "--web-port", "1", "two", "--", "--web-port"])
    #expect(configuration.rest == ["one", "two", "--web-port"])
    let own = try load(["add", "--administrator", "--web-port=1"], leaving: true)
    #expect(own.rest == ["add", "--administrator"])
    #expect(own[Settings.webPort] == 1)
  }

  @Test(arguments: [
    ("[gateway\nport = 1\n", 1), ("[gateway]\n\nport\n", 3),
    ("[gateway]\nport = 1\n; \(String(repeating: "x", count: 300))\n", 3),
  ])
  func badLinesAreNamed(_ text: String, _ line: Int) throws {
    try write(text)
    #expect(try message().contains("\(file) line \(line):"))
  }

  @Test func aKeyMayStandOnceInAFile() throws {
    try write("[gateway]\nport = 1\n[web]\nport = 2\n[gateway]\nport = 3\n")
    let text = try message()
    #expect(text.contains("line 2"))
    #expect(text.contains("line 6"))
  }

  @Test func indentedLinesAndCommentsAreRead() throws {
    try write("\u{FEFF}; comment\r\n[gateway]\r\n  port = 5 ; the port\r\n  loops = 2\r\n")
    let configuration = try load()
    #expect(configuration[Settings.gatewayPort] == 5)
    #expect(configuration[Settings.gatewayLoops] == 2)
    #expect(
      configuration.origin(of: Settings.gatewayLoops.description) == "file \(file) line 4")
  }

  @Test func theSampleIsAFileOfDefaults() throws {
    let lines = Configuration.sample.split(separator: "\n", omittingEmptySubsequences: false)
    // Every `# name = value` line, uncommented, is accepted and changes nothing.
    let active = lines.map { line in
      line.hasPrefix("# ") && line.dropFirst(2).split(separator: " ").dropFirst().first == "="
        ? line.dropFirst(2) : line
    }
    try write(active.joined(separator: "\n"))
    let configuration = try load()
    for setting in Settings.all {
      #expect(configuration.text(of: setting) == setting.defaultText)
      #expect(configuration.origin(of: setting).hasPrefix("file"))
    }
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test func theTableShowsValuesAndOrigins() throws {
    let table = try load(["--web-port=99"]).table
    let line = try #require(table.split(separator: "\n").first { $0.hasPrefix("web.port") })
    #expect(line.hasPrefix("web.port = 99 "))
    #expect(line.hasSuffix("; flag --web-port"))
    #expect(table.contains("gateway.port = 8888"))
    #expect(table.split(separator: "\n").count == Settings.all.count)
  }

  @Test func theTableIsAFileOfTheSameSettings() throws {
    let flags = ["--web-port=99", "--gateway-proxy-from=10.0.0.0/8, ::1", "--map-tiles="]
    let shown = try load(flags)
    try write(shown.table)
    let again = try load()
    for setting in Settings.all { #expect(again.text(of: setting) == shown.text(of: setting)) }
    #expect(again.origin(of: Settings.webPort.description).hasPrefix("file"))
  }

  @Test(arguments: [
    ([], true), (["--web-address=0.0.0.0"], false), (["--web-address=::1"], true),
    (["--web-address=0.0.0.0", "--fleet-adopt=yes"], true), (["--fleet-adopt=no"], false),
  ])
  func automaticAdoption(_ flags: [String], _ isOn: Bool) throws {
    #expect(try load(flags).adoptsAutomatically == isOn)
  }
}
