import Telemetry
import Wire

extension Totem {
  /// Reads a message of the fourth generation, and answers with its serial number: the four
  /// characters before the sum, whatever they are.
  static func fourth(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    let serial = frame.frame.extracting(max(frame.end - 4, 0)..<frame.end)
    _ = try frame.digits("length", count: 4)
    let type = try frame.hexadecimal("type", count: 2)
    if type == 0xBB {
      let start = frame.offset
      let text = frame.textRest("identifier")
      guard text.isDigits, let identifier = text.asciiString else {
        throw DecodeError(.invalid, field: "identifier", at: start)
      }
      reports.identifier = identifier
    } else {
      reports.identifier = try identifier(&frame)
      try tolerantly(&frame, &reports) { frame, reports throws(DecodeError) in
        switch type {
        case 0xE2: try driver(&frame, &reports)
        case 0xE5: try vehicle(&frame, &reports)
        default: try position(&frame, type, &reports)
        }
      }
    }
    reports.reply { answer in
      let begin = answer.count
      answer.append(contentsOf: "$$0014AA".utf8)
      for index in serial.indices { answer.append(serial[index]) }
      answer.append(upperHexadecimal: Checksum.xor8(answer.span.extracting(droppingFirst: begin)))
    }
  }

  // MARK: Positions

  /// What stands between the time and the number of satellites.
  private struct Parts {
    /// Whether the battery has two digits and the supply follows; else it has three.
    let hasSupply: Bool
    let hasNetwork: Bool
    let inputs: Int
    let temperatures: Int

    /// The parts that take so many characters; nil if none do.
    init?(_ count: UInt8) {
      let plain: UInt8
      switch count {
      case 15, 16, 19, 20, 23, 24, 31, 32, 35, 36:
        hasNetwork = false
        plain = count
      case 21, 25, 28, 29, 37, 40, 41:
        hasNetwork = true
        plain = count &- 5
      default: return nil
      }
      hasSupply = plain % 4 == 0
      switch (plain &+ 1) / 4 {
      case 4: (inputs, temperatures) = (1, 0)
      case 5: (inputs, temperatures) = (1, 1)
      case 6: (inputs, temperatures) = (1, 2)
      case 8: (inputs, temperatures) = (4, 1)
      case 9: (inputs, temperatures) = (4, 2)
      default: return nil
      }
    }
  }

  private static func position(
    _ frame: inout FieldReader, _ type: UInt64, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    if let alarm = fourthAlarms[type] { reports.raise(alarm) }
    var serial = try frame.trailer("serial number", 4)
    _ = try serial.digits("serial number", count: 4)
    let status = try frame.hexadecimal("status", count: 8)
    let start = frame.offset
    let digits = try frame.digits("time", count: 12)
    let time = CivilTime(
      year: 2_000 + digits / 10_000_000_000, month: digits / 100_000_000 % 100,
      day: digits / 1_000_000 % 100, hour: digits / 10_000 % 100, minute: digits / 100 % 100,
      second: digits % 100
    ).moment()
    frame.note(time.brief)
    guard let between = charactersToSatellites(frame), let parts = Parts(between) else {
      throw DecodeError(.invalid, field: "fields behind the time", at: start)
    }
    reports.current.setTime(time)
    try power(&frame, parts, &reports)
    try cellAndMotion(&frame, parts, &reports)
    try fixedPlace(&frame, &reports)
    frame.skipRest("extra temperature")
    setStatus(status, frame, parts.temperatures == 2, &reports)
  }

  /// How many characters there are up to the number of satellites, which stands 30 before the
  /// letter of the latitude; nil if there is no such letter.
  private static func charactersToSatellites(_ frame: borrowing FieldReader) -> UInt8? {
    var distance = 45
    while let byte = frame.peek(distance) {
      if byte == UInt8(ascii: "N") || byte == UInt8(ascii: "S") {
        return UInt8(clamping: distance - 30)
      }
      distance += 1
    }
    return nil
  }

  private static func power(
    _ frame: inout FieldReader, _ parts: Parts, _ reports: inout Reports
  ) throws(DecodeError) {
    if parts.hasSupply {
      reports.set(.battery, Double(try frame.digits("battery", count: 2)) / 10)
      reports.set(.power, try frame.digits("supply", count: 2))
    } else {
      reports.set(.battery, Double(try frame.digits("battery", count: 3)) / 100)
    }
    for index in 1...parts.inputs {
      reports.set(.adc(index), text: try frame.text("analogue input", count: 4))
    }
    for index in 0..<parts.temperatures {
      reports.set(.temperature(index + 1), text: try frame.text("temperature", count: 4))
    }
  }

  private static func cellAndMotion(
    _ frame: inout FieldReader, _ parts: Parts, _ reports: inout Reports
  ) throws(DecodeError) {
    let area = try frame.hexadecimal("location area code", count: 4)
    let cell = try frame.hexadecimal("cell", count: 4)
    let network = parts.hasNetwork ? try frame.digits("mobile network code", count: 2) : 0
    let country = parts.hasNetwork ? try frame.digits("mobile country code", count: 3) : 0
    reports.set(.satellites, try frame.digits("satellites", count: 2))
    let signal = try frame.digits("signal", count: 2)
    add(area, cell, country: country, network: network, signal: signal, &reports)
    reports.current.location.course = Double(try frame.digits("course", count: 3))
    let speed = try frame.digits("speed", count: 3)
    frame.note("\(speed) km/h")
    reports.current.location.speed = Units.knots(kilometresPerHour: Double(speed))
    reports.set(.hdop, try frame.fixedDecimal("hdop", 4))
    reports.set(.odometer, Int64(try frame.digits("odometer", count: 7)) &* 1_000)
  }

  /// Sets what the state bits say; which one says that there is a fix hangs on the temperatures.
  private static func setStatus(
    _ status: UInt64, _ frame: borrowing FieldReader, _ hasTwoTemperatures: Bool,
    _ reports: inout Reports
  ) {
    reports.set(.status, status)
    for (bit, alarm) in statusAlarms where status >> UInt64(bit) & 1 == 1 { reports.raise(alarm) }
    reports.set(.ignition, status >> 30 & 1 == 1)
    reports.set(.charge, status >> 28 & 1 == 1)
    for (bit, output) in [(UInt64(23), 1), (22, 2), (21, 3)] {
      reports.set(.output(output), status >> bit & 1 == 1)
    }
    reports.current.location.isValid = status >> (hasTwoTemperatures ? 12 : 14) & 1 == 1
  }

  private static let statusAlarms: [(UInt8, Alarm)] = [
    (31, .sos), (29, .overspeed), (27, .geofenceExit), (26, .geofenceEnter), (25, .gpsAntennaCut),
  ]

  static let fourthAlarms: [UInt64: Alarm] = [
    0x01: .sos, 0x02: .overspeed, 0x04: .geofenceExit, 0x05: .geofenceEnter, 0x06: .tow,
    0x07: .gpsAntennaCut, 0x10: .powerCut, 0x11: .powerRestored, 0x12: .lowPower,
    0x13: .lowBattery, 0x40: .vibration, 0x41: .idle, 0x42: .hardAcceleration, 0x43: .hardBraking,
  ]

  // MARK: Driver and vehicle

  /// Reads time and place with commas between them.
  private static func place(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    let time = try frame.compactTime("time")
    frame.note(time.brief)
    let start = frame.offset
    guard let longitude = try frame.decimal("longitude"),
      let latitude = try frame.decimal("latitude"), abs(latitude) <= 90, abs(longitude) <= 180
    else { throw DecodeError(.invalid, field: "longitude and latitude", at: start) }
    reports.current.setTime(time)
    reports.current.hasLocation = true
    reports.current.location = Location(latitude: latitude, longitude: longitude, isValid: true)
  }

  private static func driver(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try place(&frame, &reports)
    reports.set(.driverUniqueId, text: frame.text("card", to: UInt8(ascii: "|")))
    frame.skipRest("extra")
  }

  /// Reads values of the vehicle; a shorter list belongs to no position.
  private static func vehicle(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var ahead = frame.lookahead()
    for _ in 0..<16 { ahead.skipText("field") }
    guard !ahead.isAtEnd else { return frame.skipRest("no position") }
    try place(&frame, &reports)
    frame.skipText("version")
    let keys: [(String, AttributeKey?)] = [
      ("odometer", .odometer), ("fuel used", .fuelUsed), ("fuel consumption", .fuelConsumption),
      ("supply", .power), ("rpm", .rpm), ("vehicle speed", .obdSpeed), ("air flow", nil),
      ("intake pressure", nil), ("coolant temperature", .coolantTemp),
      ("intake temperature", "intakeTemp"), ("engine load", .engineLoad), ("throttle", .throttle),
      ("fuel", .fuel),
    ]
    for (name, key) in keys {
      guard let value = try frame.decimal(name), let key else { continue }
      if key == .power {
        reports.set(key, value / 1_000)
      } else {
        reports.setWhole(key, value)
      }
    }
    frame.skipRest("extra")
  }
}
