import Telemetry
import Wire

extension JT808 {
  /// Items about the vehicle that are more than plain fields.
  static func readVehicle(
    _ special: Special, _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .vehicle91: try vehicle91(&item, &reports)
    case .troubleCodes:
      let codes = item.textRest("trouble codes").string.split(separator: ",")
      if !codes.isEmpty { reports.set(.dtcs, text: codes.joined(separator: " ")) }
    default: return
    }
  }

  private static func vehicle91(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    for field in fields91 {
      guard item.remaining >= field.bytes else { return }
      try field.read(&item, &reports)
    }
  }

  private static let fields91 = [
    "battery:2/10", "rpm:2", "obdSpeed:1", "throttle:1%", "engineLoad:1%", "coolantTemp:1-40",
    "_unknown:2", "fuelConsumption:2/100", "_unknown:8", "fuelUsed:2/100",
  ].compactMap { JT808Field($0) }

  // MARK: Lines about the vehicle

  private static let vehicleLineStart = "$OBD-RT,"

  /// Whether a line about the vehicle comes next.
  static func isVehicleLine(_ item: borrowing FieldReader) -> Bool {
    starts(item, vehicleLineStart)
  }

  /// Whether a text comes next.
  static func starts(_ item: borrowing FieldReader, _ text: String) -> Bool {
    var distance = 0
    for byte in text.utf8 {
      guard item.peek(distance) == byte else { return false }
      distance += 1
    }
    return true
  }

  /// Values of the vehicle in a line of text, in this order; an empty one is absent.
  private static let lineKeys: [AttributeKey] = [
    .power, .rpm, .obdSpeed, .throttle, .engineLoad, .coolantTemp, .fuelConsumption,
    .fuelConsumption, .tripOdometer, .obdOdometer, "tripFuelUsed", .fuelUsed,
  ]

  static func vehicleLine(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try item.expect("word", vehicleLineStart)
    for key in lineKeys where !item.isAtEnd {
      guard let value = TextNumber.decimal(item.text("value").trimmed) else { continue }
      item.note(key.name)
      if key == .coolantTemp {
        reports.setWhole(key, value)
      } else {
        reports.set(key, value)
      }
    }
    if !item.isAtEnd { _ = item.textRest("rest of the line") }
  }
}
