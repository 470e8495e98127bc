import Wire

/// Where the items stand that have not been read yet: what a text is made of shows only in the
/// whole of them, and they are looked for once.
struct H02ItemsAhead {
  /// The most items that are told apart: three about the SIM card, the status, six of a sensor
  /// unit, and one more, which makes it something else.
  private static let most = 11

  private var ranges = InlineArray<11, Range<Int>>(repeating: 0..<0)
  /// How many items there are, at most 11.
  private(set) var count = 0

  init(_ frame: borrowing FieldReader) {
    var ahead = frame.lookahead()
    while !ahead.isAtEnd, count < Self.most {
      let start = ahead.offset
      ranges[count] = start..<start + ahead.text("item").count
      count += 1
    }
  }

  /// An item, counted from 0; empty if there is none.
  @_lifetime(copy frame)
  func text(_ index: Int, of frame: borrowing FieldReader) -> Span<UInt8> {
    frame.frame.extracting(index < count ? ranges[index] : 0..<0)
  }
}
