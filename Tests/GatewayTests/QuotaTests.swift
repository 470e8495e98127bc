import EventLoop
import Testing

@testable import Gateway

@Suite struct QuotaTests {
  @Test func eachKeyAndAllTogetherAreBounded() {
    let quota = ByteQuota<Int>(perKey: 10, total: 25)
    #expect(quota.take(10, 1, at: 0))
    #expect(!quota.take(1, 1, at: 0))
    #expect(quota.take(10, 2, at: 0))
    #expect(!quota.take(6, 3, at: 0))
    #expect(quota.take(5, 3, at: 0))
    #expect(quota.take(10, 1, at: ByteQuota<Int>.window))
  }

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
