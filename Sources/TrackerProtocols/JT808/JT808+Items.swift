import Telemetry
import Wire

extension JT808 {
  /// What more than a plain field can stand in an item.
  enum Special: String, Sendable {
    case accessPoints, accessPointText, alarmsE7, altitude, assistance, batteryAlarm, batteryF7
    case batteryTenths, camera, cellD8, cellsE1, cellsF0, chargeE4, chargeInverse, chargeOrLevel
    case doors57, driverAssistance, driverNumber, driving57, driving70, drivingFE, event60
    case extendedState, `extension`, fuel, fuelText, iccid, iccidOf19, imei, lockEvent, locks63
    case locksD5, motionState, outside, receiver, sensorsF6, sensorsOrVehicle, stringLock, tags
    case temperatures, text33, tilt, troubleCodes, tyres, vehicle91, vehicleF3, vibrationD0
  }

  /// Item 80 says that the rest belongs to the table of the vehicle.
  private static let vehicleMarker: UInt8 = 0x80

  /// Reads items with numbers and lengths of one byte, up to the end.
  static func readItems(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    var table = items
    while frame.remaining > 2 {
      let number = try frame.u8("item")
      if number == vehicleMarker { table = vehicle }
      let count = Int(try frame.u8("length"))
      try readItem(UInt16(number), count, table, &frame, message, &reports)
    }
    frame.skipRest("rest")
  }

  /// Reads items of padlocks' positions and of other lists of the same form.
  static func readItems(
    of table: JT808Table, _ frame: inout FieldReader, _ message: Message,
    _ reports: inout Reports
  ) throws(DecodeError) {
    while frame.remaining > 2 {
      let number = UInt16(try frame.u8("item"))
      let count = Int(try frame.u8("length"))
      try readItem(number, count, table, &frame, message, &reports)
    }
    frame.skipRest("rest")
  }

  /// Reads items with numbers of two bytes and lengths of one.
  static func readWideItems(
    of table: JT808Table, _ frame: inout FieldReader, _ message: Message,
    _ reports: inout Reports
  ) throws(DecodeError) {
    while frame.remaining > 2 {
      let number = try frame.u16("item")
      let count = Int(try frame.u8("length"))
      try readItem(number, count, table, &frame, message, &reports)
    }
    frame.skipRest("rest")
  }

  /// Reads an item. One that is not as its table says costs no other.
  ///
  /// - Returns: whether the table has it.
  @discardableResult
  static func readItem(
    _ number: UInt16, _ length: Int, _ table: JT808Table, _ frame: inout FieldReader,
    _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) -> Bool {
    guard length <= frame.remaining else {
      frame.skipRest("incomplete item")
      return false
    }
    var item = try frame.part("item", length)
    guard let row = table.row(number, length, message.model) else {
      item.skipRest("item that is not decoded")
      return false
    }
    do throws(DecodeError) {
      for step in row.steps {
        switch step {
        case .field(let field): try field.read(&item, &reports)
        case .special(let special): try read(special, &item, message, &reports)
        }
      }
      item.skipRest("rest of the item")
    } catch {
      item.abandon("unreadable item", after: error)
    }
    return true
  }

  private static func read(
    _ special: Special, _ item: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .accessPoints, .accessPointText, .cellD8, .cellsE1, .cellsF0:
      try readRadio(special, &item, &reports)
    case .lockEvent, .locks63, .locksD5, .event60, .stringLock, .tilt:
      try readLock(special, &item, &reports)
    case .alarmsE7, .assistance, .doors57, .driverAssistance, .driving57, .driving70, .drivingFE,
      .vibrationD0:
      try readAlarm(special, &item, &reports)
    case .sensorsF6, .receiver, .temperatures, .tyres, .tags:
      try readSensor(special, &item, &reports)
    case .batteryAlarm, .extendedState, .fuelText, .iccid, .motionState:
      try readState(special, &item, &reports)
    case .vehicle91, .troubleCodes: try readVehicle(special, &item, &reports)
    case .extension: try readExtension(&item, message, &reports)
    case .camera: try readCamera(&item, message, &reports)
    case .vehicleF3: try readWideItems(of: wideVehicle, &item, message, &reports)
    case .outside:
      try item.skip("kind", 1)
      try readItems(of: surroundings, &item, message, &reports)
    case .sensorsOrVehicle: try sensorsOrVehicle(&item, &reports)
    case .altitude: reports.current.location.altitude = Double(try item.i16("altitude"))
    case .batteryF7, .batteryTenths, .chargeE4, .chargeInverse, .chargeOrLevel, .driverNumber,
      .fuel, .iccidOf19, .imei, .text33:
      try readValue(special, &item, &reports)
    }
  }

  // MARK: Values

  private static func readValue(
    _ special: Special, _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .fuel:
      let value = try item.u16("fuel")
      // With the highest bit it is another unit, of which nothing is told.
      reports.set(.fuel, value & 0x8000 != 0 ? Double(value & 0x7FFF) : Double(value) / 10)
    case .batteryTenths:
      reports.set(.batteryLevel, Int64(try item.u8("battery level")) &* 10)
    case .chargeOrLevel:
      let value = try item.u8("battery level or charging")
      if value == 0xFF {
        reports.set(.charge, true)
      } else {
        reports.set(.batteryLevel, Int64(value))
      }
    case .chargeE4:
      if try item.u8("charging") == 0 { reports.set(.charge, true) }
      reports.set(.batteryLevel, Int64(try item.u8("battery level")))
    case .chargeInverse: reports.set(.charge, try item.u8("charging") == 0)
    case .driverNumber: reports.set(.driverUniqueId, text: String(try item.u32("driver")))
    case .batteryF7:
      reports.set(.battery, Double(try item.u32("battery")) / 1_000)
      guard !item.isAtEnd else { return }
      let state = try item.u8("state of charge")
      if state == 2 || state == 3 { reports.set(.charge, true) }
      if !item.isAtEnd { reports.set(.batteryLevel, Int64(try item.u8("battery level"))) }
    case .imei:
      reports.set("imei", text: String(HexText.text(try item.bytes("IMEI", 8)).dropFirst()))
    case .iccidOf19:
      reports.set(.iccid, text: String(HexText.text(try item.bytes("ICCID", 10)).dropLast()))
    case .text33: text33(&item, &reports)
    default: return
    }
  }

  /// Text that starts with `*M00`; behind it the battery's voltage in hundredths.
  private static func text33(_ item: inout FieldReader, _ reports: inout Reports) {
    let text = item.textRest("text")
    guard text.starts(with: "*M00,"), text.count >= 13,
      let value = TextNumber.digits(text.extracting(10..<13))
    else { return }
    reports.set(.battery, Double(value) / 100)
  }
}
