import Wire

/// Reads the chunks of a body one after the other.
struct HTTPChunks: ~Copyable, ~Escapable {
  /// What comes next.
  enum Step {
    case no(at: Int, expected: String)
    case more(Int)
    /// Bytes of the body.
    case chunk(Range<Int>)
    /// The body has ended, and the request at this offset.
    case end(Int)
  }

  /// The most bytes of headers behind the body.
  private static let mostTrailerBytes = 1_024

  private let bytes: Span<UInt8>
  private var offset: Int

  /// Chunks that begin at an offset.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, from offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Reads one chunk, or the end.
  mutating func next() -> Step {
    let start = offset
    let limit = start + 64
    guard let end = bytes.firstIndex(of: 10, from: start, limit: limit) else {
      return bytes.count < limit
        ? .more(bytes.count + 1) : .no(at: start, expected: "the length of a chunk")
    }
    let line = bytes.extracting(start..<end)
    let stopOfSize = line.firstIndex(of: UInt8(ascii: ";")) ?? max(end - start - 1, 0)
    let digits = line.extracting(0..<stopOfSize)
    guard end > start, bytes[end - 1] == 13, digits.count <= 7,
      let size = TextNumber.hexadecimal(digits).map({ Int(truncatingIfNeeded: $0) })
    else { return .no(at: start, expected: "the length of a chunk") }
    guard size > 0 else { return trailers(end + 1) }
    let stop = end + 1 + size
    guard stop + 2 <= bytes.count else { return .more(stop + 2) }
    guard bytes[stop] == 13, bytes[stop + 1] == 10 else {
      return .no(at: stop, expected: "CR LF behind a chunk")
    }
    offset = stop + 2
    return .chunk(end + 1..<stop)
  }

  /// Passes over headers behind the body.
  private func trailers(_ start: Int) -> Step {
    var headers = HTTPHeaders(bytes, from: start, limit: start + Self.mostTrailerBytes)
    while true {
      switch headers.next() {
      case .no(let offset, let expected): return .no(at: offset, expected: expected)
      case .more(let count): return .more(count)
      case .header: continue
      case .end: return .end(headers.offset)
      }
    }
  }
}
