import EventLoop
import Gateway
import Testing

@Suite struct ProxyHeaderTests {
  private func parse(_ text: String) -> ProxyHeader.Parsed { parse(Array(text.utf8)) }

  private func parse(_ bytes: [UInt8]) -> ProxyHeader.Parsed { ProxyHeader.parse(bytes.span) }

  @Test func version1() throws {
    let line = "PROXY TCP4 198.51.100.7 192.0.2.1 40001 8888\r\n"
    let expected = ProxyHeader(
      client: Address("198.51.100.7:40001"), dialled: Address("192.0.2.1:8888"))
    #expect(parse(line + "@L,1\n") == .header(expected, length: line.utf8.count))
    for count in 0..<line.utf8.count {
      #expect(parse(Array(line.utf8.prefix(count))) == .needMore)
    }
    #expect(parse("PROXY UNKNOWN\r\n") == .header(ProxyHeader(), length: 15))
  }

  @Test(arguments: [
    "@L,1\n", "PROXX", "PROXY TCP4 1.2.3.4 5.6.7.8 1\r\n", "PROXY TCP4 ::1 ::2 1 2\r\n",
    "PROXY TCP4 1.2.3.4 5.6.7.8 1 99999\r\n", "PROXY TCP4 1.2.3.4 5.6.7.8 1 2\n",
    "PROXY \u{01}\r\n",
  ])
  func otherLinesAreRefused(line: String) {
    guard case .invalid = parse(line) else {
      Issue.record("taken: \(parse(line))")
      return
    }
  }

  @Test func endlessLinesAreRefused() {
    guard case .invalid = parse("PROXY " + String(repeating: "1", count: 200)) else {
      Issue.record("taken")
      return
    }
  }

  private let signature: [UInt8] = [
    0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A,
  ]

  @Test func version2() {
    let four: [UInt8] = [0x21, 0x11, 0, 12, 198, 51, 100, 7, 192, 0, 2, 1, 0x9C, 0x41, 0x22, 0xB8]
    let expected = ProxyHeader(
      client: Address("198.51.100.7:40001"), dialled: Address("192.0.2.1:8888"))
    #expect(parse((signature + four)) == .header(expected, length: 28))
    for count in 0..<28 {
      #expect(parse(Array((signature + four)[..<count])) == .needMore)
    }
    let check: [UInt8] = [0x20, 0, 0, 0]
    #expect(parse((signature + check)) == .header(ProxyHeader(), length: 16))
    var six: [UInt8] = [0x21, 0x21, 0, 36, 0x20, 0x01, 0x0D, 0xB8]
    six += [UInt8](repeating: 0, count: 11) + [9] + [UInt8](repeating: 0, count: 15) + [1]
    six += [0, 5, 0, 6]
    let expected6 = ProxyHeader(
      client: Address("[2001:db8::9]:5"), dialled: Address("[::1]:6"))
    #expect(parse((signature + six)) == .header(expected6, length: 52))
  }

  @Test(
    arguments: [
      [0x11, 0x11, 0, 12], [0x21, 0x12, 0, 12], [0x21, 0x11, 0xFF, 0xFF], [0x21, 0x11, 0, 4],
    ] as [[UInt8]])
  func otherBlocksAreRefused(head: [UInt8]) {
    let bytes = signature + head + [UInt8](repeating: 0, count: 40)
    guard case .invalid = parse(bytes) else {
      Issue.record("taken: \(parse(bytes))")
      return
    }
  }
}
