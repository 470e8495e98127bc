import Telemetry
import Wire

extension Meitrack {
  /// Whether the fields of a position come next: event and latitude, and in front of them
  /// possibly a count of what is buffered.
  static func isPosition(_ frame: borrowing FieldReader) -> Bool {
    hasLatitude(frame, behind: 1) || hasLatitude(frame, behind: 2)
  }

  private static func hasLatitude(_ frame: borrowing FieldReader, behind numbers: UInt8) -> Bool {
    var ahead = frame.lookahead()
    for _ in 0..<numbers {
      guard ahead.text("number").isDigits else { return false }
    }
    let latitude = ahead.text("latitude")
    return latitude.firstIndex(of: UInt8(ascii: ".")) != nil
      && TextNumber.decimal(latitude) != nil
  }

  /// Reads a position as text.
  static func position(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    if !hasLatitude(frame, behind: 1) { frame.skipText("buffered records") }
    reports.begin()
    let event = try frame.integer("event") ?? 0
    reports.set(.event, event)
    if let alarm = alarms[event] { reports.raise(alarm) }
    let signal = try place(&frame, &reports)
    if let odometer = try frame.integer("odometer") { reports.set(.odometer, odometer) }
    let runtime = frame.text("run time")
    if runtime.count > 0 { reports.set("runtime", text: runtime) }
    try cell(&frame, signal, &reports)
    try inputs(&frame, &reports)
    try analogue(&frame, context.settings.model, &reports)
    try tail(&frame, event, &reports)
  }

  /// Reads time and place; returns the signal of the cell.
  private static func place(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> Int64? {
    let start = frame.offset
    let latitude = try frame.decimal("latitude") ?? 0
    let longitude = try frame.decimal("longitude") ?? 0
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      throw DecodeError(.invalid, field: "latitude and longitude", at: start)
    }
    let time = try frame.compactTime("time")
    frame.note(time.brief)
    reports.current.setTime(time)
    let at = frame.offset
    let fix = frame.text("fix")
    guard fix.equals("A") || fix.equals("V") else {
      throw DecodeError(.invalid, field: "fix", at: at)
    }
    reports.current.hasLocation = true
    reports.current.location.latitude = latitude
    reports.current.location.longitude = longitude
    reports.current.location.isValid = fix.equals("A")
    if let satellites = try frame.integer("satellites") { reports.set(.satellites, satellites) }
    let signal = try frame.integer("signal")
    let speed = try frame.decimal("speed") ?? 0
    frame.note("\(speed) km/h")
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
    reports.current.location.course = try frame.decimal("course") ?? 0
    if let hdop = try frame.decimal("hdop") { reports.set(.hdop, hdop) }
    reports.current.location.altitude = try frame.decimal("altitude") ?? 0
    return signal
  }

  private static func cell(
    _ frame: inout FieldReader, _ signal: Int64?, _ reports: inout Reports
  ) throws(DecodeError) {
    let bar = UInt8(ascii: "|")
    var cell = frame.group("cell")
    let country = try cell.integer("mobile country code", to: bar) ?? 0
    let network = try cell.integer("mobile network code", to: bar) ?? 0
    let area = try cell.hexadecimal("location area code", to: bar) ?? 0
    let identifier = try cell.hexadecimal("cell", to: bar) ?? 0
    guard country != 0, network != 0 else { return }
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(clamping: country), mobileNetworkCode: UInt32(clamping: network),
        locationAreaCode: UInt32(clamping: area), cellIdentifier: identifier,
        signalStrength: signal.map { 0 &- Int32(clamping: $0.magnitude) }))
  }

  private static func inputs(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var group = frame.group("inputs and outputs")
    guard !group.isAtEnd else { return }
    reports.set(.input, try group.hexadecimal("inputs", count: 2))
    reports.set(.output, try group.hexadecimal("outputs", count: 2))
  }

  /// Reads voltages: of battery and supply with decimals, or three inputs, battery and supply in
  /// steps that the model says.
  private static func analogue(
    _ frame: inout FieldReader, _ model: String?, _ reports: inout Reports
  ) throws(DecodeError) {
    let bar = UInt8(ascii: "|")
    var group = frame.group("voltages")
    if group.next(to: UInt8(ascii: ","), { $0.firstIndex(of: UInt8(ascii: ".")) != nil }) {
      if let battery = try group.decimal("battery", to: bar) { reports.set(.battery, battery) }
      if let power = try group.decimal("supply", to: bar) { reports.set(.power, power) }
      group.skipRest("other voltages")
      return
    }
    guard !group.isAtEnd else { return }
    for index in 1...3 {
      if let raw = try group.hexadecimal("analogue input", to: bar) {
        reports.set(.adc(index), raw)
      }
    }
    let steps = MeitrackVoltages(model)
    if let raw = try group.hexadecimal("battery", to: bar) {
      reports.set(.battery, Double(raw) * steps.battery / steps.batteryRange)
      let power = try group.hexadecimal("supply", to: bar) ?? 0
      reports.set(.power, Double(power) * steps.power / steps.powerRange)
    }
    group.skipRest("other voltages")
  }

  static let alarms: [Int64: Alarm] = [
    1: .sos, 17: .lowBattery, 18: .lowPower, 19: .overspeed, 20: .geofenceEnter,
    21: .geofenceExit, 22: .powerRestored, 23: .powerCut, 36: .tow, 44: .jamming, 78: .accident,
    90: .hardCornering, 91: .hardCornering, 129: .hardBraking, 130: .hardAcceleration,
    135: .fatigueDriving,
  ]
}

/// By which steps a model counts its voltages.
struct MeitrackVoltages {
  let battery: Double
  let batteryRange: Double
  let power: Double
  let powerRange: Double

  /// The steps of a model; hundredths of a volt if it is not known.
  init(_ model: String?) {
    switch model {
    case "MVT340", "MVT380": self.init(6, 1_024, 48, 1_024)
    case "MT90": self.init(6.6, 4_096, 1, 1)
    case "MT90G": self.init(6, 4_096, 1, 1)
    case "T1", "T3", "MVT100", "MVT600", "MVT800", "TC68", "TC68S":
      self.init(6.6, 4_096, 52.8, 4_096)
    default: self.init(1, 100, 1, 100)
    }
  }

  private init(_ battery: Double, _ batteryRange: Double, _ power: Double, _ powerRange: Double) {
    self.battery = battery
    self.batteryRange = batteryRange
    self.power = power
    self.powerRange = powerRange
  }
}
