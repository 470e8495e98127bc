import Telemetry
import Wire

// Pictures, sound and videos: the standard's message 0801, as a rule in many parts.
extension JT808 {
  /// A file that a terminal is sending.
  struct Media: Sendable {
    /// The most parts of a file: some 16 MB.
    static let mostParts: UInt16 = 16_384
    /// The most missing parts that are asked for at a time.
    static let mostWanted = 125

    /// The terminal's number of the file.
    let identifier: UInt32
    let name: String
    /// What its parts have in common, also when the rest comes by another connection.
    let transfer: String
    /// Whether a part has come, by its number from 0.
    var hasCome: [Bool]
    /// How many parts have not come.
    var missing: Int

    /// Takes a part in.
    ///
    /// - Parameter index: its number from 0.
    /// - Returns: false if it has come before.
    mutating func take(_ index: Int) -> Bool {
      guard hasCome.indices.contains(index), !hasCome[index] else { return false }
      hasCome[index] = true
      missing -= 1
      return true
    }
  }

  /// Message 0801: a file, or a part of one. Whoever has sent all is told so, or what is missing.
  mutating func media(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    let header = message.header
    if header.part <= 1 {
      openFile = nil
      do throws(DecodeError) {
        openFile = try Self.start(&frame, message, &reports)
      } catch {
        frame.abandon("unreadable head of a file", after: error)
      }
    }
    let index = max(Int(header.part), 1) - 1
    guard var file = openFile, file.hasCome.count == max(Int(header.parts), 1),
      index < file.hasCome.count
    else {
      try Self.addStray(&frame, header, index, &reports)
      Self.answer(header, .general, message.receivedAt, &reports)
      return
    }
    let start = frame.offset
    let content = Self.copy(try frame.bytes("content", frame.remaining))
    if file.take(index) {
      reports.add(
        MediaPiece(
          name: file.name, transfer: file.transfer, place: .part(index), bytes: content,
          isLast: index + 1 == file.hasCome.count, parts: file.hasCome.count,
          source: Self.source(start..<frame.offset, header)))
    }
    openFile = file
    if file.missing == 0 || index + 1 == file.hasCome.count {
      Self.answer(header, file, &reports)
    } else {
      Self.answer(header, .general, message.receivedAt, &reports)
    }
  }

  /// A part whose file is not known on this connection: the beginning came by another one, or is
  /// still to come. The serial numbers of the parts follow each other, which tells the file.
  private static func addStray(
    _ frame: inout FieldReader, _ header: JT808Header, _ index: Int, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    let content = copy(
      try frame.bytes("part of a file whose beginning has not come", frame.remaining))
    guard index > 0, index < Int(header.parts), header.parts <= Media.mostParts else { return }
    reports.add(
      MediaPiece(
        name: "media", transfer: transfer(header), place: .part(index), bytes: content,
        isLast: index + 1 == Int(header.parts), parts: Int(header.parts),
        source: source(start..<frame.offset, header)))
  }

  /// What the parts of a file have in common: the serial number that the first has.
  private static func transfer(_ header: JT808Header) -> String {
    "message \(header.serial &- (max(header.part, 1) &- 1))"
  }

  /// Where bytes of a message stand in its frame; the padlocks' escapes are of another kind.
  private static func source(_ range: Range<Int>, _ header: JT808Header) -> MediaSource? {
    guard header.delimiter == JT808Escapes.standard.delimiter else { return nil }
    return MediaSource(
      range, frameEscapes: ByteEscapes(mark: 0x7D, meanings: [0x7D, 0x7E]))
  }

  /// Reads the head of a file, and where it was taken.
  private static func start(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) -> Media? {
    let identifier = try frame.u32("number of the file")
    let kind = try frame.u8("kind")
    let format = try frame.u8("format")
    let event = try frame.u8("event")
    let channel = try frame.u8("channel")
    try readPlace(&frame, message, &reports)
    let name = fileName(identifier, format)
    reports.set(key(kind), text: name)
    reports.set("mediaEvent", Int64(event))
    reports.set("channel", Int64(channel))
    let parts = max(message.header.parts, 1)
    guard parts <= Media.mostParts else { return nil }
    return Media(
      identifier: identifier, name: name, transfer: transfer(message.header),
      hasCome: Array(repeating: false, count: Int(parts)),
      missing: Int(parts))
  }

  /// Begins a record; the standard of 2011 has no place in front of the content, and some
  /// terminals that have one leave it empty.
  private static func readPlace(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    let isPicture = frame.peek() == 0xFF && frame.peek(1) == 0xD8
    guard !isPicture, frame.remaining >= 28 else {
      reports.begin()
      return
    }
    // No date has a month 0.
    guard frame.peek(23) != 0 else {
      reports.begin()
      try frame.skip("empty place", 28)
      return
    }
    var place = try frame.part("place", 28)
    do throws(DecodeError) {
      try head(&place, message, &reports)
    } catch {
      reports.discardCurrent()
      reports.begin()
      place.abandon("no place", after: error)
    }
  }

  private static func key(_ kind: UInt8) -> AttributeKey {
    switch kind {
    case 1: .audio
    case 2: .video
    default: .image
    }
  }

  private static let endings = ["jpg", "tif", "mp3", "wav", "wmv"]

  /// The terminal's number of a file, as a file's name.
  private static func fileName(_ identifier: UInt32, _ format: UInt8) -> String {
    let digits = String(identifier, radix: 16)
    let ending = endings.indices.contains(Int(format)) ? endings[Int(format)] : "bin"
    return String(repeating: "0", count: 8 - digits.count) + digits + "." + ending
  }

  /// Says that all of a file has come, or which parts are missing at its end.
  private static func answer(
    _ header: JT808Header, _ file: Media, _ reports: inout Reports
  ) {
    let wanted = file.hasCome.indices.filter { !file.hasCome[$0] }.prefix(Media.mostWanted)
    reports.reply { frame in
      write(to: &frame, header, 0x8800) { body in
        append(file.identifier, to: &body)
        guard !wanted.isEmpty else { return }
        body.append(UInt8(truncatingIfNeeded: wanted.count))
        for index in wanted { append(UInt16(truncatingIfNeeded: index + 1), to: &body) }
      }
    }
  }
}
