/// What is known of a whole that is being put together, and whether a piece belongs to it. Pieces
/// never overlap, so that counting them tells when all have come.
struct Transfer: Sendable, Hashable {
  /// What a piece is to a whole.
  enum Verdict: Sendable, Hashable {
    /// It belongs to it.
    case joins
    /// It was there already, or a better one, or it cannot be.
    case repeats
    /// It belongs to it, instead of the one at its place.
    case replaces
    /// It belongs to the next whole: nothing more will come of this one.
    case isOfAnother
  }

  /// A piece that is there.
  struct Held: Sendable, Hashable {
    let count: Int
    let digest: [UInt8]
    let isSound: Bool
  }

  /// Whether the pieces have numbers; nil before the first.
  var isByPart: Bool?
  /// How many bytes there will be.
  var size: Int?
  /// How many parts there will be.
  var parts: Int?
  /// Behind the last piece, once it has come.
  var end: Int?
  /// The whole was announced again: it may begin anew, or go on.
  var isAnnouncedAgain = false
  /// How many bytes have come.
  var bytes = 0
  /// How many pieces have come.
  var pieces = 0

  /// Whether everything has come.
  var isComplete: Bool {
    guard pieces > 0, let isByPart else { return false }
    guard isByPart else {
      guard let total = size ?? end else { return false }
      return bytes >= total
    }
    if let total = parts ?? end { return pieces >= total }
    return size.map { bytes >= $0 } ?? false
  }

  /// What a piece is to this whole.
  ///
  /// - Parameters:
  ///   - held: what is at its place.
  ///   - digest: of the piece's bytes.
  func verdict(_ piece: Fragment, held: Held?, digest: [UInt8]) -> Verdict {
    let verdict = soundVerdict(piece, held: held, digest: digest)
    // What a broken frame claims does not end a whole.
    return verdict == .isOfAnother && !piece.isSound ? .repeats : verdict
  }

  private func soundVerdict(_ piece: Fragment, held: Held?, digest: [UInt8]) -> Verdict {
    if differs(size, piece.size) || differs(parts, piece.parts) { return .isOfAnother }
    if piece.isAnnouncement { return .joins }
    if let isByPart, isByPart != piece.isPart { return .isOfAnother }
    if isAnnouncedAgain, piece.place == 0 { return .isOfAnother }
    // There is no such place in it, nor in one that a device would begin there.
    if let last = lastEnd(piece.isPart), piece.end > last { return .repeats }
    if piece.isLast, let end, end != piece.end { return .isOfAnother }
    guard let held else { return .joins }
    if held.count == piece.bytes.count, held.digest == digest {
      return piece.isSound && !held.isSound ? .replaces : .repeats
    }
    if !piece.isSound { return .repeats }
    if !held.isSound { return .replaces }
    // The same part cut in another length is the same part; other bytes are another whole.
    if !piece.isPart, held.count != piece.bytes.count {
      return piece.bytes.count > held.count ? .replaces : .repeats
    }
    return .isOfAnother
  }

  /// Notes what a piece says of the whole.
  mutating func learn(from piece: Fragment) {
    guard piece.isSound || pieces == 0 else { return }
    size = size ?? piece.size
    parts = parts ?? piece.parts
    if piece.isAnnouncement {
      isAnnouncedAgain = pieces > 0
      return
    }
    isAnnouncedAgain = false
    isByPart = piece.isPart
    if piece.isLast { end = piece.end }
  }

  /// Behind the last place that there can be, as far as that was said.
  private func lastEnd(_ isPart: Bool) -> Int? { isPart ? parts ?? end : size ?? end }

  private func differs(_ one: Int?, _ other: Int?) -> Bool {
    guard let one, let other else { return false }
    return one != other
  }
}
