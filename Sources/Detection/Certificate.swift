public import TrackerProtocols

/// Why bytes were taken for a protocol, or for none.
public struct Certificate: Sendable, Hashable {
  /// A protocol that was refused, and what refused it.
  public struct Refusal: Sendable, Hashable {
    /// The protocol.
    public let protocolName: String
    /// The byte that does not fit, counted from the first byte of the conversation.
    public let offset: Int
    /// What should stand there; completes "expected …".
    public let expected: String
  }

  /// A protocol that fits as well, but with less proof.
  public struct Rival: Sendable, Hashable {
    /// The protocol.
    public let protocolName: String
    /// What speaks for it.
    public let proofs: Proofs
  }

  /// The protocol, or nil if none was found.
  public var protocolName: String?
  /// What proves it.
  public var proofs: Proofs = []
  /// How many bytes the first frame has.
  public var frameLength = 0
  /// How many bytes in front of it belong to no frame (stray line ends).
  public var skipped = 0
  /// The protocols that fit too, with less proof.
  public var rivals: [Rival] = []
  /// The protocols that were refused, those that came furthest first.
  public var refusals: [Refusal] = []
  /// Protocols that could still fit if more bytes came.
  public var waiting: [String] = []
  /// What other programs' traffic it looks like, if it does.
  public var probe: Probe?

  /// Nothing found yet.
  public init() {}

  /// How strong the proof is, from 0 to 3.
  public var score: Int { proofs.score }

  /// The certificate in a few sentences for people.
  public var summary: String {
    if let protocolName {
      var text = "\(protocolName): proved by \(proofs.names.joined(separator: ", "))"
      if !rivals.isEmpty {
        text += "; also possible, with less proof: "
        text += rivals.map(\.protocolName).joined(separator: ", ")
      }
      return text
    }
    if let probe { return "no tracker: \(probe.sentence)" }
    if !waiting.isEmpty {
      return "not enough bytes yet to tell; could become \(waiting.joined(separator: ", "))"
    }
    guard let closest = refusals.first else { return "no protocol begins with these bytes" }
    return "no protocol fits; closest is \(closest.protocolName), "
      + "but at byte \(closest.offset) it expected \(closest.expected)"
  }
}
