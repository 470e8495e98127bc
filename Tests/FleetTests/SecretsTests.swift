import Foundation
import Secrets
import Testing

@Suite struct SecretsTests {
  @Test func passwordsAreHashedWithSaltAndVerified() throws {
    let hasher = try PasswordHasher(profile: .cheapest)
    let hash = try hasher.hash("violet harbour")
    #expect(hash.hasPrefix("$argon2id$"))
    #expect(try hasher.hash("violet harbour") != hash)
    #expect(hasher.verify("violet harbour", against: hash))
    #expect(!hasher.verify("violet harbou", against: hash))
    #expect(!hasher.verify("violet harbour", against: nil))
    #expect(!hasher.verify("violet harbour", against: "no hash"))
    #expect(throws: PasswordHashError.tooLong) {
      try hasher.hash(String(repeating: "x", count: 1_025))
    }
    #expect(!hasher.verify(String(repeating: "x", count: 1_025), against: hash))
  }

  @Test func theProductionProfileIsTheOneThatWasDecided() throws {
    let hash = try PasswordHasher(profile: .production).hash("violet harbour")
    #expect(hash.contains("m=65536,t=2"))
  }

  @Test func anotherCostWantsANewHash() throws {
    let hasher = try PasswordHasher(profile: .cheapest)
    let dearer = try PasswordHasher(profile: PasswordProfile(passes: 2, memoryBytes: 16_384))
    let hash = try hasher.hash("violet harbour")
    #expect(!hasher.needsRehash(hash))
    #expect(dearer.needsRehash(hash))
    #expect(dearer.needsRehash("no hash"))
    #expect(dearer.verify("violet harbour", against: hash))
  }

  @Test func tokensAreLongDifferentAndFitForAddresses() {
    let tokens = (0..<200).map { _ in SecureRandom.token() }
    #expect(Set(tokens).count == 200)
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    #expect(tokens.allSatisfy { $0.count == 22 && $0.allSatisfy(allowed.contains) })
    #expect(SecureRandom.token(bytes: 1).count == 22)
    #expect(SecureRandom.bytes(0).isEmpty)
    #expect(SecureRandom.typeableCode().split(separator: "-").map(\.count) == [4, 4, 4])
  }

  @Test func digestsAreBLAKE2b() {
    let empty = Digest(of: "").bytes.map { String(format: "%02x", $0) }.joined()
    #expect(empty == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8")
    #expect(Digest(of: "a") != Digest(of: "b"))
    #expect(Digest(stored: Digest(of: "a").bytes) == Digest(of: "a"))
    #expect(Digest(stored: [1, 2, 3]) == nil)
  }

  @Test func comparison() {
    #expect(constantTimeEqual([], []))
    #expect(constantTimeEqual([1, 2], [1, 2]))
    #expect(!constantTimeEqual([1, 2], [1, 3]))
    #expect(!constantTimeEqual([1, 2], [1, 2, 3]))
  }
}
