import API
import Fleet
import Foundation
import Ledger
import Media
import Telemetry
import TestKit
import Testing
import WebServer

@Suite struct MediaAPITests {
  private struct Item: Decodable {
    let id: Int64
    let deviceId: Int64
    let file: String
  }

  private static let picture: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 7, count: 700_000)

  private static func record(_ sequence: Int64, _ device: Device) -> LedgerRecord {
    var reports: [UInt8] = []
    let piece = MediaPiece(
      name: "media.jpg", offset: 0, bytes: picture + [UInt8(sequence)], isLast: true)
    let frame: [UInt8] = []
    CompactMedia.append([piece], frame: frame.span, to: &reports)
    return LedgerRecord(
      sequence: sequence, receivedAt: Timestamp(milliseconds: 1_790_000_000_000),
      identity: device.identity, protocolName: "alpha", flags: .media, recordCount: 0,
      reports: reports)
  }

  /// Pictures are for those who may see the device; for all others there are none.
  @Test func onlyWhoMaySeeTheDeviceSeesThem() throws {
    let folder = try TemporaryFolder()
    let store = try MediaStore(file: folder.path("media.sqlite"), folder: folder.path("media"))
    let fixture = try APIFixture { services, _ in services.media = store }
    let ada = try fixture.user("ada")
    let eve = try fixture.user("eve")
    let device = try fixture.device("car", for: ada)
    let other = try fixture.device("van", for: eve)
    _ = try store.apply([Self.record(1, device), Self.record(2, device), Self.record(3, other)])

    let list: [Item] = try fixture.ask("GET", "/api/devices/\(device.id)/media", as: ada).decoded()
    #expect(list.map(\.file) == ["2-media.jpg", "1-media.jpg"])
    #expect(list.allSatisfy { $0.deviceId == device.id })
    let rest: [Item] = try fixture.ask(
      "GET", "/api/devices/\(device.id)/media?limit=1&before=\(list[0].id)", as: ada
    ).decoded()
    #expect(rest.map(\.id) == [list[1].id])
    let paths = [
      "/api/media/\(list[1].id)", "/api/media/\(device.uniqueId)/\(list[1].file)",
      "/api/devices/\(device.id)/media",
    ]
    for path in paths {
      #expect(try fixture.ask("GET", path, as: ada).status == 200)
      #expect(try fixture.ask("GET", path, as: eve).status == 404)
      #expect(try fixture.ask("GET", path).status == 401)
    }
    // A number or name of another device opens nothing under this one.
    #expect(
      try fixture.ask("GET", "/api/media/\(device.uniqueId)/3-other.jpg", as: ada).status == 404)

    let answer = try fixture.ask("GET", paths[0], as: ada)
    #expect(answer.body == Self.picture + [1])
    #expect(answer.headers["content-disposition"] == "inline; filename=\"1-media.jpg\"")
    let tag = try #require(answer.headers["etag"])
    let same = try fixture.ask("GET", paths[0], as: ada, headers: ["If-None-Match": tag])
    #expect(same.status == 304 && same.body.isEmpty)
    let download = try fixture.ask("GET", paths[0] + "?download=true", as: ada)
    #expect(download.headers["content-disposition"]?.hasPrefix("attachment") == true)

    // Erased, there is nothing.
    try store.erase(device.identity)
    #expect(try fixture.ask("GET", paths[0], as: ada).status == 404)
  }

  /// Who is connected hears of a picture as soon as it is whole, if they may see the device.
  @Test func picturesAreToldLive() throws {
    let folder = try TemporaryFolder()
    let store = try MediaStore(file: folder.path("media.sqlite"), folder: folder.path("media"))
    let fixture = try APIFixture { services, _ in services.media = store }
    let ada = try fixture.user("ada")
    let device = try fixture.device("car", for: ada)
    let other = try fixture.device("van", for: try fixture.user("eve"))
    let socket = try WebSocketClient(
      port: fixture.server.port, "/api/socket", headers: fixture.cookie(of: ada))
    #expect(try socket.receive()?.hasPrefix("{\"positions\"") == true)
    #expect(try socket.receive()?.hasPrefix("{\"devices\"") == true)
    fixture.api.live.publish(try store.apply([Self.record(1, other), Self.record(2, device)]))
    let message = try #require(try socket.receive())
    #expect(message.hasPrefix("{\"media\":[{\"id\":512,\"deviceId\":\(device.id),"))
  }
}
