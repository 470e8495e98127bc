import Telemetry
import Wire

extension JT808 {
  /// The bytes of a tail that is no list of items.
  private static let tailCount = 18

  /// Message 0200. A body that is too short for a place gives none.
  static func position(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    guard frame.remaining >= 28 else { return }
    try head(&frame, message, &reports)
    if frame.remaining == tailCount, !isListOfItems(frame) {
      try tail(&frame, &reports)
    } else {
      try readItems(&frame, message, &reports)
    }
  }

  /// Whether what is left is items whose lengths lead exactly to the end.
  private static func isListOfItems(_ frame: borrowing FieldReader) -> Bool {
    var distance = 0
    while let number = frame.peek(distance), let length = frame.peek(distance + 1) {
      guard number != 0, length != 0 else { return false }
      distance += 2 + Int(length)
    }
    return distance == frame.remaining
  }

  /// A record of a batch; one that cannot be read costs no other.
  ///
  /// - Returns: whether it could be read.
  static func record(
    _ record: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) -> Bool {
    let before = reports.recordCount
    do throws(DecodeError) {
      try head(&record, message, &reports)
      try readItems(&record, message, &reports)
      return reports.recordCount > before
    } catch {
      if reports.recordCount > before { reports.discardCurrent() }
      record.abandon("unreadable record", after: error)
      return false
    }
  }

  /// Message 0210: the battery, or positions with their lengths.
  static func status(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    if frame.remaining == 7 {
      reports.begin()
      reports.set(.batteryLevel, Int64(try frame.u8("battery level")))
      reports.current.deviceTime = try time(&frame, message)
      return
    }
    while frame.remaining > 1 {
      let count = Int(try frame.u8("length"))
      if frame.remaining >= count {
        var record = try frame.part("record", count)
        _ = self.record(&record, message, &reports)
      } else {
        frame.skipRest("incomplete record")
      }
    }
  }

  // MARK: Head

  /// The fixed part of a position: alarms, status, place, time.
  static func head(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    let bits = try frame.u32("alarms")
    raiseAlarms(bits, frame, message.model, &reports)
    try place(&frame, message, &reports)
  }

  /// Status, place, movement and time.
  static func place(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    let status = try statusBits(&frame, message.model, &reports)
    try coordinates(&frame, status, &reports)
    reports.current.location.isValid = status & 2 != 0
    try movement(&frame, &reports)
    reports.current.setTime(try time(&frame, message))
  }

  /// Reads the status word and what it says besides the place.
  static func statusBits(
    _ frame: inout FieldReader, _ model: JT808Model?, _ reports: inout Reports
  ) throws(DecodeError) -> UInt32 {
    let status = try frame.u32("status")
    reports.set(.ignition, frame.bit("ignition", of: status, 0))
    _ = frame.bit("fix valid", of: status, 1)
    _ = frame.bit("south", of: status, 2)
    _ = frame.bit("west", of: status, 3)
    if model == .g1c { reports.set(.motion, frame.bit("motion", of: status, 4)) }
    reports.set(.blocked, frame.bit("fuel cut", of: status, 10))
    if model == .micodus { reports.set(.door, frame.bit("door", of: status, 16)) }
    reports.set(.charge, frame.bit("charging", of: status, 26))
    return status
  }

  /// Reads latitude and longitude, whose signs the status word has.
  private static func coordinates(
    _ frame: inout FieldReader, _ status: UInt32, _ reports: inout Reports
  ) throws(DecodeError) {
    let at = frame.offset
    let latitude = Double(try frame.u32("latitude")) / 1_000_000
    frame.note(degrees: latitude)
    let longitude = Double(try frame.u32("longitude")) / 1_000_000
    frame.note(degrees: longitude)
    guard latitude <= 90, longitude <= 180 else {
      throw DecodeError(.invalid, field: "latitude and longitude", at: at)
    }
    reports.current.hasLocation = true
    reports.current.location.latitude = status & 4 != 0 ? -latitude : latitude
    reports.current.location.longitude = status & 8 != 0 ? -longitude : longitude
  }

  /// Reads altitude, speed and course.
  static func movement(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.current.location.altitude = Double(try frame.i16("altitude"))
    let speed = Double(try frame.u16("speed")) / 10
    frame.note("\(speed) km/h")
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
    reports.current.location.course = Double(try frame.u16("course"))
  }

  /// Reads a time in the device's zone.
  static func time(
    _ frame: inout FieldReader, _ message: Message
  ) throws(DecodeError) -> Timestamp {
    let time = try frame.packedTime("time", by: message.zone)
    frame.note(time.brief)
    return time
  }

  /// What some units send instead of items.
  private static func tail(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("battery and mileage", 4)
    reports.set(.odometer, Int64(try frame.u32("odometer")) &* 1_000)
    reports.set(.battery, Double(try frame.u16("battery")) / 10)
    try frame.skip("area", 4)
    reports.set(.rssi, Int64(try frame.u8("signal")))
    try frame.skip("reserved", 3)
  }

  // MARK: Alarms

  private static func raiseAlarms(
    _ bits: UInt32, _ frame: borrowing FieldReader, _ model: JT808Model?, _ reports: inout Reports
  ) {
    let table =
      switch model {
      case .padlock: padlockAlarms
      case .aovx: trackerAlarms
      default: alarms
      }
    for (mask, alarm) in table where bits & mask != 0 {
      if alarm == .accident, model == .vl300 { continue }
      frame.note(alarm.rawValue)
      reports.raise(alarm)
    }
  }

  /// Bits of the alarm word, in the order in which the alarms are named.
  private static let alarms: [(mask: UInt32, alarm: Alarm)] = [
    (1 << 0, .sos), (1 << 1, .overspeed), (1 << 2, .fatigueDriving),
    (1 << 5 | 1 << 6, .gpsAntennaCut), (1 << 4 | 1 << 9 | 1 << 10 | 1 << 11, .fault),
    (1 << 7 | 1 << 18, .lowBattery), (1 << 8, .powerOff), (1 << 15, .vibration),
    (1 << 16 | 1 << 17, .tampering), (1 << 19, .parking), (1 << 20, .geofence),
    (1 << 26, .general), (1 << 28, .movement), (1 << 29 | 1 << 30, .accident),
  ]
  private static let padlockAlarms: [(mask: UInt32, alarm: Alarm)] = [
    (1 << 0 | 1 << 4, .removing), (1 << 1, .tampering),
  ]
  private static let trackerAlarms: [(mask: UInt32, alarm: Alarm)] = [(1 << 16, .movement)]

  /// Raises alarms of bits.
  static func raise(
    _ bits: UInt32, _ table: [(mask: UInt32, alarm: Alarm)], _ reports: inout Reports
  ) {
    for (mask, alarm) in table where bits & mask != 0 { reports.raise(alarm) }
  }
}
