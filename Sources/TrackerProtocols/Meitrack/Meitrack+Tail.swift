import Telemetry
import Wire

extension Meitrack {
  private static let comma = UInt8(ascii: ",")
  private static let bar = UInt8(ascii: "|")

  /// Reads what may follow the voltages: data of the event, protocol version, fuel, temperatures,
  /// data of sensors. It counts only as a whole; firmwares of other kinds write other things.
  static func tail(
    _ frame: inout FieldReader, _ event: Int64, _ reports: inout Reports
  ) throws(DecodeError) {
    let hasEventData = fits(frame, hasEventData: true)
    guard hasEventData || fits(frame, hasEventData: false) else {
      frame.skipRest("other fields")
      return
    }
    if hasEventData {
      let data = frame.text("event data")
      if data.count > 0 { reports.set(event == 37 ? .driverUniqueId : "eventData", text: data) }
    }
    frame.skipText("reserved")
    let version = try frame.integer("protocol version")
    var fuel = frame.group("fuel")
    if !fuel.isAtEnd {
      let whole = try fuel.hexadecimal("fuel", count: 2)
      let hundredths = try fuel.hexadecimal("fuel, hundredths", count: 2)
      reports.set(.fuel, Double(whole) + Double(hundredths) / 100)
    }
    var temperatures = frame.group("temperatures")
    while !temperatures.isAtEnd {
      let sensor = try temperatures.hexadecimal("sensor", count: 2)
      let raw = try temperatures.hexadecimal("temperature", to: bar) ?? 0
      let degrees = temperature(UInt16(truncatingIfNeeded: raw), version: version ?? 0)
      temperatures.note("\(degrees) °C")
      reports.set(.temperature(Int(clamping: sensor)), degrees)
    }
    guard !frame.isAtEnd else { return }
    frame.skipText("number of data")
    frame.skipText("data")
    let data = frame.text("temperature data")
    if data.count > 0 { reports.set("tempData", text: data) }
    for _ in 0..<3 { frame.skipText("data") }
    var meter = frame.group("taximeter")
    if !meter.isAtEnd { try taximeter(&meter, &reports) }
    frame.skipRest("data")
  }

  /// Hundredths of a degree, or before version 3 degrees and hundredths.
  private static func temperature(_ raw: UInt16, version: Int64) -> Double {
    version >= 3
      ? Double(Int16(bitPattern: raw)) / 100
      : Double(Int8(truncatingIfNeeded: raw >> 8)) + Double(raw & 0xFF) / 100
  }

  private static func taximeter(
    _ meter: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let state = meter.text("taximeter state", to: bar)
    reports.set("taximeterOn", state.count > 1 && state[1] == UInt8(ascii: "0"))
    reports.set("taximeterStart", text: meter.text("taximeter start", to: bar))
    guard !meter.isAtEnd else { return }
    reports.set("taximeterEnd", text: meter.text("taximeter end", to: bar))
    for (key, name): (AttributeKey, String) in [
      ("taximeterDistance", "taximeter distance"), ("taximeterFare", "taximeter fare"),
    ] {
      guard let value = try meter.decimal(name, to: bar) else { continue }
      reports.setWhole(key, value)
    }
    reports.set("taximeterTrip", text: meter.text("taximeter trip", to: bar))
    reports.set("taximeterWait", text: meter.text("taximeter wait", to: bar))
    meter.skipRest("taximeter")
  }

  /// Whether what is left has the form of a tail to its end.
  private static func fits(_ frame: borrowing FieldReader, hasEventData: Bool) -> Bool {
    var ahead = frame.lookahead()
    if hasEventData, !skip(&ahead, { _ in true }) { return false }
    guard skip(&ahead, { _ in true }), skip(&ahead, { $0.count == 0 || $0.isDigits }) else {
      return false
    }
    let fuelIsLast = ahead.distance(to: comma) == ahead.remaining
    let fuel = ahead.text("fuel")
    guard fuel.count == 0 || fuel.count == 4 && fuel.isHexadecimal else { return false }
    guard !fuelIsLast else { return true }
    let listIsLast = ahead.distance(to: comma) == ahead.remaining
    guard areTemperatures(ahead.text("temperatures")) else { return false }
    return listIsLast || skip(&ahead) { $0.isDigits }
  }

  /// Passes over a field that passes a test and has a comma behind it.
  private static func skip(_ frame: inout FieldReader, _ test: (Span<UInt8>) -> Bool) -> Bool {
    let hasComma = frame.distance(to: comma) < frame.remaining
    return test(frame.text("field")) && hasComma
  }

  private static func areTemperatures(_ text: Span<UInt8>) -> Bool {
    var list = FieldReader(text)
    while !list.isAtEnd {
      let item = list.text("temperature", to: bar)
      guard item.count == 6, item.isHexadecimal else { return false }
    }
    return true
  }
}
