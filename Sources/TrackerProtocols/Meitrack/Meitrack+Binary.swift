import Telemetry
import Wire

extension Meitrack {
  /// The seconds from 1970 to 2000, where the clocks of binary records begin.
  private static let from1970To2000: Int64 = 946_684_800

  /// Reads records of 52 bytes (command CCC).
  static func fixedRecords(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    _ = try frame.u16("version", .little)
    let start = frame.offset
    let size = try frame.u16("record length", .little)
    guard size >= 52 else { throw DecodeError(.invalid, field: "record length", at: start) }
    _ = try frame.u32("buffered records", .little)
    while frame.remaining >= 52 {
      var record = try frame.part("record", min(Int(size), frame.remaining))
      try fixedRecord(&record, &reports)
      record.skipRest("other fields")
    }
    frame.skipRest("other fields")
  }

  private static func fixedRecord(
    _ record: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    reports.set(.event, Int64(try record.u8("event")))
    reports.current.hasLocation = true
    reports.current.location.latitude = Double(try record.i32("latitude", .little)) / 1e6
    reports.current.location.longitude = Double(try record.i32("longitude", .little)) / 1e6
    reports.current.setTime(time(try record.u32("time", .little)))
    reports.current.location.isValid = try record.u8("fix") == 1
    reports.set(.satellites, Int64(try record.u8("satellites")))
    let signal = try record.u8("signal")
    let speed = try record.u16("speed", .little)
    record.note("\(speed) km/h")
    reports.current.location.speed = Units.knots(kilometresPerHour: Double(speed))
    reports.current.location.course = Double(try record.u16("course", .little))
    reports.set(.hdop, Double(try record.u16("hdop", .little)) / 10)
    reports.current.location.altitude = Double(try record.u16("altitude", .little))
    reports.set(.odometer, Int64(try record.u32("odometer", .little)))
    reports.set("runtime", Int64(try record.u32("run time", .little)))
    let country = try record.u16("mobile country code", .little)
    let network = try record.u16("mobile network code", .little)
    let area = try record.u16("location area code", .little)
    let cell = try record.u16("cell", .little)
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(country), mobileNetworkCode: UInt32(network),
        locationAreaCode: UInt32(area), cellIdentifier: UInt64(cell),
        signalStrength: 0 &- Int32(signal)))
    reports.set(.status, Int64(try record.u16("status", .little)))
    reports.set(.adc(1), Int64(try record.u16("analogue input", .little)))
    reports.set(.battery, Double(try record.u16("battery", .little)) / 100)
    reports.set(.power, Int64(try record.u16("supply", .little)))
    try record.skip("fence", 4)
  }

  static func time(_ seconds: UInt32) -> Timestamp {
    Timestamp(seconds: Int64(seconds) &+ from1970To2000)
  }

  /// Reads records that are lists of parameters (command CCE).
  static func parameterRecords(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    _ = try frame.u32("buffered records", .little)
    let count = try frame.u16("records", .little)
    var index = 0
    while index < Int(count), frame.remaining >= 2 {
      index += 1
      let length = try frame.u16("record length", .little)
      var record = try frame.part("record", Int(length))
      reports.begin()
      do throws(DecodeError) {
        try parameterRecord(&record, &reports)
      } catch {
        // In a sound message one record costs the others nothing.
        guard !reports.checksumFailed else { throw error }
        record.abandon("lists that cannot be read", after: error)
      }
      record.skipRest("other lists")
    }
    frame.skipRest("other fields")
  }

  private static func parameterRecord(
    _ record: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    _ = try record.u16("record index", .little)
    for list in 1...3 where !record.isAtEnd {
      let bytes = list == 3 ? 4 : list
      var count = try record.u8("parameters")
      while count > 0 {
        count &-= 1
        let code = try parameter(&record)
        try value(code, MeitrackParameters.entry(list, code), bytes, &record, &reports)
      }
    }
    guard !record.isAtEnd else { return }
    var count = try record.u8("parameters")
    while count > 0 {
      count &-= 1
      let code = try parameter(&record)
      let length = try record.u8("parameter length")
      var item = try record.part("parameter", Int(length))
      do throws(DecodeError) {
        try longParameter(code, &item, &reports)
      } catch {
        guard !reports.checksumFailed else { throw error }
        item.abandon("parameter that cannot be read", after: error)
      }
      item.skipRest("parameter data")
    }
  }

  /// Reads a parameter's number: a byte, or two of which the first is FE.
  private static func parameter(_ record: inout FieldReader) throws(DecodeError) -> UInt16 {
    record.peek() == 0xFE
      ? try record.u16("parameter") : UInt16(try record.u8("parameter"))
  }

  private static func value(
    _ code: UInt16, _ entry: MeitrackParameters.Entry?, _ bytes: Int,
    _ record: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard let entry else { return try record.skip("value", bytes) }
    switch entry.meaning {
    case .latitude:
      reports.current.location.latitude = Double(try record.i32(entry.name, .little)) / 1e6
      reports.current.hasLocation = true
    case .longitude:
      reports.current.location.longitude = Double(try record.i32(entry.name, .little)) / 1e6
      reports.current.hasLocation = true
    case .altitude:
      reports.current.location.altitude = Double(try record.i16(entry.name, .little))
    case .number(let key, let divisor):
      let raw = try record.unsigned(entry.name, bytes: bytes, .little)
      if divisor == 1 {
        reports.set(key, raw)
      } else {
        reports.set(key, Double(raw) / divisor)
      }
    default:
      let raw = UInt32(
        truncatingIfNeeded: try record.unsigned(entry.name, bytes: bytes, .little))
      special(entry.meaning, raw, &reports)
    }
  }

  private static func special(
    _ meaning: MeitrackParameters.Meaning, _ raw: UInt32, _ reports: inout Reports
  ) {
    switch meaning {
    case .fix: reports.current.location.isValid = raw > 0
    case .lock: if raw > 0 { reports.set(.lock, raw == 2) }
    case .speed:
      reports.current.location.speed = Units.knots(kilometresPerHour: Double(raw))
    case .course: reports.current.location.course = Double(raw)
    case .time: reports.current.setTime(time(raw))
    case .driver: reports.set(.driverUniqueId, text: String(raw))
    case .minutes: reports.set(.engineHours, Int64(raw) &* 60_000)
    case .latitude, .longitude, .altitude, .number: break
    }
  }
}
