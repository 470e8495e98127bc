// Forms behind forms, where what must follow depends on what was there.
extension OpeningForm {
  /// Compares bytes with a word.
  static func compare(_ bytes: Span<UInt8>, _ word: String) -> Match {
    var index = 0
    for byte in word.utf8 {
      guard index < bytes.count else { return .more }
      guard bytes[index] == byte else { return .no(at: index) }
      index += 1
    }
    return .whole(index)
  }
}

extension OpeningForm.Match {
  /// What comes of the bytes behind this match, if it is whole.
  func then(_ bytes: Span<UInt8>, _ next: (Span<UInt8>) -> Self) -> Self {
    guard case .whole(let count) = self else { return self }
    return next(bytes.extracting(droppingFirst: count)).moved(by: count)
  }

  /// The same for bytes that begin so much earlier.
  func moved(by count: Int) -> Self {
    switch self {
    case .no(let offset): .no(at: offset &+ count)
    case .more: .more
    case .whole(let own): .whole(own &+ count)
    }
  }
}
