import Telemetry
import Wire

// The newer text form: `STT;<identifier>;<mask>;…`, a field for each bit of the mask.
extension Suntech {
  /// Reads a line with a header of three letters.
  mutating func byMask(
    _ frame: inout FieldReader, _ kind: Span<UInt8>, _ context: DecodeContext,
    _ reports: inout Reports
  ) throws(DecodeError) {
    if kind.equals("RES") { return try Self.answer(&frame, kind: kind, &reports) }
    try Self.identify(&frame, &reports)
    if kind.equals("STT") || kind.equals("ALT") || kind.equals("UEX") {
      try Self.report(&frame, kind, context, &reports)
    } else if kind.equals("BLE") {
      try Self.tags(&frame, kind, context, &reports)
    } else if kind.equals("CRR") {
      try crash.take(&frame, &reports)
    } else {
      frame.skipRest("fields")
    }
  }

  private static func report(
    _ frame: inout FieldReader, _ kind: Span<UInt8>, _ context: DecodeContext,
    _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    guard let bits = try frame.hexadecimal("report mask", to: semicolon) else {
      throw DecodeError(.invalid, field: "report mask", at: start)
    }
    let mask = SuntechMask(bits: bits)
    reports.begin()
    reports.set(.type, text: kind)
    if mask.has(1) { frame.skipText("model", to: semicolon) }
    if mask.has(2) { reports.set(.firmware, text: frame.text("firmware", to: semicolon)) }
    if mask.has(3), frame.text("message type", to: semicolon).equals("0") {
      reports.set(.archive, true)
    }
    if mask.hasTime {
      reports.current.setTime(try time(&frame, context))
    } else if mask.has(4) || mask.has(5) {
      frame.skipText("date or time alone", to: semicolon)
    }
    try cell(&frame, mask, &reports)
    try place(&frame, mask, &reports)
    try inputsAndOutputs(&frame, mask, &reports)
    try fields(of: kind, &frame, mask, &reports)
  }

  /// Reads the fields of bits 6 to 10.
  private static func cell(
    _ frame: inout FieldReader, _ mask: SuntechMask, _ reports: inout Reports
  ) throws(DecodeError) {
    let cell = mask.has(6) ? try frame.hexadecimal("cell", to: semicolon) : nil
    let country = mask.has(7) ? try frame.integer("mobile country code", to: semicolon) : nil
    let network = mask.has(8) ? try frame.integer("mobile network code", to: semicolon) : nil
    let area = mask.has(9) ? try frame.hexadecimal("location area code", to: semicolon) : nil
    if mask.has(10), let signal = try frame.integer("signal", to: semicolon) {
      reports.set(.rssi, signal)
    }
    guard let cell else { return }
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(clamping: country ?? 0),
        mobileNetworkCode: UInt32(clamping: network ?? 0),
        locationAreaCode: UInt32(clamping: area ?? 0), cellIdentifier: cell))
  }

  /// Reads the fields of bits 11 to 16.
  private static func place(
    _ frame: inout FieldReader, _ mask: SuntechMask, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    let latitude = mask.has(11) ? try frame.decimal("latitude", to: semicolon) : nil
    let longitude = mask.has(12) ? try frame.decimal("longitude", to: semicolon) : nil
    let speed = mask.has(13) ? try frame.decimal("speed", to: semicolon) ?? 0 : 0
    let course = mask.has(14) ? try frame.decimal("course", to: semicolon) ?? 0 : 0
    if mask.has(15), let count = try frame.integer("satellites", to: semicolon) {
      reports.set(.satellites, count)
    }
    let isValid = mask.has(16) && frame.text("fix", to: semicolon).equals("1")
    guard let latitude, let longitude else { return }
    try setPlace(latitude, longitude, at: start, &reports)
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
    reports.current.location.course = course
    reports.current.location.isValid = isValid
  }

  /// Reads the fields of bits 17 and 18: characters 0 and 1, the last is the first input, which
  /// the ignition is wired to. They are kept as the number that their digits are.
  private static func inputsAndOutputs(
    _ frame: inout FieldReader, _ mask: SuntechMask, _ reports: inout Reports
  ) throws(DecodeError) {
    if mask.has(17), let inputs = try frame.integer("inputs", to: semicolon) {
      reports.set(.ignition, inputs & 1 == 1)
      reports.set(.input, inputs)
    }
    if mask.has(18), let outputs = try frame.integer("outputs", to: semicolon) {
      reports.set(.output, outputs)
    }
  }

  /// Reads the fields of the kind, of bits 22 and 23, and those that an operator assigned.
  private static func fields(
    of kind: Span<UInt8>, _ frame: inout FieldReader, _ mask: SuntechMask,
    _ reports: inout Reports
  ) throws(DecodeError) {
    let isSerial = kind.equals("UEX")
    if isSerial {
      serial(&frame, &reports)
    } else if kind.equals("ALT") {
      if mask.has(19) {
        let code = try frame.integer("alarm", to: semicolon)
        if let alarm = alarm(ofAlert: code) { reports.raise(alarm) }
      }
      if mask.has(20) { set("alertModifier", nonEmpty: text("modifier", &frame), &reports) }
      if mask.has(21) { set("alertData", nonEmpty: text("data", &frame), &reports) }
    } else {
      for (bit, key) in [(19, "mode"), (20, "reason"), (21, .index)] as [(Int, AttributeKey)]
      where mask.has(bit) {
        if let value = try frame.integer(key.word, to: semicolon) { reports.set(key, value) }
      }
    }
    if mask.has(22) { frame.skipText("reserved", to: semicolon) }
    if mask.has(23), !isSerial { try assigned(&frame, &reports) }
    var number = 1
    while !frame.isAtEnd, number <= mostAssigned {
      set(AttributeKey("assign", number), nonEmpty: text("assigned", &frame), &reports)
      number += 1
    }
    frame.skipRest("further fields")
  }

  /// The most fields behind all others.
  private static let mostAssigned = 64

  /// Reads a mask of values and the values.
  private static func assigned(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let mask = SuntechMask(bits: try frame.hexadecimal("assign mask", to: semicolon) ?? 0)
    for bit in 0...30 where mask.has(bit) {
      set(.io(bit + 1), nonEmpty: text("value", &frame), &reports)
    }
  }

  @_lifetime(copy frame)
  private static func text(_ name: String, _ frame: inout FieldReader) -> Span<UInt8> {
    frame.text(name, to: semicolon)
  }

  // MARK: Bluetooth

  /// The most tags of a message that are read.
  private static let mostTags = 64

  /// Reads `BLE`: a position and the tags near it.
  private static func tags(
    _ frame: inout FieldReader, _ kind: Span<UInt8>, _ context: DecodeContext,
    _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    reports.set(.type, text: kind)
    frame.skipText("model", to: semicolon)
    reports.set(.firmware, text: frame.text("firmware", to: semicolon))
    reports.current.setTime(try time(&frame, context))
    let start = frame.offset
    let latitude = try frame.decimal("latitude", to: semicolon)
    let longitude = try frame.decimal("longitude", to: semicolon)
    if let latitude, let longitude {
      try setPlace(latitude, longitude, at: start, &reports)
      reports.current.location.isValid = true
    }
    frame.skipText("count of tags", to: semicolon)
    var tag = 1
    while !frame.isAtEnd, tag <= mostTags {
      try self.tag("tag\(tag)", &frame, &reports)
      tag += 1
    }
    frame.skipRest("further tags")
  }

  private static func tag(
    _ name: String, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    func number(_ word: String, _ title: String) throws(DecodeError) {
      guard let value = try frame.integer(title, to: semicolon) else { return }
      reports.set(AttributeKey(text: name + word), value)
    }
    try number("Rssi", "signal")
    frame.skipText("lowest signal", to: semicolon)
    frame.skipText("highest signal", to: semicolon)
    set(AttributeKey(text: name + "Id"), nonEmpty: text("address", &frame), &reports)
    try number("Samples", "samples")
    try number("Major", "major")
    try number("Minor", "minor")
  }
}
