import Telemetry
import Wire

/// The text protocol of Coban and Xexun trackers and their many copies: `imei:…;`.
///
/// Source: fact sheet on the vendors' texts and recorded traffic.
struct GPS103: TrackerProtocol {
  /// The photo whose parts are coming.
  var photo: Photo?

  /// A conversation that has just begun.
  init() {}

  /// Photos come in parts of about 1 KB of hexadecimal digits.
  static let longestFrame = 4_096
  /// A frame that is not longer is a login.
  static let longestLogin = 30

  // MARK: Recognition

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    let start = GPS103Start.read(bytes)
    switch start {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .heartbeat: return heartbeat(bytes, stream)
    case .login, .data, .gluedHeartbeat: break
    }
    let hasEnd: Bool
    let count: Int
    if let end = endOfFrame(bytes) {
      (hasEnd, count) = (true, end)
    } else {
      guard stream.edge == .ended || isUnterminatedLogin(bytes, stream) else {
        return .more(bytes.count + 1)
      }
      (hasEnd, count) = (false, bytes.count)
    }
    var proofs: Proofs = [.sync]
    if hasEnd { proofs.insert(.terminator) }
    var conversation = GPS103()
    var reports = Reports()
    var reader = FieldReader(bytes.extracting(0..<count))
    do {
      try conversation.decode(
        &reader, DecodeContext(receivedAt: Timestamp(milliseconds: 0)), into: &reports)
      proofs.insert(.grammar)
      if case .login = start { proofs.insert(.keyword) }
      if hasKnownKeyword(bytes.extracting(0..<count)) { proofs.insert(.keyword) }
    } catch {
      // Names and comma are right, a field is not: the frame is this protocol's all the same.
    }
    return .yes(proofs, frame: count)
  }

  /// Lone digits are weak: nothing but this protocol's own may follow, so the pause is awaited.
  private static func heartbeat(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    let end = GPS103Start.identifierLength
    guard bytes.count > end else {
      return stream == .datagram
        ? .yes([.grammar], frame: bytes.count) : .more(bytes.count + 1)
    }
    guard bytes.count > end + 1 else {
      return stream.edge == .open
        ? .more(bytes.count + 1) : .yes([.terminator, .grammar], frame: bytes.count)
    }
    let rest = bytes.extracting(droppingFirst: end + 1)
    guard isLineEnd(rest[0]) || GPS103Start.canStartFrame(rest) else {
      return .no(at: end + 1, expected: "nothing or another frame behind a heartbeat")
    }
    return .yes([.terminator, .grammar], frame: end + 1)
  }

  private static func hasKnownKeyword(_ bytes: Span<UInt8>) -> Bool {
    var reader = FieldReader(bytes)
    reader.skipText("identifier")
    let text = reader.text("keyword")
    return text.equals("OBD") || text.equals("vr") || Keyword.isKnown(text)
  }

  // MARK: Frames

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard GPS103Start.canStartFrame(bytes) else { return .skip(Self.distanceToFrame(bytes)) }
    if let end = Self.endOfFrame(bytes) { return .frame(end) }
    if stream.edge == .ended { return .frame(bytes.count) }
    if bytes.count >= Self.longestFrame { return .skip(Self.distanceToFrame(bytes)) }
    if Self.isUnterminatedLogin(bytes, StreamState(transport: stream.transport, edge: .paused)) {
      return stream.edge == .open ? .waitForPause : .frame(bytes.count)
    }
    return .needMore(bytes.count + 1)
  }

  /// Where the frame ends: behind the first `;`, `*` or line feed.
  private static func endOfFrame(_ bytes: Span<UInt8>) -> Int? {
    let limit = min(bytes.count, longestFrame)
    for index in 0..<limit where isEnd(bytes[index]) { return index + 1 }
    return nil
  }

  /// Whether the sender paused behind a login, which some units send without an end.
  private static func isUnterminatedLogin(_ bytes: Span<UInt8>, _ stream: StreamState) -> Bool {
    guard stream.edge != .open, case .login = GPS103Start.read(bytes) else { return false }
    let text = bytes.extracting(
      droppingFirst: GPS103Start.loginWord.utf8.count + GPS103Start.identifierLength)
    return text.equals(",A")
  }

  /// How far it is to the next frame: behind an end, or at its first word.
  private static func distanceToFrame(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count {
      let rest = bytes.extracting(droppingFirst: index)
      let isWord = TextNumber.digit(rest[0]) == nil && GPS103Start.canStartFrame(rest)
      if isEnd(bytes[index - 1]) || isWord { break }
      index += 1
    }
    return index
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ";") || byte == UInt8(ascii: "*") || byte == 10
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  // MARK: Reading

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    let whole = frame.frame
    let isStarred = whole.count > 0 && whole[whole.count - 1] == UInt8(ascii: "*")
    var body = whole.count
    while body > 0, Self.isEnd(whole[body - 1]) || whole[body - 1] == 13 { body -= 1 }
    var end = try frame.trailer("end", whole.count - body)
    end.skipRest("end")

    if let first = frame.peek(), TextNumber.digit(first) != nil {
      guard try heartbeat(&frame, &reports) else { return }
    }
    let isLogin = try Self.identify(&frame, whole, &reports)
    guard !isLogin else {
      frame.skipRest("login")
      reports.reply { $0.append(contentsOf: "LOAD".utf8) }
      return
    }
    let keyword = frame.lookahead().firstField
    if keyword.equals("vr") {
      frame.skipText("keyword")
      try photoPart(&frame, &reports)
    } else if keyword.equals("OBD") {
      frame.skipText("keyword")
      try Self.vehicle(&frame, &reports)
    } else if isStarred {
      try Self.starred(&frame, &reports)
    } else {
      try standard(&frame, context, &reports)
    }
  }

  /// Reads digits that stand for themselves or in front of data.
  ///
  /// - Returns: whether data follows.
  private func heartbeat(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> Bool {
    var count = 0
    while let byte = frame.peek(count), TextNumber.digit(byte) != nil { count += 1 }
    let start = frame.offset
    let identifier = try frame.text("identifier", count: count)
    guard frame.isAtEnd || frame.peek() == UInt8(ascii: "i") else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    if identifier.count == GPS103Start.identifierLength { reports.identifier = identifier.string }
    reports.reply { $0.append(contentsOf: "ON".utf8) }
    return !frame.isAtEnd
  }

  /// Reads up to the comma behind the identifier and says whether the frame is a login.
  private static func identify(
    _ frame: inout FieldReader, _ whole: Span<UInt8>, _ reports: inout Reports
  ) throws(DecodeError) -> Bool {
    let isMarked = frame.peek() == UInt8(ascii: "#")
    try frame.expect("start", isMarked ? GPS103Start.loginWord : GPS103Start.dataWord)
    let start = frame.offset
    let identifier = frame.text("identifier")
    guard identifier.isDigits, (8...20).contains(identifier.count) else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    reports.identifier = identifier.string
    return isMarked || whole.count <= longestLogin
  }
}

extension FieldReader {
  /// The text up to the next comma, for a reader that is thrown away.
  var firstField: Span<UInt8> {
    @_lifetime(copy self)
    get { frame.extracting(offset..<offset + distance(to: UInt8(ascii: ","))) }
  }
}
