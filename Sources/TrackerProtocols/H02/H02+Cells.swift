import Telemetry
import Wire

extension H02 {
  /// Reads NBR: the cells around a unit without a fix.
  static func neighbours(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    let time = try sixDigits("time", &frame) ?? 0
    let country = try frame.integer("mobile country code") ?? 0
    let network = try frame.integer("mobile network code") ?? 0
    frame.skipText("timing advance")
    frame.skipText("count of cells")
    // The count may be wrong; the list ends where date and status stand.
    while !frame.isAtEnd, !(isDate(item(0, of: frame)) && isStatus(item(1, of: frame))) {
      try cell(&frame, country, network, &reports)
    }
    try dateAndStatus(&frame, time: time, &reports)
    guard !frame.isAtEnd else { return }
    batteryLevel(of: Int(clamping: try frame.integer("battery code") ?? 0), frame, &reports)
    frame.skipRest("further items")
  }

  /// Reads V3: a list of cells whose country and network code stand in one item.
  static func cells(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    let time = try sixDigits("time", &frame) ?? 0
    let country = try frame.digits("mobile country code", count: 3)
    let network = try frame.integer("mobile network code") ?? 0
    var left = try frame.integer("count of cells") ?? 0
    while left > 0, !frame.isAtEnd {
      left &-= 1
      let area = try frame.integer("location area code")
      let cell = try frame.integer("cell")
      frame.skipText("signal")
      frame.skipText("signal in dBm")
      guard let area, let cell else { continue }
      reports.add(tower(Int64(country), network, area, cell, signal: nil))
    }
    if let battery = try frame.hexadecimal("battery") { reports.set(.battery, battery) }
    frame.skipText("restarts")
    frame.skipText("mark")
    try dateAndStatus(&frame, time: time, &reports)
    frame.skipRest("further items")
  }

  /// Reads VP1: a position without time of day, or cells.
  static func shortForm(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    let start = frame.offset
    let fix = frame.text("fix")
    reports.begin()
    if fix.equals("V") {
      let country = try frame.integer("mobile country code") ?? 0
      let network = try frame.integer("mobile network code") ?? 0
      while !frame.isAtEnd {
        var group = frame.group("cell", to: UInt8(ascii: "Y"))
        try cell(&group, country, network, &reports)
        group.skipRest("further items")
      }
    } else if fix.equals("A") || fix.equals("B") {
      guard try place(&frame, isValid: true, &reports) else {
        frame.skipRest("rest of a record without place")
        reports.discardCurrent()
        return
      }
      reports.current.setTime(moment(date: try sixDigits("date", &frame), time: 0))
      frame.skipRest("further items")
    } else {
      throw DecodeError(.invalid, field: "fix", at: start)
    }
  }

  /// Reads LINK: the state of a unit that has no position to tell.
  static func link(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    let time = try sixDigits("time", &frame) ?? 0
    if let signal = try frame.integer("signal") { reports.set(.rssi, signal) }
    if let satellites = try frame.integer("satellites") { reports.set(.satellites, satellites) }
    if let level = try frame.integer("battery level") { reports.set(.batteryLevel, level) }
    if let steps = try frame.integer("steps") { reports.set(.steps, steps) }
    if let turnovers = try frame.integer("turn-overs") { reports.set("turnovers", turnovers) }
    try dateAndStatus(&frame, time: time, &reports)
    frame.skipRest("further items")
  }

  /// Reads the end of a record without a place: date and status. A text that ends before is cut.
  private static func dateAndStatus(
    _ frame: inout FieldReader, time: Int, _ reports: inout Reports
  ) throws(DecodeError) {
    guard !frame.isAtEnd else { throw DecodeError(.truncated, field: "date", at: frame.offset) }
    let date = try sixDigits("date", &frame)
    reports.current.deviceTime = moment(date: date, time: time)
    if let moment = reports.current.deviceTime { frame.note(moment.brief) }
    try status(&frame, &reports)
  }

  /// Reads area, cell and signal; what lacks one of the first two is no cell.
  private static func cell(
    _ frame: inout FieldReader, _ country: Int64, _ network: Int64, _ reports: inout Reports
  ) throws(DecodeError) {
    let area = try frame.integer("location area code")
    let cell = try frame.integer("cell")
    let signal = try frame.integer("signal")
    guard let area, let cell else { return }
    reports.add(tower(country, network, area, cell, signal: signal))
  }

  /// A cell; the signal is a level without sign or dBm, and always stored negative. Zero is none.
  private static func tower(
    _ country: Int64, _ network: Int64, _ area: Int64, _ cell: Int64, signal: Int64?
  ) -> CellTower {
    CellTower(
      mobileCountryCode: UInt32(clamping: country), mobileNetworkCode: UInt32(clamping: network),
      locationAreaCode: UInt32(clamping: area), cellIdentifier: UInt64(clamping: cell),
      signalStrength: signal.flatMap { $0 == 0 ? nil : -Int32(clamping: $0.magnitude) })
  }
}
