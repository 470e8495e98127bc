import Telemetry
import Wire

extension H02 {
  /// Reads a binary packet; its length says whether the identifier is long.
  mutating func packet(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let isRepeat = frame.peek() == UInt8(ascii: "X")
    let isLong = frame.remaining == H02Layouts.longIdentifierLength
    try frame.skip("marker", 1)
    var identifier = try frame.digits("identifier", bytes: isLong ? 8 : 5)
    if isLong { identifier.removeLast() }
    device = identifier
    reports.identifier = identifier
    if isRepeat {
      // It repeats a packet that started with $.
      frame.skipRest("repeated packet")
      return
    }
    reports.begin()
    let time = try frame.packedDecimal("time", bytes: 3)
    let date = try frame.packedDecimal("date", bytes: 3)
    reports.current.setTime(Self.moment(date: date, time: time))
    if let moment = reports.current.deviceTime { frame.note(moment.brief) }
    try Self.place(ofPacket: &frame, &reports)
    let status = try frame.u32("status")
    Self.setStatus(UInt64(status), frame, &reports)
    frame.skipRest("tail")
    acknowledge(context, &reports)
  }

  private static func place(
    ofPacket frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let latitude = try frame.packedLatitude()
    batteryLevel(of: Int(try frame.u8("battery")), frame, &reports)
    let (longitude, word) = try frame.packedLongitude()
    let isValid = frame.bit("valid", of: word, 1)
    let isNorth = frame.bit("north", of: word, 2)
    let isEast = frame.bit("east", of: word, 3)
    let motion = try frame.unsigned("speed and course", bytes: 3)
    let speed = try frame.packedDecimal("speed", of: motion, 12..<24)
    frame.note("\(speed) kn")
    let course = try frame.packedDecimal("course", of: motion, 0..<12)
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: isNorth || latitude == 0 ? latitude : -latitude,
      longitude: isEast || longitude == 0 ? longitude : -longitude,
      speed: Double(speed), course: Double(course), isValid: isValid)
  }
}
