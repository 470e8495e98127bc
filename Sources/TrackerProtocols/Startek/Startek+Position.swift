import Telemetry
import Wire

extension Startek {
  /// Reads a position or event record (commands 000 and 010).
  static func position(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    let event = try frame.integer("event") ?? 0
    reports.set(.event, event)
    if let alarm = alarm(of: event) { reports.raise(alarm) }
    let eventData = frame.text("event data")
    if event == 53, eventData.count > 0 { reports.set(.driverUniqueId, text: eventData) }
    try place(&frame, &reports)
    try cell(&frame, &reports)
    try status(&frame, &reports)
    try voltages(&frame, &reports)
    if !frame.isAtEnd { try tail(&frame, &reports) }
  }

  private static func place(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let time = try frame.compactTime("time")
    frame.note(time.brief)
    let fix = frame.text("fix")
    guard fix.equals("A") || fix.equals("V") else {
      throw DecodeError(.invalid, field: "fix", at: frame.offset)
    }
    reports.current.setTime(time)
    reports.current.hasLocation = true
    reports.current.location.isValid = fix.equals("A")
    let latitude = try frame.decimal("latitude") ?? 0
    let longitude = try frame.decimal("longitude") ?? 0
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      throw DecodeError(.invalid, field: "latitude and longitude", at: frame.offset)
    }
    reports.current.location.latitude = latitude
    reports.current.location.longitude = longitude
    if let satellites = try frame.integer("satellites") { reports.set(.satellites, satellites) }
    if let hdop = try frame.decimal("hdop") { reports.set(.hdop, hdop) }
    let speed = try frame.decimal("speed") ?? 0
    frame.note("\(speed) km/h")
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
    reports.current.location.course = try frame.decimal("course") ?? 0
    reports.current.location.altitude = try frame.decimal("altitude") ?? 0
    if let odometer = try frame.integer("odometer") { reports.set(.odometer, odometer) }
  }

  private static func cell(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var cell = frame.group("cell")
    let bar = UInt8(ascii: "|")
    let country = try cell.integer("mobile country code", to: bar)
    let network = try cell.integer("mobile network code", to: bar)
    let area = try cell.hexadecimal("location area code", to: bar)
    let identifier = try cell.hexadecimal("cell", to: bar)
    let signal = try frame.integer("signal")
    guard let country, let network, let area, let identifier else { return }
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(clamping: country), mobileNetworkCode: UInt32(clamping: network),
        locationAreaCode: UInt32(clamping: area), cellIdentifier: identifier,
        signalStrength: signal.map { -Int32(clamping: $0.magnitude) }))
  }

  private static func status(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if let status = try frame.hexadecimal("system status") {
      reports.set(.status, status)
      if frame.isTraced {
        for (bit, name) in statusBits { _ = frame.bit(name, of: status, bit) }
      }
    }
    if let inputs = try frame.hexadecimal("inputs") {
      reports.set(.ignition, frame.bit("ignition", of: inputs, 1))
      reports.set(.door, frame.bit("door", of: inputs, 2))
      reports.set(.input, inputs)
    }
    if let outputs = try frame.hexadecimal("outputs") { reports.set(.output, outputs) }
  }

  private static func voltages(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var voltages = frame.group("voltages")
    let bar = UInt8(ascii: "|")
    var index = 0
    while !voltages.isAtEnd {
      index += 1
      guard let value = try voltages.hexadecimal("voltage", to: bar) else { continue }
      let volts = Double(value) / 100
      voltages.note("\(volts) V")
      switch index {
      case 1: reports.set(.power, volts)
      case 2: reports.set(.battery, volts)
      default: reports.set(.adc(index - 1), volts)
      }
    }
  }

  /// Bits of the system status that are named in an explanation; sheet A5.
  private static let statusBits: [(Int, String)] = [
    (0, "server 1 connected"), (1, "server 2 connected"), (2, "fix valid"),
    (3, "external power"), (4, "antenna present"), (5, "standing still"), (6, "armed"),
    (7, "driver logged in"), (8, "taken off"),
  ]

  /// The alarm of an event; sheet A10.
  static func alarm(of event: Int64) -> Alarm? {
    switch event {
    case 1: .sos
    case 5, 6: .door
    case 17: .lowPower
    case 18: .powerCut
    case 19: .powerRestored
    case 39: .hardAcceleration
    case 40: .hardBraking
    case 41: .hardCornering
    default: nil
    }
  }
}
