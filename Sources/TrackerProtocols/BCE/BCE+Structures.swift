import Telemetry
import Wire

// Structures, their masks and their fields (chapter 4.2 of the sheet).
extension BCE {
  /// The type of a structure with data; all others are read past.
  private static let dataType = 7
  /// The clock counts steps of two seconds from 2008-01-01.
  private static let epoch: Int64 = 1_199_145_600
  /// By how many seconds a clock is back that has come to its end.
  private static let wrap: Int64 = 536_870_910
  /// How old a record can be, in seconds: 3650 days.
  private static let oldest: Int64 = 315_360_000
  /// How many masks are known.
  private static let knownMasks = 4

  static func structures(
    _ block: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    while !block.isAtEnd {
      do throws(DecodeError) {
        try structure(&block, context, &reports)
      } catch {
        // A sound block that cannot be read to its end would come again and again.
        guard !reports.checksumFailed else { throw error }
        block.abandon("unreadable structure", after: error)
      }
    }
  }

  private static func structure(
    _ block: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let length = try block.u8("length of the structure")
    var fields = try block.part("structure", Int(length))
    guard length >= 4 else { return fields.skipRest("structure") }
    let word = try fields.u32("time and type", .little)
    let type = fields.bits("type", of: word, 0..<4)
    let steps = fields.bits("time", of: word, 4..<32)
    guard type == dataType else { return fields.skipRest("structure of another type") }
    reports.begin()
    let time = time(Int64(steps), context.receivedAt)
    reports.current.deviceTime = time
    fields.note(time.brief)
    var notes = Notes()
    do throws(DecodeError) {
      try read(&fields, &notes, &reports)
    } catch {
      fields.abandon("unreadable fields", after: error)
    }
    fields.skipRest("rest of the structure")
    if reports.current.hasLocation {
      reports.current.fixTime = time
    } else if !notes.saysSomething {
      reports.discardCurrent()
    }
  }

  private static func time(_ steps: Int64, _ now: Timestamp) -> Timestamp {
    var seconds = epoch &+ steps &* 2
    let first = now.milliseconds / 1_000 &- oldest
    if seconds < first {
      let (turns, _) = (first &- seconds &+ wrap &- 1).quotientAndRemainder(dividingBy: wrap)
      seconds = seconds &+ turns &* wrap
    }
    return Timestamp(seconds: seconds)
  }

  /// What is known of a record while its fields are read.
  private struct Notes {
    var saysSomething = false
  }

  private static func read(
    _ fields: inout FieldReader, _ notes: inout Notes, _ reports: inout Reports
  ) throws(DecodeError) {
    var masks = InlineArray<4, UInt16>(repeating: 0)
    var count = 0
    var goesOn = true
    while goesOn {
      let mask = try fields.u16("mask", .little)
      if count < knownMasks { masks[count] = mask }
      count += 1
      goesOn = fields.bit("another mask follows", of: mask, 15)
    }
    for place in 0..<min(count, knownMasks) {
      for bit in 0..<15 where masks[place] >> UInt16(truncatingIfNeeded: bit) & 1 == 1 {
        guard let field = fieldTable[100 * (place + 1) + bit] else { return }
        if case .special(let special) = field.form {
          var part = try fields.part(field.name, field.bytes)
          try read(special, &part, &reports)
          part.skipRest(field.name)
          notes.saysSomething = notes.saysSomething || special != .skipped
        } else {
          let value = try fields.unsigned(field.name, bytes: field.bytes, .little)
          field.set(value, bytes: field.bytes, &reports)
          notes.saysSomething = true
        }
      }
    }
  }

  private static func read(
    _ special: Special, _ part: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .skipped: return
    case .place: try place(&part, &reports)
    case .cell: try cell(&part, &reports)
    case .fuel1: reports.set(.fuel(1), Int64(try part.u16("fuel 1")))
    case .fuel2: reports.set(.fuel(2), Int64(try part.u16("fuel 2")))
    case .coolant: reports.set(.coolantTemp, Int64(try part.i8("coolant")) &- 40)
    case .temperature: try temperature(1, &part, &reports)
    case .levels12: try levels(1, &part, &reports)
    case .levels34: try levels(3, &part, &reports)
    case .peaks:
      reports.set("maxAcceleration", Double(try part.u8("acceleration")) / 50)
      reports.set("maxBraking", Double(try part.u8("braking")) / 50)
      reports.set("maxCornering", Double(try part.u8("cornering")) / 50)
    case .temperatures:
      for number in 1...4 {
        if part.peek() != 0 || part.peek(1) != 0 {
          try temperature(number, &part, &reports)
        } else {
          try part.skip("no temperature", 2)
        }
        try part.skip("sensor", 8)
      }
    case .drivers:
      for key in ["driver1", "driver2"] as [AttributeKey] {
        let text = try part.text("driver", count: 16).trimmed
        if text.count > 0 { reports.set(key, text: text) }
      }
    }
  }

  private static func place(
    _ part: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let longitude = try part.float32("longitude", .little)
    let latitude = try part.float32("latitude", .little)
    var location = Location(latitude: latitude, longitude: longitude, isValid: true)
    let speed = Double(try part.u8("speed"))
    part.note("\(speed) km/h")
    location.speed = Units.knots(kilometresPerHour: speed)
    let quality = try part.u8("satellites and dilution")
    reports.set(.satellites, part.bits("satellites", of: quality, 0..<4))
    reports.set(.hdop, part.bits("dilution", of: quality, 4..<8))
    location.course = Double(try part.u8("course")) * 2
    part.note(degrees: location.course)
    location.altitude = Double(try part.u16("altitude", .little))
    reports.set(.odometer, Int64(try part.u32("odometer", .little)))
    // What cannot be a place is none; the rest of the record counts.
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return }
    reports.current.location = location
    reports.current.hasLocation = true
  }

  private static func cell(
    _ part: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let country = UInt32(try part.u16("country", .little))
    let network = UInt32(try part.u8("network"))
    let area = UInt32(try part.u16("area", .little))
    let cell = UInt64(try part.u16("cell", .little))
    try part.skip("timing advance", 1)
    let signal = Int32(try part.u8("signal"))
    reports.add(
      CellTower(
        mobileCountryCode: country, mobileNetworkCode: network, locationAreaCode: area,
        cellIdentifier: cell, signalStrength: 0 &- signal))
  }

  private static func temperature(
    _ number: Int, _ part: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let value = Double(try part.u16("temperature", .little)) / 10 - 273
    part.note("\(value) °C")
    reports.set(.temperature(number), value)
  }

  /// Two levels of fuel with their temperatures.
  private static func levels(
    _ first: Int, _ part: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    for number in first...first &+ 1 {
      reports.set(.fuel(number), Int64(try part.u16("level", .little)))
      reports.set(AttributeKey("fuelTemp", number), Int64(try part.i8("temperature")))
    }
  }
}
