import Telemetry
import Wire

extension JT808 {
  /// Messages 5501 and 5502: the short position of padlocks, in UTC.
  static func padlock(
    _ frame: inout FieldReader, _ message: Message, isValid: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    let time = try frame.packedDecimal("time", bytes: 6)
    let civil = CivilTime(dayMonthYear: time / 1_000_000, hourMinuteSecond: time % 1_000_000)
    let moment = civil.moment()
    frame.note(moment.brief)
    reports.current.setTime(moment)
    try padlockPlace(&frame, &reports)
    reports.current.location.isValid = isValid
    // Nothing tells the unit of the speed; it is taken for knots.
    reports.current.location.speed = Double(try frame.packedDecimal("speed", bytes: 1))
    reports.current.location.course = Double(try frame.u8("half of the course")) * 2
    reports.set(.rssi, Int64(try frame.u8("signal")))
    reports.set(.satellites, Int64(try frame.u8("satellites")))
    reports.set(.odometer, Int64(try frame.u32("odometer")) &* 1_000)
    let battery = try frame.u8("battery level or charging")
    if battery <= 100 {
      reports.set(.batteryLevel, Int64(battery))
    } else if battery == 0xAA || battery == 0xAB {
      reports.set(.charge, true)
    }
    try padlockCell(&frame, &reports)
    try padlockState(&frame, &reports)
    try readItems(of: padlockItems, &frame, message, &reports)
  }

  private static func padlockPlace(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let at = frame.offset
    let latitude = try frame.packedDecimal("latitude", bytes: 4)
    let packed = try frame.unsigned("longitude and flags", bytes: 5)
    let longitude = try frame.packedDecimal("longitude", of: packed, 4..<40)
    _ = frame.bit("fix", of: packed, 0)
    let isNorth = frame.bit("north", of: packed, 1)
    let isEast = frame.bit("east", of: packed, 2)
    guard let north = DegreesAndMinutes.degrees(latitude, decimals: 4), north <= 90,
      let east = DegreesAndMinutes.degrees(longitude, decimals: 4), east <= 180
    else { throw DecodeError(.invalid, field: "latitude and longitude", at: at) }
    reports.current.hasLocation = true
    reports.current.location.latitude = isNorth ? north : -north
    reports.current.location.longitude = isEast ? east : -east
  }

  private static func padlockCell(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let cell = try frame.u32("cell")
    let area = try frame.u16("location area code")
    guard cell != 0, area != 0 else { return }
    reports.add(
      CellTower(
        mobileCountryCode: 0, mobileNetworkCode: 0, locationAreaCode: UInt32(area),
        cellIdentifier: UInt64(cell)))
  }

  private static func padlockState(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let product = try frame.u8("product")
    let state = try frame.u16("state")
    reports.set(.status, Int64(state))
    if product == 3 { reports.set(.blocked, frame.bit("locked", of: state, 5)) }
    let alarms = UInt32(try frame.u16("alarms"))
    switch product {
    case 1, 2: raise(alarms, [(1, .lowPower)], &reports)
    case 3: raise(alarms, padlockAlarms3, &reports)
    default: return
    }
  }

  private static let padlockAlarms3: [(mask: UInt32, alarm: Alarm)] = [
    (1 << 0, .overspeed), (1 << 1, .lowPower), (1 << 2, .vibration), (1 << 3, .lowBattery),
    (1 << 5, .geofenceEnter), (1 << 6, .geofenceExit),
  ]

  /// Messages of text: the answer to a command, or a wish for the time. The number in it is not
  /// the one of the other messages, so it names nobody.
  static func padlockText(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) {
    let text = frame.textRest("text")
    guard let place = index(of: "BASE,2", in: text) else {
      reports.begin()
      reports.set(.result, text: text)
      return
    }
    frame.note("time wanted")
    guard let clock = index(of: "TIME", in: text), clock > place else { return }
    let before = copy(text.extracting(0..<clock))
    let after = copy(text.extracting(clock + 4..<text.count))
    reports.reply { answer in
      let time = CivilTime(context.receivedAt)
      answer.append(contentsOf: before)
      answer.append(digits: time.yearMonthDay, count: 8)
      answer.append(digits: time.hourMinuteSecond, count: 6)
      answer.append(contentsOf: after)
    }
  }

  private static func index(of word: String, in text: Span<UInt8>) -> Int? {
    text.indices.first { text.starts(with: word, at: $0) }
  }
}
