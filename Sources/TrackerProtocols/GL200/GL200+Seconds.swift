import Telemetry
import Wire

// One point for every second, most of them as differences to the one before (sheet 4.12, 100).
extension GL200 {
  /// A point in the units of the wire.
  private struct Point {
    /// 0.1 km/h.
    var speed = 0
    /// Degrees.
    var course = 0
    /// 0.000001°.
    var longitude = 0
    var latitude = 0
    var time = Timestamp(milliseconds: 0)
  }

  static func seconds(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    let count = try frame.u16("number of points")
    var point: Point?
    for _ in 0..<Int(count) {
      switch (frame.peek() ?? 0) >> 6 {
      case 1: point = try whole(&frame, after: point)
      case 2:
        guard var next = point else {
          throw DecodeError(.invalid, field: "first point", at: frame.offset)
        }
        try add(&frame, to: &next)
        point = next
      default:
        _ = try frame.u8("no point")
        if let time = point?.time { point?.time = time.advanced(byMilliseconds: 1_000) }
        continue
      }
      if let point { report(point, &reports) }
    }
    frame.skipRest("mileage, hours, state, send time and count")
  }

  private static func whole(
    _ frame: inout FieldReader, after last: Point?
  ) throws(DecodeError) -> Point {
    let head = try frame.unsigned("speed and course", bytes: 3)
    var point = Point()
    point.speed = frame.bits("speed", of: head, 9..<21)
    point.course = frame.bits("course", of: head, 0..<9)
    point.longitude = Int(try frame.i32("longitude"))
    point.latitude = Int(try frame.i32("latitude"))
    if let last {
      point.time = last.time.advanced(byMilliseconds: 1_000)
    } else {
      point.time = try frame.unixTime("time")
    }
    return point
  }

  private static func add(_ frame: inout FieldReader, to point: inout Point) throws(DecodeError) {
    let bits = try frame.unsigned("differences", bytes: 5)
    point.speed += signed(frame.bits("speed", of: bits, 30..<37), bits: 7)
    point.course += signed(frame.bits("course", of: bits, 23..<30), bits: 7)
    point.longitude += signed(frame.bits("longitude", of: bits, 11..<23), bits: 12)
    point.latitude += signed(frame.bits("latitude", of: bits, 0..<11), bits: 11)
    point.time = point.time.advanced(byMilliseconds: 1_000)
  }

  /// A number of so many bits whose highest is its sign.
  private static func signed(_ value: Int, bits: Int) -> Int {
    let limit = 1 << (bits &- 1)
    return value >= limit ? value &- 2 &* limit : value
  }

  private static func report(_ point: Point, _ reports: inout Reports) {
    let latitude = Double(point.latitude) / 1_000_000
    let longitude = Double(point.longitude) / 1_000_000
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return }
    reports.begin()
    reports.current.setTime(point.time)
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: latitude, longitude: longitude,
      speed: Units.knots(kilometresPerHour: Double(max(point.speed, 0)) / 10),
      course: Double((point.course % 360 + 360) % 360), isValid: true)
  }
}
