import Telemetry
import Wire

// Elements of any length: vehicle numbers, beacons and tags (chapters 4.5 to 4.7 of the sheet).
extension Teltonika {
  static func variableElements(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = try frame.u16("elements of any length")
    for _ in 0..<count {
      let number = Int(try frame.u16("element"))
      let length = try frame.u16("length")
      var value = try frame.part("value", Int(length))
      do throws(DecodeError) {
        try variableElement(number, &value, &reports)
      } catch {
        value.abandon("unreadable value", after: error)
      }
      value.skipRest("rest of the value")
    }
  }

  private static func variableElement(
    _ number: Int, _ value: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch number {
    case 256, 325: reports.set(.vin, text: value.textRest("vehicle"))
    case 281:
      let codes = value.textRest("trouble codes").string
      reports.set(.dtcs, text: String(codes.map { $0 == "," ? " " : $0 }))
    case 385: try beacons(&value, &reports)
    case 548, 10_828, 10_829, 10_831, 11_317: try tags(&value, &reports)
    default:
      reports.set(
        .element(number), text: HexText.text(try value.bytes("value", value.remaining)))
    }
  }

  // MARK: Beacons

  private static func beacons(
    _ value: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard !value.isAtEnd else { return }
    try value.skip("part", 1)
    var number = 0
    while !value.isAtEnd {
      number += 1
      try beacon("beacon\(number)", &value, &reports)
    }
  }

  private static func beacon(
    _ name: String, _ value: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let flags = try value.u8("flags of a beacon")
    if value.bits("kind", of: flags, 4..<8) != 0 {
      let identifier = HexText.text(try value.bytes("UUID", 16))
      reports.set(AttributeKey(text: name + "Uuid"), text: identifier)
      reports.set(AttributeKey(text: name + "Major"), Int64(try value.u16("major")))
      reports.set(AttributeKey(text: name + "Minor"), Int64(try value.u16("minor")))
    } else {
      let space = HexText.text(try value.bytes("namespace", 10))
      reports.set(AttributeKey(text: name + "Namespace"), text: space)
      let instance = HexText.text(try value.bytes("instance", 6))
      reports.set(AttributeKey(text: name + "Instance"), text: instance)
    }
    reports.set(AttributeKey(text: name + "Rssi"), Int64(try value.i8("signal")))
    if flags & 2 != 0 {
      reports.set(
        AttributeKey(text: name + "Battery"), Double(try value.u16("battery")) / 100)
    }
    if flags & 4 != 0 {
      reports.set(AttributeKey(text: name + "Temp"), Int64(try value.u16("temperature")))
    }
  }

  // MARK: Tags

  private static func tags(
    _ value: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard !value.isAtEnd else { return }
    try value.skip("head", 1)
    var number = 0
    while !value.isAtEnd {
      number += 1
      let length = try value.u8("length of a tag")
      var tag = try value.part("tag", Int(length))
      while !tag.isAtEnd {
        let parameter = try tag.u8("parameter")
        let count = try tag.u8("length")
        var content = try tag.part("content", Int(count))
        try self.parameter(parameter, "tag\(number)", &content, &reports)
        content.skipRest("rest of the parameter")
      }
    }
  }

  private static func parameter(
    _ parameter: UInt8, _ name: String, _ content: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    func key(_ word: String) -> AttributeKey { AttributeKey(text: name + word) }
    switch parameter {
    case 0: reports.set(key("Rssi"), Int64(try content.i8("signal")))
    case 1:
      reports.set(key("Id"), text: HexText.text(try content.bytes("identifier", content.remaining)))
    case 2:
      let flags = try content.u8("flags")
      if content.bit("battery low", of: flags, 6) { reports.set(key("LowBattery"), true) }
      if content.bit("with voltage", of: flags, 7) {
        reports.set(key("Voltage"), Int64(try content.u8("voltage")) &* 10 &+ 2_000)
      }
    case 5: reports.set(key("Name"), text: content.textRest("name"))
    case 6: reports.set(key("Temp"), Int64(try content.i16("temperature")))
    case 7: reports.set(key("Humidity"), Int64(try content.u8("humidity")))
    case 8: reports.set(key("Magnet"), try content.u8("magnet") != 0)
    case 9: reports.set(key("Motion"), try content.u8("motion") != 0)
    case 10: reports.set(key("MotionCount"), Int64(try content.u16("movements")))
    case 11: reports.set(key("Pitch"), Int64(try content.i8("pitch")))
    case 12: reports.set(key("AngleRoll"), Int64(try content.i16("roll")))
    case 13: reports.set(key("LowBattery"), Int64(try content.u8("battery low")))
    case 14: reports.set(key("Battery"), Int64(try content.u16("battery")))
    case 15: reports.set(key("Mac"), text: HexText.text(try content.bytes("address", 6)))
    default: return
    }
  }
}
