import Telemetry
import Wire

// Messages and parts of messages with a layout of their own (sheet 4.6, 4.7, 4.9).
extension GL200 {
  // MARK: Ignition

  /// Reads IGN, IGF, VGN and VGF.
  static func ignition(
    _ form: GL200Message, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    frame.skipText("name")
    if form.model.has(.longIgnition) {
      frame.skipText("reserved")
      frame.skipText("report type")
    }
    frame.skipText("seconds before")
    reports.begin()
    try counted(&frame, form.model, &reports)
    reports.set(.ignition, UInt8(truncatingIfNeeded: form.type) == UInt8(ascii: "N"))
    for step in ignitionTail { try read(step, form, &frame, &reports) }
    frame.skipRest("further fields")
    stamp(form, &reports)
    set(type: form, &reports)
  }

  private static let ignitionTail = [GL200Step](steps: "hours:t@clock odometer:n*1000")

  // MARK: Information

  /// Reads INF: what the unit is and how it is supplied.
  static func information(
    _ form: GL200Message, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    var ahead = frame.lookahead()
    if vin.fits(&ahead) { reports.set(.vin, text: frame.text("vin")) }
    frame.skipText("name")
    try state(&frame, &reports)
    for step in informationStart { try read(step, form, &frame, &reports) }
    let supply = frame.text("power or odometer")
    if let value = TextNumber.decimal(supply) {
      let isDistance = supply.firstIndex(of: UInt8(ascii: ".")) != nil
      if isDistance { reports.set(.odometer, value * 1_000) }
      if !isDistance { reports.set(.power, value / 1_000) }
    }
    if !form.model.has(.secondSupplyMissing) { try secondSupply(form, &frame, &reports) }
    if let volts = try frame.decimal("battery") { reports.set(.battery, volts) }
    let isKnown = frame.text("charging is known").count > 0
    let charging = frame.text("charging")
    if isKnown, charging.equals("1") { reports.set(.charge, true) }
    if form.model.has(.analogueInformation) {
      for step in informationEnd { try read(step, form, &frame, &reports) }
    }
    frame.skipRest("further fields")
    stamp(form, &reports)
    set(type: form, &reports)
  }

  /// Reads the second supply, or the address of a Bluetooth accessory in its place and what that
  /// measures.
  private static func secondSupply(
    _ form: GL200Message, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let second = frame.text("second power or accessory")
    if second.count >= addressLength {
      if let degrees = try frame.decimal("temperature") { reports.set(.deviceTemp, degrees) }
      if let percent = try frame.decimal("humidity") { reports.set(.humidity, percent) }
    } else if let value = TextNumber.decimal(second), !form.model.has(.secondSupplyIgnored) {
      reports.set(.power(2), value / 1_000)
    }
  }

  /// The digits of an accessory's address.
  private static let addressLength = 12

  private static let informationStart = [GL200Step](
    steps: "iccid:t rssi:d _bit_errors:t _external_power:t")
  private static let informationEnd = [GL200Step](steps: "_:t _:t _:t _:t _:t adc1:d adc2:d adc3:d")

  /// Reads the state: which of ignition and motion are known, and what they are.
  private static func state(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let state = try frame.hexadecimal("state") ?? 0
    switch state {
    case 0x16, 0x1A, 0x12, 0x11: reports.set(.ignition, false)
    case 0x21, 0x22: reports.set(.ignition, true)
    default: break
    }
    switch state {
    case 0x16, 0x1A, 0x12, 0x22, 0x42: reports.set(.motion, true)
    case 0x11, 0x21, 0x41: reports.set(.motion, false)
    default: break
    }
  }

  // MARK: Cells

  /// Reads the neighbours of GSM; the cell that serves stands last and is left out, as other
  /// servers do.
  static func neighbours(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try cells(6, &frame, decidedBy: .country, &reports)
    frame.skipRest("serving cell")
  }

  /// Reads at most so many cells.
  static func cells(
    _ count: Int, _ frame: inout FieldReader, decidedBy field: FieldReader.CellText,
    _ reports: inout Reports
  ) throws(DecodeError) {
    for _ in 0..<min(count, 7) where !frame.isAtEnd {
      try frame.cellText(hasSignal: true, decidedBy: field, &reports)
      frame.skipText("reserved")
    }
  }

  // MARK: Accessories and other units

  private static let accessoryFields = accessoryTable.split(separator: " ").compactMap {
    GL200Field($0)
  }

  static func accessoryFits(_ frame: inout FieldReader) -> Bool {
    let mask = frame.text("mask")
    guard mask.count == 4, let mask = TextNumber.hexadecimal(mask) else { return false }
    for _ in 0..<mask.nonzeroBitCount {
      guard !frame.isAtEnd else { return false }
      frame.skipText("value")
    }
    return true
  }

  static func accessory(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let mask = try frame.hexadecimal("mask of values") ?? 0
    for bit in accessoryFields.indices where mask >> UInt64(bit) & 1 == 1 {
      try accessoryFields[bit].read(&frame, &reports)
    }
  }

  static func warningFits(_ frame: inout FieldReader) -> Bool {
    let type = frame.text("warning")
    guard type.count == 1, type.isDigits, !frame.isAtEnd else { return false }
    frame.skipText("degree")
    return true
  }

  /// Reads a warning about the driver.
  static func warning(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    let type = try frame.integer("warning") ?? 0
    let degree = try frame.integer("degree")
    guard type == 1 else { return reports.set("warningType", type) }
    reports.raise(.fatigueDriving)
    if let degree { reports.set("fatigueDegree", degree) }
  }

  static func serialFits(_ frame: inout FieldReader) -> Bool {
    !frame.isAtEnd && frame.text("data").isHexadecimal
  }

  /// Reads what a unit on the serial port said; a fuel sensor's text is known.
  static func serial(_ frame: inout FieldReader, _ reports: inout Reports) {
    let digits = frame.text("data")
    var text: [UInt8] = []
    text.reserveCapacity(digits.count / 2)
    var index = 0
    while index < digits.count - 1 {
      guard let high = TextNumber.hexadecimalDigit(digits[index]),
        let low = TextNumber.hexadecimalDigit(digits[index + 1])
      else { break }
      text.append(high << 4 | low)
      index += 2
    }
    let isSensor = (0..<text.count).contains { text.span.starts(with: "COMB", at: $0) }
    guard isSensor else { return reports.set(.result, text: text.span) }
    var values = FieldReader(text.span)
    values.skipText("start")
    values.skipText("state")
    if let fuel = TextNumber.decimal(values.text("fuel")) { reports.set(.fuel, fuel) }
  }
}
