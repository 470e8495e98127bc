import Fleet
import Foundation
import Secrets
import Synchronization
import Telemetry
import TestKit
import Testing

@testable import struct Fleet.LoginLimiter

@Suite struct SignInTests {
  @Test func rightAndWrongPasswords() throws {
    let fixture = try FleetFixture()
    let user = try fixture.user("ada@example.org") { $0.login = "ada" }
    let fleet = fixture.fleet
    for name in ["ada@example.org", "ADA@example.org", "ada"] {
      #expect(
        try fleet.signIn(name: name, password: FleetFixture.password, address: "192.0.2.1") == user)
    }
    for (name, password) in [("ada", "wrong"), ("nobody", FleetFixture.password), ("ada", "")] {
      #expect(throws: SignInError.wrongCredentials) {
        try fleet.signIn(name: name, password: password, address: "192.0.2.1")
      }
    }
  }

  @Test func aPasswordThatWasRightIsRememberedShortly() throws {
    let fixture = try FleetFixture()
    let fleet = fixture.fleet
    var user = try fixture.user("ada@example.org")
    func remembered(_ password: String = FleetFixture.password) -> User? {
      fleet.recentlySignedIn(name: "ada@example.org", password: password)
    }
    func signIn() throws {
      _ = try fleet.signIn(
        name: user.email, password: FleetFixture.password, address: "192.0.2.1")
    }
    #expect(remembered() == nil)
    try signIn()
    #expect(remembered() == user)
    #expect(remembered("wrong") == nil)
    fixture.pass(seconds: 300)
    #expect(remembered() == nil)
    try signIn()
    user = try fleet.updateUser(user, password: "another long evening", by: .machine)
    #expect(remembered() == nil)
  }

  @Test func unknownUsersCostAsMuchAsKnownOnes() throws {
    let hasher = try PasswordHasher(profile: .production)
    let stored = try hasher.hash("violet harbour")
    let known = processorTime { _ = hasher.verify("wrong", against: stored) }
    let unknown = processorTime { _ = hasher.verify("wrong", against: nil) }
    // Without the decoy it would be thousands of times faster.
    #expect(unknown > known / 4)
  }

  @Test func anExpiredUserStaysOut() throws {
    let fixture = try FleetFixture()
    _ = try fixture.user("ada@example.org") { [now = fixture.now] in
      $0.expirationTime = now.advanced(byMilliseconds: 1_000)
    }
    fixture.pass(seconds: 2)
    #expect(throws: SignInError.expired) {
      try fixture.fleet.signIn(
        name: "ada@example.org", password: FleetFixture.password, address: "192.0.2.1")
    }
  }

  @Test func failuresSlowDownKnownAndUnknownUsersAlike() throws {
    let fixture = try FleetFixture()
    _ = try fixture.user("ada@example.org")
    var answers: [String: [SignInError]] = [:]
    for (name, address) in [
      ("ada@example.org", "192.0.2.1"), ("nobody@example.org", "198.51.100.1"),
    ] {
      for _ in 0..<8 {
        let error = #expect(throws: SignInError.self) {
          try fixture.fleet.signIn(name: name, password: "wrong", address: address)
        }
        answers[name, default: []].append(try #require(error))
      }
    }
    #expect(answers["ada@example.org"] == answers["nobody@example.org"])
    #expect(answers["ada@example.org"]?.last == .tooManyFailures(retryAfterSeconds: 1))
    // Even the right password has to wait, and then it opens and clears.
    #expect(throws: SignInError.tooManyFailures(retryAfterSeconds: 1)) {
      try fixture.fleet.signIn(
        name: "ada@example.org", password: FleetFixture.password, address: "192.0.2.1")
    }
    // Somebody else's failures do not keep the user out elsewhere.
    _ = try fixture.fleet.signIn(
      name: "ada@example.org", password: FleetFixture.password, address: "203.0.113.1")
    fixture.pass(seconds: 2)
    _ = try fixture.fleet.signIn(
      name: "ada@example.org", password: FleetFixture.password, address: "192.0.2.1")
  }

  @Test func anHourOfGuessingComputesFewHashes() {
    var limiter = LoginLimiter()
    var passed = 0
    for attempt in 0..<100_000 {
      // From ever new networks, so that only the account itself can hold it back.
      let network = PeerNetwork(of: "10.\(attempt / 256 % 256).\(attempt % 256).1")
      let time = Timestamp(milliseconds: Int64(attempt) * 36)
      if limiter.attempt(account: "ada@example.org", network: network, at: time) == nil {
        passed += 1
      }
    }
    #expect((5...120).contains(passed))
  }

  @Test func signingInNeverAddsUp() {
    var limiter = LoginLimiter()
    let network = PeerNetwork(of: "192.0.2.1")
    let time = Timestamp(milliseconds: 1_790_000_000_000)
    for person in 0..<500 {
      #expect(limiter.attempt(account: "\(person)", network: network, at: time) == nil)
      limiter.succeed(account: "\(person)", network: network)
    }
    // One who mistypes does not lock the office out.
    #expect(limiter.attempt(account: "1", network: network, at: time) == nil)
    #expect(limiter.attempt(account: "2", network: network, at: time) == nil)
  }

  @Test func theLimiterIsBounded() {
    var limiter = LoginLimiter()
    for attempt in 0..<LoginLimiter.bound {
      let network = PeerNetwork(of: "10.\(attempt / 256 % 256).\(attempt % 256).1")
      _ = limiter.attempt(
        account: "user\(attempt)", network: network, at: Timestamp(milliseconds: Int64(attempt)))
    }
    #expect(limiter.count <= LoginLimiter.bound)
  }

  @Test func aPasswordHashedAtAnotherCostIsHashedAnew() throws {
    let fixture = try FleetFixture()
    _ = try fixture.user("ada@example.org")
    let dearer = PasswordProfile(passes: 2, memoryBytes: 16_384)
    let updated = try fixture.another { $0.passwords = dearer }
    let before = try Data(contentsOf: URL(filePath: fixture.path + "-wal"))
    _ = try updated.signIn(
      name: "ada@example.org", password: FleetFixture.password, address: "192.0.2.1")
    let after = try Data(contentsOf: URL(filePath: fixture.path + "-wal"))
    #expect(before.range(of: Data("m=16,t=2".utf8)) == nil)
    #expect(after.range(of: Data("m=16,t=2".utf8)) != nil)
    try fixture.fleet.refreshIfChanged()
    _ = try fixture.fleet.signIn(
      name: "ada@example.org", password: FleetFixture.password, address: "192.0.2.1")
  }
}

@Suite struct SetupTests {
  @Test func theCodeMakesTheFirstAdministratorOnce() throws {
    let fixture = try FleetFixture()
    let fleet = fixture.fleet
    let device = try fleet.createDevice(Device(name: "Van", uniqueId: "20001"), by: .machine)
    #expect(!fleet.isWaitingForSetup)
    let code = try #require(fleet.makeSetupCode())
    #expect(fleet.isWaitingForSetup)
    let typed = code.lowercased().replacingOccurrences(of: "-", with: " ")
    let user = try fleet.setUp(
      code: typed, name: "Ada", email: "ada@example.org", password: FleetFixture.password)
    #expect(user.administrator)
    #expect(fleet.viewers(of: device.id) == [user.id])
    #expect(fleet.makeSetupCode() == nil)
    #expect(!fleet.isWaitingForSetup)
    #expect(throws: SignInError.noSetupCode) {
      try fleet.setUp(
        code: code, name: "Eve", email: "eve@example.org", password: FleetFixture.password)
    }
  }

  @Test func fiveTriesEndTheCode() throws {
    let fixture = try FleetFixture()
    let code = try #require(fixture.fleet.makeSetupCode())
    for left in [4, 3, 2, 1, 0] {
      #expect(throws: SignInError.wrongSetupCode(triesLeft: left)) {
        try fixture.fleet.setUp(
          code: "AAAA", name: "Eve", email: "eve@example.org", password: FleetFixture.password)
      }
    }
    #expect(throws: SignInError.noSetupCode) {
      try fixture.fleet.setUp(
        code: code, name: "Ada", email: "ada@example.org", password: FleetFixture.password)
    }
    #expect(!fixture.fleet.hasUsers)
  }

  @Test func halfAnHourEndsTheCode() throws {
    let fixture = try FleetFixture()
    let code = try #require(fixture.fleet.makeSetupCode())
    fixture.pass(seconds: 30 * 60)
    #expect(throws: SignInError.noSetupCode) {
      try fixture.fleet.setUp(
        code: code, name: "Ada", email: "ada@example.org", password: FleetFixture.password)
    }
  }

  @Test func aWeakPasswordDoesNotUseTheCodeUp() throws {
    let fixture = try FleetFixture()
    let code = try #require(fixture.fleet.makeSetupCode())
    #expect(throws: SignInError.self) {
      try fixture.fleet.setUp(
        code: code, name: "Ada", email: "ada@example.org", password: "12345678")
    }
    _ = try fixture.fleet.setUp(
      code: code, name: "Ada", email: "ada@example.org", password: FleetFixture.password)
  }

  @Test func aCodeIsWorthlessOnceAnotherProgramMadeAUser() throws {
    let fixture = try FleetFixture()
    let code = try #require(fixture.fleet.makeSetupCode())
    let commandLine = try fixture.another()
    _ = try commandLine.createUser(
      User(name: "Ada", email: "ada@example.org"), password: FleetFixture.password, by: .machine)
    // Not refreshed: only the file knows of the user yet.
    #expect(throws: SignInError.self) {
      try fixture.fleet.setUp(
        code: code, name: "Eve", email: "eve@example.org", password: FleetFixture.password)
    }
    #expect(fixture.fleet.users(for: .machine).map(\.name) == ["Ada"])
  }

  @Test func ofManyAtOnceOneBecomesAdministrator() throws {
    let fixture = try FleetFixture()
    let code = try #require(fixture.fleet.makeSetupCode())
    let made = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { number in
      let user = try? fixture.fleet.setUp(
        code: code, name: "P\(number)", email: "p\(number)@example.org",
        password: FleetFixture.password)
      if user != nil { made.wrappingAdd(1, ordering: .relaxed) }
    }
    #expect(made.load(ordering: .relaxed) == 1)
    #expect(fixture.fleet.users(for: .machine).count == 1)
  }
}
