import Telemetry
import Wire

// What the vehicle says over its bus, CAN (sheet 4.8).
extension GL200 {
  /// A row of the vehicle's tables: which bit of the mask, and what its field holds.
  typealias VehicleRow = (bit: UInt64, field: GL200Field)

  /// Reads a table; lines that are none of its form are left out (a test counts them).
  static func vehicleRows(_ table: String) -> [VehicleRow] {
    table.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 2, let bit = UInt64(words[0]), let field = GL200Field(words[1]) else {
        return nil
      }
      return (bit, field)
    }
  }

  private static let vehicleFields = vehicleRows(vehicleTable)
  private static let extensionFields = vehicleRows(extensionTable)

  /// The bits of the mask that are not fields of the table.
  private enum VehicleBit {
    static let reserve: UInt64 = 22
    static let further: UInt64 = 29
    static let place: UInt64 = 30
  }

  static func vehicle(
    _ form: GL200Message, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    frame.skipText("name")
    frame.skipText("report type")
    frame.skipText("state of the bus")
    let mask = try frame.hexadecimal("mask of values") ?? 0
    reports.begin()
    for row in vehicleFields where mask >> row.bit & 1 == 1 {
      try row.field.read(&frame, &reports)
    }
    let reserve: UInt64 =
      form.model.has(.vehicleReserve7) ? 7 : form.model.has(.vehicleReserve3) ? 3 : 0
    for bit in 0..<reserve where mask >> (VehicleBit.reserve &+ bit) & 1 == 1 {
      frame.skipText("reserved")
    }
    if mask >> VehicleBit.further & 1 == 1 { try further(&frame, &reports) }
    if mask >> VehicleBit.place & 1 == 1, !form.model.has(.noVehiclePlace) {
      try vehiclePlace(&frame, &reports)
    }
    frame.skipRest("further fields")
    stamp(form, &reports)
    set(type: form, &reports)
  }

  /// Reads the values of the second mask, in the order of its bits.
  private static func further(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let mask = try frame.hexadecimal("mask of further values") ?? 0
    var rows = extensionFields[...]
    for bit in UInt64(0)...30 where mask >> bit & 1 == 1 {
      while let row = rows.first, row.bit < bit { rows.removeFirst() }
      if let row = rows.first, row.bit == bit {
        try row.field.read(&frame, &reports)
      } else {
        frame.skipText("further value")
      }
    }
    guard mask >> 31 & 1 == 1 else { return }
    let last = try frame.hexadecimal("third mask") ?? 0
    for bit in UInt64(0)..<3 where last >> bit & 1 == 1 { frame.skipText("further value") }
  }

  /// Reads the position, in front of which empty fields may stand.
  private static func vehiclePlace(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    while frame.peek() == UInt8(ascii: ",") { frame.skipText("reserved") }
    let accuracy = try frame.decimal("accuracy") ?? 0
    guard frame.peek() != UInt8(ascii: ",") else { return }
    try fix(&frame, needsTime: false, &reports)
    reports.current.location.isValid = accuracy > 0
  }
}
