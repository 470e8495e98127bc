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
    /// How many bytes stand in front of the content in the first part.
    let headCount: Int
    /// How long the bodies of all parts are but the last.
    let bodyCount: Int
    /// Whether a part has come, by its number from 0.
    var hasCome: [Bool]
    /// How many parts have not come.
    var missing: Int
    /// How many parts have come from the first on without a gap, and how long they are together.
    var inOrder = (parts: 0, bytes: 0)

    /// Takes a part in.
    ///
    /// - Parameter index: its number from 0.
    /// - Returns: where its content belongs; nil if it has come before.
    mutating func take(_ index: Int, bytes count: Int) -> Int? {
      guard hasCome.indices.contains(index), !hasCome[index] else { return nil }
      hasCome[index] = true
      missing -= 1
      guard index == inOrder.parts else { return max(index * bodyCount - headCount, 0) }
      let offset = inOrder.bytes
      inOrder = (index + 1, offset + count)
      return offset
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
      frame.skipRest("part of a file whose beginning has not come")
      Self.answer(header, .general, message.receivedAt, &reports)
      return
    }
    let content = Self.copy(try frame.bytes("content", frame.remaining))
    if let offset = file.take(index, bytes: content.count) {
      reports.add(
        MediaPiece(name: file.name, offset: offset, bytes: content, isLast: file.missing == 0))
    }
    openFile = file
    if file.missing == 0 || index + 1 == file.hasCome.count {
      Self.answer(header, file, &reports)
    } else {
      Self.answer(header, .general, message.receivedAt, &reports)
    }
  }

  /// Reads the head of a file, and where it was taken.
  private static func start(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) -> Media? {
    let bodyCount = frame.remaining
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
      identifier: identifier, name: name, headCount: bodyCount - frame.remaining,
      bodyCount: bodyCount, hasCome: Array(repeating: false, count: Int(parts)),
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
