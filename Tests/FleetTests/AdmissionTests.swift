import Fleet
import Foundation
import Synchronization
import Telemetry
import TestKit
import Testing

@Suite struct AdmissionTests {
  @Test func anIdentifierKeepsItsIdentityOverARestart() throws {
    let fixture = try FleetFixture()
    let first = try fixture.arrival("860000000000017")
    #expect(first != .unknown)
    #expect(fixture.call("860000000000017") == .stranger(first))
    let reopened = try fixture.another()
    #expect(fixture.call("860000000000017", on: reopened) == .stranger(first))
    #expect(reopened.identifiers(of: first) == ["860000000000017"])
  }

  @Test func aCrashBeforeTheIdentityIsDurableLeavesNoMapping() throws {
    let fixture = try FleetFixture()
    let lost = try #require(fixture.call("860000000000025").identity)
    // Another start without `makeDurable`: the number was never written, so nothing may know it.
    let restarted = try fixture.another()
    #expect(restarted.identity(of: "860000000000025") == nil)
    let other = try #require(fixture.call("860000000000033", on: restarted).identity)
    let again = try #require(fixture.call("860000000000025", on: restarted).identity)
    #expect(Set([lost, other, again]).count == 3)
  }

  @Test func aDeviceIsFoundUnderAnotherSpelling() throws {
    let fixture = try FleetFixture()
    let device = try fixture.fleet.createDevice(
      Device(name: "Van", uniqueId: "86000000000004"), by: .machine)
    // The arrival of the long spelling came first and must not hide the device.
    let before = fixture.call("860000000000041")
    #expect(before != .device(device.identity, .none))
    let found = fixture.call("860000000000041", alternatives: ["x", "86000000000004"])
    #expect(found == .device(device.identity, .none))
  }

  @Test(arguments: ["", "a\u{7}b", String(repeating: "9", count: 129)])
  func improperIdentifiersAreRefused(_ identifier: String) throws {
    let fixture = try FleetFixture()
    #expect(fixture.call(identifier) == .refused(.improperIdentifier))
    #expect(fixture.fleet.refusedContacts().map(\.reason) == [.improperIdentifier])
  }

  @Test func disabledAndExpiredDevicesAreRefused() throws {
    let fixture = try FleetFixture()
    var device = Device(name: "Van", uniqueId: "70001")
    device.expirationTime = fixture.now.advanced(byMilliseconds: 10_000)
    device = try fixture.fleet.createDevice(device, by: .machine)
    #expect(fixture.call("70001").identity == device.identity)
    let early = fixture.fleet.revision
    try fixture.fleet.refreshIfChanged()
    #expect(fixture.fleet.revision == early)
    fixture.pass(seconds: 11)
    #expect(fixture.call("70001") == .refused(.expired))
    try fixture.fleet.refreshIfChanged()
    #expect(fixture.fleet.revision == early + 1)
    try fixture.fleet.refreshIfChanged()
    #expect(fixture.fleet.revision == early + 1)
    device.disabled = true
    let before = fixture.fleet.revision
    _ = try fixture.fleet.updateDevice(device, by: .machine)
    #expect(fixture.fleet.revision != before)
    #expect(fixture.call("70001") == .refused(.disabled))
    #expect(fixture.fleet.refusalCounts() == [.expired: 1, .disabled: 1])
  }

  @Test func fourThreadsAgree() throws {
    let fixture = try FleetFixture { $0.limits.arrivalsPerNetwork = 10_000 }
    let seen = Mutex<[String: Set<Int64>]>([:])
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      for number in 0..<6_000 {
        // Every thread begins elsewhere, so that each identifier is new to some thread first.
        let identifier = String(80_000 + (number + thread * 1_500) % 6_000)
        guard let identity = fixture.call(identifier).identity else { continue }
        _ = seen.withLock { $0[identifier, default: []].insert(identity.rawValue) }
        if number % 500 == thread { try? fixture.fleet.makeDurable() }
      }
    }
    try fixture.fleet.makeDurable()
    let found = seen.withLock { $0 }
    #expect(found.count == 6_000)
    #expect(found.values.allSatisfy { $0.count == 1 })
    #expect(Set(found.values.flatMap(\.self)).count == 6_000)
    let reopened = try fixture.another()
    for (identifier, numbers) in found {
      #expect(reopened.identity(of: identifier)?.rawValue == numbers.first)
    }
  }
}

@Suite struct StrangerQuotaTests {
  @Test func oneIdentifierMayStoreSoMuch() throws {
    let fixture = try FleetFixture { $0.limits.bytesPerIdentifier = 100 }
    let identity = try fixture.arrival("90001")
    let fleet = fixture.fleet
    #expect(fleet.charge(identity, peer: "192.0.2.10:1", bytes: 60, at: fixture.now))
    #expect(!fleet.charge(identity, peer: "192.0.2.10:1", bytes: 41, at: fixture.now))
    #expect(fleet.refusedContacts().map(\.identifier) == ["90001"])
    #expect(fleet.refusedContacts().map(\.reason) == [.identifierQuota])
    #expect(fleet.charge(identity, peer: "192.0.2.10:1", bytes: 40, at: fixture.now))
    #expect(fixture.call("90001") == .refused(.identifierQuota))
    let device = try fleet.adopt(identity, by: .machine)
    #expect(fixture.call("90001") == .device(device.identity, .none))
    #expect(fleet.charge(identity, peer: "192.0.2.10:1", bytes: 1_000, at: fixture.now))
  }

  @Test func oneNetworkMayStoreSoMuch() throws {
    let fixture = try FleetFixture { $0.limits.bytesPerNetwork = 100 }
    let identity = try fixture.arrival("90001")
    let fleet = fixture.fleet
    #expect(fleet.charge(identity, peer: "192.0.2.10:1", bytes: 50, at: fixture.now))
    #expect(fleet.charge(.unknown, peer: "192.0.2.99:1", bytes: 50, at: fixture.now))
    #expect(!fleet.charge(.unknown, peer: "192.0.2.7:1", bytes: 1, at: fixture.now))
    #expect(fixture.call("90002", peer: "192.0.2.250:9") == .refused(.networkQuota))
    #expect(fleet.charge(.unknown, peer: "192.0.3.7:1", bytes: 50, at: fixture.now))
  }

  @Test func allStrangersMayStoreSoMuchAndARestartForgetsNothing() throws {
    let limit: (inout FleetOptions) -> Void = {
      $0.limits.bytesInAll = 100
      $0.limits.retentionDays = 2
    }
    let fixture = try FleetFixture(limit)
    let identity = try fixture.arrival("90001")
    #expect(fixture.fleet.charge(identity, peer: "192.0.2.10:1", bytes: 90, at: fixture.now))
    #expect(!fixture.fleet.charge(.unknown, peer: "198.51.100.1:1", bytes: 20, at: fixture.now))
    try fixture.fleet.recordContacts([fixture.contact(identity, bytes: 90)], watermark: 5)
    let restarted = try fixture.another(limit)
    #expect(!restarted.charge(.unknown, peer: "198.51.100.1:1", bytes: 20, at: fixture.now))
    // What the ledger has dropped meanwhile counts no longer.
    fixture.pass(seconds: 3 * 86_400)
    #expect(restarted.charge(.unknown, peer: "198.51.100.1:1", bytes: 5, at: fixture.now))
    #expect(restarted.charge(.unknown, peer: "198.51.100.1:1", bytes: 90, at: fixture.now))
  }

  @Test func aFloodOfIdentifiersIsBounded() throws {
    let fixture = try FleetFixture {
      $0.limits.arrivals = 500
      $0.limits.arrivalsPerNetwork = 100
    }
    var refused = 0
    for number in 0..<30_000 {
      let peer = "10.0.\(number % 200).1:7000"
      if fixture.call("flood\(number)", peer: peer).identity == nil { refused += 1 }
    }
    #expect(refused == 29_500)
    #expect(try fixture.fleet.arrivals(for: .machine).count == 500)
    #expect(fixture.fleet.refusedContacts().count <= 256)
    try fixture.fleet.makeDurable()
    // After a day of silence newcomers get places again.
    #expect(fixture.call("newcomer") == .refused(.tooManyArrivals))
    fixture.pass(seconds: 86_401)
    let newcomer = try #require(fixture.call("newcomer").identity)
    try fixture.fleet.makeDurable()
    let left = try fixture.another().arrivals(for: .machine)
    #expect(left.count < 500)
    #expect(left.contains { $0.identity == newcomer })
  }

  @Test func oneNetworkCannotTakeAllPlaces() throws {
    let fixture = try FleetFixture { $0.limits.arrivalsPerNetwork = 3 }
    let answers = (0..<5).map { fixture.call("net\($0)", peer: "[2001:db8:1::\($0)]:50") }
    #expect(
      answers.suffix(2) == [Admission](repeating: .refused(.tooManyArrivalsFromNetwork), count: 2))
    #expect(fixture.call("net9", peer: "[2001:db8:2::1]:50").identity != nil)
  }
}

@Suite struct PeerNetworkTests {
  @Test(arguments: [
    ("192.0.2.7", "192.0.2.250:8888", true), ("192.0.2.7", "192.0.3.7", false),
    ("::ffff:192.0.2.7", "192.0.2.9:1", true), ("[2001:db8:5::1]:80", "2001:db8:5:9::2", true),
    ("2001:db8:5::1", "2001:db8:6::1", false), ("2001:db8::1", "2001:db8:0:7::1", true),
    ("fe80::1%eth0", "[fe80::2%eth1]:5", true), ("0.0.0.0", "::", false),
  ])
  func networks(_ left: String, _ right: String, _ same: Bool) {
    #expect((PeerNetwork(of: left) == PeerNetwork(of: right)) == same)
    #expect(PeerNetwork(of: left) != .none)
  }

  @Test(arguments: ["", "nonsense", "1.2.3", "1.2.3.256", "[::1"])
  func nonsenseIsNoNetwork(_ text: String) { #expect(PeerNetwork(of: text) == .none) }
}
