import API
import Fleet
import TestKit
import Testing
import WebServer

@Suite struct CompressionAPITests {
  private let range = "from=2020-01-01T00:00:00Z&to=2040-01-01T00:00:00Z"

  /// The same bytes, whether they are streamed, made at once, or a file; and much fewer of them.
  @Test func longAnswersAreShorterForWhoTakesIt() throws {
    let script = Array(String(repeating: "let map = 1\n", count: 1_000).utf8)
    let fixture = try APIFixture { services, _ in services.files.add("/map.js", script) }
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    try fixture.fill(van.identity, 3_000)
    for target in [
      "/api/positions?deviceId=\(van.id)&\(range)",
      "/api/positions/gpx?deviceId=\(van.id)&\(range)",
      "/api/vocabulary", "/api/models", "/map.js",
    ] {
      let plain = try fixture.ask("GET", target, as: ada)
      let packed = try fixture.ask(
        "GET", target, as: ada, headers: ["Accept-Encoding": "br;q=1, gzip;q=0.5"])
      #expect(plain.headers["content-encoding"] == nil, "\(target)")
      #expect(packed.headers["content-encoding"] == "gzip", "\(target)")
      for answer in [plain, packed] { #expect(answer.headers["vary"] == "Accept-Encoding") }
      #expect(packed.body.count < plain.body.count / 2, "\(target)")
      #expect(try Gunzip.unpack(packed.body) == plain.body, "\(target)")
      #expect(packed.headers["content-security-policy"] != nil)
    }
  }

  @Test(arguments: ["", "gzip;q=0", "br", "identity", "gzipped", "*;q=0, deflate"])
  func othersGetThemAsTheyAre(accepted: String) throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let answer = try fixture.ask(
      "GET", "/api/vocabulary", as: ada, headers: ["Accept-Encoding": accepted])
    #expect(answer.headers["content-encoding"] == nil)
    #expect(answer.text.hasPrefix("["))
  }

  /// Short answers, pictures and what is packed already stay as they are.
  @Test func whatWouldNotGetShorterStays() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    let headers = ["Accept-Encoding": "gzip"]
    for target in ["/api/session", "/api/positions/kmz?deviceId=\(van.id)&\(range)"] {
      let answer = try fixture.ask("GET", target, as: ada, headers: headers)
      #expect(answer.status == 200 && answer.headers["content-encoding"] == nil, "\(target)")
    }
  }

  /// A body that would grow when it is unpacked is never unpacked.
  @Test func packedBodiesAreRefused() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    for encoding in ["gzip", "br", "deflate", "gzip, gzip"] {
      let answer = try fixture.ask(
        "POST", "/api/devices", as: ada, body: "{\"uniqueId\":\"a\"}",
        headers: ["Content-Encoding": encoding])
      #expect(answer.status == 415)
      #expect(answer.text.contains("as it is"))
    }
    #expect(fixture.fleet.devices(for: .machine).isEmpty)
  }
}
