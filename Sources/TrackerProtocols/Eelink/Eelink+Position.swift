import Telemetry
import Wire

// Positions of both generations.
extension Eelink {
  private static let degree = 1_800_000.0

  // MARK: Old (1.8)

  static func oldPosition(
    _ kind: Kind, _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.current.setTime(try packet.unixTime("time"))
    let latitude = Double(try packet.i32("latitude")) / degree
    let longitude = Double(try packet.i32("longitude")) / degree
    let speed = Double(try packet.u8("speed"))
    packet.note("\(speed) km/h")
    let course = Double(try packet.u16("course"))
    let country = try packet.u16("mobile country code")
    let network = try packet.u16("mobile network code")
    let area = try packet.u16("location area code")
    let cell = try packet.unsigned("cell", bytes: 3)
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(country), mobileNetworkCode: UInt32(network),
        locationAreaCode: UInt32(area), cellIdentifier: cell))
    let flags = try packet.u8("flags")
    let isValid = packet.bit("valid", of: flags, 0)
    if abs(latitude) <= 90, abs(longitude) <= 180 {
      reports.current.hasLocation = true
      reports.current.location = Location(
        latitude: latitude, longitude: longitude, speed: Units.knots(kilometresPerHour: speed),
        course: course, isValid: isValid)
    }
    switch kind {
    case .oldPosition: try oldSupply(&packet, &reports)
    case .oldAlarm: try alarm(&packet, &reports)
    case .oldState: try oldState(&packet, &reports)
    default: break
    }
  }

  private static func oldSupply(
    _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard packet.remaining >= 2 else { return }
    try oldStatus(&packet, &reports)
    guard packet.remaining >= 8 else { return }
    reports.set(.battery, Double(try packet.u16("battery")) / 1_000)
    reports.set(.rssi, UInt64(try packet.u16("signal")))
    reports.set(.adc(1), UInt64(try packet.u16("input 1")))
    reports.set(.adc(2), UInt64(try packet.u16("input 2")))
  }

  private static func oldState(
    _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let event = try packet.u8("event")
    reports.set(.event, Int64(event))
    guard (1...3).contains(event), packet.remaining >= 4 else { return }
    let time = try packet.unixTime("time of device")
    packet.note(time.brief)
    if packet.remaining >= 2 { try oldStatus(&packet, &reports) }
  }

  /// Reads the state: of every second bit the one before it says whether it is known.
  static func oldStatus(
    _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let status = try packet.u16("status")
    if packet.bit("ignition is known", of: status, 1) {
      reports.set(.ignition, packet.bit("ignition", of: status, 2))
    }
    if packet.bit("arming is known", of: status, 3) {
      reports.set(.armed, packet.bit("armed", of: status, 4))
    }
    if packet.bit("relay is known", of: status, 5) {
      reports.set(.blocked, !packet.bit("fuel connected", of: status, 6))
    }
    if packet.bit("charger is known", of: status, 7) {
      reports.set(.charge, packet.bit("charging", of: status, 8))
    }
    reports.set(.status, UInt64(status))
  }

  // MARK: New (2.0)

  /// Bits of the mask that says what follows.
  private enum Mask {
    static let place: UInt8 = 1
    static let serving: UInt8 = 2
    static let second: UInt8 = 4
    static let third: UInt8 = 8
    static let accessPoints: [UInt8] = [16, 32, 64]
    static let technology: UInt8 = 128
  }

  static func position(
    _ kind: Kind, _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let time = try packet.unixTime("time")
    packet.note(time.brief)
    let mask = try packet.u8("mask")
    reports.current.deviceTime = time
    if mask & Mask.place != 0 {
      reports.current.fixTime = time
      try place(&packet, &reports)
    }
    try cells(mask, &packet, &reports)
    for bit in Mask.accessPoints where mask & bit != 0 {
      let address = try packet.unsigned("access point", bytes: 6)
      let signal = Int32(try packet.u8("signal"))
      reports.add(WiFiAccessPoint(address: address, signalStrength: 0 &- signal))
    }
    if mask & Mask.technology != 0 { try technology(&packet, &reports) }
    switch kind {
    case .warning: try alarm(&packet, &reports)
    case .report: _ = try packet.u8("type of report")
    case .position: break
    default: return
    }
    try status(&packet, &reports)
    if kind == .position { try supply(&packet, &reports) }
  }

  private static func place(
    _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let latitude = Double(try packet.i32("latitude")) / degree
    let longitude = Double(try packet.i32("longitude")) / degree
    let altitude = Double(try packet.i16("altitude"))
    let speed = Double(try packet.u16("speed"))
    packet.note("\(speed) km/h")
    let course = Double(try packet.u16("course"))
    reports.set(.satellites, Int64(try packet.u8("satellites")))
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return }
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: latitude, longitude: longitude, altitude: altitude,
      speed: Units.knots(kilometresPerHour: speed), course: course)
  }

  /// Reads the serving cell and up to two of its neighbours, which share country and network.
  private static func cells(
    _ mask: UInt8, _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var country: UInt16 = 0
    var network: UInt16 = 0
    if mask & Mask.serving != 0 {
      country = try packet.u16("mobile country code")
      network = try packet.u16("mobile network code")
    }
    for bit in [Mask.serving, Mask.second, Mask.third] where mask & bit != 0 {
      let area = try packet.u16("location area code")
      let cell = try packet.u32("cell")
      let signal = Int32(try packet.u8("signal"))
      reports.add(
        CellTower(
          mobileCountryCode: UInt32(country), mobileNetworkCode: UInt32(network),
          locationAreaCode: UInt32(area), cellIdentifier: UInt64(cell),
          signalStrength: 0 &- signal))
    }
  }

  /// Reads cells of a network of which the technology is told.
  private static func technology(
    _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    _ = try packet.u8("technology")
    let count = try packet.u8("number of cells")
    guard count > 0 else { return }
    let country = try packet.u16("mobile country code")
    let network = try packet.u16("mobile network code")
    let area = try packet.u16("location area code")
    _ = try packet.u16("tracking area code")
    _ = try packet.u32("serving cell")
    _ = try packet.u16("timing advance")
    for _ in 0..<Int(count) {
      let cell = try packet.u16("physical cell")
      _ = try packet.u16("channel")
      let signal = Int32(try packet.u8("signal"))
      reports.add(
        CellTower(
          mobileCountryCode: UInt32(country), mobileNetworkCode: UInt32(network),
          locationAreaCode: UInt32(area), cellIdentifier: UInt64(cell),
          signalStrength: 0 &- signal))
    }
  }

  private static func status(
    _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let status = try packet.u16("status")
    reports.current.location.isValid = packet.bit("fix", of: status, 0)
    if packet.bit("ignition is known", of: status, 1) {
      reports.set(.ignition, packet.bit("ignition", of: status, 2))
    }
    if packet.bit("motion is known", of: status, 3) {
      reports.set(.armed, packet.bit("armed", of: status, 4))
      reports.set(.motion, packet.bit("motion", of: status, 9))
    }
    if packet.bit("relay is known", of: status, 5) {
      reports.set(.blocked, packet.bit("relay is on", of: status, 6))
    }
    if packet.bit("charger is known", of: status, 7) {
      reports.set(.charge, packet.bit("charging", of: status, 8))
    }
    reports.set(.gps, packet.bit("receiver is on", of: status, 10))
    reports.set(.status, UInt64(status))
  }

  /// Reads what stands behind the status of a position; each part is there if it has room.
  private static func supply(
    _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard packet.remaining >= 2 else { return }
    reports.set(.battery, Double(try packet.u16("battery")) / 1_000)
    guard packet.remaining >= 4 else { return }
    reports.set(.adc(0), UInt64(try packet.u16("input 0")))
    reports.set(.adc(1), UInt64(try packet.u16("input 1")))
    guard packet.remaining >= 4 else { return }
    reports.set(.odometer, UInt64(try packet.u32("mileage")))
    guard packet.remaining >= 4 else { return }
    _ = try packet.u16("mobile network counter")
    _ = try packet.u16("satellite counter")
    guard packet.remaining >= 4 else { return }
    reports.set(.steps, UInt64(try packet.u16("steps")))
    _ = try packet.u16("walking time")
    if packet.remaining >= 12 { try climate(&packet, &reports) }
    guard packet.remaining >= 2 else { return }
    reports.set(.temperature(2), Double(try packet.i16("second temperature")) / 16)
    if packet.remaining >= 2 { try tags(&packet, &reports) }
  }

  private static func climate(
    _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.set(.temperature(1), Double(try packet.i16("temperature")) / 256)
    reports.set(.humidity, Double(try packet.u16("humidity")) / 10)
    reports.set("illuminance", Double(try packet.u32("light")) / 256)
    reports.set("co2", UInt64(try packet.u32("carbon dioxide")))
  }

  private static func tags(
    _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = Int(try packet.u8("number of tags"))
    _ = try packet.u8("list")
    var number = 0
    while number < count, packet.remaining >= 16 {
      number += 1
      let keys = TagKeys.numbered(number)
      reports.set(keys.identifier, text: HexText.text(try packet.bytes("tag", 6)))
      _ = try packet.u8("signal")
      _ = try packet.u8("reserved")
      _ = try packet.u8("model")
      _ = try packet.u8("version")
      reports.set(keys.battery, Double(try packet.u16("battery")) / 1_000)
      reports.set(keys.temperature, Double(try packet.i16("temperature")) / 256)
      reports.set(keys.data, UInt64(try packet.u16("data")))
    }
  }
}
