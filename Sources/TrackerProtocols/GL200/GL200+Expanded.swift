import Telemetry
import Wire

// The expanded list of positions, ERI, with groups by a mask (sheet 4.5).
extension GL200 {
  static func expanded(
    _ form: GL200Message, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    frame.skipText("name")
    let mask = try frame.hexadecimal("mask of groups") ?? 0
    let power = try frame.integer("power")
    frame.skipText("report type")
    let count = try frame.integer("number of records") ?? 0
    var left = max(count, 1)
    while left > 0, !frame.isAtEnd {
      reports.begin()
      try counted(&frame, form.model, &reports)
      set(type: form, &reports)
      left &-= 1
    }
    if let power { reports.set(.power, Double(power) / 1_000) }
    stamp(form, &reports)
    for step in form.model.tail { try read(step, form, &frame, &reports) }
    if form.model.has(.externalBattery), mask & Group.accessories != 0 {
      if let level = try frame.integer("external battery") {
        reports.set("externalBattery", level)
      }
    }
    try groups(mask, form.model, &frame, &reports)
    frame.skipRest("further fields")
  }

  /// Bits of the mask.
  private enum Group {
    static let fuel: UInt64 = 1
    static let wire: UInt64 = 2
    static let vehicle: UInt64 = 4
    static let sensors: UInt64 = 8
    static let volumes: UInt64 = 16
    static let accessories: UInt64 = 128
    static let radio: UInt64 = 256
  }

  private static func groups(
    _ mask: UInt64, _ model: GL200Model, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let hasNumbers = model.has(.sensorsByFirstBit)
    if mask & Group.fuel != 0, !hasNumbers, let fuel = try frame.hexadecimal("fuel sensor") {
      reports.set(.fuel, fuel)
    }
    if mask & Group.wire != 0 { try wire(&frame, &reports) }
    // What the vehicle says here has no layout that is known; nothing behind it can be found.
    guard mask & Group.vehicle == 0 else { return }
    if mask & (Group.sensors | Group.volumes | (hasNumbers ? Group.fuel : 0)) != 0 {
      try sensors(mask, hasNumbers: hasNumbers, &frame, &reports)
    }
    guard !model.has(.noAccessories) else { return }
    if mask & Group.accessories != 0 { try thermometers(&frame) }
    if mask & Group.radio != 0 { try tags(model, &frame, &reports) }
  }

  /// Reads sensors on the one-wire bus.
  private static func wire(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = try frame.integer("number of wire sensors") ?? 0
    var number = 0
    while number < count, !frame.isAtEnd {
      number += 1
      frame.skipText("sensor")
      frame.skipText("sensor type")
      guard let data = try frame.hexadecimal("sensor data") else { continue }
      reports.set(.temperature(number), Double(Int16(truncatingIfNeeded: data)) / 16)
    }
  }

  /// Reads fuel sensors.
  private static func sensors(
    _ mask: UInt64, hasNumbers: Bool, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var left = try frame.integer("number of fuel sensors") ?? 0
    while left > 0, !frame.isAtEnd {
      left &-= 1
      frame.skipText("sensor type")
      if hasNumbers {
        frame.skipText("sensor")
        if mask & Group.fuel != 0, let fuel = try frame.hexadecimal("fuel") {
          reports.set(.fuel, fuel)
        }
      }
      if mask & Group.sensors != 0, let fuel = try frame.decimal("fuel") {
        reports.set(.fuel, fuel)
      }
      if mask & Group.volumes != 0 { frame.skipText("fuel volume") }
    }
  }

  /// Reads past thermometers of the older radio.
  private static func thermometers(_ frame: inout FieldReader) throws(DecodeError) {
    var left = try frame.integer("number of thermometers") ?? 0
    while left > 0, !frame.isAtEnd {
      left &-= 1
      frame.skipText("thermometer")
      let type = frame.text("thermometer type")
      frame.skipText("temperature")
      if type.equals("2") { frame.skipText("humidity") }
    }
  }

  /// Names of what an accessory says, by the bits of its mask; bit 6 has no field.
  private static let tagValues = [
    "name", "address", "state", "voltage", "temperature", "humidity", "", "inputs and outputs",
    "event", "tyre pressure", "time", "fine temperature", "magnet", "battery", "relay",
  ]

  /// Reads Bluetooth accessories.
  private static func tags(
    _ model: GL200Model, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = try frame.integer("number of accessories") ?? 0
    var number = 0
    while number < count, !frame.isAtEnd {
      number += 1
      frame.skipText("accessory")
      frame.skipText("accessory type")
      frame.skipText("accessory model")
      if model.has(.rawLength) { frame.skipText("length of data") }
      frame.skipText("accessory data")
      let mask = try frame.hexadecimal("accessory mask") ?? 0
      let keys = TagKeys.numbered(number)
      for bit in tagValues.indices where mask >> UInt64(bit) & 1 == 1 && bit != 6 {
        let name = tagValues[bit]
        switch bit {
        case 1:
          let address = frame.text(name)
          if address.count > 0 { reports.set(keys.identifier, text: address) }
        case 4:
          if let value = try frame.decimal(name) { reports.set(keys.temperature, value) }
        case 5:
          if let value = try frame.decimal(name) { reports.set(keys.humidity, value) }
        case 13:
          if let value = try frame.integer(name) { reports.set(keys.battery, value) }
        default: frame.skipText(name)
        }
      }
    }
  }
}
