import Telemetry
import Wire

/// A crash record, which comes in several messages: the moment, and for each of four seconds
/// around it a place and a hundred readings of the acceleration.
struct SuntechCrash {
  /// The parts that came so far.
  private var bytes: [UInt8] = []
  /// The part that is due.
  private var next: Int64 = 1

  /// The bytes of the moment; of a second's place and readings.
  private static let timeCount = 6
  private static let readings = 100
  private static let secondCount = 12 + 6 * readings
  /// Which seconds, in milliseconds from the moment.
  private static let seconds: [Int64] = [-3_000, -2_000, -1_000, 1_000]
  private static let total = timeCount + seconds.count * secondCount

  /// Reads a part; the last one gives the records.
  mutating func take(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let part = try frame.integer("part", to: Suntech.semicolon)
    let parts = try frame.integer("parts", to: Suntech.semicolon)
    let length = try frame.integer("length", to: Suntech.semicolon) ?? 0
    let count = min(frame.remaining, max(0, Int(clamping: length)))
    let data = try frame.bytes("crash data", count)
    frame.skipRest("end of crash data")
    if part == 1 { self = SuntechCrash() }
    // Without one of its parts a record cannot be read.
    guard let part, let parts, part == next, bytes.count + data.count <= Self.total else {
      self = SuntechCrash()
      return
    }
    for index in data.indices { bytes.append(data[index]) }
    next &+= 1
    guard part == parts else { return }
    var record = FieldReader(bytes.span)
    try Self.records(&record, &reports)
    self = SuntechCrash()
  }

  private static func records(
    _ record: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let moment = try record.binaryTime("time")
    for offset in seconds {
      reports.begin()
      reports.current.setTime(moment.advanced(byMilliseconds: offset))
      let latitude = Double(try record.i32("latitude", .little)) / 10_000_000
      let longitude = Double(try record.i32("longitude", .little)) / 10_000_000
      try Suntech.setPlace(latitude, longitude, at: record.offset, &reports)
      let speed = Double(try record.u16("speed", .little)) / 100
      reports.current.location.speed = Units.knots(kilometresPerHour: speed)
      reports.current.location.course = Double(try record.u16("course", .little)) / 100
      reports.current.location.isValid = true
      var text = "["
      for reading in 0..<readings {
        if reading > 0 { text += "," }
        let x = try record.i16("acceleration", .little)
        let y = try record.i16("acceleration", .little)
        let z = try record.i16("acceleration", .little)
        text += "[\(x),\(y),\(z)]"
      }
      reports.set(.gSensor, text: text + "]")
    }
  }
}
