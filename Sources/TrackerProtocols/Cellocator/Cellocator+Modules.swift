import Telemetry
import Wire

// Messages of modules (chapter 4.4 of the sheet).
extension Cellocator {
  static func modules(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("packet control", 1)
    try frame.skip("length", 2)
    try frame.skip("reserved", 4)
    reports.begin()
    var saysSomething = false
    while frame.remaining > 3 {
      let kind = try frame.u8("module")
      let count = try frame.u16("length", .little)
      // One that says that it goes on behind the message costs none in front of it.
      var module = try frame.part("content", min(Int(count), frame.remaining))
      do throws(DecodeError) {
        switch kind {
        case 0x02: try variables(&module, &reports)
        case 0x06: try location(&module, &reports)
        case 0x07: try moment(&module, &reports)
        default: break
        }
      } catch {
        module.abandon("unreadable module", after: error)
      }
      module.skipRest("rest of the module")
      saysSomething = saysSomething || [0x02, 0x06, 0x07].contains(kind)
    }
    if !saysSomething { reports.discardCurrent() }
  }

  private static func variables(
    _ module: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try module.skip("operator", 2)
    try module.skip("signature", 4)
    let count = try module.u8("variables")
    for _ in 0..<count {
      let number = Int(try module.u16("variable", .little))
      let width = Int(try module.u8("length"))
      guard (1...8).contains(width) else {
        try module.skip("value", width)
        continue
      }
      let value = try module.unsigned("value", bytes: width, .little)
      reports.set(.element(number), Int64(truncatingIfNeeded: value))
    }
  }

  /// Whether such a place is valid is not known, so that it never is.
  private static func location(
    _ module: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try module.skip("dilution", 1)
    try module.skip("modes of the receiver", 2)
    try module.skip("satellites", 1)
    var location = try coordinates(&module, scale: radian / 1e8)
    location.altitude = Double(try module.i32("altitude", .little)) / 100
    let speed = Double(try module.u8("speed")) / 100
    location.speed = Units.knots(metresPerSecond: speed)
    location.course = Double(try module.u16("course", .little)) / 1_000 * radian
    keep(location, &reports)
  }

  private static func moment(
    _ module: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try module.skip("validity", 1)
    let second = Int(try module.u8("second"))
    let minute = Int(try module.u8("minute"))
    let hour = Int(try module.u8("hour"))
    let day = Int(try module.u8("day"))
    let month = Int(try module.u8("month"))
    let year = 2_000 + Int(try module.u8("year"))
    let time = CivilTime(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second
    ).moment()
    module.note(time.brief)
    reports.current.setTime(time)
  }
}
