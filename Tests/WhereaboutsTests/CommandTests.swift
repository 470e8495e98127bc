import Foundation
import TestKit
import Testing

/// The command line as a person uses it.
@Suite struct CommandTests {
  private let line =
    "&&A128,358765040000017,000,0,,260102030405,A,52.516275,13.377704,11,0.9,36,271,34,48213,"
    + #"262|2|4E2F|01A2B3C,21,0000003D,02,00,01E2|019D9B\r\n"#

  @Test func everyCommandTeaches() throws {
    let help = try Program.run(["--help"])
    #expect(help.status == 0)
    let names = help.output.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names.count >= 10)
    for name in names where name != "version" {
      let own = try Program.run([name, "--help"])
      #expect(own.status == 0)
      #expect(own.output.contains("whereabouts \(name)"), "\(name): \(own.output)")
    }
  }

  @Test func decodeExplains() throws {
    let run = try Program.run(["decode", line])
    #expect(run.status == 0)
    #expect(run.output.contains("startek: proved by"))
    #expect(run.output.contains("latitude"))
    #expect(run.output.contains("2026-01-02T03:04:05Z valid 52.516275 13.377704"))
  }

  @Test func decodeOfNothingKnownSaysWhy() throws {
    let run = try Program.run(["decode", "GET / HTTP/1.1"])
    #expect(run.status == 1)
    #expect(run.output.contains("web request"))
  }

  @Test func encodeExplains() throws {
    let run = try Program.run([
      "encode", "--protocol", "startek", "--device", "358765040000017", "engineStop",
    ])
    #expect(run.status == 0)
    #expect(run.output.contains("$$:24,358765040000017,900,1,191"))
    #expect(run.output.contains("358765040000017           follows from: device"))
    let refused = try Program.run([
      "encode", "--protocol", "startek", "--device", "358765040000017", "factoryReset",
    ])
    #expect(refused.status == 2)
    #expect(refused.complaints.contains("this device has no factoryReset; startek has "))
  }

  @Test(arguments: [["flie"], ["serve", "--gateway-prot", "1"], ["decode", "--modle", "x"]])
  func mistakesAreNamed(_ words: [String]) throws {
    let run = try Program.run(words)
    #expect(run.status == 2 || run.status == 1)
    #expect(run.complaints.contains(words.count > 1 ? words[1] : words[0]), "\(run.complaints)")
  }

  @Test func peopleDevicesAndArrivals() throws {
    let folder = try TemporaryFolder()
    let data = ["--data-folder", folder.path("data")]
    let weak = try Program.run(["user", "add", "ada@example.org"] + data, input: "password\n")
    #expect(weak.status != 0)
    let made = try Program.run(
      ["user", "add", "ada@example.org", "--administrator"] + data, input: "quiet-harbour-4711\n")
    #expect(made.status == 0, "\(made.complaints)")
    let added = try Program.run(["device", "add", "358765040000017", "--name", "Van"] + data)
    #expect(added.status == 0, "\(added.complaints)")
    let twice = try Program.run(["device", "add", "358765040000017"] + data)
    #expect(twice.status != 0)
    #expect(twice.complaints.contains("358765040000017"))
    let list = try Program.run(["device", "list"] + data)
    #expect(list.output.contains("358765040000017  Van"))
    let none = try Program.run(["arrivals"] + data)
    #expect(none.output == "no unknown tracker has called\n")
  }

  @Test func twoServersDoNotShareAFolder() throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"))
    let second = try Program.run(
      ["serve", "--data-folder", server.data, "--gateway-port", "0", "--web-port", "0"])
    #expect(second.status != 0)
    #expect(second.complaints.contains("another server is using the data"))
    #expect(server.stop().status == 0)
  }
}
