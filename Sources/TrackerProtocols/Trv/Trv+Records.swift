import Telemetry
import Wire

extension Trv {
  private static let bar = UInt8(ascii: "|")

  // MARK: Positions

  /// Reads the fixed columns of a position, a cell, and what may follow: an alarm, words, access
  /// points.
  static func position(
    _ frame: inout FieldReader, hasAlarm: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    let date = try frame.digits("date", count: 6)
    let start = frame.offset
    let fix = try frame.text("fix", count: 1)
    guard fix.equals("A") || fix.equals("V") else {
      throw DecodeError(.invalid, field: "fix", at: start)
    }
    let latitude = try angle("latitude", &frame, ("N", "S"), limit: 90)
    let longitude = try angle("longitude", &frame, ("E", "W"), limit: 180)
    let speed = try fixedDecimal("speed", 5, &frame)
    frame.note("\(speed) km/h")
    let clock = try frame.digits("time", count: 6)
    let course = try fixedDecimal("course", 6, &frame)
    let moment = CivilTime(
      year: 2_000 + date / 10_000, month: date / 100 % 100, day: date % 100, hour: clock / 10_000,
      minute: clock / 100 % 100, second: clock % 100
    ).moment()
    frame.note(moment.brief)
    reports.current.setTime(moment)
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: latitude, longitude: longitude, speed: Units.knots(kilometresPerHour: speed),
      course: course, isValid: fix.equals("A"))
    reports.set(.rssi, try frame.digits("signal", count: 3))
    reports.set(.satellites, try frame.digits("satellites", count: 3))
    reports.set(.battery, try frame.digits("battery level", count: 3))
    try state(&frame, &reports)
    frame.skipText("interval")
    try cell(&frame, &reports)
    if hasAlarm { alarm(&frame, &reports) }
    accessPoints(&frame, mayBeNegative: false, &reports)
  }

  /// Reads ignition, arm and mode; zeros say that the unit does not know.
  private static func state(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let ignition = try frame.digits("ignition", count: 1)
    if ignition != 0 { reports.set(.ignition, ignition == 1) }
    let armed = try frame.digits("armed", count: 2)
    if armed != 0 { reports.set(.armed, armed == 1) }
    let mode = try frame.digits("mode", count: 2)
    if mode != 0 { reports.set("mode", mode) }
  }

  /// Reads degrees and minutes up to the letter of the hemisphere.
  private static func angle(
    _ name: String, _ frame: inout FieldReader, _ letters: (positive: String, negative: String),
    limit: Double
  ) throws(DecodeError) -> Double {
    let start = frame.offset
    var count = 0
    while let byte = frame.peek(count), byte == UInt8(ascii: ".") || TextNumber.digit(byte) != nil {
      count += 1
    }
    let degrees = DegreesAndMinutes.degrees(try frame.text(name, count: count))
    if let degrees { frame.note(degrees: degrees) }
    let letter = try frame.text("hemisphere", count: 1)
    guard let degrees, degrees <= limit,
      letter.equals(letters.positive) || letter.equals(letters.negative)
    else { throw DecodeError(.invalid, field: name, at: start) }
    return letter.equals(letters.negative) && degrees != 0 ? -degrees : degrees
  }

  private static func fixedDecimal(
    _ name: String, _ count: Int, _ frame: inout FieldReader
  ) throws(DecodeError) -> Double {
    let start = frame.offset
    guard let value = TextNumber.decimal(try frame.text(name, count: count)) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return value
  }

  private static func cell(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let country = try frame.integer("mobile country code")
    let network = try frame.integer("mobile network code")
    let area = try frame.integer("location area code")
    let cell = try frame.integer("cell")
    guard let country, let network, let area, let cell else { return }
    reports.add(tower(country, network, area, cell, signal: nil))
  }

  private static func tower(
    _ country: Int64, _ network: Int64, _ area: Int64, _ cell: Int64, signal: Int64?
  ) -> CellTower {
    CellTower(
      mobileCountryCode: UInt32(clamping: country), mobileNetworkCode: UInt32(clamping: network),
      locationAreaCode: UInt32(clamping: area), cellIdentifier: UInt64(clamping: cell),
      signalStrength: signal.map { -Int32(clamping: $0.magnitude) })
  }

  /// Reads two digits, if they come next.
  private static func alarm(_ frame: inout FieldReader, _ reports: inout Reports) {
    guard frame.next(to: comma, { $0.count == 2 && $0.isDigits }) else { return }
    let code = frame.text("alarm")
    if code.equals("01") {
      reports.raise(.sos)
    } else if code.equals("05") || code.equals("06") {
      reports.raise(.fallDown)
    }
  }

  // MARK: Networks

  /// Reads `<name>|<address>|<signal>&…`. The first name may hold commas. The list ends at the
  /// first entry of another form.
  private static func accessPoints(
    _ frame: inout FieldReader, mayBeNegative: Bool, _ reports: inout Reports
  ) {
    while !frame.isAtEnd {
      guard frame.distance(to: bar) < frame.remaining else { return frame.skipRest("words") }
      frame.skipText("name of the network", to: bar)
      let address = HardwareAddress.number(frame.text("address", to: bar))
      let text = frame.text("signal", to: UInt8(ascii: "&"))
      let signal = mayBeNegative || text.isDigits ? TextNumber.integer(text) : nil
      guard let address, let signal else { return frame.skipRest("further networks") }
      reports.add(
        WiFiAccessPoint(address: address, signalStrength: -Int32(clamping: signal.magnitude)))
    }
  }

  /// Reads AP02: cells and access points.
  static func surroundings(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    frame.skipText("nothing")
    frame.skipText("language")
    frame.skipText("answer wanted")
    var cells = try frame.integer("count of cells") ?? 0
    let country = try frame.integer("mobile country code") ?? 0
    let network = try frame.integer("mobile network code") ?? 0
    while cells > 0, !frame.isAtEnd {
      cells &-= 1
      var group = frame.group("cell")
      let area = try group.integer("location area code", to: bar)
      let cell = try group.integer("cell", to: bar)
      let signal = try group.integer("signal", to: bar)
      group.skipRest("further items")
      guard let area, let cell else { continue }
      reports.add(tower(country, network, area, cell, signal: signal))
    }
    frame.skipText("count of access points")
    accessPoints(&frame, mayBeNegative: true, &reports)
  }

  // MARK: Heartbeats

  /// Reads AP03 of watches and CP01 of vehicles.
  static func heartbeat(
    _ frame: inout FieldReader, isWatch: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    frame.skipText("nothing")
    reports.set(.rssi, try frame.digits("signal", count: 3))
    reports.set(.satellites, try frame.digits("satellites", count: 3))
    let level = try frame.digits("battery level", count: 3)
    reports.set(isWatch ? .batteryLevel : .battery, level)
    guard isWatch else {
      try state(&frame, &reports)
      return vehicle(&frame, &reports)
    }
    frame.skipText("state")
    if let steps = try frame.integer("steps") { reports.set(.steps, steps) }
    frame.skipText("turn-overs")
  }

  /// Interval 3, alarm 1, sensitivity 3, arms itself 1, after 4; then oil, power and motion.
  private static let longStateCount = 12

  /// Reads what some vehicles add, all of it digits; zeros say nothing.
  private static func vehicle(_ frame: inout FieldReader, _ reports: inout Reports) {
    guard frame.remaining >= longStateCount + 3 else { return }
    var ahead = frame.lookahead()
    guard ahead.textRest("state").isDigits else { return }
    do throws(DecodeError) {
      try frame.skip("interval, vibration and arming", longStateCount)
      let oil = try frame.digits("oil", count: 1)
      if oil != 0 { reports.set(.blocked, oil == 2) }
      let power = try frame.digits("power", count: 1)
      if power != 0 { reports.set(.charge, power == 1) }
      let motion = try frame.digits("motion", count: 1)
      if motion != 0 { reports.set(.motion, motion == 1) }
    } catch {
      frame.abandon("state", after: error)
    }
  }

  // MARK: Health

  /// What the items of a type are, in their order.
  private static func healthItems(_ type: Span<UInt8>) -> [AttributeKey] {
    if type.equals("AP49") { return [.heartRate] }
    if type.equals("APHT") { return [.heartRate, "pressureSystolic", "pressureDiastolic"] }
    if type.equals("APHP") { return bloodItems }
    return type.equals("AP50") ? ["temperature", .batteryLevel] : []
  }

  private static let bloodItems: [AttributeKey] = [
    .heartRate, "pressureSystolic", "pressureDiastolic", "spo2", "bloodSugar", "temperature",
  ]

  /// Reads items of health; other types have nothing that is stored.
  static func health(
    _ frame: inout FieldReader, _ type: Span<UInt8>, _ reports: inout Reports
  ) throws(DecodeError) {
    let items = healthItems(type)
    guard !items.isEmpty else { return }
    reports.begin()
    frame.skipText("nothing")
    for key in items {
      let isDecimal = key == "bloodSugar" || key == "temperature"
      if isDecimal, let value = try frame.decimal(key.word) {
        reports.set(key, value)
      } else if !isDecimal, let value = try frame.integer(key.word) {
        reports.set(key, value)
      }
    }
  }
}
