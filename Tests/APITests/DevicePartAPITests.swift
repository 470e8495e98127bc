import Fleet
import Foundation
import Telemetry
import TestKit
import Testing

@Suite struct DevicePartAPITests {
  @Test func metersAreSet() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let eve = try fixture.user("eve")
    let device = try fixture.device("van", for: ada)
    let path = "/api/devices/\(device.id)/accumulators"
    let body = "{\"deviceId\":\(device.id),\"totalDistance\":1234.5,\"hours\":3600000}"
    #expect(try fixture.ask("PUT", path, as: eve, body: body).status == 404)
    #expect(try fixture.ask("PUT", path, as: ada, body: body).status == 204)
    let set = try #require(try fixture.fleet.accumulators(of: device.id, for: .machine))
    #expect(set.totalDistance == 1_234.5 && set.hours == 3_600_000)
    for wrong in [
      "", "{\"totalDistance\":\"far\"}", "{\"totalDistance\":-1}", "{\"hours\":\"long\"}",
      "{\"deviceId\":999,\"hours\":1}", "{\"hours\":-1}",
    ] {
      #expect(try fixture.ask("PUT", path, as: ada, body: wrong).status == 400, "\(wrong)")
    }
    #expect(try fixture.fleet.accumulators(of: device.id, for: .machine) == set)
  }

  private let picture: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + (0..<255).map { UInt8($0) }

  /// Sends bytes as they are.
  private func post(
    _ fixture: APIFixture, _ bytes: [UInt8], to device: Int64, as user: User
  ) throws -> WebAnswer {
    let client = try fixture.client
    let cookie = try fixture.cookie(of: user)["Cookie"] ?? ""
    client.send(
      """
      POST /api/devices/\(device)/image HTTP/1.1\r
      Host: 127.0.0.1\r
      Cookie: \(cookie)\r
      Content-Type: text/html\r
      Content-Length: \(bytes.count)\r
      \r

      """)
    client.send(bytes)
    return try client.answer()
  }

  @Test func aPictureIsServedToThoseWhoSeeTheDevice() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let eve = try fixture.user("eve")
    let device = try fixture.device("van", for: ada)
    #expect(try post(fixture, picture, to: device.id, as: eve).status == 404)
    let answer = try post(fixture, picture, to: device.id, as: ada)
    #expect(answer.status == 200, "\(answer.text)")
    let name = answer.text
    #expect(name.hasPrefix("device-") && name.hasSuffix(".png"))
    let stored = try fixture.fleet.device(device.id, for: .machine)
    #expect(stored.attributes["deviceImage"] == .text(name))
    let path = "/api/media/id-van/\(name)"
    let served = try fixture.ask("GET", path, as: ada)
    #expect(served.body == picture)
    // The type is that of the content, whatever was said of it.
    #expect(served.headers["content-type"] == "image/png")
    #expect(served.headers["x-content-type-options"] == "nosniff")
    #expect(served.headers["content-security-policy"]?.contains("sandbox") == true)
    #expect(try fixture.ask("GET", path, as: eve).status == 404)
    #expect(try fixture.ask("GET", path).status == 401)
    for wrong in ["device.png", "..%2F..%2Ffleet.sqlite", "%2e%2e", name + "x"] {
      #expect(try fixture.ask("GET", "/api/media/id-van/\(wrong)", as: ada).status == 404)
    }
    // Another picture takes its place.
    let second = try post(fixture, picture + [1], to: device.id, as: ada).text
    #expect(second != name)
    #expect(try fixture.ask("GET", path, as: ada).status == 404)
  }

  @Test func onlyPicturesOfABoundedSize() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let device = try fixture.device("van", for: ada)
    for wrong in [[], Array("<svg onload='x'/>".utf8), Array("<html>".utf8)] as [[UInt8]] {
      #expect(try post(fixture, wrong, to: device.id, as: ada).status == 400)
    }
    let long = picture + [UInt8](repeating: 0, count: 500_001)
    #expect(try post(fixture, long, to: device.id, as: ada).status == 413)
    let most = picture + [UInt8](repeating: 0, count: 500_000 - picture.count)
    #expect(try post(fixture, most, to: device.id, as: ada).status == 200)
  }

  /// Whether a device is there is measured by its own habit.
  @Test func statusFollowsTheDevicesHabit() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let often = try fixture.device("often", for: ada)
    let rarely = try fixture.device("rarely", for: ada)
    func status(_ device: Device) throws -> String {
      let shown: StrictDevice = try fixture.ask(
        "GET", "/api/devices/\(device.id)", as: ada
      ).decoded()
      return shown.status
    }
    try fixture.report(rarely.identity, latitude: 1)
    // Nobody knows its habit yet.
    fixture.clock.advance(seconds: 599)
    #expect(try status(rarely) == "online")
    fixture.clock.advance(seconds: 2)
    #expect(try status(rarely) == "offline")
    for _ in 0..<3 {
      fixture.clock.advance(seconds: 7_200)
      try fixture.report(rarely.identity, latitude: 1)
    }
    for _ in 0..<3 {
      fixture.clock.advance(seconds: 10)
      try fixture.report(often.identity, latitude: 1)
    }
    fixture.clock.advance(seconds: 170)
    #expect(try status(often) == "online")
    fixture.clock.advance(seconds: 20)
    #expect(try status(often) == "offline")
    fixture.clock.advance(seconds: 7_000)
    #expect(try status(rarely) == "online")
    fixture.clock.advance(seconds: 7_200)
    #expect(try status(rarely) == "offline")
  }
}
