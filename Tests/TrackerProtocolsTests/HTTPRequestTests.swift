import Telemetry
import Testing

@testable import TrackerProtocols

/// The bounds of web requests, and the bodies that they come with.
@Suite struct HTTPRequestTests {
  private static let head = "POST /a?b=c HTTP/1.1\r\nHost: tracker.example\r\n"

  private func read(_ text: String, most: Int = 4_096) -> HTTPRequest.Reading {
    HTTPRequest.read(Array(text.utf8).span, most: most)
  }

  private func length(_ text: String, most: Int = 4_096) -> Int? {
    if case .request(let request) = read(text, most: most) { return request.length }
    return nil
  }

  private func isRefused(_ text: String, most: Int = 4_096) -> Bool {
    if case .no = read(text, most: most) { return true }
    return false
  }

  @Test func theLineHasMethodPathAndQuery() throws {
    guard case .request(let request) = read(Self.head + "\r\n") else {
      Issue.record("no request")
      return
    }
    let bytes = Array((Self.head + "\r\n").utf8)
    #expect(String(decoding: bytes[..<request.line.method], as: UTF8.self) == "POST")
    #expect(String(decoding: bytes[request.line.path], as: UTF8.self) == "/a")
    #expect(String(decoding: bytes[request.line.query], as: UTF8.self) == "b=c")
    #expect(request.length == bytes.count)
  }

  @Test(arguments: [
    "GET /", "GET / HTTP/1.1\r\nHost", "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n1234",
    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n", "P",
  ])
  func aPieceWaitsForMore(_ piece: String) {
    guard case .more(let count) = read(piece) else {
      Issue.record("\(piece) does not wait")
      return
    }
    #expect(count > piece.utf8.count)
  }

  @Test(arguments: [
    "GET x HTTP/1.1\r\n\r\n", "GET / HTTP/2.0\r\n\r\n", "GET /\u{1} HTTP/1.1\r\n\r\n",
    "FETCH / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
    "GET / HTTP/1.1\r\n folded: 1\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\n",
    "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
    "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n12",
    "POST / HTTP/1.1\r\nContent-Length: 999999999999999999\r\n\r\n",
    "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n",
    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n",
    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n12345\r\n",
    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFF\r\n1",
  ])
  func whatIsNoRequestIsRefused(_ text: String) { #expect(isRefused(text)) }

  @Test func everythingHasABound() {
    let path = String(repeating: "a", count: HTTPRequestLine.longest)
    #expect(isRefused("GET /\(path) HTTP/1.1\r\n\r\n"))
    let few = String(repeating: "A: 1\r\n", count: HTTPRequest.mostHeaders)
    #expect(length("GET / HTTP/1.1\r\n\(few)\r\n") != nil)
    #expect(isRefused("GET / HTTP/1.1\r\n\(few)A: 1\r\n\r\n"))
    let long = String(repeating: "a", count: HTTPRequest.mostHeadBytes)
    #expect(isRefused("GET / HTTP/1.1\r\nA: \(long)\r\n\r\n"))
    let body = String(repeating: "1", count: 100)
    #expect(isRefused("POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\n\(body)", most: 120))
    #expect(
      isRefused(
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n\(body)\r\n0\r\n\r\n",
        most: 120))
  }

  @Test func severalRequestsFollowOneAnother() {
    let first = "POST / HTTP/1.1\r\ncontent-length:\t5 \r\n\r\n12345"
    #expect(length(first + "GET / HTTP/1.1\r\n\r\n") == first.utf8.count)
    let second =
      "POST / HTTP/1.1\r\nTRANSFER-ENCODING: Chunked\r\n\r\n5;x=y\r\n12345\r\n0\r\nA: b\r\n\r\n"
    #expect(length(second + "GET / HTTP/1.1\r\n\r\n") == second.utf8.count)
    #expect(length("HEAD / HTTP/1.0\r\n\r\nGET") == "HEAD / HTTP/1.0\r\n\r\n".utf8.count)
  }

  @Test func chunksAreJoinedAndOneIsMadeOfThem() {
    let head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
    let frame = Array((head + "3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n").utf8)
    var message: [UInt8] = []
    #expect(OsmAnd.unwrap(frame.span, into: &message))
    #expect(String(decoding: message, as: UTF8.self) == head + "abcde")
    OsmAnd.wrap(&message)
    #expect(String(decoding: message, as: UTF8.self) == head + "5\r\nabcde\r\n0\r\n\r\n")
  }

  @Test func aLengthThatIsSaidTwiceIsRepairedTwice() {
    let length = "Content-Length: 7\r\n"
    var frame = Array((Self.head + length + length + "\r\n0123456789a").utf8)
    OsmAnd.reseal(&frame)
    let repaired = length.replacing("7", with: "11")
    let expected = Self.head + repaired + repaired + "\r\n0123456789a"
    #expect(String(decoding: frame, as: UTF8.self) == expected)
    OsmAnd.reseal(&frame)
    #expect(String(decoding: frame, as: UTF8.self) == expected)
    #expect(self.length(expected) == frame.count)
  }

  @Test func withoutAnEndOfTheHeadersNothingIsRepaired() {
    let text = Self.head + "Content-Length: 7\r\nno header\r\n\r\n0123456789a"
    var frame = Array(text.utf8)
    OsmAnd.reseal(&frame)
    #expect(String(decoding: frame, as: UTF8.self) == text)
  }
}
