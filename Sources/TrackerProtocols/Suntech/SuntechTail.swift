import Telemetry
import Wire

/// What stands behind the fields of the kind in the older text form, if the unit's setting HBM is
/// on: hour meter, backup battery, a mark of stored records, and what else the unit was told to
/// send.
///
/// The shape of the fields says which they are. Where an operator entered the unit's settings
/// (`hbm`, `includeAdc`, `includeRpm`, `includeTemp`) these count.
struct SuntechTail {
  private static let semicolon = Suntech.semicolon

  /// How many analogue values there are.
  private var analogues = 0
  private var hasEngineSpeed = false
  /// A driver and whether he is known to the unit.
  private var hasDriver = false
  private var temperatures = 0
  private var hasCell = false

  /// Reads the tail. Nothing in it is worth the position: where it has another form, it is left.
  static func read(
    _ frame: inout FieldReader, _ settings: DeviceSettings, _ reports: inout Reports
  ) {
    let level = settings.options["hbm"]
    guard level == "1" || level == "2" || begins(frame, behind: 0) else {
      return frame.skipRest("tail")
    }
    do throws(DecodeError) {
      try counters(&frame, &reports)
      let tail = level.map { SuntechTail(settings, isLong: $0 == "2", frame) } ?? SuntechTail(frame)
      try tail.read(&frame, &reports)
      frame.skipRest("further fields")
    } catch {
      frame.abandon("tail", after: error)
    }
  }

  /// Whether a tail begins behind so many fields: minutes, volts with one decimal, `0` or `1`.
  static func begins(_ frame: borrowing FieldReader, behind fields: Int) -> Bool {
    var ahead = frame.lookahead()
    for _ in 0..<max(0, fields) { ahead.skipText("field", to: semicolon) }
    guard ahead.text("minutes", to: semicolon).isDigits else { return false }
    let volts = ahead.text("volts", to: semicolon)
    guard (3...4).contains(volts.count), volts[volts.count - 2] == UInt8(ascii: "."),
      TextNumber.decimal(volts) != nil
    else { return false }
    let mark = ahead.text("mark", to: semicolon)
    return mark.equals("0") || mark.equals("1")
  }

  private static func counters(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if let minutes = try frame.integer("hour meter in minutes", to: semicolon) {
      let (milliseconds, overflow) = minutes.multipliedReportingOverflow(by: 60_000)
      if !overflow { reports.set(.engineHours, milliseconds) }
    }
    if let volts = try frame.decimal("backup battery", to: semicolon) {
      reports.set(.battery, volts)
    }
    if frame.text("real time", to: semicolon).equals("0") { reports.set(.archive, true) }
  }

  // MARK: Which fields

  /// By the settings of a unit.
  private init(_ settings: DeviceSettings, isLong: Bool, _ frame: borrowing FieldReader) {
    var left = 0
    var ahead = frame.lookahead()
    while !ahead.isAtEnd {
      ahead.skipText("field", to: Self.semicolon)
      left += 1
    }
    func isOn(_ name: String) -> Bool { settings.options[name] == "true" }
    analogues = isOn("includeAdc") ? min(3, left) : 0
    left -= analogues
    hasEngineSpeed = isOn("includeRpm") && left > 0
    left -= hasEngineSpeed ? 1 : 0
    hasDriver = left >= (isLong ? 7 : 2)
    left -= hasDriver ? 2 : 0
    temperatures = isOn("includeTemp") ? min(3, left) : 0
    left -= temperatures
    hasCell = isLong && left >= 5
  }

  /// By the shape of the fields.
  private init(_ frame: borrowing FieldReader) {
    var ahead = frame.lookahead()
    while analogues < 3, !ahead.isAtEnd, ahead.next(to: Self.semicolon, Self.isAnalogue) {
      ahead.skipText("analogue", to: Self.semicolon)
      analogues += 1
    }
    var behind = ahead.lookahead()
    let isNumber = behind.text("engine speed", to: Self.semicolon).count <= 5
    if isNumber, behind.next(to: Self.semicolon, Self.isDriver) {
      hasEngineSpeed = true
      ahead.skipText("engine speed", to: Self.semicolon)
    }
    if ahead.next(to: Self.semicolon, Self.isDriver) {
      hasDriver = true
      ahead.skipText("driver", to: Self.semicolon)
      ahead.skipText("driver is known", to: Self.semicolon)
    }
    while temperatures < 8, !ahead.isAtEnd,
      ahead.next(to: Self.semicolon, { $0.firstIndex(of: UInt8(ascii: ":")) != nil })
    {
      ahead.skipText("temperature", to: Self.semicolon)
      temperatures += 1
    }
    for _ in 0..<3 { ahead.skipText("cell", to: Self.semicolon) }
    hasCell = ahead.next(to: Self.semicolon) { $0.count > 1 && $0[0] == UInt8(ascii: "-") }
  }

  /// A number with decimals, or nothing.
  private static func isAnalogue(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0 else { return true }
    return text.firstIndex(of: UInt8(ascii: ".")) != nil && TextNumber.decimal(text) != nil
  }

  /// The number of a key: 14 or 16 hexadecimal digits.
  private static func isDriver(_ text: Span<UInt8>) -> Bool {
    (14...16).contains(text.count) && text.isHexadecimal
  }

  // MARK: Reading

  private func read(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let semicolon = Self.semicolon
    for channel in 0..<analogues {
      if let volts = try frame.decimal("analogue input", to: semicolon) {
        reports.set(.adc(channel &+ 1), volts)
      }
    }
    if hasEngineSpeed, let speed = try frame.integer("engine speed", to: semicolon) {
      reports.set(.rpm, speed)
    }
    if hasDriver {
      Suntech.set(.driverUniqueId, nonEmpty: frame.text("driver", to: semicolon), &reports)
      frame.skipText("driver is known", to: semicolon)
    }
    for channel in 0..<temperatures {
      let text = frame.text("temperature", to: semicolon)
      let colon = text.firstIndex(of: UInt8(ascii: ":")) ?? -1
      if let degrees = TextNumber.decimal(text.extracting(droppingFirst: colon + 1)) {
        reports.set(.temperature(channel &+ 1), degrees)
      }
    }
    if hasCell { try Self.cell(&frame, &reports) }
  }

  /// Reads a cell, all numbers of which are decimal; the area comes last.
  private static func cell(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let cell = try frame.integer("cell", to: semicolon)
    let country = try frame.integer("mobile country code", to: semicolon)
    let network = try frame.integer("mobile network code", to: semicolon)
    let signal = try frame.integer("signal", to: semicolon)
    let area = try frame.integer("location area code", to: semicolon)
    guard let cell, let country, let network, let area else { return }
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(clamping: country), mobileNetworkCode: UInt32(clamping: network),
        locationAreaCode: UInt32(clamping: area), cellIdentifier: UInt64(clamping: cell),
        signalStrength: signal.map { -Int32(clamping: $0.magnitude) }))
  }
}
