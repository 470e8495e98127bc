import Telemetry
import Wire

extension T800X {
  /// What the alarms of units with a supply are, by code.
  private static let wiredAlarms: [UInt8: Alarm] = [
    1: .powerCut, 2: .lowBattery, 3: .sos, 4: .overspeed, 5: .geofenceEnter, 6: .geofenceExit,
    7: .tow, 8: .vibration, 10: .vibration, 21: .jamming, 23: .powerRestored, 24: .lowPower,
  ]
  /// What the alarms of units with a battery are, by code.
  private static let batteryAlarms: [UInt8: Alarm] = [
    1: .removing, 2: .tampering, 3: .sos, 4: .removing, 5: .fallDown, 6: .lowBattery,
    14: .geofenceEnter, 15: .geofenceExit,
  ]

  /// Digits two in a byte, in which one above nine counts as what it is.
  static func looseDigits(
    _ name: String, bytes count: Int, _ frame: inout FieldReader
  ) throws(DecodeError) -> Int {
    let bits = try frame.unsigned(name, bytes: count)
    var value = 0
    for place in (0..<2 * count).reversed() {
      value = value &* 10 &+ Int(truncatingIfNeeded: bits >> UInt64(4 * place) & 15)
    }
    return value
  }

  // MARK: Parts that both forms have

  private static func alarmCode(
    _ alarms: [UInt8: Alarm], _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> UInt8 {
    let code = try frame.u8("alarm")
    if let alarm = alarms[code] {
      frame.note(alarm.rawValue)
      reports.raise(alarm)
    }
    reports.set("alarmCode", Int(code))
    return code
  }

  private static func batteryLevel(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let level = try looseDigits("battery level", bytes: 1, &frame)
    reports.set(.batteryLevel, level == 0 ? 100 : level)
  }

  private static func receiver(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> Bool {
    let state = try frame.u8("state of the receiver")
    reports.set(.satellites, frame.bits("satellites", of: state, 0..<5))
    _ = frame.bit("asleep", of: state, 5)
    _ = frame.bit("stored", of: state, 7)
    return frame.bit("place by satellites", of: state, 6)
  }

  /// Reads time, and place or cells.
  private static func place(
    bySatellites: Bool, line: T800XHeader.Line, _ frame: inout FieldReader,
    _ reports: inout Reports
  ) throws(DecodeError) {
    let time = try frame.packedTime("time")
    frame.note(time.brief)
    reports.current.deviceTime = time
    guard bySatellites else {
      try cells(&frame, &reports)
      return
    }
    reports.current.fixTime = time
    try coordinates(&frame, &reports)
    if line == .diagnostic {
      try frame.skip("not used", 2)
    } else {
      try speed(&frame, &reports)
    }
    reports.current.location.course = Double(try frame.u16("course"))
    reports.current.location.isValid = true
  }

  /// Reads altitude, longitude and latitude.
  static func coordinates(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let altitude = try frame.float32("altitude", .little)
    let longitude = try frame.float32("longitude", .little)
    frame.note(degrees: longitude)
    let latitude = try frame.float32("latitude", .little)
    frame.note(degrees: latitude)
    // What cannot be a place is none; the rest of the record counts, and an alarm is confirmed.
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      reports.current.fixTime = nil
      return
    }
    reports.current.hasLocation = true
    reports.current.location.altitude = altitude.isFinite ? altitude : 0
    reports.current.location.latitude = latitude
    reports.current.location.longitude = longitude
  }

  /// Reads a speed in tenths of kilometres an hour.
  static func speed(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let speed = Double(try looseDigits("speed", bytes: 2, &frame)) / 10
    frame.note("\(speed) km/h")
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
  }

  private static func cells(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let country = try frame.u16("mobile country code", .little)
    let network = try frame.u16("mobile network code", .little)
    for _ in 0..<3 {
      let area = try frame.u16("location area code", .little)
      let cell = try frame.u16("cell", .little)
      guard country != 0xFFFF, network != 0xFFFF else { continue }
      reports.add(
        CellTower(
          mobileCountryCode: UInt32(country), mobileNetworkCode: UInt32(network),
          locationAreaCode: UInt32(area), cellIdentifier: UInt64(cell)))
    }
  }

  // MARK: Units with a supply

  /// Reads a record of a unit that is wired or plugged in, and gives its alarm's code.
  static func vehicleRecord(
    _ header: T800XHeader, _ frame: inout FieldReader, _ settings: DeviceSettings,
    _ reports: inout Reports
  ) throws(DecodeError) -> UInt8 {
    try frame.skip("interval while the engine runs", 2)
    try frame.skip("interval while it rests", 2)
    try frame.skip("angle", 1)
    try frame.skip("distance", 2)
    let network = try frame.u16("network")
    reports.set(.rssi, frame.bits("signal", of: network, 0..<7))
    let bySatellites = try receiver(&frame, &reports)
    try frame.skip("state of the sensor", 1)
    try frame.skip("flags", 1)
    try frame.skip("heartbeat", 1)
    try frame.skip("relay", 1)
    try frame.skip("distance of the tow alarm", 2)
    try inputs(header, &frame, &reports)
    let code = try alarmCode(wiredAlarms, &frame, &reports)
    try frame.skip("reserved", 1)
    reports.set(.odometer, Int(try frame.u32("odometer")))
    try batteryLevel(&frame, &reports)
    try place(bySatellites: bySatellites, line: header.line, &frame, &reports)
    try tail(header, &frame, settings, &reports)
    return code
  }

  private static func inputs(
    _ header: T800XHeader, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let word = try frame.u16("inputs and outputs")
    reports.set(.ignition, frame.bit("ignition", of: word, 14))
    reports.set("ac", frame.bit("air conditioning", of: word, 13))
    reports.set(.input(3), frame.bit("third input", of: word, 12))
    reports.set(.input(4), frame.bit("fourth input", of: word, 11))
    if header.isLong {
      reports.set(.output, Int(try frame.u8("outputs")))
      try frame.skip("reserved", 1)
    } else {
      reports.set(.output(1), frame.bit("first output", of: word, 7))
      reports.set(.output(2), frame.bit("second output", of: word, 8))
      reports.set(.output(3), frame.bit("third output", of: word, 9))
    }
    guard header.line != .diagnostic else { return }
    for number in 1...(header.isLong ? 5 : 2) {
      let value = try frame.u16("analogue input")
      guard value != 0xFFFF else { continue }
      reports.set(.adc(number), Double(value) / 100)
    }
  }

  /// The fewest bytes of what a vehicle says of itself.
  private static let vehicleCount = 19

  private static func tail(
    _ header: T800XHeader, _ frame: inout FieldReader, _ settings: DeviceSettings,
    _ reports: inout Reports
  ) throws(DecodeError) {
    if header.isLong || settings.model?.uppercased() == "TLW2-2BL", frame.remaining >= 2 {
      try voltage(.battery, "battery voltage", &frame, &reports)
    }
    if frame.remaining >= 2 { try voltage(.power, "supply voltage", &frame, &reports) }
    guard frame.remaining >= vehicleCount else { return }
    try speed(&frame, &reports)
    let speed = Double(try looseDigits("speed of the vehicle", bytes: 2, &frame)) / 100
    reports.set(.obdSpeed, speed)
    reports.set(.fuelUsed, Double(try frame.u32("fuel used")) / 1_000)
    reports.set(.fuelConsumption, Double(try frame.u32("fuel consumption")) / 1_000)
    reports.set(.rpm, Int(try frame.u16("engine speed")))
    // Some units have fewer of them, and do not say which.
    guard frame.remaining >= vehicleBytes.count else { return }
    for (key, name, offset) in vehicleBytes {
      let value = try frame.u8(name)
      if value != 0xFF { reports.set(key, Int(value) - offset) }
    }
  }

  /// The last bytes of what a vehicle says, and how much too high they are.
  private static let vehicleBytes: [(AttributeKey, String, Int)] = [
    ("airInput", "air flow", 0), ("airPressure", "air pressure", 0),
    (.coolantTemp, "coolant temperature", 40), ("airTemp", "air temperature", 40),
    (.engineLoad, "engine load", 0), (.throttle, "throttle", 0), (.fuel, "fuel", 0),
  ]

  private static func voltage(
    _ key: AttributeKey, _ name: String, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let volts = Double(try looseDigits(name, bytes: 2, &frame)) / 100
    frame.note("\(volts) V")
    reports.set(key, volts)
  }

  // MARK: Units with a battery

  /// Reads a record of a unit with a battery or a solar panel, and gives its alarm's code.
  static func batteryRecord(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> UInt8 {
    let bySatellites = try receiver(&frame, &reports)
    let code = try alarmCode(batteryAlarms, &frame, &reports)
    try place(bySatellites: bySatellites, line: .battery, &frame, &reports)
    let sensor = try frame.unsigned("acceleration", bytes: 5)
    let parts = [
      gravity(frame.bits("x", of: sensor, 28..<40)), gravity(frame.bits("y", of: sensor, 16..<28)),
      gravity(frame.bits("z", of: sensor, 4..<16)),
    ]
    reports.set(.gSensor, text: "[" + parts.joined(separator: ",") + "]")
    try batteryLevel(&frame, &reports)
    reports.set(.deviceTemp, Int(try frame.i8("temperature")))
    try tenths("lightSensor", "light", &frame, &reports)
    try tenths(.battery, "battery voltage", &frame, &reports)
    try tenths("solarPanel", "voltage of the panel", &frame, &reports)
    reports.set(.odometer, Int(try frame.u32("odometer")))
    let state = try frame.u16("state")
    reports.set(.ignition, frame.bit("ignition", of: state, 2))
    reports.set(.rssi, frame.bits("signal", of: state, 4..<11))
    reports.set(.input, Int(state))
    try frame.skip("interval in motion", 2)
    try frame.skip("interval at rest", 4)
    try frame.skip("angle", 1)
    try frame.skip("distance", 2)
    try frame.skip("heartbeat", 1)
    return code
  }

  private static func tenths(
    _ key: AttributeKey, _ name: String, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.set(key, Double(try looseDigits(name, bytes: 1, &frame)) / 10)
  }

  /// A part of the acceleration: a bit that is 1 above zero, seven bits, four bits of tenths.
  private static func gravity(_ bits: Int) -> String {
    let value = "\(bits >> 4 & 0x7F).\(min(bits & 15, 9))"
    return bits >> 11 & 1 == 1 ? value : "-" + value
  }
}
