import Foundation
import TestKit
import Testing

/// Pictures and voice from the tracker's socket to the browser, with the real program.
@Suite struct MediaRunTests {
  private struct Device: Decodable {
    let id: Int
    let uniqueId: String
  }

  private struct Item: Decodable {
    let id: Int
    let file: String
    let kind: String
    let contentType: String
    let size: Int
    let complete: Bool
    let open: Bool
  }

  private struct Position: Decodable {
    struct Attributes: Decodable {
      let image: String?
    }
    let attributes: Attributes
  }

  private static let tracker = "351234560000417"
  private static let watch = "4173550126"

  /// A picture's beginning, and bytes that no text could carry behind it.
  private static let picture: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0] + (0..<2_400).map { UInt8($0 * 7 & 255) } + [0xFF, 0xD9]

  // MARK: Frames

  private static func announcement(_ parts: Int) -> String {
    "imei:\(tracker),vt\(parts),260102050411,,L,;"
  }

  private static func part(_ number: Int, _ bytes: [UInt8], claims length: Int? = nil) -> String {
    func digits(_ value: Int) -> String {
      [value & 255, value >> 8 & 255].map { String(format: "%02x", $0) }.joined()
    }
    let data = bytes.map { String(format: "%02x", $0) }.joined()
    return "imei:\(tracker),vr,\(digits(number))\(digits(length ?? bytes.count))\(data)00;"
  }

  private static let parts = stride(from: 0, to: picture.count, by: 500).map {
    Array(picture[$0..<min($0 + 500, picture.count)])
  }

  private static func watchPicture(_ bytes: [UInt8]) -> [UInt8] {
    let meanings: [UInt8] = [0x7D, 0x5B, 0x5D, 0x2C, 0x2A]
    let escaped = bytes.flatMap { byte -> [UInt8] in
      meanings.firstIndex(of: byte).map { [0x7D, UInt8($0 + 1)] } ?? [byte]
    }
    let head = Array("img,5,260102030405,".utf8)
    let length = String(format: "%04x", head.count + bytes.count)
    return Array("[3G*\(watch)*\(length)*".utf8) + head + escaped + [0x5D]
  }

  // MARK: Asking

  private static func device(_ identifier: String, in server: TestServer) async throws -> Device {
    for _ in 0..<600 {
      let devices = try await server.json("/api/devices?all=true", as: [Device].self)
      if let found = devices.first(where: { $0.uniqueId == identifier }) { return found }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw TestServerFailure("device \(identifier) is not there after a minute")
  }

  private static func items(
    of identifier: String, in server: TestServer, until isDone: ([Item]) -> Bool
  ) async throws -> [Item] {
    let device = try await device(identifier, in: server)
    for _ in 0..<600 {
      let items = try await server.json("/api/devices/\(device.id)/media", as: [Item].self)
      if isDone(items) { return items }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw TestServerFailure("the media of \(identifier) did not come within a minute")
  }

  private static func get(_ path: String, _ server: TestServer) throws -> WebAnswer {
    let port = try #require(server.web.split(separator: ":").last.flatMap { UInt16($0) })
    let secret = Data("\(TestServer.email):\(TestServer.password)".utf8).base64EncodedString()
    return try WebClient(port: port).request(
      "GET", path, headers: ["Authorization": "Basic \(secret)"])
  }

  // MARK: Tests

  /// The pieces come over three connections, in disorder and twice, the server dies in between:
  /// the picture is the one that was sent.
  @Test func aPictureInPiecesSurvivesEverything() async throws {
    let folder = try TemporaryFolder()
    var server = try TestServer(data: folder.path("data"))
    let first = try TestSocket(port: UInt16(server.trackerPort))
    try first.send(Self.announcement(Self.parts.count))
    try first.send(Self.part(0, Self.parts[0]))
    // Numbers and lengths that lie.
    try first.send(Self.part(0xFFFF, [1, 2, 3]))
    try first.send(Self.part(7, [1, 2, 3], claims: 0xFFFF))
    try first.send(Self.part(1, Self.parts[1]))
    first.end()
    let begun = try await Self.items(of: Self.tracker, in: server) { items in
      items.contains { $0.size == 1_000 }
    }
    #expect(begun.allSatisfy { !$0.complete })
    server.program.signal(SIGKILL)
    server.program.wait()

    server = try TestServer(data: folder.path("data"))
    let second = try TestSocket(port: UInt16(server.trackerPort))
    for number in [4, 1, 3] { try second.send(Self.part(number, Self.parts[number])) }
    let third = try TestSocket(port: UInt16(server.trackerPort))
    for number in [0, 2, 2] { try third.send(Self.part(number, Self.parts[number])) }
    let items = try await Self.items(of: Self.tracker, in: server) { items in
      items.contains(where: \.complete)
    }
    let item = try #require(items.first { $0.complete })
    #expect(item.kind == "image" && item.size == Self.picture.count)
    let answer = try Self.get("/api/media/\(item.id)", server)
    let isSame = answer.body == Self.picture
    #expect(answer.status == 200 && isSame)
    #expect(answer.headers["content-type"] == "image/jpeg")
    #expect(answer.headers["x-content-type-options"] == "nosniff")
    #expect(answer.headers["content-security-policy"] == "default-src 'none'; sandbox")
    let tag = try #require(answer.headers["etag"])
    #expect(tag.count == 66)

    // The same from the ledger alone, and after a backup.
    let backup = try Program.run(
      ["backup", folder.path("backup"), "--data-folder", folder.path("data")])
    #expect(backup.status == 0, "\(backup.complaints)")
    #expect(server.stop().status == 0)
    let check = try Program.run(["check", folder.path("backup")])
    #expect(check.status == 0 && check.output.contains("1 pictures and sounds"), "\(check.output)")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("data"))
    where name.hasPrefix("media") {
      try FileManager.default.removeItem(atPath: folder.path("data/\(name)"))
    }
    server = try TestServer(data: folder.path("data"))
    let again = try await Self.items(of: Self.tracker, in: server) { items in
      items.contains { $0.id == item.id && $0.complete }
    }
    #expect(again.count == items.count)
    #expect(try Self.get("/api/media/\(item.id)", server).headers["etag"] == tag)
    #expect(server.stop().status == 0)
  }

  /// A page that calls itself a picture is offered as a file of no kind, never shown.
  @Test func whatIsNoPictureIsNotShown() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"))
    let page = Array("<!doctype html><script>alert(1)</script>, [x]*}".utf8)
    let socket = try TestSocket(port: UInt16(server.trackerPort))
    try socket.send(Self.watchPicture(Self.picture))
    // Positions without a time of their own need different times of receipt.
    _ = try await Self.items(of: Self.watch, in: server) { !$0.isEmpty }
    try socket.send(Self.watchPicture(page))
    let items = try await Self.items(of: Self.watch, in: server) { $0.count == 2 }
    #expect(items.allSatisfy { $0.complete })
    let hostile = try #require(items.first)
    #expect(hostile.kind == "file")
    let answer = try Self.get("/api/media/\(hostile.id)", server)
    #expect(answer.body == page)
    #expect(answer.headers["content-type"] == "application/octet-stream")
    #expect(answer.headers["content-disposition"]?.hasPrefix("attachment;") == true)
    #expect(answer.headers["x-content-type-options"] == "nosniff")

    // Existing clients ask by the device's identifier and the name that the position gives.
    let device = try await Self.device(Self.watch, in: server)
    let path =
      "/api/positions?deviceId=\(device.id)"
      + "&from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z"
    let names = try await server.json(path, as: [Position].self).compactMap(\.attributes.image)
    #expect(names.count == 2)
    let bodies = try names.map { try Self.get("/api/media/\(Self.watch)/\($0)", server).body }
    let isRight = Set(bodies) == [Self.picture, page]
    #expect(isRight)
    for name in ["1-../fleet.sqlite", "1-..%2ffleet.sqlite", "media.jpg", "9-x.jpg", "-1-a"] {
      #expect(try Self.get("/api/media/\(Self.watch)/\(name)", server).status == 404)
    }
    #expect(try Self.get("/api/media/0", server).status == 404)
    #expect(server.stop().status == 0)
  }
}
