import Telemetry
import Wire

extension Meitrack {
  /// Reads a parameter of the fourth list, whose values have lengths of their own.
  static func longParameter(
    _ code: UInt16, _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch code {
    case 0x0E, 0x0F, 0x10, 0x12, 0x13: try cell(&item, &reports)
    case 0x1D...0x25: try accessPoint(&item, &reports)
    case 0x2A...0x31:
      item.skipRestButLast(2, "label")
      reports.set(
        .temperature(Int(code) &- 0x2A), Double(try item.i16("temperature", .little)) / 100)
    case 0xFE31: try alarm(&item, &reports)
    case 0xFE73: try tag(&item, &reports)
    case 0xFEA8: try batteries(&item, &reports)
    default: break
    }
  }

  private static func cell(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let country = try item.u16("mobile country code", .little)
    let network = try item.u16("mobile network code", .little)
    let area = try item.u16("location area code", .little)
    let cell = try item.u32("cell", .little)
    let signal = try item.i16("signal", .little)
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(country), mobileNetworkCode: UInt32(network),
        locationAreaCode: UInt32(area), cellIdentifier: UInt64(cell),
        signalStrength: Int32(signal)))
  }

  private static func accessPoint(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let address = try item.unsigned("access point", bytes: 6)
    let signal = try item.i16("signal", .little)
    reports.add(WiFiAccessPoint(address: address, signalStrength: Int32(signal)))
  }

  /// Reads an alarm of a camera; behind some stands the name of the picture.
  private static func alarm(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let version = try item.u8("alarm protocol")
    reports.set("alarmType", Int64(try item.u8("alarm type")))
    guard version == 2, item.remaining > 1 else { return }
    let name = item.textRest("picture")
    guard name.count > 8, name.extracting(0..<8).isDigits, let file = name.asciiString else {
      return
    }
    // Pictures are kept in a folder for each day.
    let (year, month, day) = (
      file.prefix(4), file.dropFirst(4).prefix(2), file.dropFirst(6).prefix(2)
    )
    reports.set(.image, text: "\(year)-\(month)-\(day)/\(file)")
  }

  /// Reads a radio tag: name, address, battery, temperature and humidity.
  private static func tag(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try item.skip("version", 1)
    let length = try item.u8("name length")
    reports.set("tagName", text: try item.text("name", count: Int(length)))
    try item.skip("address", 6)
    reports.set("tagBattery", Int64(try item.u8("battery")))
    reports.set("tagTemp", Double(try item.i16("temperature", .little)) / 256)
    reports.set("tagHumidity", Double(try item.u16("humidity", .little)) / 256)
  }

  /// Reads up to three batteries: whether it is there, and its level.
  private static func batteries(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    for key: AttributeKey in [.batteryLevel, "battery2Level", "battery3Level"]
    where item.remaining >= 2 {
      let isThere = try item.u8("battery there") > 0
      let level = try item.u8("battery level")
      if isThere { reports.set(key, Int64(level)) }
    }
  }

  /// Reads a part of a picture; the server asks for more after every eighth.
  static func photoPart(
    _ frame: inout FieldReader, _ imei: String, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    guard let file = frame.text("file").asciiString, !file.isEmpty else {
      throw DecodeError(.invalid, field: "file", at: start)
    }
    let total = try frame.integer("parts") ?? 0
    let index = try frame.integer("part") ?? -1
    guard (0...65_535).contains(index), index < total, total <= 65_536,
      let part = Int(exactly: index), let parts = Int(exactly: total)
    else { throw DecodeError(.invalid, field: "part", at: start) }
    let place = frame.offset..<frame.end
    let data = try frame.bytes("data", frame.remaining)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.count)
    for index in data.indices { bytes.append(data[index]) }
    let isLast = part == parts &- 1
    reports.add(
      MediaPiece(
        name: file, place: .part(part), bytes: bytes, isLast: isLast, parts: parts,
        source: MediaSource(place)))
    if isLast {
      reports.begin()
      reports.set(.image, text: file)
    } else if part % 8 == 7 {
      reports.reply { frame in
        write(UInt8(ascii: "O"), to: imei, &frame) {
          $0.append(contentsOf: "D00,\(file),\(part &+ 1)".utf8)
        }
      }
    }
  }
}

extension FieldReader {
  /// Moves over all but so many bytes.
  mutating func skipRestButLast(_ count: Int8, _ name: String) {
    let length = remaining &- Int(count)
    guard length > 0 else { return }
    try? skip(name, length)
  }
}
