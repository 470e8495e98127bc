import Telemetry
import Wire

// Lists of positions: FRI and its relatives (sheet 4.4). The vendor's layouts differ by model and
// by what the unit is set to report; which it is shows in the forms of the fields.
extension GL200 {
  /// How a list was found to be made.
  private struct Plan {
    var hasVIN: Bool
    var headers: Int
    var places: Int
    var tail: Int
  }

  /// Fields in front of the first block; the first is always there.
  private static let headers = [GL200Step](
    steps: "_power:d? _type:d2 _records:d2 _reserved:d? _level:d")
  private static let name = [GL200Step](steps: "_name:t")
  /// A vehicle's number in front of the name.
  static let vin = [GL200Step](steps: "vin:w17")
  static let tails = tailTable.split(separator: "\n").map { [GL200Step](steps: String($0)) }

  /// Reads a list; false if it is of another form, and nothing was read.
  static func list(
    _ form: GL200Message, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> Bool {
    guard let plan = plan(frame) else { return false }
    let vehicle = plan.hasVIN ? frame.text("vin") : nil
    frame.skipText("name")
    let power = try frame.integer("power")
    let type = plan.headers > 1 ? try frame.integer("report type") : nil
    if plan.headers > 2 { frame.skipText("number of records") }
    if plan.headers > 3 { frame.skipText("reserved") }
    let level = plan.headers > 4 ? try frame.integer("battery level") : nil
    for _ in 0..<plan.places {
      reports.begin()
      if let vehicle { reports.set(.vin, text: vehicle) }
      try place(&frame, &reports)
      if !reports.current.hasLocation { stamp(form, &reports) }
      set(type: form, &reports)
    }
    if let power, power > leastPower { reports.set(.power, Double(power) / 1_000) }
    if let level { reports.set(.batteryLevel, level) }
    for step in tails[plan.tail] { try read(step, form, &frame, &reports) }
    if plan.tail == tailWithSignal, let type {
      reports.set(.motion, type & 1 != 0)
      reports.set(.charge, type & 2 != 0)
    }
    frame.skipRest("further fields")
    return true
  }

  /// Less is no voltage but some other number.
  private static let leastPower = 10

  /// Tries the longest header first: an empty field fits both a header and a block.
  private static func plan(_ frame: borrowing FieldReader) -> Plan? {
    var start = frame.lookahead()
    let hasVIN = vin.fits(&start)
    if !hasVIN { start = frame.lookahead() }
    guard name.fits(&start) else { return nil }
    for count in (1...headers.count).reversed() {
      var ahead = start.lookahead()
      guard headersFit(count, &ahead) else { continue }
      var places = 0
      while places < Reports.mostRecords {
        var next = ahead.lookahead()
        guard placeFits(&next) else { break }
        ahead = next
        places += 1
      }
      if places > 0, let tail = tail(ahead) {
        return Plan(hasVIN: hasVIN, headers: count, places: places, tail: tail)
      }
    }
    return nil
  }

  private static func headersFit(_ count: Int, _ frame: inout FieldReader) -> Bool {
    for index in 0..<count {
      guard headers[index].fits(&frame) else { return false }
    }
    return true
  }

  private static func tail(_ frame: borrowing FieldReader) -> Int? {
    for index in tails.indices {
      var ahead = frame.lookahead()
      if tails[index].fits(&ahead) { return index }
    }
    return nil
  }
}
