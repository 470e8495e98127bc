import EventLoop
import Testing

@testable import Gateway

@Suite struct ConnectionCountsTests {
  @Test func connectionsAreCountedByAddressAndNetwork() throws {
    let counts = ConnectionCounts(most: 5, mostPerNetwork: 2)
    let first = try #require(IPAddress("2001:db8::1"))
    let neighbour = try #require(IPAddress("2001:db8::2"))
    let other = try #require(IPAddress("2001:db8:0:1::1"))
    #expect(counts.enter(from: first))
    #expect(counts.enter(from: neighbour))
    #expect(!counts.enter(from: first))
    #expect(counts.enter(from: other))
    #expect((0..<5).allSatisfy { _ in counts.enter() })
    #expect(!counts.enter())
    #expect(counts.isCrowded)
    counts.leave(first)
    #expect(counts.enter(from: neighbour))
    #expect(counts.total == 4)
  }
}
