import Telemetry
public import TrackerProtocols
import Wire

/// Finds out which protocol a stranger speaks.
///
/// It asks every protocol that can begin with the first byte, takes the one with the strongest
/// proof, and waits for the whole frame where two are equally strong. It never guesses: what is
/// not proved is nobody's.
public struct Detector: Sendable {
  /// What was found.
  public enum Verdict: Sendable {
    /// A protocol, and why.
    case found(any TrackerProtocol.Type, Certificate)
    /// More bytes are needed, at least so many in all, counted with those that were skipped.
    case undecided(needs: Int, Certificate)
    /// The bytes are of no protocol, and no more bytes can change that.
    case nobody(Certificate)

    fileprivate var isNobody: Bool {
      if case .nobody = self { true } else { false }
    }
  }

  /// The most stray bytes (line ends, zeros) that are skipped in front of a first frame.
  public static let mostSkipped = 16

  private let protocols: [any TrackerProtocol.Type]
  private let names: [String]
  /// For each first byte the protocols that can begin with it.
  private let candidates: [[Int]]

  /// A detector for these protocols.
  public init(_ protocols: [any TrackerProtocol.Type] = Catalogue.protocols) {
    self.protocols = protocols
    names = protocols.map { $0.about.name }
    var table = [[Int]](repeating: [], count: 256)
    for (index, type) in protocols.enumerated() {
      for byte in Set(type.about.firstBytes) { table[Int(byte)].append(index) }
    }
    candidates = table
  }

  /// Looks at the first bytes of a conversation.
  ///
  /// - Parameters:
  ///   - bytes: everything that came so far.
  ///   - stream: whether more can come.
  ///   - remembered: the protocol that this device, or a pin of the operator, spoke before. It
  ///     only breaks a tie; it never outweighs a proof.
  public func detect(
    _ bytes: Span<UInt8>, _ stream: StreamState, remembered: String? = nil
  ) -> Verdict {
    let verdict = detect(bytes, from: 0, stream, remembered)
    guard verdict.isNobody else { return verdict }
    var start = 0
    // A line end or a zero in front may be a stray one, if nothing begins with it.
    while start < min(bytes.count, Self.mostSkipped), Self.strays.contains(bytes[start]) {
      start += 1
      let later = detect(bytes, from: start, stream, remembered)
      if !later.isNobody { return later }
    }
    return verdict
  }

  private static let strays: Set<UInt8> = [0, 10, 13]

  private func detect(
    _ bytes: Span<UInt8>, from start: Int, _ stream: StreamState, _ remembered: String?
  ) -> Verdict {
    var certificate = Certificate()
    certificate.skipped = start
    guard start < bytes.count else {
      return stream.edge == .ended || start >= Self.mostSkipped
        ? .nobody(certificate) : .undecided(needs: start + 1, certificate)
    }
    let first = bytes[start]
    let rest = bytes.extracting(start..<bytes.count)
    var matches: [(index: Int, proofs: Proofs, frame: Int)] = []
    var needs = Int.max
    for index in candidates[Int(first)] {
      guard protocols[index].about.transports.contains(stream.transport) else {
        certificate.refusals.append(
          .init(
            protocolName: names[index], offset: start,
            expected: "another transport than \(stream.transport.name)"))
        continue
      }
      switch protocols[index].recognise(rest, stream) {
      case .yes(let proofs, let frame) where frame <= rest.count && frame > 0:
        matches.append((index, proofs, frame))
      case .yes(_, let frame), .more(let frame):
        if stream.edge == .ended || frame > protocols[index].about.longestFrame {
          certificate.refusals.append(
            .init(
              protocolName: names[index], offset: bytes.count,
              expected: "more bytes, the frame is not whole"))
        } else {
          certificate.waiting.append(names[index])
          needs = min(needs, start + max(frame, rest.count + 1))
        }
      case .no(let offset, let expected):
        certificate.refusals.append(
          .init(protocolName: names[index], offset: start + offset, expected: expected))
      }
    }
    certificate.refusals.sort { $0.offset > $1.offset }
    return verdict(bytes, stream, matches, needs, remembered, certificate)
  }

  private func verdict(
    _ bytes: Span<UInt8>, _ stream: StreamState,
    _ matches: [(index: Int, proofs: Proofs, frame: Int)], _ needs: Int, _ remembered: String?,
    _ draft: Certificate
  ) -> Verdict {
    var certificate = draft
    let ranked = matches.sorted { $0.proofs.score > $1.proofs.score }
    guard let best = ranked.first else {
      if certificate.waiting.isEmpty {
        certificate.probe = Probe.of(bytes)
        return .nobody(certificate)
      }
      return .undecided(needs: needs, certificate)
    }
    let ties = ranked.filter { $0.proofs.score == best.proofs.score }
    var winner = best
    if ties.count > 1 {
      guard let known = ties.first(where: { names[$0.index] == remembered }) else {
        certificate.rivals = ties.map { .init(protocolName: names[$0.index], proofs: $0.proofs) }
        return stream.edge == .ended
          ? .nobody(certificate) : .undecided(needs: bytes.count + 1, certificate)
      }
      winner = known
    }
    // A protocol with less proof than a checksum waits for one that may still bring a checksum.
    if !certificate.waiting.isEmpty, best.proofs.score < 2, stream.edge == .open {
      return .undecided(needs: needs, certificate)
    }
    certificate.protocolName = names[winner.index]
    certificate.proofs = winner.proofs
    certificate.frameLength = winner.frame
    certificate.rivals =
      ranked
      .filter { $0.index != winner.index }
      .map { .init(protocolName: names[$0.index], proofs: $0.proofs) }
    return .found(protocols[winner.index], certificate)
  }
}
