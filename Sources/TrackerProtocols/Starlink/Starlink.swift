import Telemetry
import Wire

/// The StarLink protocol of ERM: lines `$SLU<identifier>,<type>,<number>,<fields>*<sum>` whose
/// fields stand in an order that is configured in the unit.
///
/// Source: fact sheet on the maker's documents and recorded traffic.
struct Starlink: TrackerProtocol {
  /// The order that an operator entered, and the text that it was read from.
  private var entered: [StarlinkField] = []
  private var enteredText = ""

  /// A conversation that has just begun.
  init() {}

  /// Lines with two sensors have some 300 characters.
  static let longestFrame = 2_048

  static let comma = UInt8(ascii: ",")
  private static let star = UInt8(ascii: "*")
  private static let lineFeed: UInt8 = 10

  // MARK: Recognition and framing

  private static let opening = OpeningForm(parts: [.literal("$SLU"), .hexadecimal(6...15)])
  private static let numbers = OpeningForm(parts: [
    .literal(","), .digits(1...3), .literal(","), .digits(1...10),
  ])

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    let form = opening.match(bytes).then(bytes) { rest in
      let count = bytes.count - rest.count - 4
      guard count == 6 || count == 15 else { return .no(at: 0) }
      return numbers.match(rest).then(rest) { rest in
        guard rest.count > 0 else { return .more }
        return rest[0] == comma || rest[0] == star ? .whole(1) : .no(at: 0)
      }
    }
    switch form {
    case .no(let offset):
      return .no(at: offset, expected: "'$SLU', an identifier, ',', a type, ',', a number")
    case .more: return .more(bytes.count + 1)
    case .whole: break
    }
    let feed = bytes.firstIndex(of: lineFeed, limit: longestFrame)
    guard let count = feed.map({ $0 + 1 }) ?? (stream.edge == .ended ? bytes.count : nil) else {
      return bytes.count < longestFrame
        ? .more(bytes.count + 1) : .no(at: longestFrame, expected: "a line feed")
    }
    let line = bytes.extracting(0..<count)
    guard let sum = StarlinkSum(line) else {
      return .no(at: count - 1, expected: "'*' and a sum at the end")
    }
    var proofs: Proofs = [.sync, .keyword]
    if feed != nil { proofs.insert(.terminator) }
    if feed != nil, sum.holds { proofs.insert(.checksum) }
    if canDecode(line) { proofs.insert(.grammar) }
    return .yes(proofs, frame: count)
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    var blanks = 0
    while blanks < bytes.count, bytes[blanks] <= 0x20 { blanks += 1 }
    guard blanks == 0 else { return .skip(blanks) }
    if let feed = bytes.firstIndex(of: Self.lineFeed, limit: Self.longestFrame) {
      // Only a line can be a frame that says what it is.
      return bytes.starts(with: "SLU", at: 1) ? .frame(feed + 1) : .skip(feed + 1)
    }
    if stream.edge == .ended { return .frame(bytes.count) }
    return bytes.count < Self.longestFrame ? .needMore(bytes.count + 1) : .skip(bytes.count)
  }

  static func reseal(_ frame: inout [UInt8]) {
    guard let sum = StarlinkSum(frame.span) else { return }
    frame.replaceSubrange(sum.digits, with: HexText.text([sum.value]).uppercased().utf8)
  }

  // MARK: Reading

  /// The type of the reports; others are notices of the connection.
  private static let eventReport = "06"

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    guard let sum = StarlinkSum(frame.frame) else {
      throw DecodeError(.invalid, field: "sum", at: frame.remaining)
    }
    var end = try frame.trailer("end", frame.remaining - sum.digits.upperBound)
    end.skipRest("end")
    var digits = try frame.trailer("sum", 2)
    _ = try digits.hexadecimal("sum", count: 2)
    digits.note(sum.holds ? "holds" : "should be \(sum.value)")
    reports.checksumFailed = !sum.holds
    var mark = try frame.trailer("end mark", 1)
    try mark.skip("end mark", 1)

    try frame.skip("start", 1)
    try frame.expect("start", "SLU")
    let start = frame.offset
    let identifier = frame.text("identifier")
    guard (6...15).contains(identifier.count), identifier.isHexadecimal else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    reports.identifier = identifier.string
    let isReport = frame.text("type").equals(Self.eventReport)
    let number = try frame.integer("message number")
    guard isReport else { return frame.skipRest("fields") }
    reports.begin()
    if let number { reports.set(.index, number) }
    let order = fields(frame, context.settings)
    try StarlinkRecord.read(&frame, order, &reports)
  }

  /// The order of the fields: what an operator entered, else what their shape says.
  private mutating func fields(
    _ frame: borrowing FieldReader, _ settings: DeviceSettings
  ) -> [StarlinkField] {
    guard let text = settings.options["format"] else { return StarlinkOrder.of(frame) }
    if text != enteredText {
      entered = StarlinkField.list(text)
      enteredText = text
    }
    return entered
  }

  // MARK: Commands

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    guard command.type == .custom else { throw .unsupported(command.type) }
    let data = try command.printableText("data")
    frame.append(contentsOf: data.utf8)
  }
}

/// The sum at the end of a line: two hexadecimal digits behind the last star, for all bytes from
/// the second one up to the star.
struct StarlinkSum {
  /// What it should be.
  let value: UInt8
  /// Where its digits stand.
  let digits: Range<Int>
  let holds: Bool

  /// Nil if the line has none.
  init?(_ line: Span<UInt8>) {
    var end = line.count
    while end > 0, line[end - 1] <= 0x20 { end -= 1 }
    guard end > 6, line[end - 3] == UInt8(ascii: "*"),
      let claimed = TextNumber.hexadecimal(line.extracting(end - 2..<end))
    else { return nil }
    value = Checksum.sum8(line.extracting(1..<end - 3))
    digits = end - 2..<end
    holds = claimed == UInt64(value)
  }
}
