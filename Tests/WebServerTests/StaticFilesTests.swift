import Foundation
import TestKit
import Testing
import WebServer

@Suite struct StaticFilesTests {
  /// A folder with a secret beside it that must never come out.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: root) }
    try FileManager.default.createDirectory(
      atPath: root + "/page/scripts", withIntermediateDirectories: true)
    let files = [
      "page/index.html": "<p>hello", "page/scripts/map.js": "let map",
      "page/scripts/map.js.gz": "compressed", "page/.hidden": "secret", "secret.txt": "secret",
    ]
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(filePath: root + "/" + name))
    }
    try FileManager.default.createSymbolicLink(
      atPath: root + "/page/link.txt", withDestinationPath: root + "/secret.txt")
    try body(root + "/page")
  }

  private func serve(_ folder: String) throws -> WebServer {
    let files = try StaticFiles(folder: folder)
    return try WebServer(WebServerConfiguration()) { request, responder in
      responder.respond(files.response(to: request) ?? .problem(404, "There is no such page."))
    }
  }

  @Test func filesAndTheirTypes() throws {
    try withFolder { folder in
      let server = try serve(folder)
      let client = try WebClient(port: server.port)
      let index = try client.request("GET", "/")
      #expect(index.text == "<p>hello")
      #expect(index.headers["content-type"] == "text/html; charset=utf-8")
      let script = try client.request("GET", "/scripts/map.js")
      #expect(script.text == "let map")
      #expect(script.headers["content-type"] == "text/javascript; charset=utf-8")
      #expect(try client.request("POST", "/", body: "x").status == 405)
      #expect(try client.request("HEAD", "/").headers["content-length"] == "8")
    }
  }

  @Test func unchangedFilesAreNotSentAgain() throws {
    try withFolder { folder in
      let server = try serve(folder)
      let client = try WebClient(port: server.port)
      let tag = try #require(try client.request("GET", "/scripts/map.js").headers["etag"])
      let again = try client.request("GET", "/scripts/map.js", headers: ["If-None-Match": tag])
      #expect(again.status == 304)
      #expect(again.body.isEmpty)
      let other = try client.request("GET", "/scripts/map.js", headers: ["If-None-Match": "\"x\""])
      #expect(other.status == 200)
    }
  }

  @Test func compressedFormIfTheClientTakesIt() throws {
    try withFolder { folder in
      let server = try serve(folder)
      let client = try WebClient(port: server.port)
      let answer = try client.request(
        "GET", "/scripts/map.js", headers: ["Accept-Encoding": "gzip, br"])
      #expect(answer.text == "compressed")
      #expect(answer.headers["content-encoding"] == "gzip")
      #expect(answer.headers["content-type"] == "text/javascript; charset=utf-8")
    }
  }

  @Test(arguments: [
    "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/..%5Csecret.txt",
    "/scripts/../../secret.txt", "/scripts/..%2f..%2fsecret.txt", "//secret.txt", "/.hidden",
    "/link.txt", "/%252e%252e/secret.txt", "/..;/secret.txt", "/..%c0%afsecret.txt",
    "/scripts/%00/../../secret.txt", "/\\..\\secret.txt", "/....//secret.txt", "/.%00./secret.txt",
    "/%uff0e%uff0e/secret.txt", "/etc/passwd", "/%2Fetc%2Fpasswd", "/scripts",
  ])
  func nothingElseComesOut(target: String) throws {
    try withFolder { folder in
      let server = try serve(folder)
      let client = try WebClient(port: server.port)
      client.send("GET \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      let answer = String(decoding: client.rest(), as: UTF8.self)
      #expect(!answer.contains("\r\n\r\nsecret"))
      #expect(!answer.contains("root:"))
      #expect(!answer.contains("200 OK"))
    }
  }

  @Test func missingFolderIsAnError() {
    #expect(throws: StaticFiles.Failure.self) { try StaticFiles(folder: "/no/such/folder") }
  }
}
