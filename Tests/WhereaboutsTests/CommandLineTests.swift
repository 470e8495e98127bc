import Foundation
import TestKit
import Testing

/// Wrong words, missing files, servers that are not there: what a person is told.
@Suite struct CommandLineTests {
  /// A command line, what stands on its standard input, and what it must say.
  struct Mistake: CustomTestStringConvertible, Sendable {
    let words: [String]
    var input: String?
    let says: String

    init(_ words: String, input: String? = nil, says: String) {
      self.words = words.split(separator: " ").map(String.init)
      self.input = input
      self.says = says
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  static let mistakes = [
    Mistake("devce list", says: "Did you mean 'device'?"),
    Mistake("decode", input: "", says: "there are no bytes"),
    Mistake("decode nowhere.hex", says: "there is no file 'nowhere.hex'"),
    Mistake("decode ./Sources", says: "is a folder"),
    Mistake("decode -x", says: "there is no flag -x; flags: --json"),
    Mistake("decode --json=yes 78", says: "--json stands alone"),
    Mistake("decode --options x 78", says: "name=value"),
    Mistake("encode --protocol gt06 fly", says: "gt06 has custom, engineStop, engineResume"),
    Mistake("encode --protocol gt06 custom", says: "custom needs data=VALUE"),
    Mistake("encode --protocol startek engineStop", says: "(--device) must be digits"),
    Mistake("replay nowhere.hex", says: "there is no file 'nowhere.hex'"),
    Mistake("replay -", input: "\n# nothing\n", says: "there is no message in '-'"),
    Mistake("replay -", input: "78\nnonsense\n", says: "line 2 of '-' is not hexadecimal"),
    Mistake(
      "replay - --protocols gt06", input: #"{"wire": "78", "protocol": "h02"}"#,
      says: "no message of the protocols gt06"),
    Mistake("replay - --udp --tcp", input: "78", says: "not both"),
    Mistake("replay - --to 127.0.0.1", input: "78", says: "a machine and a port"),
    Mistake("replay - --to no-such-machine.invalid:1", input: "78", says: "'no-such-machine.inval"),
    Mistake("device list --data-folder nowhere", says: "is no folder of a server's data"),
    Mistake("user list --data-folder nowhere", says: "is no folder of a server's data"),
    Mistake("arrivals --data-folder nowhere", says: "is no folder of a server's data"),
    Mistake("config gateway.prt", says: "Did you mean 'gateway.port'?"),
    Mistake("config --web-address 300.1", says: "it must be a numeric address"),
    Mistake("serve --web-files nowhere --data-folder /dev/null", says: "/dev/null"),
  ]

  @Test(arguments: mistakes)
  func aMistakeIsToldWithWhatToDo(_ mistake: Mistake) throws {
    let run = try Program.run(mistake.words, input: mistake.input)
    #expect(run.status == 1 || run.status == 2)
    #expect(run.complaints.contains(mistake.says), "\(run.complaints)")
    #expect(!FileManager.default.fileExists(atPath: "\(Program.repository.path)/nowhere"))
  }

  @Test func helpOfACommandIsFoundEitherWay() throws {
    let behind = try Program.run(["decode", "--help"])
    #expect(try Program.run(["help", "decode"]).output == behind.output)
  }

  @Test func aWrongUserLeavesNoDeviceBehind() throws {
    let folder = try TemporaryFolder()
    let data = ["--data-folder", folder.path("data")]
    let refused = try Program.run(["device", "add", "9170000001", "--for", "x@example.org"] + data)
    #expect(refused.complaints.contains("there is no user 'x@example.org'"))
    let list = try Program.run(["device", "list"] + data)
    #expect(list.output.hasPrefix("no device was entered"))
    _ = try Program.run(["device", "add", "9170000001", "--name", "Van"] + data)
    let one = try Program.run(["device", "list"] + data).output.split(separator: "\n")
    #expect(
      one == [
        "number  identifier  name  model  last seen", "1       9170000001  Van   -      never",
      ])
  }

  /// The bytes of the wire come from a file, from standard input, or written with escapes.
  @Test func framesComeInEveryForm() throws {
    let frames = (1...2).map { StartekLine.bytes("358765040000017", second: $0) }
    let text = String(decoding: frames.joined(), as: UTF8.self)
    let escaped = frames.map { frame in
      String(decoding: frame, as: UTF8.self).replacing("\r\n", with: #"\r\n"#)
    }
    let digits = frames.map { $0.map { String(format: "%02x", $0) } }
    let folder = try TemporaryFolder()
    let file = folder.path("frames")
    let expected = try Program.run(["decode", "--now", "2026-01-02T03:04:05Z"], input: text).output
    #expect(expected.contains("frame 2 ") && !expected.contains("frame 3"))
    #expect(!expected.contains("no frame"))
    for content in [
      text, escaped.joined(separator: "\n"), digits.map { $0.joined() }.joined(separator: "\r\n"),
      digits.map { $0.joined(separator: ":") }.joined(separator: "\n\n"),
      digits.map { "0x" + $0.joined() }.joined(separator: "\n"),
    ] {
      try Data(content.utf8).write(to: URL(filePath: file))
      let run = try Program.run(["decode", "--now", "2026-01-02T03:04:05Z", file])
      #expect(run.output == expected, "\(content)")
    }
  }

  @Test func aLineThatIsNoRequestIsAnsweredAndTheNextAsWell() throws {
    let requests = [
      "nonsense", #"{"id": "2"}"#, #"{"id": "3", "chunks": ["zz"]}"#,
      #"{"id": "4", "chunks": ["78"], "protocol": "none"}"#,
      #"{"id": "5", "chunks": ["78780d01035876504000001700018cdd0d0a"]}"#,
    ]
    let run = try Program.run(
      ["decode", "--json-lines"], input: requests.joined(separator: "\n") + "\n")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == requests.count)
    for (line, part) in zip(
      lines, ["no JSON", "'chunks' is missing", "not hexadecimal", "'none'", "358765040000017"])
    { #expect(line.contains(part), "\(line)") }
    let commands = try Program.run(
      ["encode", "--json-lines"],
      input: "{}\n"
        + #"{"id": "1", "protocol": "h02", "uniqueId": "9170000001", "type": "alarmArm"}"#
        + "\n")
    #expect(commands.output.contains("'id' is missing"))
    #expect(commands.output.contains(#""error":null"#))
  }

  @Test func oneSettingOrSectionIsShown() throws {
    let one = try Program.run(["config", "gateway.port", "--gateway-port", "5023"])
    #expect(one.output == "gateway.port = 5023  ; flag --gateway-port\n")
    let section = try Program.run(["config", "map"])
    #expect(section.output.split(separator: "\n").allSatisfy { $0.hasPrefix("map.") })
  }

  @Test func whoReadsOnlyTheFirstLineDisturbsNothing() throws {
    let run = try Program(
      ["-c", "'\(Program.path)' help | head -1"], executable: "/bin/sh"
    ).wait()
    #expect(run.output == "Whereabouts: a GPS tracking server with one port for every tracker.\n")
    #expect(run.complaints.isEmpty)
  }

  // MARK: With a server

  /// The system would let two servers of one user share the port, and the trackers.
  @Test func twoServersDoNotShareAPort() throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"))
    let second = try Program.run(
      [
        "serve", "--data-folder", folder.path("other"), "--gateway-port", "\(server.trackerPort)",
        "--web-port", "0",
      ])
    #expect(second.status == 1)
    #expect(second.complaints.contains("another port"), "\(second.complaints)")
    #expect(server.stop().status == 0)
  }

  /// Only a program that was built in the project's folder has the page above it.
  @Test(.enabled(if: Program.path.hasPrefix(Program.repository.path)))
  func theServerFindsItsPageFromAnyFolder() throws {
    let folder = try TemporaryFolder()
    let start =
      "cd '\(folder.path("."))' && exec '\(Program.path)' serve --gateway-port 0 --web-port 0"
    let server = try Program(["-c", start], executable: "/bin/sh")
    let deadline = Date().addingTimeInterval(60)
    while !server.outputSoFar.contains("web: "), server.isRunning, Date() < deadline {
      usleep(10_000)
    }
    server.signal(SIGTERM)
    let run = server.wait()
    #expect(run.status == 0, "\(run.complaints)")
    #expect(run.output.contains("web: "))
  }

  @Test func replayTakesLinesAndNamesAndSaysWhatCameBack() throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"))
    let to = ["--to", "localhost:\(server.trackerPort)", "--wait", "500"]
    let login = "78780d01035876504000001700018cdd0d0a"
    let lines = try Program.run(["replay", "-"] + to, input: "# a login\n\n\(login)\n")
    #expect(lines.status == 0, "\(lines.complaints)")
    #expect(lines.output.contains("1 > \(login)\n1 < 787805010001d9dc0d0a\n"), "\(lines.output)")
    #expect(lines.output.hasSuffix("1 of 1 messages in 1 sessions sent, 1 answers received\n"))
    #expect(server.stop().status == 0)
    let refused = try Program.run(["replay", "-"] + to, input: login)
    #expect(refused.status == 1)
    #expect(refused.output.contains("nobody listens there"), "\(refused.output)")
    let flood = try Program.run(["flood"] + to.prefix(2) + ["--connections", "2"])
    #expect(flood.status == 1)
    #expect(flood.output.contains("nobody listens there"), "\(flood.output)")
  }

  private struct Entered: Decodable {
    let id: Int
    let name: String
  }

  private struct Place: Decodable { let latitude: Double }

  /// By commands, while the server is running: an arrival becomes a device with its history, and
  /// one that is removed an arrival again.
  @Test func anArrivalIsAdoptedWithItsHistory() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"), ["--fleet-adopt", "no"])
    let data = ["--data-folder", server.data]
    let socket = try TestSocket(port: UInt16(server.trackerPort))
    for second in 1...3 { try socket.send(StartekLine.bytes("358765040000017", second: second)) }
    socket.finishWriting()
    #expect(socket.waitForEnd())
    try await Self.until {
      try Program.run(["arrivals"] + data).output.contains("358765040000017  startek   tcp")
    }
    let wrong = try Program.run(["arrivals", "adopt", "9170000001"] + data)
    #expect(wrong.complaints.contains("'9170000001' has called; 'whereabouts arrivals' shows all"))
    let adopted = try Program.run(["arrivals", "adopt", "358765040000017", "--name", "Van"] + data)
    #expect(adopted.status == 0, "\(adopted.complaints)")
    #expect(try Program.run(["arrivals"] + data).output == "no unknown tracker has called\n")
    try await Self.until {
      let devices: [Entered] = try await server.json("/api/devices")
      guard let device = devices.first else { return false }
      let history: [Place] = try await server.json(
        "/api/positions?deviceId=\(device.id)&from=2026-01-02T00:00:00Z&to=2026-01-03T00:00:00Z")
      return device.name == "Van" && history.map(\.latitude) == [52.516275, 52.516275, 52.516275]
    }
    _ = try Program.run(["device", "remove", "358765040000017"] + data)
    #expect(try Program.run(["arrivals"] + data).output.contains("358765040000017  startek"))
    #expect(server.stop().status == 0)
  }

  private static func until(_ isSo: () async throws -> Bool) async throws {
    for _ in 0..<600 {
      if try await isSo() { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw TestServerFailure("it never came")
  }

  @Test func aCaptureThatWasCutShortSaysSo() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("cut.pcap")
    var data = Data([0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0] + [UInt8](repeating: 0, count: 8))
    data.append(contentsOf: [0xFF, 0xFF, 0, 0, 1, 0, 0, 0])
    data.append(contentsOf: [UInt8](repeating: 0, count: 8) + [100, 0, 0, 0, 100, 0, 0, 0, 1, 2])
    try data.write(to: URL(filePath: file))
    #expect(try Program.run(["decode", file]).complaints.contains("is a packet capture"))
    let run = try Program.run(["replay", file])
    #expect(run.status == 2)
    #expect(run.complaints.contains("as far as its packet 0: "), "\(run.complaints)")
    #expect(run.complaints.contains("there is no message in '\(file)'"))
  }
}
