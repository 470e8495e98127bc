import Telemetry
import Wire

/// Navtelecom's two protocols in one conversation: NTCB packets behind `@NTC` with the handshake,
/// records of fixed formats and the choice of fields, then FLEX packets behind `~` whose records
/// have just those fields.
///
/// Source: fact sheet on the maker's documents and recorded traffic.
struct Navis: TrackerProtocol {
  /// The fields of FLEX records, once the unit has chosen them.
  var mask: NavisMask?

  /// A conversation that has just begun.
  init() {}

  /// An NTCB packet with a content of 65535 bytes.
  static let longestFrame = NavisHeader.count + 0xFFFF
  static let at = UInt8(ascii: "@")
  static let tilde = UInt8(ascii: "~")
  static let keepAlive: UInt8 = 0x7F

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    switch frame.peek() {
    case Self.tilde: try flexible(&frame, &reports)
    case Self.keepAlive: frame.skipRest("keep-alive")
    default: try packet(&frame, &reports)
    }
  }

  // MARK: NTCB

  /// Reads the header of an NTCB packet, and its content.
  private mutating func packet(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard let header = NavisHeader(frame.frame), header.total == frame.frame.count else {
      throw DecodeError(.invalid, field: "header", at: 0)
    }
    try frame.skip("prefix", 4)
    try frame.skip("receiver", 4)
    try frame.skip("sender", 4)
    _ = try frame.u16("length", .little)
    let sum = Checksum.xor8(frame.frame.extracting(droppingFirst: NavisHeader.count))
    let start = frame.offset
    // A packet that is not answered comes again, so nothing of a damaged one is taken.
    guard try frame.checksum("checksum of the content", bytes: 1, is: UInt64(sum)) else {
      throw DecodeError(.checksum, field: "checksum of the content", at: start)
    }
    let headerSum = Checksum.xor8(frame.frame.extracting(0..<NavisHeader.count - 1))
    _ = try frame.checksum("checksum of the header", bytes: 1, is: UInt64(headerSum))
    try content(&frame, &reports)
  }

  private mutating func content(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let content = frame.frame.extracting(droppingFirst: NavisHeader.count)
    if content.starts(with: "*>S") {
      try frame.expect("type", "*>S")
      try frame.expect("separator", ":")
      let start = frame.offset
      guard let identifier = frame.textRest("identifier").asciiString,
        (1...64).contains(identifier.utf8.count)
      else { throw DecodeError(.invalid, field: "identifier", at: start) }
      reports.identifier = identifier
      Self.answer(frame.frame, "*<S", &reports)
    } else if content.starts(with: "*>T") {
      try frame.expect("type", "*>T")
      let index = try Self.fixedRecord(&frame, &reports)
      Self.answer(frame.frame, "*<T", number: index, bytes: 4, &reports)
    } else if content.starts(with: "*>A") {
      try frame.expect("type", "*>A")
      let count = try frame.u8("count of records")
      var left = count
      while left > 0, !frame.isAtEnd {
        left &-= 1
        _ = try Self.fixedRecord(&frame, &reports)
      }
      Self.answer(frame.frame, "*<A", number: UInt64(count), bytes: 1, &reports)
    } else if content.starts(with: "*>FLEX") {
      try choice(&frame, &reports)
    } else if content.starts(with: "*@C") {
      reports.begin()
      reports.set(.result, text: frame.textRest("answer"))
    }
    frame.skipRest("rest of the content")
  }

  /// Reads which fields the records will have.
  private mutating func choice(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.expect("type", "*>FLEX")
    guard frame.peek() == NavisHeader.flexible else { return }
    try frame.skip("protocol", 1)
    let version = try frame.u8("version of the protocol")
    let structure = try frame.u8("version of the records")
    let count = Int(try frame.u8("count of bits"))
    mask = NavisMask(try frame.bytes("fields", (count &+ 7) / 8))
    let versions = UInt64(NavisHeader.flexible) | UInt64(version) << 8 | UInt64(structure) << 16
    Self.answer(frame.frame, "*<FLEX", number: versions, bytes: 3, &reports)
  }

  /// Answers an NTCB packet: text, and a number with its low byte first.
  private static func answer(
    _ frame: Span<UInt8>, _ text: String, number: UInt64 = 0, bytes count: Int = 0,
    _ reports: inout Reports
  ) {
    reports.reply { answer in
      for index in 0..<4 { answer.append(frame[index]) }
      // To whom it came from, and from whom it went to.
      for index in [8, 9, 10, 11, 4, 5, 6, 7] { answer.append(frame[index]) }
      var content = Array(text.utf8)
      content.append(number: number, bytes: count, .little)
      NavisHeader.finish(&answer, content)
    }
  }

  // MARK: FLEX

  /// Reads a FLEX packet; every kind has its own answer.
  private mutating func flexible(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let sum =
      frame.frame.count > 2
      ? Checksum.nrsc5(frame.frame.extracting(0..<frame.frame.count - 1)) : 0
    var trailer = try frame.trailer("checksum", 1)
    let end = trailer.offset
    guard try trailer.checksum("checksum", bytes: 1, is: UInt64(sum)) else {
      throw DecodeError(.checksum, field: "checksum", at: end)
    }
    try frame.skip("start", 1)
    let kind = try frame.u8("kind")
    switch kind {
    case UInt8(ascii: "A"):
      let count = try frame.u8("count of records")
      var left = count
      while left > 0, !frame.isAtEnd {
        left &-= 1
        _ = try chosenRecord(&frame, &reports)
      }
      Self.confirm(kind, number: UInt64(count), bytes: 1, &reports)
    case UInt8(ascii: "T"):
      let event = try frame.u32("number of the event", .little)
      let index = try chosenRecord(&frame, &reports) ?? UInt64(event)
      Self.confirm(kind, number: index, bytes: 4, &reports)
    case UInt8(ascii: "C"):
      let index = try chosenRecord(&frame, &reports) ?? 0
      Self.confirm(kind, number: index, bytes: 4, &reports)
    case UInt8(ascii: "E"): try extraRecords(&frame, &reports)
    default: throw DecodeError(.unsupported, field: "kind", at: 1)
    }
    frame.skipRest("rest")
  }

  static func confirm(
    _ kind: UInt8, number: UInt64, bytes count: Int, _ reports: inout Reports
  ) {
    reports.reply { answer in
      let start = answer.count
      answer.append(contentsOf: [tilde, kind])
      answer.append(number: number, bytes: count, .little)
      answer.append(Checksum.nrsc5(answer.span.extracting(start..<answer.count)))
    }
  }

  /// Reads a record of the fields that were chosen, and gives its number if it has one.
  private func chosenRecord(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> UInt64? {
    guard let mask else {
      throw DecodeError(.unsupported, field: "record of fields that were not agreed", at: 0)
    }
    let fields = NavisFields.flexible.fields
    let number = mask.hasNumber ? NavisRecord.number(frame) : nil
    var record = NavisRecord()
    reports.begin()
    var next = mask.first
    while let index = next {
      if let field = fields[index] { try record.read(field, &frame, &reports) }
      next = mask.field(behind: index)
    }
    record.finish(&reports)
    return number
  }
}
