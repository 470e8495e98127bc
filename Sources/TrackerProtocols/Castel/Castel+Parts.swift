import Telemetry
import Wire

/// What parts of a message leave for the parts behind them.
struct CastelMessage {
  /// The number of the alarm.
  var index: UInt32 = 0
  var statistics: Castel.Statistics?
}

extension Castel {
  /// Mileage, fuel and state.
  struct Statistics {
    let time: Timestamp
    let odometer: UInt32
    let trip: UInt32
    let fuel: UInt32
    let status: UInt32
  }

  /// Reads one part.
  static func read(
    _ part: CastelLayout.Part, _ message: inout CastelMessage, _ frame: inout FieldReader,
    _ reports: inout Reports
  ) throws(DecodeError) {
    switch part {
    case .history: _ = try frame.u8("stored")
    case .index: message.index = try frame.u32("index", .little)
    case .time:
      let time = try frame.unixTime("time", .little)
      frame.note(time.brief)
    case .byte: _ = try frame.u8("flag")
    case .word: _ = try frame.u16("rate", .little)
    case .statistics: message.statistics = try statistics(&frame)
    case .state: try state(&frame, &reports)
    case .place:
      reports.begin()
      try place(&frame, &reports)
    case .places, .placesAndAlarms, .placesAndInputs, .placesAndTags:
      try places(part, message, &frame, &reports)
    case .groups: try values(&frame, inGroups: true, &reports)
    case .values: try values(&frame, inGroups: false, &reports)
    case .samples: try samples(&frame, &reports)
    case .codes: try codes(&frame, isTruck: false, &reports)
    case .truckCodes: try codes(&frame, isTruck: true, &reports)
    case .cell: try cell(&frame, &reports)
    case .answers: try answers(&frame, &reports)
    case .versions: versions(&frame, &reports)
    case .supply: try supply(&frame, &reports)
    case .records: try records(&frame, &reports)
    case .eight:
      for _ in 0..<8 {
        reports.begin()
        try place(&frame, &reports)
        try frame.skip("between", 31)
      }
    }
  }

  // MARK: Statistics

  private static func statistics(_ frame: inout FieldReader) throws(DecodeError) -> Statistics {
    _ = try frame.unixTime("time of ignition", .little)
    let time = try frame.unixTime("time of device", .little)
    frame.note(time.brief)
    let odometer = try frame.u32("mileage", .little)
    let trip = try frame.u32("mileage of the trip", .little)
    let fuel = try frame.u32("fuel", .little)
    _ = try frame.u16("fuel of the trip", .little)
    let status = try frame.u32("state", .little)
    for (bit, name) in stateBits where frame.isTraced { _ = frame.bit(name, of: status, bit) }
    try frame.skip("further state", 8)
    return Statistics(time: time, odometer: odometer, trip: trip, fuel: fuel, status: status)
  }

  /// Bits of the state.
  private enum State {
    static let acceleration: UInt32 = 1 << 4
    static let braking: UInt32 = 1 << 5
    static let idle: UInt32 = 1 << 6
    static let ignition: UInt32 = 1 << 18
  }

  /// The names of these bits, for an explanation.
  private static let stateBits = [
    (4, "hard acceleration"), (5, "hard braking"), (6, "idle"), (18, "ignition"),
  ]

  private static func apply(_ statistics: Statistics, _ reports: inout Reports) {
    reports.set(.odometer, UInt64(statistics.odometer))
    reports.set(.tripOdometer, UInt64(statistics.trip))
    reports.set(.fuelConsumption, UInt64(statistics.fuel))
    reports.set(.status, UInt64(statistics.status))
  }

  /// Reads the statistics as a record without a place.
  private static func state(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let statistics = try statistics(&frame)
    reports.begin()
    reports.current.deviceTime = statistics.time
    apply(statistics, &reports)
    let status = statistics.status
    if status & State.acceleration != 0 { reports.raise(.hardAcceleration) }
    if status & State.braking != 0 { reports.raise(.hardBraking) }
    if status & State.idle != 0 { reports.raise(.idle) }
    reports.set(.ignition, status & State.ignition != 0)
  }

  // MARK: Places

  private static let placeCount = 19

  /// Reads places with their number in front. What stands behind them belongs to all of them, or
  /// to one each, and is looked at first.
  private static func places(
    _ part: CastelLayout.Part, _ message: CastelMessage, _ frame: inout FieldReader,
    _ reports: inout Reports
  ) throws(DecodeError) {
    let count = Int(try frame.u8("number of places"))
    var behind = frame.lookahead()
    try behind.skip("places", count * placeCount)
    let raised = try alarms(part, &behind)
    for _ in 0..<count {
      reports.begin()
      if let statistics = message.statistics { apply(statistics, &reports) }
      try place(&frame, &reports)
      if part == .placesAndInputs { reports.set(.adc(1), UInt64(try behind.u16("input", .little))) }
      for code in raised { raise(code, &reports) }
    }
    if part == .placesAndTags { try tags(&frame, hasRecord: count > 0, &reports) }
    if part == .placesAndAlarms { _ = try alarmList(&frame) }
    if part == .placesAndInputs { try frame.skip("inputs", count * 2) }
  }

  /// Reads a place into the record that was begun.
  static func place(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    let bytes = try frame.bytes("time", 6)
    let time = CivilTime(
      year: 2_000 + Int(bytes[2]), month: Int(bytes[1]), day: Int(bytes[0]), hour: Int(bytes[3]),
      minute: Int(bytes[4]), second: Int(bytes[5])
    ).moment()
    frame.note(time.brief)
    let latitude = Double(try frame.u32("latitude", .little)) / 3_600_000
    let longitude = Double(try frame.u32("longitude", .little)) / 3_600_000
    let speed = Double(try frame.u16("speed", .little)) / 100
    frame.note("\(speed) m/s")
    let course = Double(try frame.u16("course", .little)) / 10
    let flags = try frame.u8("flags")
    let isEast = frame.bit("east", of: flags, 0)
    let isNorth = frame.bit("north", of: flags, 1)
    let fix = frame.bits("fix", of: flags, 2..<4)
    reports.set(.satellites, frame.bits("satellites", of: flags, 4..<8))
    reports.current.setTime(time)
    guard latitude <= 90, longitude <= 180 else { return }
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: isNorth || latitude == 0 ? latitude : -latitude,
      longitude: isEast || longitude == 0 ? longitude : -longitude,
      speed: Units.knots(metresPerSecond: speed), course: course, isValid: fix > 0)
  }

  // MARK: Alarms

  /// The codes of alarms behind places, in a list or in a tag.
  private static func alarms(
    _ part: CastelLayout.Part, _ behind: inout FieldReader
  ) throws(DecodeError) -> [UInt8] {
    if part == .placesAndAlarms { return try alarmList(&behind) }
    guard part == .placesAndTags else { return [] }
    var codes: [UInt8] = []
    while !behind.isAtEnd {
      let tag = try behind.u16("tag", .little)
      var data = try behind.part("data", Int(try behind.u16("length", .little)))
      guard tag == Tag.alarms else { continue }
      _ = try data.u32("index", .little)
      codes += try alarmList(&data)
    }
    return codes
  }

  /// Reads a list of alarms and gives the codes of those that are new.
  static func alarmList(_ frame: inout FieldReader) throws(DecodeError) -> [UInt8] {
    var codes: [UInt8] = []
    for _ in 0..<Int(try frame.u8("number of alarms")) {
      let isNew = try frame.u8("new") != 0
      let code = try frame.u8("alarm")
      _ = try frame.u16("description", .little)
      _ = try frame.u16("threshold", .little)
      if isNew { codes.append(code) }
    }
    return codes
  }

  private static func raise(_ code: UInt8, _ reports: inout Reports) {
    if code == ignitionOn || code == ignitionOff {
      reports.set(.ignition, code == ignitionOn)
    } else if let entry = alarms.first(where: { $0.code == code }) {
      reports.raise(entry.alarm)
    }
  }

  // MARK: Trackers

  /// Reads state, battery and odometer.
  private static func supply(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.set(.status, UInt64(try frame.u32("state", .little)))
    reports.set(.battery, Int64(try frame.u8("battery")))
    reports.set(.odometer, UInt64(try frame.u32("odometer", .little)))
  }

  private static func records(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    for _ in 0..<Int(try frame.u8("number of records")) {
      reports.begin()
      try place(&frame, &reports)
      try supply(&frame, &reports)
      try frame.skip("fences and flags", 3)
      try cell(&frame, &reports)
    }
  }

  /// Reads a cell; which network it belongs to is not sent.
  static func cell(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    let area = try frame.u16("location area code", .little)
    let cell = try frame.u16("cell", .little)
    reports.add(
      CellTower(
        mobileCountryCode: 0, mobileNetworkCode: 0, locationAreaCode: UInt32(area),
        cellIdentifier: UInt64(cell)))
  }

  /// Reads firmware and hardware, each with a zero behind it.
  private static func versions(_ frame: inout FieldReader, _ reports: inout Reports) {
    var facts: [Attribute] = []
    for (name, key) in [("firmware", AttributeKey.firmware), ("hardware", .hardware)] {
      let text = frame.text(name, to: 0)
      if let version = text.asciiString, text.count > 0 {
        facts.append(Attribute(key, .text(version)))
      }
    }
    if !facts.isEmpty { reports.notice = DeviceNotice(facts) }
  }
}
