import API
import EventLoop
import Fleet
import TestKit
import Testing
import WebServer

@Suite struct ProxyTests {
  private func fixture(_ proxies: [String]) throws -> APIFixture {
    try APIFixture { $1.trustedProxies = proxies.compactMap { AddressPrefix($0) } }
  }

  /// The address that a sign-in is recorded under, and the cookie.
  private func enter(
    _ fixture: APIFixture, _ headers: [String: String]
  ) throws -> (address: String, cookie: String) {
    let ada = try fixture.fleet.user(named: "ada@example.org") ?? fixture.user("ada")
    let password = APIFixture.password.replacing(" ", with: "+")
    let answer = try fixture.ask(
      "POST", "/api/session", body: "email=ada@example.org&password=\(password)",
      headers: headers.merging(["Content-Type": "application/x-www-form-urlencoded"]) { $1 })
    #expect(answer.status == 200)
    let session = fixture.fleet.sessions(of: ada.id).max { $0.id < $1.id }
    return (session?.address ?? "", answer.headers["set-cookie"] ?? "")
  }

  @Test(arguments: [
    ("198.51.100.7", "198.51.100.7"), ("203.0.113.9, 198.51.100.7", "198.51.100.7"),
    ("203.0.113.9,198.51.100.7, 10.1.2.3", "198.51.100.7"), ("2001:db8::7", "2001:db8::7"),
    ("[2001:db8::7]", "2001:db8::7"), ("198.51.100.7, unknown", "127.0.0.1"), ("", "127.0.0.1"),
    ("198.51.100.7, unknown, 10.1.2.3", "10.1.2.3"), ("::ffff:198.51.100.7", "198.51.100.7"),
  ])
  func theLastThatIsNoProxyIsBelieved(header: String, address: String) throws {
    let fixture = try fixture(["127.0.0.1", "10.0.0.0/8"])
    #expect(try enter(fixture, ["X-Forwarded-For": header]).address == address)
  }

  @Test func nobodyElseIsBelieved() throws {
    for proxies in [[], ["192.0.2.1"]] {
      let fixture = try fixture(proxies)
      let entered = try enter(
        fixture, ["X-Forwarded-For": "198.51.100.7", "X-Forwarded-Proto": "https"])
      #expect(entered.address == "127.0.0.1")
      #expect(!entered.cookie.contains("Secure"))
    }
  }

  @Test func theCookieIsSecureBehindTLS() throws {
    let fixture = try fixture(["127.0.0.0/8"])
    #expect(try enter(fixture, ["X-Forwarded-Proto": "https"]).cookie.contains("; Secure"))
    #expect(try !enter(fixture, ["X-Forwarded-Proto": "http"]).cookie.contains("; Secure"))
  }

  /// One who guesses behind a proxy keeps nobody else out.
  @Test func theLimiterCountsWhoIsBehindTheProxy() throws {
    let fixture = try fixture(["127.0.0.1"])
    try fixture.user("ada")
    func guess(_ password: String, from address: String) throws -> Int {
      try fixture.ask(
        "POST", "/api/session", body: "email=ada@example.org&password=\(password)",
        headers: [
          "Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": address,
        ]
      ).status
    }
    var statuses: [Int] = []
    for _ in 0..<8 { statuses.append(try guess("wrong", from: "198.51.100.7")) }
    #expect(statuses.last == 429)
    let password = APIFixture.password.replacing(" ", with: "+")
    #expect(try guess(password, from: "203.0.113.9") == 200)
    // Whoever writes another address in front is still the same.
    #expect(try guess(password, from: "203.0.113.9, 198.51.100.7") == 429)
  }
}
