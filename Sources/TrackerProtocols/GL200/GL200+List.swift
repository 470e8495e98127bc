import Telemetry
import Wire

// Lists of positions: FRI and its relatives (sheet 4.4). The vendor's layouts differ by model and
// by what the unit is set to report; which it is shows in the forms of the fields.
extension GL200 {
  /// How a list was found to be made.
  private struct Plan {
    var hasVIN: Bool
    var header: Header
    var places: Int
    /// Nil if what stands behind the last block has no known form.
    var tail: Int?
  }

  /// Which fields stand in front of the first block; the voltage always does.
  struct Header: OptionSet, Sendable {
    let rawValue: UInt8
    static let type = Header(rawValue: 8)
    static let records = Header(rawValue: 4)
    static let reserved = Header(rawValue: 2)
    static let level = Header(rawValue: 1)

    /// All of them by how many fields they have, those with the first fields first.
    static let all: [[Header]] = (0...4).map { count in
      (0..<16).reversed().map { Header(rawValue: $0) }.filter {
        $0.rawValue.nonzeroBitCount == count
      }
    }
  }

  private static let power = [GL200Step](steps: "_power:d?")
  /// The others, and which they are.
  private static let headers = zip(
    [Header.type, .records, .reserved, .level],
    [GL200Step](steps: "_type:d2 _records:d2 _reserved:d? _level:d")
  ).map { (part: $0, step: $1) }
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
    let type = plan.header.contains(.type) ? try frame.integer("report type") : nil
    if plan.header.contains(.records) { frame.skipText("number of records") }
    if plan.header.contains(.reserved) { frame.skipText("reserved") }
    let level = plan.header.contains(.level) ? try frame.integer("battery level") : nil
    for _ in 0..<plan.places {
      reports.begin()
      if let vehicle { reports.set(.vin, text: vehicle) }
      try place(&frame, &reports)
      if !reports.current.hasLocation { stamp(form, &reports) }
      set(type: form, &reports)
    }
    if let power, power > leastPower { reports.set(.power, Double(power) / 1_000) }
    if let level { reports.set(.batteryLevel, level) }
    if let tail = plan.tail {
      for step in tails[tail] { try read(step, form, &frame, &reports) }
    }
    if plan.tail == tailWithSignal, let type {
      reports.set(.motion, type & 1 != 0)
      reports.set(.charge, type & 2 != 0)
    }
    frame.skipRest("further fields")
    return true
  }

  /// Less is no voltage but some other number.
  private static let leastPower = 10

  /// Tries the longest header first: an empty field fits both a header and a block. Of a message
  /// with several positions none is given up because of what stands behind them.
  private static func plan(_ frame: borrowing FieldReader) -> Plan? {
    var start = frame.lookahead()
    let hasVIN = vin.fits(&start)
    if !hasVIN { start = frame.lookahead() }
    guard name.fits(&start), power.fits(&start) else { return nil }
    var several: Plan?
    for count in (0...headers.count).reversed() {
      guard let header = header(count, start) else { continue }
      var ahead = start.lookahead()
      for _ in 0..<count { ahead.skipText("header") }
      var places = 0
      while places < Reports.mostRecords {
        var next = ahead.lookahead()
        guard placeFits(&next) else { break }
        ahead = next
        places += 1
      }
      guard places > 0 else { continue }
      let plan = Plan(hasVIN: hasVIN, header: header, places: places, tail: tail(ahead))
      if plan.tail != nil { return plan }
      if places > 1, several == nil { several = plan }
    }
    return several
  }

  /// Which header so many fields can be.
  private static func header(_ count: Int, _ start: borrowing FieldReader) -> Header? {
    for header in Header.all[count] {
      var ahead = start.lookahead()
      var fits = true
      for field in headers where fits && header.contains(field.part) {
        fits = field.step.fits(&ahead)
      }
      if fits { return header }
    }
    return nil
  }

  private static func tail(_ frame: borrowing FieldReader) -> Int? {
    for index in tails.indices {
      var ahead = frame.lookahead()
      if tails[index].fits(&ahead) { return index }
    }
    return nil
  }
}
