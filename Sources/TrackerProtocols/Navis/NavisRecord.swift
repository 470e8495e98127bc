import Telemetry
import Wire

/// One record while it is read: what of it decides what becomes of it, and the low bytes of numbers
/// whose high bytes are fields of their own.
struct NavisRecord {
  private var hasTime = false
  private var hasPlace = false
  private var state: UInt8 = 0
  private var inputs: UInt8 = 0
  private var outputs: UInt8 = 0

  /// The number at the front of a record, without reading it.
  static func number(_ frame: borrowing FieldReader) -> UInt64? {
    guard frame.remaining >= 4 else { return nil }
    return frame.frame.number(at: frame.offset, bytes: 4, .little)
  }

  /// Reads a field into the current record.
  mutating func read(
    _ field: NavisFields.Field, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = try field.count(&frame)
    switch field.meaning {
    case .ignored: try frame.skip(field.name, count)
    case .value(let value): try value.read(field.name, bytes: count, &frame, &reports)
    case .special(let special): try read(special, field.name, &frame, &reports)
    }
  }

  /// Keeps the record if it has a time; a place that there is not is none.
  func finish(_ reports: inout Reports) {
    guard hasTime else { return reports.discardCurrent() }
    let place = reports.current.location
    reports.current.hasLocation =
      hasPlace && abs(place.latitude) <= 90 && abs(place.longitude) <= 180
    if !reports.current.hasLocation { reports.current.fixTime = nil }
  }

  private mutating func read(
    _ special: NavisFields.Special, _ name: String, _ frame: inout FieldReader,
    _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .eventTime:
      reports.current.deviceTime = try frame.unixTime(name, .little)
    case .time:
      setTime(try frame.unixTime(name, .little), frame, &reports)
    case .clock: setTime(try Self.clock(&frame), frame, &reports)
    case .latitude, .longitude, .radians, .altitude, .speed, .course:
      try motion(special, name, &frame, &reports)
    case .validity, .navigation, .visible, .dilution:
      try receiver(special, name, &frame, &reports)
    case .tank: try Self.tank(name, "obdFuel", &frame, &reports)
    case .blueTank: try Self.tank(name, "obdAdBlue", &frame, &reports)
    case .guardBits, .guardNumber: try Self.guarding(special, name, &frame, &reports)
    default: try bits(special, name, &frame, &reports)
    }
  }

  // MARK: Time and place

  private mutating func setTime(
    _ time: Timestamp, _ frame: borrowing FieldReader, _ reports: inout Reports
  ) {
    frame.note(time.brief)
    reports.current.setTime(time)
    hasTime = true
  }

  /// Hour, minute, second, day, month from 0, year of this century.
  private static func clock(_ frame: inout FieldReader) throws(DecodeError) -> Timestamp {
    let hour = Int(try frame.u8("hour"))
    let minute = Int(try frame.u8("minute"))
    let second = Int(try frame.u8("second"))
    let day = Int(try frame.u8("day"))
    let month = Int(try frame.u8("month")) + 1
    let year = Int(try frame.u8("year")) + 2_000
    return CivilTime(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second
    ).moment()
  }

  private mutating func motion(
    _ special: NavisFields.Special, _ name: String, _ frame: inout FieldReader,
    _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .latitude:
      reports.current.location.latitude = Double(try frame.i32(name, .little)) / 600_000
      frame.note(degrees: reports.current.location.latitude)
    case .longitude:
      reports.current.location.longitude = Double(try frame.i32(name, .little)) / 600_000
      frame.note(degrees: reports.current.location.longitude)
      hasPlace = true
    case .radians:
      let latitude = try frame.float32("latitude", .little) * 180 / Double.pi
      frame.note(degrees: latitude)
      let longitude = try frame.float32("longitude", .little) * 180 / Double.pi
      frame.note(degrees: longitude)
      reports.current.location.latitude = latitude
      reports.current.location.longitude = longitude
      hasPlace = latitude.isFinite && longitude.isFinite
    case .altitude:
      reports.current.location.altitude = Double(try frame.i32(name, .little)) / 10
    case .speed:
      let speed = try frame.float32(name, .little)
      frame.note("\(speed) km/h")
      if speed.isFinite {
        reports.current.location.speed = Units.knots(kilometresPerHour: speed)
      }
    default: reports.current.location.course = Double(try frame.u16(name, .little))
    }
  }

  private func receiver(
    _ special: NavisFields.Special, _ name: String, _ frame: inout FieldReader,
    _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .visible:
      var sum = 0
      for _ in 0..<8 { sum &+= Int(try frame.u8(name)) }
      reports.set(.satellitesVisible, sum)
    case .dilution:
      reports.set(.hdop, Double(try frame.u8("hdop")) / 10)
      reports.set(.pdop, Double(try frame.u8("pdop")) / 10)
    default:
      let value = try frame.u8(name)
      reports.current.location.isValid = frame.bit("valid", of: value, 1)
      guard case .navigation = special else { return }
      reports.set(.satellites, frame.bits("satellites", of: value, 2..<8))
    }
  }

  // MARK: Bits

  private static func guarding(
    _ special: NavisFields.Special, _ name: String, _ frame: inout FieldReader,
    _ reports: inout Reports
  ) throws(DecodeError) {
    let value = try frame.u8(name)
    if case .guardBits = special {
      reports.set(.armed, frame.bit("armed", of: value, 0))
      if frame.bit("alarm", of: value, 1) { reports.raise(.general) }
    } else {
      reports.set(.armed, frame.bits("mode", of: value, 0..<7))
      if frame.bit("alarm", of: value, 7) { reports.raise(.general) }
    }
  }

  /// A level in percent, or litres with one decimal.
  private static func tank(
    _ name: String, _ word: String, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let value = try frame.u16(name, .little)
    guard value != 0x7FFF else { return }
    let isLevel = frame.bit("percent", of: value, 15)
    let number = frame.bits("amount", of: value, 0..<14)
    if isLevel {
      reports.set(AttributeKey(word + "Level"), number)
    } else {
      reports.set(AttributeKey(word), Double(number) / 10)
    }
  }

  private mutating func bits(
    _ special: NavisFields.Special, _ name: String, _ frame: inout FieldReader,
    _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .state:
      state = try frame.u8(name)
      reports.set(.status, Int(state))
    case .stateHigh: reports.set(.status, Self.joined(state, try frame.u8(name)))
    case .inputs:
      let low = try frame.u8(name)
      inputs = low
      reports.set(.input, Int(low))
      Self.set(8, of: UInt16(low), from: 1, &reports) { .input($0) }
    case .inputsHigh:
      let high = try frame.u8(name)
      reports.set(.input, Self.joined(inputs, high))
      Self.set(8, of: UInt16(high), from: 9, &reports) { .input($0) }
    case .outputs:
      let low = try frame.u8(name)
      outputs = low
      reports.set(.output, Int(low))
      Self.set(8, of: UInt16(low), from: 1, &reports) { .output($0) }
    case .outputsHigh:
      let high = try frame.u8(name)
      reports.set(.output, Self.joined(outputs, high))
      Self.set(8, of: UInt16(high), from: 9, &reports) { .output($0) }
    default: try Self.fixedBits(special, name, &frame, &reports)
    }
  }

  /// Inputs and outputs of the fixed formats.
  private static func fixedBits(
    _ special: NavisFields.Special, _ name: String, _ frame: inout FieldReader,
    _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .wideInputs:
      let value = try frame.u16(name, .little)
      reports.set(.input, Int(value))
      set(16, of: value, from: 1, &reports) { .input($0) }
    case .mixedInputs:
      let value = try frame.u16(name, .little)
      reports.set(.input, Int(value))
      set(4, of: value, from: 1, &reports) { .input($0) }
      for (number, range) in [4..<7, 7..<10, 10..<12, 12..<14].enumerated() {
        reports.set(.input(number + 5), frame.bits("input", of: value, range))
      }
    case .wideOutputs:
      let value = try frame.u16(name, .little)
      reports.set(.output, Int(value))
      set(16, of: value, from: 1, &reports) { .output($0) }
    case .fourOutputs:
      let value = try frame.u8(name)
      let outputs = frame.bits("outputs", of: value, 0..<4)
      reports.set(.output, outputs)
      set(4, of: UInt16(value), from: 1, &reports) { .output($0) }
    default:
      let value = try frame.u8(name)
      let outputs = frame.bits("outputs", of: value, 0..<2)
      reports.set(.output, outputs)
      set(2, of: UInt16(value), from: 1, &reports) { .output($0) }
      reports.set(.satellites, frame.bits("satellites", of: value, 2..<8))
    }
  }

  /// Two bytes of a number with sign, of which the high one came later.
  private static func joined(_ low: UInt8, _ high: UInt8) -> Int {
    Int(Int16(truncatingIfNeeded: UInt16(high) << 8 | UInt16(low)))
  }

  /// Sets an attribute for each of the lowest bits.
  private static func set(
    _ count: Int, of value: UInt16, from first: Int, _ reports: inout Reports,
    _ key: (Int) -> AttributeKey
  ) {
    for index in 0..<count { reports.set(key(first + index), value >> index & 1 == 1) }
  }
}

extension Navis {
  /// Reads a record of a fixed format, and gives its number.
  static func fixedRecord(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> UInt64 {
    let start = frame.offset
    let isWide = frame.peek() == 0
    let format = isWide ? try frame.u16("format", .little) : UInt16(try frame.u8("format"))
    guard let fields = NavisFields.fixed(format) else {
      throw DecodeError(.unsupported, field: "format", at: start)
    }
    reports.begin()
    reports.set("format", Int(format))
    let number = NavisRecord.number(frame) ?? 0
    var record = NavisRecord()
    for field in fields { try record.read(field, &frame, &reports) }
    record.finish(&reports)
    return number
  }

  /// Reads records of sensors and the like, each with its length. Only one type has a place.
  func extraRecords(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let order = NavisHeader.extraOrder(frame.frame)
    let count = try frame.u8("count of records")
    var left = count
    while left > 0, !frame.isAtEnd {
      left &-= 1
      var record = try frame.part("record", Int(try frame.u16("length", order)))
      if record.peek() == 0x0A { try Self.extraPlace(&record, &reports) }
      record.skipRest("values")
    }
    Self.confirm(UInt8(ascii: "E"), number: UInt64(count), bytes: 1, &reports)
  }

  private static func extraPlace(
    _ record: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try record.skip("type", 1)
    try record.skip("length of the fixed part", 1)
    reports.begin()
    var content = NavisRecord()
    for number in [0, 1, 2, 7, 8, 9, 10, 11, 12, 13, 14] {
      guard let field = NavisFields.flexible.fields[number] else { continue }
      try content.read(field, &record, &reports)
    }
    content.finish(&reports)
  }
}
