import Telemetry
import Wire

extension Meiligao {
  private static let bar = UInt8(ascii: "|")

  /// Reads a text of position into a record: a receiver's sentence, then values with bars. The
  /// record is dropped when it has no coordinates.
  static func position(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    try place(&frame, &reports)
  }

  /// Reads a text of position into the record that was begun.
  static func place(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    var sentence = frame.group("sentence", to: bar)
    let clock = try sentence.timeOfDay("time")
    let start = sentence.offset
    let fix = sentence.text("fix")
    guard fix.equals("A") || fix.equals("V") else {
      throw DecodeError(.invalid, field: "fix", at: start)
    }
    let isValid = fix.equals("A")
    guard var location = try sentence.latitudeAndLongitude() else {
      sentence.skipRest("rest of a sentence without place")
      frame.skipRest("rest of a record without place")
      return reports.discardCurrent()
    }
    location.isValid = isValid
    location.speed = try sentence.decimal("speed") ?? 0
    sentence.note("\(location.speed) kn")
    location.course = try sentence.decimal("course") ?? 0
    let time = try sentence.date("date", at: clock)
    if let time { sentence.note(time.brief) }
    sentence.skipRest("variation, mode and sum")
    reports.current.setTime(time)
    reports.current.hasLocation = true
    reports.current.location = location
    try values(&frame, &reports)
    frame.skipRest("rest")
  }

  /// Reads the values in their order; the first that does not fit ends them.
  private static func values(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard frame.next(to: bar, isNumber) else { return }
    if let hdop = try frame.decimal("hdop", to: bar) { reports.set(.hdop, hdop) }
    guard frame.next(to: bar, isNumber) else { return }
    if let altitude = try frame.decimal("altitude", to: bar) {
      reports.current.location.altitude = altitude
    }
    guard frame.next(to: bar, { $0.count == 0 || $0.count == 4 && $0.isHexadecimal }) else {
      return
    }
    if let state = try frame.hexadecimal("state", to: bar) { ports(frame, state, &reports) }
    guard frame.next(to: bar, isAnalogue) else { return }
    try analogue(&frame, &reports)
    if frame.next(to: bar, { (16...20).contains($0.count) && $0.isHexadecimal }) {
      frame.skipText("base station", to: bar)
      try network(&frame, &reports)
    } else {
      try journey(&frame, &reports)
    }
  }

  private static func isNumber(_ text: Span<UInt8>) -> Bool {
    text.count == 0 || TextNumber.decimal(text) != nil
  }

  /// Two to eight groups of four hexadecimal digits with commas.
  private static func isAnalogue(_ text: Span<UInt8>) -> Bool {
    guard text.count % 5 == 4, (9...39).contains(text.count) else { return false }
    for index in text.indices {
      let isComma = text[index] == UInt8(ascii: ",")
      let isDigit = TextNumber.hexadecimalDigit(text[index]) != nil
      guard index % 5 == 4 ? isComma : isDigit else { return false }
    }
    return true
  }

  /// Sets outputs 1 to 5 from bits 0 to 4, and inputs 1 to 5 from bits 8 to 12.
  private static func ports(
    _ frame: borrowing FieldReader, _ state: UInt64, _ reports: inout Reports
  ) {
    for number in 1...5 {
      reports.set(.output(number), frame.bit("output", of: state, number - 1))
    }
    for number in 1...5 {
      reports.set(.input(number), frame.bit("input", of: state, number + 7))
    }
  }

  private static func analogue(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var list = frame.group("analogue inputs", to: bar)
    var number = 0
    while !list.isAtEnd {
      number += 1
      if let value = try list.hexadecimal("analogue input") { reports.set(.adc(number), value) }
    }
  }

  /// Reads what stands behind a base station: signal, journey, satellites, driver's card.
  private static func network(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard frame.next(to: bar, { $0.count == 2 && $0.isHexadecimal }) else { return }
    if let signal = try frame.hexadecimal("signal", to: bar) { reports.set(.rssi, signal) }
    guard frame.next(to: bar, { $0.count == 8 && $0.isHexadecimal }) else { return }
    if let metres = try frame.hexadecimal("journey", to: bar) {
      frame.note("\(metres) m")
      reports.set(.odometer, metres)
    }
    guard frame.next(to: bar, { $0.count == 2 && $0.isHexadecimal }) else { return }
    if let count = try frame.hexadecimal("satellites", to: bar) { reports.set(.satellites, count) }
    if !frame.isAtEnd { reports.set(.card, text: frame.textRest("driver")) }
  }

  /// Reads the short form: journey in decimal digits, then a card.
  private static func journey(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var count = 0
    while count < 9, let byte = frame.peek(count), TextNumber.digit(byte) != nil { count += 1 }
    guard count > 0 else { return }
    reports.set(.odometer, Int64(try frame.digits("journey", count: count)))
    guard frame.peek() == bar else { return }
    try frame.skip("separator", 1)
    guard frame.next(to: bar, { $0.count >= 5 && $0.isHexadecimal }) else { return }
    reports.set(.driverUniqueId, text: frame.text("card", to: bar))
  }
}
