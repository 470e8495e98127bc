import Telemetry
import Wire

/// The protocol of Concox (Jimi) and of very many makers after it: binary, `78 78` or `79 79`, a
/// length, a type, the content, a serial number, a checksum, CR LF. Login, heartbeats and most
/// others are answered, or the unit connects anew.
///
/// Source: fact sheet on the "GPS Tracker Communication Protocol" of GT06 (V1.8.1) and its
/// relatives, and recorded traffic. What each message holds stands in ``layoutTable``.
struct GT06: TrackerProtocol {
  /// How far the device's clock is ahead of UTC by its login, in milliseconds.
  var clockOffset: Int64 = 0
  /// The login's eight bytes of IMEI as a number; 0 before a login.
  var login: UInt64 = 0
  /// The photo that is being fetched (types 35 and 36).
  var photo: Photo?
  /// The picture that the device is sending (type 41).
  var media: Media?

  /// A conversation that has just begun.
  init() {}

  /// Pictures come in parts of some KiB; a length above this is a wrong one.
  static let longestFrame = 16_384

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    let message = try open(&frame, context, &reports)
    for step in message.layout.steps { try read(step, &frame, message, &reports) }
    if message.layout.isTyped, message.hasTrailer { try Self.tail(&frame, &reports) }
    frame.skipRest("rest")
    switch message.layout.answer {
    case .short: Self.answer(message, isLong: false, &reports)
    case .long: Self.answer(message, isLong: true, &reports)
    case .none, .own: break
    }
  }

  /// A message under way: what its steps need to know besides their bytes.
  struct Message {
    let type: UInt8
    let length: Int
    let layout: GT06Layout
    let model: GT06Model?
    /// What the answer repeats: the serial number, or what stands in its place.
    let serial: UInt16
    /// Whether the frame has a serial number and a checksum.
    let hasTrailer: Bool
    /// By which zone the device's clock goes.
    let zone: ClockZone
    let receivedAt: Timestamp
  }

  /// Reads the start and the end of a frame, and finds out what it is.
  private func open(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) -> Message {
    let bytes = frame.frame
    guard case .header(let header) = GT06Header.read(bytes), bytes.count >= 6 else {
      throw DecodeError(.truncated, field: "start", at: 0)
    }
    let (serial, hasTrailer) = try Self.close(&frame, header, &reports)
    try frame.skip("start", 2)
    if header.isLong { _ = try frame.u16("length") } else { _ = try frame.u8("length") }
    _ = try frame.u8("type")
    let start = bytes.bigEndian16(at: frame.offset)
    let model = GT06Model(context.settings) ?? hint(frame, header)
    let layout = GT06Layout.find(header, model, start)
    frame.note(layout.title)
    return Message(
      type: header.type, length: header.length, layout: layout, model: model, serial: serial,
      hasTrailer: hasTrailer,
      zone: context.settings.clock ?? ClockZone(milliseconds: clockOffset),
      receivedAt: context.receivedAt)
  }

  /// Takes the end off a frame: its end bytes, and serial number and checksum if it has them.
  private static func close(
    _ frame: inout FieldReader, _ header: GT06Header, _ reports: inout Reports
  ) throws(DecodeError) -> (serial: UInt16, hasTrailer: Bool) {
    let bytes = frame.frame
    var end = try frame.trailer("end", endCount(bytes))
    end.skipRest("end")
    let sum = GT06Header.checksum(bytes, before: frame.end)
    let holds = sum == bytes.bigEndian16(at: frame.end &- 2)
    let fits = frame.end + 2 == header.total
    let hasRoom = frame.end - header.contentStart >= GT06Header.trailerCount
    guard let sum, hasRoom, holds || (fits ? header.length > 4 : !header.canBeBare) else {
      return (try echoed(bytes, frame.end), false)
    }
    var trailer = try frame.trailer("trailer", GT06Header.trailerCount)
    let serial = try trailer.u16("serial number")
    _ = try trailer.checksum("checksum", bytes: 2, is: UInt64(sum))
    reports.checksumFailed = !holds
    return (serial, true)
  }

  /// How many of the end bytes are there: a stream may end in front of them.
  private static func endCount(_ bytes: Span<UInt8>) -> Int {
    if GT06Header.ends(bytes, at: bytes.count) { return 2 }
    return bytes[bytes.count - 1] == 0x0D ? 1 : 0
  }

  /// What stands where a serial number would, for frames that have none.
  private static func echoed(_ bytes: Span<UInt8>, _ inFront: Int) throws(DecodeError) -> UInt16 {
    guard inFront >= 4 else { throw DecodeError(.truncated, field: "serial number", at: 0) }
    return bytes.bigEndian16(at: inFront &- 4)
  }

  /// The family of models that the bytes themselves give away.
  private func hint(_ frame: borrowing FieldReader, _ header: GT06Header) -> GT06Model? {
    var ahead = frame.lookahead()
    do throws(DecodeError) {
      switch (header.isLong, header.type, header.length) {
      case (false, 0x22, 0x3C), (false, 0x25, 0x4E):
        try ahead.skip("source", 1)
        return try ahead.packedDecimal("IMEI", bytes: 8) > 0 ? .nt : nil
      case (false, 0x12, 0x27):
        let identifier = try ahead.unsigned("IMEI", bytes: 8)
        return login != 0 && identifier == login ? .qh302r : nil
      default: return nil
      }
    } catch {
      return nil
    }
  }

  private mutating func read(
    _ step: GT06Step, _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    switch step {
    case .field(let field): try field.read(&frame, &reports)
    case .place(let step): try Self.read(step, &frame, message, &reports)
    case .cell(let step): try Self.read(step, &frame, &reports)
    case .cells(let step): try Self.read(step, &frame, message, &reports)
    case .status(let step): try Self.read(step, &frame, message, &reports)
    case .value(let step): try Self.read(step, &frame, message, &reports)
    case .other(let step): try read(step, &frame, message, &reports)
    }
  }

  // MARK: Answers

  /// The answer that most messages get: their type and serial number.
  static func answer(_ message: Message, isLong: Bool, _ reports: inout Reports) {
    reports.reply { frame in
      write(to: &frame, isLong: isLong, message.type, serial: message.serial) { _ in }
    }
  }

  /// Appends a frame from the server.
  static func write(
    to frame: inout [UInt8], isLong: Bool = false, _ type: UInt8, serial: UInt16,
    _ content: (inout [UInt8]) -> Void
  ) {
    let start = frame.count
    frame.append(contentsOf: isLong ? [0x79, 0x79, 0, 0, type] : [0x78, 0x78, 0, type])
    content(&frame)
    append(serial, to: &frame)
    let length = frame.count - start - (isLong ? 2 : 1)
    if isLong { frame[start + 2] = UInt8(truncatingIfNeeded: length >> 8) }
    frame[start + (isLong ? 3 : 2)] = UInt8(truncatingIfNeeded: length)
    append(Checksum.x25(frame.span.extracting(start + 2..<frame.count)), to: &frame)
    frame.append(contentsOf: [0x0D, 0x0A])
  }

  static func append(_ number: UInt16, to frame: inout [UInt8]) {
    frame.append(UInt8(truncatingIfNeeded: number >> 8))
    frame.append(UInt8(truncatingIfNeeded: number))
  }

  static func append(_ number: UInt32, to frame: inout [UInt8]) {
    append(UInt16(truncatingIfNeeded: number >> 16), to: &frame)
    append(UInt16(truncatingIfNeeded: number), to: &frame)
  }

  // MARK: Repair

  static func reseal(_ frame: inout [UInt8]) {
    guard frame.count >= 10, case .header(let header) = GT06Header.read(frame.span),
      GT06Header.ends(frame.span, at: frame.count), !isBare(frame.span, header)
    else { return }
    let length = frame.count - (header.isLong ? 6 : 5)
    if header.isLong { frame[2] = UInt8(truncatingIfNeeded: length >> 8) }
    frame[header.isLong ? 3 : 2] = UInt8(truncatingIfNeeded: length)
    let sum = Checksum.x25(frame.span.extracting(2..<frame.count - 4))
    frame[frame.count - 4] = UInt8(truncatingIfNeeded: sum >> 8)
    frame[frame.count - 3] = UInt8(truncatingIfNeeded: sum)
  }

  /// Whether a frame is one without trailer, in which nothing is to be repaired.
  private static func isBare(_ bytes: Span<UInt8>, _ header: GT06Header) -> Bool {
    if case .total(bytes.count) = header.listTotal(bytes) { return true }
    if case .total(bytes.count) = header.uncountedTypeTotal(bytes) { return true }
    return !header.isLong && header.type == 0x01 && bytes.count == 15
  }
}
