import Telemetry
import Wire

extension TK103 {
  // MARK: Cells and access points

  /// Reads cells in braces, each with a line feed behind it, and an odometer.
  static func cellList(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    frame.skipText("identifier", to: UInt8(ascii: "{"))
    while !frame.isAtEnd, frame.peek() != UInt8(ascii: ",") {
      var cell = frame.group("cell", to: UInt8(ascii: "}"))
      let country = try cell.integer("mobile country code") ?? 0
      let network = try cell.integer("mobile network code") ?? 0
      let area = try cell.integer("location area code") ?? 0
      let identifier = try cell.integer("cell") ?? 0
      cell.skipRest("other fields")
      add(country, network, area, identifier, &reports)
      if frame.peek() == 10 { frame.skipText("separator", to: 10) }
      if frame.peek() == UInt8(ascii: "{") { frame.skipText("separator", to: UInt8(ascii: "{")) }
    }
    skipComma(&frame)
    if let odometer = try frame.hexadecimal("odometer") { reports.set(.odometer, odometer) }
    frame.skipRest("other fields")
  }

  /// Reads the serving cell and those around it, of which only it is known whole.
  static func neighbours(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    skipComma(&frame)
    reports.begin()
    let country = try frame.integer("mobile country code") ?? 0
    let network = try frame.integer("mobile network code") ?? 0
    let area = try frame.hexadecimal("location area code") ?? 0
    let cell = try frame.hexadecimal("cell") ?? 0
    add(country, network, Int64(clamping: area), Int64(clamping: cell), &reports)
    frame.skipRest("other cells")
  }

  private static func add(
    _ country: Int64, _ network: Int64, _ area: Int64, _ cell: Int64, _ reports: inout Reports
  ) {
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(clamping: country), mobileNetworkCode: UInt32(clamping: network),
        locationAreaCode: UInt32(clamping: area), cellIdentifier: UInt64(clamping: cell)))
  }

  /// Reads a cell and a counted list of access points, then date and time.
  static func networks(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    let country = try frame.integer("mobile country code") ?? 0
    let network = try frame.integer("mobile network code") ?? 0
    let area = try frame.integer("location area code") ?? 0
    add(country, network, area, try frame.integer("cell") ?? 0, &reports)
    let count = try frame.integer("access points") ?? 0
    // They count only if there are as many as it says.
    let isWhole = count == accessPoints(frame)
    while isAccessPoint(frame) {
      var point = frame.group("access point")
      let address = HardwareAddress.number(point.text("address", to: UInt8(ascii: "*")))
      let signal = try point.integer("signal", to: UInt8(ascii: "*"))
      let channel = try point.integer("channel", to: UInt8(ascii: "*"))
      point.skipRest("other fields")
      guard isWhole, let address else { continue }
      reports.add(
        WiFiAccessPoint(
          address: address, signalStrength: signal.map { Int32(clamping: $0) },
          channel: channel.flatMap { UInt8(exactly: $0) }))
    }
    reports.current.deviceTime = try time(&frame)
    frame.skipRest("other fields")
  }

  private static func isAccessPoint(_ frame: borrowing FieldReader) -> Bool {
    frame.next(to: UInt8(ascii: ",")) { $0.firstIndex(of: UInt8(ascii: "*")) != nil }
  }

  private static func accessPoints(_ frame: borrowing FieldReader) -> Int64 {
    var ahead = frame.lookahead()
    var count: Int64 = 0
    while isAccessPoint(ahead) {
      ahead.skipText("access point")
      count &+= 1
    }
    return count
  }

  /// Reads a date, day first, and a time of day.
  private static func time(_ frame: inout FieldReader) throws(DecodeError) -> Timestamp {
    let start = frame.offset
    let date = TextNumber.digits(frame.text("date"))
    let clock = TextNumber.digits(frame.text("time"))
    guard let date, let clock, date < 1_000_000, clock < 1_000_000 else {
      throw DecodeError(.invalid, field: "date and time", at: start)
    }
    return CivilTime(dayMonthYear: date, hourMinuteSecond: clock).moment()
  }

  // MARK: Texts and batteries

  /// Reads the answer to a command, a text between dollar signs.
  static func answer(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    reports.current.deviceTime = try time(&frame)
    frame.skipText("start of text", to: UInt8(ascii: "$"))
    reports.set(.result, text: frame.text("answer", to: UInt8(ascii: "$")))
    frame.skipRest("other fields")
  }

  /// Reads a report on the batteries.
  static func batteryReport(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    reports.current.deviceTime = try time(&frame)
    let levels: [Int64: Int] = [6: 100, 5: 80, 4: 50, 3: 20, 2: 10]
    if let level = try frame.integer("battery level"), let percent = levels[level] {
      frame.note("\(percent) %")
      reports.set(.batteryLevel, percent)
    }
    if let battery = try frame.integer("battery"), battery != 65_535 {
      reports.set(.battery, Double(battery) / 100)
    }
    if let power = try frame.integer("supply"), power != 65_535 {
      reports.set(.power, Double(power) / 10)
    }
    frame.skipRest("installed")
  }
}
