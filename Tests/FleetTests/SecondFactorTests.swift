import Fleet
import Secrets
import Telemetry
import Testing

@Suite struct SecondFactorTests {
  /// The examples of RFC 6238, appendix B, to six digits.
  @Test(arguments: [
    (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
    (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
  ])
  func publishedExamples(seconds: Int64, code: String) throws {
    let codes = try #require(OneTimeCode(key: "GEZD GNBV GY3T QOJQ gezd gnbv gy3t qojq"))
    #expect(codes.code(seconds / 30) == code)
    for wrong: Int64 in [-30, 0, 30] {
      #expect(codes.step(of: code, atSeconds: seconds + wrong, after: nil) == seconds / 30)
    }
    #expect(codes.step(of: code, atSeconds: seconds + 60, after: nil) == nil)
    #expect(codes.step(of: code, atSeconds: seconds, after: seconds / 30) == nil)
  }

  @Test func keysAreLongEnough() {
    #expect(OneTimeCode(key: OneTimeCode.makeKey()) != nil)
    #expect(OneTimeCode.makeKey() != OneTimeCode.makeKey())
    for key in ["", "AAAA", "GEZDGNBVGY3TQOJQGEZDGNBV1", String(repeating: "A", count: 200)] {
      #expect(OneTimeCode(key: key) == nil)
    }
  }

  private func fixture() throws -> (FleetFixture, User, OneTimeCode) {
    let fixture = try FleetFixture()
    let key = OneTimeCode.makeKey()
    let user = try fixture.user("ada@example.org") { $0.totpKey = key }
    return (fixture, user, try #require(OneTimeCode(key: key)))
  }

  private func enter(
    _ fixture: FleetFixture, _ code: String?, on other: Fleet? = nil
  ) throws(SignInError) -> User {
    try (other ?? fixture.fleet).signIn(
      name: "ada@example.org", password: FleetFixture.password, code: code, address: "192.0.2.1")
  }

  @Test func aCodeOpensOnce() throws {
    let (fixture, user, codes) = try fixture()
    let step = fixture.now.milliseconds / 30_000
    #expect(throws: SignInError.codeRequired) { try enter(fixture, nil) }
    #expect(throws: SignInError.wrongCode) { try enter(fixture, codes.code(step + 7)) }
    #expect(try enter(fixture, codes.code(step)) == user)
    #expect(throws: SignInError.wrongCode) { try enter(fixture, codes.code(step)) }
    #expect(throws: SignInError.wrongCode) { try enter(fixture, codes.code(step - 1)) }
    fixture.pass(seconds: 30)
    #expect(try enter(fixture, codes.code(step + 1)) == user)
    // A password alone is never remembered as enough.
    #expect(
      fixture.fleet.recentlySignedIn(name: user.email, password: FleetFixture.password) == nil)
    #expect(throws: SignInError.wrongCredentials) {
      try fixture.fleet.signIn(
        name: user.email, password: "wrong", code: codes.code(step + 2), address: "192.0.2.1")
    }
  }

  /// What somebody has seen being typed is worth nothing, also if the server has been restarted.
  @Test func aCodeOpensOnceAcrossARestart() throws {
    let (fixture, user, codes) = try fixture()
    let step = fixture.now.milliseconds / 30_000
    #expect(try enter(fixture, codes.code(step)) == user)
    let restarted = try fixture.another()
    #expect(throws: SignInError.wrongCode) { try enter(fixture, codes.code(step), on: restarted) }
    // Another program with the same file does not take it twice either.
    fixture.pass(seconds: 30)
    #expect(try enter(fixture, codes.code(step + 1), on: restarted) == user)
    #expect(throws: SignInError.wrongCode) { try enter(fixture, codes.code(step + 1)) }
    // A change of the user does not make it good again; codes of another key are others.
    var changed = user
    changed.phone = "+15550100"
    _ = try fixture.fleet.updateUser(changed, by: .machine)
    #expect(throws: SignInError.wrongCode) { try enter(fixture, codes.code(step + 1)) }
    let key = OneTimeCode.makeKey()
    changed.totpKey = key
    let fresh = try #require(OneTimeCode(key: key))
    _ = try fixture.fleet.updateUser(changed, by: .machine)
    #expect(try enter(fixture, fresh.code(step + 1)) == changed)
  }

  /// Who has the password cannot try all codes, not by asking without one in between either.
  @Test func guessingCodesIsSlowedDown() throws {
    let (fixture, _, _) = try fixture()
    var errors: [SignInError] = []
    for attempt in 0..<40 {
      do throws(SignInError) {
        _ = try enter(fixture, attempt % 2 == 0 ? nil : "00000\(attempt % 10)x")
      } catch {
        errors.append(error)
      }
    }
    #expect(errors.filter { $0 == .wrongCode }.count == 5)
    guard case .tooManyFailures = errors.last else {
      Issue.record("codes can be guessed: \(errors)")
      return
    }
    // Asking without a code for ever is no failure.
    let (other, _, _) = try self.fixture()
    for _ in 0..<40 {
      #expect(throws: SignInError.codeRequired) { try enter(other, nil) }
    }
  }
}
