import Telemetry
import Wire

extension ATrack {
  /// Reads a message in binary: header, then records or a part of a picture.
  static func message(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let isPicture = frame.peek(1) == UInt8(ascii: "R")
    try frame.skip("prefix", 2)
    let length = Int(frame.frame.bigEndian16(at: 4))
    let covered = frame.frame.extracting(4..<max(min(length + 6, frame.frame.count), 4))
    reports.checksumFailed =
      !(try frame.checksum("checksum", bytes: 2, is: UInt64(Checksum.arc(covered))))
    _ = try frame.u16("length")
    var content = try frame.part("message", length)
    frame.skipRest("padding")
    let sequence = try content.u16("sequence")
    let unit = try content.unsigned("unit", bytes: 8)
    reports.identifier = String(unit)
    if isPicture {
      try picturePart(&content, &reports)
    } else {
      try records(&content, context, &reports)
    }
    content.skipRest("other fields")
    acknowledge(unit, sequence, &reports)
  }

  /// Reads records. One behind the first that has not the form is no record: values that nobody
  /// entered a list for stand there.
  private static func records(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    while frame.remaining >= shortestRecord {
      do throws(DecodeError) {
        try record(&frame, context, &reports)
      } catch {
        // Without an answer a sound message would be repeated for ever, and nothing behind it come.
        guard !reports.checksumFailed || reports.recordCount > 1 else { throw error }
        reports.discardCurrent()
        frame.abandon("other fields", after: error)
      }
    }
    // The sum does not cover what tells a report from a part of a picture.
    guard frame.isAtEnd || reports.recordCount > 0 else {
      throw DecodeError(.truncated, field: "fix time", at: frame.offset)
    }
  }

  /// With fewer bytes nothing else begins.
  private static let shortestRecord = 40

  private static func record(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    try times(&frame, &reports)
    reports.current.hasLocation = true
    reports.current.location.isValid = true
    let start = frame.offset
    let longitude = Double(try frame.i32("longitude")) / 1e6
    let latitude = Double(try frame.i32("latitude")) / 1e6
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      throw DecodeError(.invalid, field: "longitude and latitude", at: start)
    }
    reports.current.location.longitude = longitude
    reports.current.location.latitude = latitude
    reports.current.location.course = Double(try frame.u16("course"))
    reports.set(.type, Int64(try frame.u8("report")))
    reports.set(.odometer, Int64(try frame.u32("odometer")) &* 100)
    reports.set(.hdop, Double(try frame.u16("hdop")) / 10)
    reports.set(.input, Int64(try frame.u8("inputs")))
    let speed = try frame.u16("speed")
    frame.note("\(speed) km/h")
    reports.current.location.speed = Units.knots(kilometresPerHour: Double(speed))
    reports.set(.output, Int64(try frame.u8("outputs")))
    reports.set(.adc(1), Double(try frame.u16("analogue input")) / 1_000)
    let driver = frame.text("driver", to: 0)
    if driver.count > 0 { reports.set(.driverUniqueId, text: driver) }
    reports.set(.temperature(1), Double(try frame.i16("temperature 1")) / 10)
    reports.set(.temperature(2), Double(try frame.i16("temperature 2")) / 10)
    text(frame.text("message", to: 0), context, &reports)
    do throws(DecodeError) {
      try customValues(&frame, context, &reports)
    } catch {
      // The place is worth as much without them. Where the next record begins nobody knows.
      guard !reports.checksumFailed else { throw error }
      frame.abandon("values that cannot be read", after: error)
    }
  }

  /// Reads three times: of the fix, of the clock, of sending. They are seconds since 1970, or,
  /// if the unit is set so, date and time; as seconds those would be of 1974.
  private static func times(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let year = Int(frame.peek() ?? 0) << 8 | Int(frame.peek(1) ?? 0)
    guard (2_000...2_099).contains(year), (1...12).contains(frame.peek(2) ?? 0),
      (1...31).contains(frame.peek(3) ?? 0)
    else {
      reports.current.fixTime = try frame.unixTime("fix time")
      reports.current.deviceTime = try frame.unixTime("device time")
      _ = try frame.unixTime("time of sending")
      return
    }
    reports.current.setTime(try longTime(&frame, "fix time"))
    _ = try longTime(&frame, "device time")
    _ = try longTime(&frame, "time of sending")
  }

  private static func longTime(
    _ frame: inout FieldReader, _ name: String
  ) throws(DecodeError) -> Timestamp {
    var part = try frame.part(name, 7)
    let year = try part.u16("year")
    let month = try part.u8("month")
    let day = try part.u8("day")
    let hour = try part.u8("hour")
    let minute = try part.u8("minute")
    let second = try part.u8("second")
    return CivilTime(
      year: Int(year), month: Int(month), day: Int(day), hour: Int(hour), minute: Int(minute),
      second: Int(second)
    ).moment()
  }

  /// Takes a text message: of a fuel sensor (`FULS:F=… t=… N=…`), or any.
  private static func text(
    _ text: Span<UInt8>, _ context: DecodeContext, _ reports: inout Reports
  ) {
    guard text.count > 0 else { return }
    guard let start = position(of: "FULS:", in: text) else {
      return reports.set("message", text: text)
    }
    guard let mark = position(of: " N=", in: text.extracting(droppingFirst: start)) else { return }
    var value = FieldReader(text.extracting(droppingFirst: start + mark + 3))
    let digits = value.text("level", to: 32)
    let isDecimal = context.settings.options["atrack.decimalFuel"] == "true"
    let level =
      isDecimal ? TextNumber.decimal(digits) : TextNumber.hexadecimal(digits).map { Double($0) }
    if let level { reports.set(.fuel, level / 10) }
  }

  private static func position(of word: String, in text: Span<UInt8>) -> Int? {
    for index in text.indices where text.starts(with: word, at: index) { return index }
    return nil
  }

  /// Reads a part of a picture. Its time tells which it belongs to.
  private static func picturePart(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let time = try frame.unixTime("time")
    let part = try frame.u8("part")
    let parts = try frame.u8("parts")
    let length = try frame.u16("data length")
    let start = frame.offset
    let data = try frame.bytes("data", Int(length))
    guard part < parts else { throw DecodeError(.invalid, field: "part", at: start) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.count)
    for index in data.indices { bytes.append(data[index]) }
    let civil = CivilTime(time)
    var digits: [UInt8] = []
    digits.append(digits: civil.yearMonthDay, count: 8)
    digits.append(digits: civil.hourMinuteSecond, count: 6)
    let name = String(decoding: digits, as: UTF8.self) + ".jpg"
    let isLast = Int(part) + 1 == Int(parts)
    reports.add(
      MediaPiece(
        name: name, place: .part(Int(part)), bytes: bytes, isLast: isLast, parts: Int(parts),
        source: MediaSource(start..<frame.offset)))
    guard isLast else { return }
    reports.begin()
    reports.current.deviceTime = time
    reports.set(.image, text: name)
  }
}
