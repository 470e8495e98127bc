import Telemetry
import Wire

extension JT600 {
  /// Reads date, time, place and motion: 17 bytes that all binary forms have in common. The place
  /// is taken whether it is valid or not.
  static func place(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    let date = try frame.packedDecimal("date", bytes: 3)
    let time = try frame.packedDecimal("time", bytes: 3)
    // A unit without a clock may send zeros.
    if date >= 100 {
      let moment = CivilTime(dayMonthYear: date, hourMinuteSecond: time).moment()
      frame.note(moment.brief)
      reports.current.setTime(moment)
    }
    let latitude = try frame.packedLatitude()
    let (longitude, word) = try frame.packedLongitude()
    let isValid = frame.bit("valid", of: word, 0)
    let isNorth = frame.bit("north", of: word, 1)
    let isEast = frame.bit("east", of: word, 2)
    let motion = try frame.u8("speed")
    // Two digits, of which the lower may be more than nine.
    let speed = Int(motion >> 4) * 10 + Int(motion & 15)
    frame.note("\(speed) kn")
    let course = Int(try frame.u8("course")) * 2
    frame.note("\(course)°")
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: isNorth || latitude == 0 ? latitude : -latitude,
      longitude: isEast || longitude == 0 ? longitude : -longitude,
      speed: Double(speed), course: Double(course), isValid: isValid)
  }

  /// A cell without country and network, which the unit does not say.
  static func tower(
    area: Int64, cell: Int64, signal: Int64
  ) -> CellTower {
    CellTower(
      mobileCountryCode: 0, mobileNetworkCode: 0, locationAreaCode: UInt32(clamping: area),
      cellIdentifier: UInt64(clamping: cell),
      signalStrength: signal == 0 ? nil : -Int32(clamping: signal.magnitude))
  }

  // MARK: Short packets

  /// Reads records of one layout up to the packet's number.
  static func shortPacket(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    let type = try frame.u8("type")
    let layout = frame.bits("layout", of: type, 4..<8)
    _ = try frame.u16("length")
    while frame.remaining >= JT600Header.recordCount {
      var record = try frame.part("record", JT600Header.recordCount)
      reports.begin()
      do throws(DecodeError) {
        try place(&record, &reports)
        switch layout {
        case 1: try receiverAndCell(&record, &reports)
        case 2: try vehicle(&record, &reports)
        case 3: try tanks(&record, &reports)
        default: throw DecodeError(.unsupported, field: "type", at: start)
        }
      } catch {
        // One behind the first costs the others nothing: the length has said where it ends.
        guard reports.recordCount > 1 else { throw error }
        reports.discardCurrent()
        record.abandon("record that cannot be read", after: error)
      }
    }
    frame.skipRest("number of the packet")
  }

  private static func receiverAndCell(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.set(.satellites, Int(try frame.u8("satellites")))
    reports.set(.power, Int(try frame.u8("power")))
    try frame.skip("flags", 1)
    reports.current.location.altitude = Double(try frame.i16("altitude"))
    let cell = try frame.u16("cell")
    let area = try frame.u16("location area code")
    let signal = try frame.u8("signal")
    if cell != 0, area != 0 {
      reports.add(tower(area: Int64(area), cell: Int64(cell), signal: Int64(signal)))
    } else {
      reports.set(.rssi, Int(signal))
    }
  }

  private static func vehicle(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let fuel = Int(try frame.u8("fuel, high byte")) * 256
    let status = try frame.u32("status")
    reports.set(.ignition, frame.bit("ignition", of: status, 24))
    reports.set(.door, frame.bit("door", of: status, 30))
    reports.set(.charge, frame.bit("charging", of: status, 16))
    reports.set(.blocked, frame.bit("engine blocked", of: status, 17))
    if frame.bit("button", of: status, 18) { reports.raise(.sos) }
    let isShort = frame.bit("antenna shorted", of: status, 19)
    let isFast = frame.bit("antenna open, or too fast", of: status, 20)
    if isShort || isFast { reports.raise(.gpsAntennaCut) }
    if isFast { reports.raise(.overspeed) }
    if frame.bit("driver tired", of: status, 10) { reports.raise(.fatigueDriving) }
    if frame.bit("towed", of: status, 11) { reports.raise(.tow) }
    reports.set(.odometer, Int(try frame.u32("odometer")) * 1_000)
    reports.set(.fuel, fuel &+ Int(try frame.u8("fuel, low byte")))
  }

  private static func tanks(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let word = try frame.unsigned("tanks and odometer", bytes: 7)
    reports.set(.fuel(1), frame.bits("first tank", of: word, 44..<56))
    reports.set(.fuel(2), frame.bits("second tank", of: word, 32..<44))
    reports.set(.fuel(3), frame.bits("third tank", of: word, 20..<32))
    let distance = frame.bits("odometer", of: word, 0..<20)
    frame.note("\(distance) km")
    reports.set(.odometer, distance &* 1_000)
    let status = try frame.unsigned("status", bytes: 3)
    reports.set(.ignition, frame.bit("ignition", of: status, 0))
    reports.set(.status, status)
  }

  // MARK: Long packets

  /// From this version on, a packet is confirmed by its number.
  private static let firstVersionWithNumber: UInt8 = 0x19

  /// Reads a packet of a lock: version, one record, extension, number.
  static func longPacket(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let version = try frame.u8("version")
    let type = try frame.u8("type")
    _ = frame.bits("kind of the unit", of: type, 4..<8)
    _ = frame.bits("live or stored", of: type, 0..<4)
    _ = try frame.u16("length")
    reports.begin()
    try place(&frame, &reports)
    reports.set(.odometer, Int(try frame.u32("odometer")) * 1_000)
    reports.set(.satellites, Int(try frame.u8("satellites")))
    try frame.skip("bound identifier", 4)
    let status = try frame.u16("status")
    lockStatus(status, frame, &reports)
    let battery = try frame.u8("battery")
    if battery == 0xFF {
      reports.set(.charge, true)
    } else {
      reports.set(.batteryLevel, Int(battery))
    }
    let cell = try frame.u16("cell")
    let area = try frame.u16("location area code")
    let signal = try frame.u8("signal")
    reports.add(tower(area: Int64(area), cell: Int64(cell), signal: Int64(signal)))
    let number = try numberOfPacket(version, &frame)
    guard status & acknowledgementWanted != 0 else { return }
    reports.reply { answer in
      let isNumbered = version >= firstVersionWithNumber
      answer.append(contentsOf: (isNumbered ? "(P69,0,\(number))" : "(P35)").utf8)
    }
  }

  /// Newer versions have a fence, an extension and then the number; older ones have it at once.
  private static func numberOfPacket(
    _ version: UInt8, _ frame: inout FieldReader
  ) throws(DecodeError) -> UInt8 {
    guard version == 0x17 || version >= firstVersionWithNumber else {
      let number = try frame.u8("number of the packet")
      frame.skipRest("not known")
      return number
    }
    var trailer = try frame.trailer("number of the packet", 1)
    if frame.remaining >= 4 {
      try frame.skip("fence", 1)
      try frame.skip("reserved", 3)
    }
    frame.skipRest("lock and wake-up")
    return try trailer.u8("number of the packet")
  }

  /// The bit by which a unit asks for an answer.
  private static let acknowledgementWanted: UInt16 = 1 << 5

  private static func lockStatus(
    _ status: UInt16, _ frame: borrowing FieldReader, _ reports: inout Reports
  ) {
    for (bit, name, alarm) in lockBits where frame.bit(name, of: status, bit) {
      if let alarm { reports.raise(alarm) }
    }
    reports.set(.blocked, status & 1 << 7 != 0)
    reports.set(.status, Int(status))
  }

  /// The bits of a lock's status and the alarms that they raise.
  private static let lockBits: [(Int, String, Alarm?)] = [
    (0, "place from cells", nil), (1, "entered a fence", .geofenceEnter),
    (2, "left a fence", .geofenceExit), (3, "rope cut", .powerCut), (4, "vibration", .vibration),
    (5, "answer wanted", nil), (6, "rope inserted", nil), (7, "motor locked", nil),
    (8, "unlocked", nil), (9, "wrong password", nil), (10, "unknown card", nil),
    (11, "battery low", .lowBattery), (12, "cover opened", nil), (13, "cover closed", nil),
    (14, "motor fault", .fault),
  ]
}
