import Telemetry
import Wire

// Lines of single makers.
extension T55 {
  /// Reads TRCCR: a record in degrees, knots and metres.
  static func record(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    let start = frame.offset
    let text = frame.text("time")
    guard text.count >= 14, let date = TextNumber.digits(text.extracting(0..<8)),
      let clock = TextNumber.digits(text.extracting(8..<14))
    else { throw DecodeError(.invalid, field: "time", at: start) }
    let moment = CivilTime(
      year: date / 10_000, month: date / 100 % 100, day: date % 100, hour: clock / 10_000,
      minute: clock / 100 % 100, second: clock % 100
    ).moment(by: context.settings.clock)
    frame.note(moment.brief)
    reports.current.setTime(moment)
    let fix = frame.text("fix")
    try degrees(&frame, &reports)
    reports.current.location.isValid = fix.equals("A")
    reports.current.location.speed = try frame.decimal("speed") ?? 0
    reports.current.location.course = try frame.decimal("course") ?? 0
    reports.current.location.altitude = try frame.decimal("altitude") ?? 0
    if let battery = try frame.decimal("battery") { reports.set(.battery, battery) }
  }

  /// Reads latitude and longitude in degrees with signs.
  private static func degrees(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    let latitude = try frame.decimal("latitude")
    let longitude = try frame.decimal("longitude")
    guard let latitude, let longitude, abs(latitude) <= 90, abs(longitude) <= 180 else {
      throw DecodeError(.invalid, field: "latitude and longitude", at: start)
    }
    reports.current.hasLocation = true
    reports.current.location.latitude = latitude
    reports.current.location.longitude = longitude
  }

  /// Reads QZE: a record in degrees and km/h with an event.
  static func event(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    if let event = try frame.integer("event") { reports.set(.event, event) }
    let start = frame.offset
    let date = frame.text("date")
    let clock = frame.text("time")
    guard date.count == 8, clock.count == 6, let day = TextNumber.digits(date),
      let time = TextNumber.digits(clock)
    else { throw DecodeError(.invalid, field: "date", at: start) }
    let moment = CivilTime(
      year: day % 10_000, month: day / 10_000 % 100, day: day / 1_000_000, hour: time / 10_000,
      minute: time / 100 % 100, second: time % 100
    ).moment(by: context.settings.clock)
    frame.note(moment.brief)
    reports.current.setTime(moment)
    try degrees(&frame, &reports)
    let speed = try frame.decimal("speed") ?? 0
    frame.note("\(speed) km/h")
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
    reports.current.location.course = try frame.decimal("course") ?? 0
    reports.current.location.isValid = frame.text("fix").equals("A")
    if let ignition = try frame.integer("ignition") { reports.set(.ignition, ignition == 1) }
  }

  /// Reads GPIOP: voltages; how inputs and outputs are wired is not known.
  static func voltages(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    frame.skipText("inputs")
    frame.skipText("outputs")
    for channel in 1...4 {
      if let volts = try frame.decimal("analogue input") { reports.set(.adc(channel), volts) }
    }
    if let volts = try frame.decimal("supply voltage") { reports.set(.power, volts) }
    if let volts = try frame.decimal("battery") { reports.set(.battery, volts) }
  }

  /// Reads GPTXT, of which `NET` says the network of the sender.
  mutating func text(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    guard frame.text("kind").equals("NET") else { return }
    try identify(frame.text("identifier"), at: start, &reports)
    reports.begin()
    let name = frame.text("operator")
    if name.count > 0 { reports.set(.networkOperator, text: name) }
    if let signal = try frame.integer("signal") { reports.set(.rssi, signal) }
    if let country = try frame.integer("mobile country code", to: UInt8(ascii: " ")) {
      reports.set("mcc", country)
    }
    if let network = try frame.integer("mobile network code") { reports.set("mnc", network) }
  }

  /// Reads PUBX 00, the position sentence of u-blox receivers, with an identifier near its end.
  mutating func proprietary(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let kind = try frame.integer("message")
    guard kind == 0 else { return }
    let clock = try frame.timeOfDay("time")
    let place = try frame.latitudeAndLongitude()
    guard var location = place else { return }
    reports.begin()
    reports.set(.index, 0)
    location.altitude = try frame.decimal("altitude") ?? 0
    location.isValid = !frame.text("status").equals("NF")
    location.accuracy = try frame.decimal("horizontal accuracy") ?? 0
    frame.skipText("vertical accuracy")
    let speed = try frame.decimal("speed") ?? 0
    frame.note("\(speed) km/h")
    location.speed = Units.knots(kilometresPerHour: speed)
    location.course = try frame.decimal("course") ?? 0
    frame.skipText("vertical speed")
    frame.skipText("age of corrections")
    if let hdop = try frame.decimal("hdop") { reports.set(.hdop, hdop) }
    if let vdop = try frame.decimal("vdop") { reports.set(.vdop, vdop) }
    frame.skipText("tdop")
    if let count = try frame.integer("satellites") { reports.set(.satellites, count) }
    reports.current.setTime(Self.moment(clock, context))
    reports.current.hasLocation = true
    reports.current.location = location
    let start = frame.offset
    let identifier = frame.text("identifier")
    if identifier.count > 0 { try identify(identifier, at: start, &reports) }
  }

  // MARK: WMCS

  /// Reads what stands behind the identifier of `$ID`: words, `GPSE…`, the fix, and items with
  /// tags.
  static func taggedItems(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    if frame.next(to: comma, { $0.equals("ALARM") }) {
      frame.skipText("word")
      reports.set(.alarm, text: frame.text("alarm"))
    }
    while !frame.isAtEnd, !frame.next(to: comma, { $0.starts(with: "GPSE") }) {
      frame.skipText("word")
    }
    frame.skipText("receiver")
    let isValid = frame.text("fix").equals("A")
    var items = TaggedItems()
    while !frame.isAtEnd { try items.read(&frame, &reports) }
    guard let date = items.date, let clock = items.clock else { return }
    let time = CivilTime(dayMonthYear: date, hourMinuteSecond: clock)
      .moment(by: context.settings.clock)
    reports.current.setTime(time)
    guard let latitude = items.latitude, let longitude = items.longitude else { return }
    reports.current.hasLocation = true
    reports.current.location.latitude = latitude
    reports.current.location.longitude = longitude
    reports.current.location.isValid = isValid
  }

  private struct TaggedItems {
    var date: Int?
    var clock: Int?
    var latitude: Double?
    var longitude: Double?

    mutating func read(
      _ frame: inout FieldReader, _ reports: inout Reports
    ) throws(DecodeError) {
      let tag = frame.text("tag")
      if tag.equals("D") {
        date = try frame.integer("date").map { Int(clamping: $0) }
      } else if tag.equals("T") {
        clock = try frame.integer("time").map { Int(clamping: $0) }
      } else if tag.equals("S") {
        if let seen = try frame.integer("satellites in view", to: UInt8(ascii: ":")) {
          reports.set(.satellitesVisible, seen)
        }
        if let used = try frame.integer("satellites") { reports.set(.satellites, used) }
      } else if tag.equals("La") {
        latitude = try angle("latitude", "S", limit: 90, &frame)
      } else if tag.equals("Lo") {
        longitude = try angle("longitude", "W", limit: 180, &frame)
      } else if tag.equals("H") {
        reports.current.location.course = try frame.decimal("course") ?? 0
      } else if tag.equals("V") {
        let speed = try frame.decimal("speed") ?? 0
        reports.current.location.speed = Units.knots(kilometresPerHour: speed)
      } else if tag.equals("DD"), let distance = try frame.decimal("distance") {
        reports.set(.totalDistance, distance)
      }
    }

    private func angle(
      _ name: String, _ negative: String, limit: Double, _ frame: inout FieldReader
    ) throws(DecodeError) -> Double? {
      let start = frame.offset
      let degrees = try frame.decimal(name)
      let isNegative = frame.text("hemisphere").equals(negative)
      guard let degrees else { return nil }
      guard (0...limit).contains(degrees) else {
        throw DecodeError(.invalid, field: name, at: start)
      }
      return isNegative && degrees != 0 ? -degrees : degrees
    }
  }
}
