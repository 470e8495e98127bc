import Telemetry
import Wire

extension T800X {
  /// The bytes of a record of how somebody drives.
  private static let drivingCount = 24

  /// Reads what led to an event and what followed; the alarm belongs to the last record.
  static func driving(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    let code = try frame.u8("event")
    guard frame.remaining >= drivingCount else { return }
    while frame.remaining >= drivingCount {
      reports.begin()
      let time = try frame.packedTime("time")
      frame.note(time.brief)
      reports.current.deviceTime = time
      let hasPlace = !(0..<4).allSatisfy { frame.peek($0) == 0xFF }
      if hasPlace {
        reports.current.fixTime = time
        try coordinates(&frame, &reports)
        try speed(&frame, &reports)
        reports.current.location.isValid = true
      } else {
        try frame.skip("no place", 12)
        try frame.skip("no speed", 2)
      }
      let course = try frame.u16("course")
      if course != 0xFFFF { reports.current.location.course = Double(course) / 10 }
      try engineSpeed(&frame, &reports)
    }
    if code <= 5 { reports.raise(code.isMultiple(of: 2) ? .hardBraking : .hardAcceleration) }
  }

  /// Reads an event with the acceleration that it was.
  static func acceleration(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    switch try frame.u8("event") {
    case 0: reports.raise(.hardBraking)
    case 1: reports.raise(.hardAcceleration)
    case 2: reports.raise(.hardCornering)
    default: break
    }
    let time = try frame.packedTime("time")
    frame.note(time.brief)
    reports.current.setTime(time)
    let status = try frame.u8("state of the receiver")
    let isInvalid = frame.bit("not valid", of: status, 7)
    try frame.skip("acceleration", 5)
    try coordinates(&frame, &reports)
    reports.current.location.isValid = !isInvalid
    try speed(&frame, &reports)
    reports.current.location.course = Double(try frame.u16("course")) / 10
    try engineSpeed(&frame, &reports)
  }

  private static func engineSpeed(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let speed = try frame.u16("engine speed")
    if speed != 0xFFFF { reports.set(.rpm, Int(speed)) }
  }
}
