import Telemetry
import Wire

// The compact forms.
extension Suntech {
  // MARK: The older form

  /// Reads `02 … 03`, the fields of the older text in binary numbers and packed digits.
  static func packed(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    var end = try frame.trailer("end", 1)
    try end.skip("end", 1)
    try frame.skip("start", 1)
    _ = try frame.u16("length")
    let kind = try frame.u8("kind")
    let identifier = frame.lookahead()
    let digits = try frame.digits("identifier", bytes: 5)
    reports.identifier = String(digits.dropLast())
    guard SuntechPacked.kinds.contains(kind) else { return frame.skipRest("fields") }
    reports.begin()
    frame.note("of which the first nine digits count")
    try frame.skip("model", 1)
    try frame.skip("firmware", 2)
    let time = try frame.binaryTime("time", by: context.settings.clock)
    frame.note(time.brief)
    reports.current.setTime(time)
    try frame.skip("location area code and cell colour", 3)
    try packedPlace(&frame, &reports)
    try packedState(&frame, kind, &reports)
    if context.transport == .udp {
      var copy = identifier.lookahead()
      let number = try copy.bytes("identifier", 5)
      reports.reply { answer in
        answer.append(0x15)
        for index in number.indices { answer.append(number[index]) }
      }
    }
  }

  private static func packedPlace(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    let latitude = try mixedNumber("latitude", decimalBytes: 3, &frame)
    let longitude = try mixedNumber("longitude", decimalBytes: 3, &frame)
    let whole = try frame.u16("speed")
    let decimals = try frame.packedDecimal("hundredths of speed", bytes: 1)
    let speed = Double(Int(whole) * 100 + Int(decimals)) / 100
    frame.note("\(speed) km/h")
    let degrees = try frame.u16("course")
    let hundredths = try frame.packedDecimal("hundredths of course", bytes: 1)
    let flags = try frame.u8("flags")
    let isSouth = frame.bit("south", of: flags, 6)
    let isWest = frame.bit("west", of: flags, 5)
    try setPlace(
      isSouth && latitude != 0 ? -latitude : latitude,
      isWest && longitude != 0 ? -longitude : longitude, at: start, &reports)
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
    reports.current.location.course = Double(Int(degrees) * 100 + Int(hundredths)) / 100
    reports.current.location.isValid = frame.bit("fix", of: flags, 7)
    reports.set(.satellites, frame.bits("satellites", of: flags, 0..<5))
  }

  /// A byte for the whole part and packed digits for the decimals.
  private static func mixedNumber(
    _ name: String, decimalBytes: Int, _ frame: inout FieldReader
  ) throws(DecodeError) -> Double {
    let whole = try frame.u8(name)
    let decimals = try frame.packedDecimal("decimals of \(name)", bytes: decimalBytes)
    let unit = decimalBytes == 3 ? 1_000_000 : 100
    return Double(Int(whole) * unit + Int(decimals)) / Double(unit)
  }

  private static func packedState(
    _ frame: inout FieldReader, _ kind: UInt8, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.set(.odometer, UInt64(try frame.u32("odometer")))
    reports.set(.power, try mixedNumber("supply voltage", decimalBytes: 1, &frame))
    let wires = try frame.u8("inputs and outputs")
    reports.set(.ignition, frame.bit("ignition", of: wires, 0))
    for number in 1...3 { reports.set(.input(number), frame.bit("input", of: wires, number)) }
    for number in 1...2 { reports.set(.output(number), frame.bit("output", of: wires, number + 3)) }
    let code = Int64(try frame.u8("mode or event"))
    reports.set(.event, code)
    switch kind {
    case SuntechPacked.emergency:
      if let alarm = alarm(ofEmergency: code) { reports.raise(alarm) }
    case SuntechPacked.alert: if let alarm = alarm(ofAlert: code) { reports.raise(alarm) }
    case SuntechPacked.status where frame.remaining >= 2:
      reports.set(.index, UInt64(try frame.u16("message number")))
    default: break
    }
    guard frame.remaining >= 7 else { return frame.skipRest("further fields") }
    reports.set(.engineHours, Int64(try frame.u32("hour meter in minutes")) &* 60_000)
    reports.set(.battery, try mixedNumber("backup battery", decimalBytes: 1, &frame))
    if try frame.u8("real time") == 0 { reports.set(.archive, true) }
    frame.skipRest("further fields")
  }

  // MARK: The newer form

  /// Reads `81 00 …` and its relatives: a mask, and the fields of its bits.
  static func packedByMask(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let kind = try frame.u8("kind")
    _ = try frame.u16("length")
    reports.identifier = try frame.digits("identifier", bytes: 5)
    let mask = SuntechMask(bits: try frame.unsigned("report mask", bytes: 3))
    reports.begin()
    if mask.has(1) { try frame.skip("model", 1) }
    if mask.has(2) {
      let (major, minor) = (try frame.u8("firmware"), try frame.u8("firmware"))
      reports.set(.firmware, text: "\(major).\(minor).\(try frame.u8("firmware"))")
    }
    if mask.has(3), try frame.u8("message type") == 0 { reports.set(.archive, true) }
    if mask.hasTime {
      let time = try frame.binaryTime("time", by: context.settings.clock)
      frame.note(time.brief)
      reports.current.setTime(time)
    }
    if mask.has(6) { try frame.skip("cell", 4) }
    if mask.has(7) { try frame.skip("mobile country code", 2) }
    if mask.has(8) { try frame.skip("mobile network code", 2) }
    if mask.has(9) { try frame.skip("location area code", 2) }
    if mask.has(10) { reports.set(.rssi, UInt64(try frame.u8("signal"))) }
    try placeByMask(&frame, mask, &reports)
    if mask.has(17) {
      let inputs = try frame.u8("inputs")
      reports.set(.ignition, frame.bit("ignition", of: inputs, 0))
      reports.set(.input, UInt64(inputs))
    }
    if mask.has(18) { reports.set(.output, UInt64(try frame.u8("outputs"))) }
    try fields(of: kind, &frame, mask, &reports)
    frame.skipRest("further fields")
  }

  private static func placeByMask(
    _ frame: inout FieldReader, _ mask: SuntechMask, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    let latitude = mask.has(11) ? try signedDegrees("latitude", &frame) : 0
    let longitude = mask.has(12) ? try signedDegrees("longitude", &frame) : 0
    let speed = mask.has(13) ? Double(try frame.u16("speed")) / 100 : 0
    let course = mask.has(14) ? Double(try frame.u16("course")) / 100 : 0
    if mask.has(15) { reports.set(.satellites, UInt64(try frame.u8("satellites"))) }
    let isValid = mask.has(16) ? try frame.u8("fix") > 0 : false
    guard mask.hasPlace else { return }
    try setPlace(latitude, longitude, at: start, &reports)
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
    reports.current.location.course = course
    reports.current.location.isValid = isValid
  }

  /// Millionths of a degree with a bit for the sign.
  private static func signedDegrees(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> Double {
    let word = try frame.u32(name)
    let degrees = Double(word & 0x7FFF_FFFF) / 1_000_000
    frame.note(degrees: degrees)
    return frame.bit("minus", of: word, 31) && degrees != 0 ? -degrees : degrees
  }

  /// The number of the alert that tells who drives.
  private static let driverAlert: UInt8 = 59

  private static func fields(
    of kind: UInt8, _ frame: inout FieldReader, _ mask: SuntechMask, _ reports: inout Reports
  ) throws(DecodeError) {
    guard mask.has(19), kind == SuntechPacked.maskedStatus || kind == SuntechPacked.maskedAlert
    else { return }
    let code = try frame.u8(kind == SuntechPacked.maskedAlert ? "alarm" : "mode")
    guard kind == SuntechPacked.maskedAlert else {
      reports.set("mode", UInt64(code))
      if mask.has(20) { reports.set("reason", UInt64(try frame.u8("reason"))) }
      return
    }
    if let alarm = alarm(ofAlert: Int64(code)) { reports.raise(alarm) }
    if mask.has(20) { reports.set("alertModifier", text: "\(try frame.u16("modifier"))") }
    if mask.has(21), code == driverAlert, frame.remaining >= 8 {
      reports.set(.driverUniqueId, text: HexText.text(try frame.bytes("driver", 8)))
    }
  }
}

/// Numbers of the compact forms.
enum SuntechPacked {
  static let start: UInt8 = 0x02
  static let end: UInt8 = 0x03
  /// Kinds of the older form.
  static let (status, emergency, alert): (UInt8, UInt8, UInt8) = (0x10, 0x11, 0x13)
  static let kinds: ClosedRange<UInt8> = 0x10...0x13
  static let anyKind: ClosedRange<UInt8> = 0x10...0x1F
  /// The first byte of the newer form is its kind.
  static let maskedStarts: ClosedRange<UInt8> = 0x81...0x8F
  static let maskedStatus: UInt8 = 0x81
  static let maskedAlert: UInt8 = 0x82
}
