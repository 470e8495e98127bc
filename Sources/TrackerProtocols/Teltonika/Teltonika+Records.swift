import Telemetry
import Wire

// Codecs 8, 8 Extended and 16 (chapters 4.2 to 4.4 of the sheet).
extension Teltonika {
  static func records(
    _ frame: inout FieldReader, _ packet: Packet, _ reports: inout Reports
  ) throws(DecodeError) {
    guard var layout = TeltonikaLayout(packet.codec) else { return }
    let bytes = frame.frame.extracting(droppingFirst: frame.offset)
    if let fitted = layout.fitted(packet.count, bytes, behind: packet.behind) { layout = fitted }
    for _ in 0..<packet.count where !frame.isAtEnd {
      reports.begin()
      try record(&frame, layout, packet.profile, &reports)
    }
  }

  private static func record(
    _ frame: inout FieldReader, _ layout: TeltonikaLayout, _ profile: TeltonikaProfile,
    _ reports: inout Reports
  ) throws(DecodeError) {
    let time = Timestamp(milliseconds: try frame.signed("time", bytes: 8))
    frame.note(time.brief)
    reports.current.setTime(time)
    reports.set("priority", Int64(try frame.u8("priority")))
    try place(&frame, &reports)
    let event = try frame.unsigned("event", bytes: layout.eventBytes)
    reports.set(.event, Int64(truncatingIfNeeded: event))
    if layout.hasCause { try frame.skip("what made the record", 1) }
    try frame.skip("elements in all", layout.countBytes)
    var notes = RecordNotes()
    for group in 0..<layout.groups {
      let count = try frame.unsigned("elements of this width", bytes: layout.countBytes)
      for _ in 0..<count {
        try element(&frame, layout, 1 << group, profile, &notes, &reports)
      }
    }
    if layout.hasVariable { try variableElements(&frame, &reports) }
    notes.finish(profile, &reports)
  }

  private static func place(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let longitude = Double(try frame.i32("longitude")) / 10_000_000
    frame.note(degrees: longitude)
    let latitude = Double(try frame.i32("latitude")) / 10_000_000
    frame.note(degrees: latitude)
    // What cannot be a place is none; the rest of the record counts.
    if abs(latitude) <= 90, abs(longitude) <= 180 {
      reports.current.hasLocation = true
      reports.current.location.latitude = latitude
      reports.current.location.longitude = longitude
    }
    reports.current.location.altitude = Double(try frame.i16("altitude"))
    reports.current.location.course = Double(try frame.u16("course"))
    let satellites = try frame.u8("satellites")
    reports.set(.satellites, Int64(satellites))
    reports.current.location.isValid = satellites != 0
    let speed = Double(try frame.u16("speed"))
    frame.note("\(speed) km/h")
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
  }

  /// Reads one element. The number of bytes that count is that of its meaning, even if the group
  /// is narrower: then those of the next elements count, too.
  private static func element(
    _ frame: inout FieldReader, _ layout: TeltonikaLayout, _ width: Int,
    _ profile: TeltonikaProfile, _ notes: inout RecordNotes, _ reports: inout Reports
  ) throws(DecodeError) {
    let number = Int(
      truncatingIfNeeded: try frame.unsigned("element", bytes: layout.numberBytes))
    guard width <= 8 else {
      let value = try frame.bytes("value", width)
      reports.set(.element(number), text: HexText.text(value))
      return
    }
    guard let meaning = profile.table[number] else {
      let value = try frame.unsigned("value", bytes: width)
      reports.set(.element(number), Int64(truncatingIfNeeded: value))
      if case .towers = profile { notes.keep(number, value) }
      return
    }
    let count = meaning.bytes
    var value: UInt64
    if count == width {
      value = try frame.unsigned("value", bytes: width)
    } else {
      var ahead = frame.lookahead()
      value = try ahead.unsigned("value", bytes: min(count, ahead.remaining))
      try frame.skip("value", width)
    }
    frame.note(meaning.name)
    if case .special(let special) = meaning.form {
      notes.take(special, number, value, &reports)
    } else {
      meaning.set(value, bytes: count, &reports)
    }
  }

  /// What the elements of one record say together.
  struct RecordNotes {
    private var area: UInt64?
    private var cell: UInt64?
    private var wideCell: UInt64?
    private var networkOperator: UInt64 = 0
    private var driverHigh: UInt64?
    private var driverLow: UInt64?
    /// Network, area, cell and signal of up to four towers (TAT100).
    private var towers = InlineArray<16, UInt64?>(repeating: nil)

    mutating func take(
      _ special: Special, _ number: Int, _ value: UInt64, _ reports: inout Reports
    ) {
      switch special {
      case .speed:
        reports.current.location.speed = Units.knots(kilometresPerHour: Double(value))
      case .driverKey:
        if value != 0 {
          reports.set(.driverUniqueId, text: Teltonika.upperCase(value.byteSwapped))
        }
      case .networkOperator:
        networkOperator = value
        reports.set(.networkOperator, Int64(truncatingIfNeeded: value))
      case .area: area = value
      case .cell: cell = value
      case .wideCell: wideCell = value
      case .driverHigh:
        driverHigh = value
        reports.set(.element(number), Int64(truncatingIfNeeded: value))
      case .driverLow:
        driverLow = value
        reports.set(.element(number), Int64(truncatingIfNeeded: value))
      case .geofence:
        reports.raise(value > 0 ? .geofenceEnter : .geofenceExit)
      }
    }

    /// Keeps what may belong to a tower of TAT100.
    mutating func keep(_ number: Int, _ value: UInt64) {
      if (1_200...1_203).contains(number) { towers[4 * (number - 1_200)] = value }
      if (287...298).contains(number) {
        towers[4 * ((number - 287) / 3) + 1 + (number - 287) % 3] = value
      }
    }

    /// Adds the towers and the driver.
    func finish(_ profile: TeltonikaProfile, _ reports: inout Reports) {
      if case .towers = profile { addTowers(&reports) }
      if let area, let cell = cell ?? wideCell {
        let (country, network) = Self.parts(of: networkOperator)
        reports.add(
          CellTower(
            mobileCountryCode: country, mobileNetworkCode: network,
            locationAreaCode: UInt32(truncatingIfNeeded: area), cellIdentifier: cell))
      }
      // A reader without a card says zeros.
      if let driverHigh, let driverLow, driverHigh | driverLow != 0 {
        var text: [UInt8] = []
        text.append(number: driverHigh, bytes: 8)
        text.append(number: driverLow, bytes: 8)
        reports.set(.driverUniqueId, text: text.span)
      }
    }

    /// Country and network of an operator's number: its first three digits, and the rest.
    static func parts(of networkOperator: UInt64) -> (country: UInt32, network: UInt32) {
      guard networkOperator >= 1_000 else { return (0, 0) }
      var (country, network, unit) = (networkOperator, UInt64(0), UInt64(1))
      while country >= 1_000 {
        let (rest, digit) = country.quotientAndRemainder(dividingBy: 10)
        (country, network, unit) = (rest, network &+ digit &* unit, unit &* 10)
      }
      return (UInt32(truncatingIfNeeded: country), UInt32(truncatingIfNeeded: network))
    }

    private func addTowers(_ reports: inout Reports) {
      for index in 0..<4 {
        guard let network = towers[4 * index], let area = towers[4 * index + 1],
          let cell = towers[4 * index + 2]
        else { continue }
        var tower = CellTower(
          mobileCountryCode: 0, mobileNetworkCode: UInt32(truncatingIfNeeded: network),
          locationAreaCode: UInt32(truncatingIfNeeded: area), cellIdentifier: cell)
        if let signal = towers[4 * index + 3] {
          tower.signalStrength = 0 &- Int32(truncatingIfNeeded: signal & 0xFFFF)
        }
        reports.add(tower)
        for key in [1_200 + index, 287 + 3 * index, 288 + 3 * index, 289 + 3 * index] {
          reports.remove(.element(key))
        }
      }
    }
  }

  /// A number as 16 hexadecimal digits, upper case.
  private static func upperCase(_ number: UInt64) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
