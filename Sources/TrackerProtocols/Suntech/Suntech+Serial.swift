import Telemetry
import Wire

// Data of the serial port: `<length>;<data>;<sum>;`. In the data 01 10 stands for 00, and 01 11
// for 01; length and sum are those of the data without such escapes.
extension Suntech {
  /// Reads the data and what it holds of known sensors.
  static func serial(_ frame: inout FieldReader, _ reports: inout Reports) {
    let length = TextNumber.digits(frame.text("length of serial data", to: semicolon)) ?? 0
    let rest = frame.frame.extracting(frame.offset..<frame.end)
    // Without a length that holds the data ends at the next separator.
    var count = frame.distance(to: semicolon)
    if case .count(let whole) = SuntechSerial.extent(rest, length: length) { count = whole }
    guard var data = try? frame.part("serial data", count) else { return }
    let sum = SuntechSerial.sum(rest.extracting(0..<count))
    items(&data, &reports)
    frame.skipText("end of serial data", to: semicolon)
    let claimed = TextNumber.hexadecimal(frame.text("sum of serial data", to: semicolon))
    frame.note(claimed == UInt64(sum) ? "holds" : "should be \(sum)")
    if claimed != UInt64(sum) { reports.checksumFailed = true }
  }

  private static func items(_ data: inout FieldReader, _ reports: inout Reports) {
    var tanks = 0.0
    while !data.isAtEnd {
      var ahead = data.lookahead()
      let item = ahead.text("item", to: semicolon)
      if item.starts(with: "CabAVL") {
        tanks += fuel(data.text("fuel of a cabin unit", to: semicolon), &reports)
      } else if item.starts(with: "GTSL") {
        driver(data.text("driver", to: semicolon), &reports)
      } else if let equals = item.firstIndex(of: UInt8(ascii: "=")) {
        let text = data.text("sensor", to: semicolon)
        tanks += sensor(
          text.extracting(0..<equals), text.extracting(droppingFirst: equals + 1).trimmed, &reports)
      } else {
        let text = data.text("text", to: semicolon).trimmed
        if text.count > 0 { reports.set("serial", text: text.latinString) }
      }
    }
    if tanks > 0 { reports.set(.fuel, tanks) }
  }

  /// `CabAVL…,<tank 1>,<tank 2>,…`: the litres of both.
  private static func fuel(_ text: Span<UInt8>, _ reports: inout Reports) -> Double {
    var fields = FieldReader(text)
    fields.skipText("name")
    fields.skipText("mark")
    var sum = 0.0
    for tank in 1...2 {
      guard let litres = TextNumber.decimal(fields.text("tank")), litres > 0 else { continue }
      reports.set(.fuel(tank), litres)
      sum += litres
    }
    return sum
  }

  /// `GTSL|…|…|…|<driver>|…`
  private static func driver(_ text: Span<UInt8>, _ reports: inout Reports) {
    var fields = FieldReader(text)
    let bar = UInt8(ascii: "|")
    for _ in 0..<4 { fields.skipText("field", to: bar) }
    set(.driverUniqueId, nonEmpty: fields.text("driver", to: bar), &reports)
  }

  /// `t_0=0D` is a temperature, `N_0=0551.0` a level, `Q_D=0B` the quality of driving, all
  /// hexadecimal. Gives the level.
  private static func sensor(
    _ name: Span<UInt8>, _ value: Span<UInt8>, _ reports: inout Reports
  ) -> Double {
    let point = value.firstIndex(of: UInt8(ascii: ".")) ?? value.count
    guard let number = TextNumber.hexadecimal(value.extracting(0..<point)) else { return 0 }
    let channel = TextNumber.digits(name.extracting(droppingFirst: min(2, name.count)))
    if name.starts(with: "t_"), let channel {
      reports.set(.temperature(channel), number)
    } else if name.starts(with: "N_"), let channel {
      reports.set(.fuel(channel), number)
      return Double(number)
    } else if name.starts(with: "Q") {
      reports.set("drivingQuality", number)
    }
    return 0
  }
}

/// The escapes of serial data.
enum SuntechSerial {
  private static let escape: UInt8 = 1

  /// What can be said of where data ends whose length without escapes is given.
  enum Extent {
    case count(Int)
    /// So many bytes are needed to say.
    case more(Int)
    /// No separator stands where it must end.
    case broken
  }

  /// How many bytes the data takes on the wire.
  static func extent(_ bytes: Span<UInt8>, length: Int) -> Extent {
    guard length < Suntech.longestFrame else { return .broken }
    var index = 0
    var left = length
    while left > 0, index < bytes.count {
      index += isEscaped(bytes, index) ? 2 : 1
      left -= 1
    }
    guard index < bytes.count else { return .more(index + left + 1) }
    return bytes[index] == Suntech.semicolon ? .count(index) : .broken
  }

  /// The low byte of the sum of the bytes without escapes.
  static func sum(_ bytes: Span<UInt8>) -> UInt8 {
    var sum: UInt8 = 0
    var index = 0
    while index < bytes.count {
      if isEscaped(bytes, index) {
        sum = sum &+ (bytes[index + 1] &- 0x10)
        index += 2
      } else {
        sum = sum &+ bytes[index]
        index += 1
      }
    }
    return sum
  }

  private static func isEscaped(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard index >= 0, index < bytes.count - 1 else { return false }
    return bytes[index] == escape && (bytes[index + 1] == 0x10 || bytes[index + 1] == 0x11)
  }
}
