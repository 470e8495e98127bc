import Telemetry
import Wire

// What the vehicle says.
extension Castel {
  /// Reads numbers of parameters and their values, of which only the first group counts. Where a
  /// value's size is not known, nothing behind it can be read.
  static func values(
    _ frame: inout FieldReader, inGroups: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = Int(try frame.u8("number of parameters"))
    var parameters = try frame.part("parameters", count * 2)
    var names = parameters.lookahead()
    while !parameters.isAtEnd { _ = try parameters.u16("parameter", .little) }
    if inGroups {
      _ = try frame.u8("number of groups")
      _ = try frame.u8("size of a group")
    }
    while !names.isAtEnd {
      let parameter = UInt8(truncatingIfNeeded: try names.u16("parameter", .little))
      let size = sizes[Int(parameter)]
      guard size > 0, frame.remaining >= size else { return }
      let known = values.first { $0.parameter == parameter }
      let value = try frame.unsigned(known?.key.word ?? "value", bytes: size, .little)
      if let known { reports.set(known.key, value) }
    }
  }

  /// Reads samples of acceleration.
  static func samples(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    var text: [UInt8] = [UInt8(ascii: "[")]
    for number in 0..<Int(try frame.u8("number of samples")) {
      if number > 0 { text.append(UInt8(ascii: ",")) }
      for axis in ["x", "y", "z"] {
        let value = Double(try frame.i16(axis, .little)) / 64
        text.append(contentsOf: (axis == "x" ? "[\(value)" : ",\(value)").utf8)
      }
      text.append(UInt8(ascii: "]"))
    }
    text.append(UInt8(ascii: "]"))
    reports.set(.gSensor, text: text.span)
  }

  /// Reads trouble codes; those of trucks have an attribute and a count behind them.
  static func codes(
    _ frame: inout FieldReader, isTruck: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    var text: [UInt8] = []
    for _ in 0..<Int(try frame.u8("number of codes")) {
      let code = try frame.u16("code", .little)
      if isTruck {
        _ = try frame.u8("attribute")
        _ = try frame.u8("occurrence")
      }
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      let system: StaticString = "PCBU"
      text.append(Array(system.description.utf8)[Int(code >> 14)])
      for place in (0..<4).reversed() {
        let digit = UInt8(truncatingIfNeeded: (code & 0x3FFF) >> (4 * place) & 15)
        text.append(digit < 10 ? 48 &+ digit : 55 &+ digit)
      }
    }
    if !text.isEmpty { reports.set(.dtcs, text: text.span) }
  }

  // MARK: Tags

  /// Tags behind the places of 401F (sheet 4.5).
  enum Tag {
    static let parameters: UInt16 = 0x0002
    static let codes: UInt16 = 0x0006
    static let alarms: UInt16 = 0x0007
    static let truckCodes: UInt16 = 0x000B
    static let temperature: UInt16 = 0x0010
    static let temperatures: ClosedRange<UInt16> = 0x0011...0x0014
    static let power: UInt16 = 0x0020
    static let battery: UInt16 = 0x0021
  }

  /// Reads tags into the record that was begun last; without one they are only named.
  static func tags(
    _ frame: inout FieldReader, hasRecord: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    while !frame.isAtEnd {
      let tag = try frame.u16("tag", .little)
      var data = try frame.part("data", Int(try frame.u16("length", .little)))
      if hasRecord { try value(tag, &data, &reports) }
      data.skipRest("data")
    }
  }

  private static func value(
    _ tag: UInt16, _ data: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch tag {
    case Tag.parameters: try parameters(&data, &reports)
    case Tag.codes: try faults(2, &data, &reports)
    case Tag.truckCodes: try faults(4, &data, &reports)
    case Tag.alarms:
      _ = try data.u32("index", .little)
      _ = try alarmList(&data)
    case Tag.temperature:
      reports.set(.deviceTemp, Double(try data.i16("temperature", .little)) / 10)
    case Tag.temperatures:
      let number = Int(tag) - Int(Tag.temperature)
      reports.set(.temperature(number), Double(try data.i16("temperature", .little)) / 10)
    case Tag.power: reports.set(.power, Double(try data.u16("power", .little)) / 100)
    case Tag.battery: reports.set(.battery, Double(try data.u16("battery", .little)) / 100)
    default: break
    }
  }

  /// Reads values of parameters, each with its length.
  private static func parameters(
    _ data: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    for _ in 0..<Int(try data.u8("number of parameters")) {
      let parameter = Int(try data.u16("parameter", .little))
      let value = try data.bytes("value", Int(try data.u16("length", .little)))
      let key =
        parameter <= Int(Int16.max)
        ? AttributeKey("pid", parameter) : AttributeKey(text: "pid\(parameter)")
      reports.set(key, text: HexText.text(value))
    }
  }

  private static func faults(
    _ bytes: Int, _ data: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    _ = try data.u8("flag")
    let count = Int(try data.u8("number of codes"))
    for number in 0..<count {
      reports.set(
        AttributeKey("fault", number + 1), try data.unsigned("code", bytes: bytes, .little))
    }
  }

  // MARK: Answers

  /// Tag of the vehicle's number.
  private static let vehicle: UInt16 = 0x2001

  /// Reads answers to questions.
  static func answers(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    _ = try frame.u16("index", .little)
    _ = try frame.u8("number of answers")
    _ = try frame.u8("number of this answer")
    for _ in 0..<Int(try frame.u8("number of failures")) {
      _ = try frame.u16("tag that failed", .little)
    }
    for _ in 0..<Int(try frame.u8("number of values")) {
      let tag = try frame.u16("tag", .little)
      let text = try frame.text("value", count: Int(try frame.u16("length", .little)))
      reports.set(.result, text: text)
      if tag == vehicle { reports.set(.vin, text: text) }
    }
  }
}
