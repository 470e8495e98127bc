import EventLoop
import Telemetry
import Testing

@testable import Gateway

@Suite struct ClaimRegistryTests {
  private let registry = ClaimRegistry()
  private let device = DeviceIdentity(rawValue: 5)

  private func claimant(
    _ connection: UInt64, _ address: String = "198.51.100.1", _ transport: Transport = .tcp,
    _ name: String = "testline"
  ) throws -> Claimant {
    let ip = try #require(IPAddress(address))
    return Claimant(
      connection: connection, loop: 0, transport: transport, protocolName: name,
      network: AddressPrefix(ip, length: 24))
  }

  private func sighting(_ seconds: Int64, _ latitude: Double, _ longitude: Double) -> Sighting {
    Sighting(time: Timestamp(seconds: seconds), latitude: latitude, longitude: longitude)
  }

  private func hear(
    _ sender: Claimant, at milliseconds: UInt64, _ sighting: Sighting? = nil
  ) -> Standing {
    registry.hear(device, from: sender, at: milliseconds, sighting: sighting)
  }

  @Test func aReconnectFromTheSameNetworkReplacesAtOnce() throws {
    let old = try claimant(1)
    let new = try claimant(2, "198.51.100.200")
    #expect(hear(old, at: 1_000) == .bound)
    #expect(hear(new, at: 1_001) == .replaced(old))
    #expect(registry.holder(of: device) == new)
    // What was still under way on the old connection does not bring it back.
    #expect(hear(old, at: 1_002) == .bound)
    #expect(registry.holder(of: device) == new)
  }

  @Test func anotherNetworkDoesNotDisplaceALiveConnection() throws {
    let old = try claimant(1)
    let new = try claimant(2, "203.0.113.1")
    for time in [0, 60_000, 120_000] as [UInt64] { #expect(hear(old, at: time) == .bound) }
    #expect(hear(new, at: 121_000) == .unconfirmed)
    #expect(registry.holder(of: device) == old)
    // Silent for longer than its own minute:
    #expect(hear(new, at: 120_000 + 76_000) == .replaced(old))
  }

  @Test func anotherProtocolDoesNotDisplaceALiveConnection() throws {
    #expect(hear(try claimant(1), at: 0) == .bound)
    #expect(hear(try claimant(2, "198.51.100.1", .tcp, "testcolon"), at: 1) == .unconfirmed)
  }

  @Test func threeReportsThatFitConfirm() throws {
    let old = try claimant(1)
    let new = try claimant(2, "203.0.113.1")
    #expect(hear(old, at: 0, sighting(1_000, 50, 10)) == .bound)
    #expect(hear(new, at: 10, sighting(1_060, 50.01, 10)) == .unconfirmed)
    #expect(hear(new, at: 20, nil) == .unconfirmed)
    #expect(hear(new, at: 30, sighting(1_120, 50.02, 10)) == .unconfirmed)
    #expect(hear(new, at: 40, sighting(1_180, 50.03, 10)) == .replaced(old))
  }

  @Test func reportsFromElsewhereDoNotConfirm() throws {
    #expect(hear(try claimant(1), at: 0, sighting(1_000, 50, 10)) == .bound)
    let new = try claimant(2, "203.0.113.1")
    for step in 1...10 as ClosedRange<Int64> {
      let place = sighting(1_000 + step * 60, step.isMultiple(of: 2) ? -30 : 60, 100)
      #expect(hear(new, at: UInt64(step), place) == .unconfirmed)
    }
    // Nor do repetitions of one report.
    for step in 20...30 as ClosedRange<UInt64> {
      #expect(hear(new, at: step, sighting(5_000, 50, 10)) == .unconfirmed)
    }
  }

  @Test func aPersonConfirms() throws {
    let old = try claimant(1)
    let new = try claimant(2, "203.0.113.1")
    #expect(hear(old, at: 0) == .bound)
    #expect(hear(new, at: 1) == .unconfirmed)
    #expect(registry.confirm(device, new) == old)
    #expect(registry.confirm(device, new) == nil)
    #expect(hear(new, at: 2) == .bound)
    #expect(hear(old, at: 3) == .unconfirmed)
  }

  @Test func datagramsDoNotDisplaceAConnection() throws {
    let stream = try claimant(1)
    #expect(hear(stream, at: 0) == .bound)
    #expect(hear(try claimant(2, "198.51.100.1", .udp), at: 1) == .bound)
    #expect(registry.holder(of: device) == stream)
  }

  @Test func aClosedConnectionLeavesTheDeviceFree() throws {
    let old = try claimant(1)
    #expect(hear(old, at: 0) == .bound)
    registry.release(device, connection: 9)
    #expect(registry.holder(of: device) == old)
    registry.release(device, connection: 1)
    #expect(registry.holder(of: device) == nil)
    #expect(hear(try claimant(2, "203.0.113.1"), at: 1) == .bound)
  }
}
