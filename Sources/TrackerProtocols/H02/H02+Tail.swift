import Telemetry
import Wire

extension H02 {
  /// Reads what follows the course: perhaps a battery code, the date, perhaps three items about
  /// the SIM card, the status, and items that differ from maker to maker.
  static func tail(
    _ frame: inout FieldReader, time: Int, _ reports: inout Reports
  ) throws(DecodeError) {
    if item(0, of: frame).count <= 1, isDate(item(1, of: frame)) {
      batteryLevel(of: Int(clamping: try frame.integer("battery code") ?? 0), frame, &reports)
    }
    let date = try sixDigits("date", &frame)
    reports.current.setTime(moment(date: date, time: time))
    if let moment = reports.current.deviceTime { frame.note(moment.brief) }
    let items = H02ItemsAhead(frame)
    let hasCard = hasCard(frame, items)
    if hasCard { card(&frame, &reports) }
    let place = hasCard ? 3 : 0
    guard isStatus(items.text(place, of: frame)) else {
      frame.skipRest("items without status")
      return
    }
    try status(&frame, &reports)
    if isSensors(frame, items, from: place + 1) {
      try sensors(&frame, &reports)
    } else {
      otherItems(&frame, &reports)
    }
  }

  // MARK: Looking ahead

  /// Whether three items about the SIM card come next: there are three in all, or the status is
  /// behind them. Three that begin with a status word are a status; a number of eight decimal
  /// digits is none.
  private static func hasCard(
    _ frame: borrowing FieldReader, _ items: H02ItemsAhead
  ) -> Bool {
    if isStatus(items.text(3, of: frame)) { return true }
    let first = items.text(0, of: frame)
    return items.count == 3 && (!isStatus(first) || first.isDigits)
  }

  /// Whether six items of a sensor unit come next; the point in the third tells them from cells.
  private static func isSensors(
    _ frame: borrowing FieldReader, _ items: H02ItemsAhead, from first: Int
  ) -> Bool {
    items.count == first + 6
      && items.text(first, of: frame).isDigits
      && TextNumber.integer(items.text(first + 1, of: frame)) != nil
      && items.text(first + 2, of: frame).firstIndex(of: UInt8(ascii: ".")) != nil
      && TextNumber.decimal(items.text(first + 2, of: frame)) != nil
      && TextNumber.integer(items.text(first + 3, of: frame)) != nil
      && TextNumber.hexadecimal(items.text(first + 4, of: frame)) != nil
      && TextNumber.hexadecimal(items.text(first + 5, of: frame)) != nil
  }

  /// An item that has not been read yet, counted from 0; empty if there is none.
  @_lifetime(copy frame)
  static func item(_ index: Int, of frame: borrowing FieldReader) -> Span<UInt8> {
    var ahead = frame.lookahead()
    var place = 0
    while place < index, !ahead.isAtEnd {
      ahead.skipText("item")
      place += 1
    }
    return ahead.text("item")
  }

  static func isDate(_ item: Span<UInt8>) -> Bool { item.count == 6 && item.isDigits }

  static func isStatus(_ item: Span<UInt8>) -> Bool { item.count == 8 && item.isHexadecimal }

  // MARK: Fields

  /// Reads three items about the SIM card: nothing, its number (or another text), its identifier,
  /// in which `?` stands for the digit that fills the last byte.
  private static func card(_ frame: inout FieldReader, _ reports: inout Reports) {
    frame.skipText("SIM card")
    let number = frame.text("SIM card number")
    if number.isDigits { reports.set(.phone, text: number) }
    let identifier = frame.text("SIM card identifier")
    let end = identifier.firstIndex(of: UInt8(ascii: "?")) ?? identifier.count
    if end > 0 { reports.set(.iccid, text: identifier.extracting(0..<end)) }
  }

  /// Reads the state bits. They say no with 1.
  static func status(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    guard let word = try frame.hexadecimal("status") else { return }
    setStatus(word, frame, &reports)
  }

  static func setStatus(
    _ word: UInt64, _ frame: borrowing FieldReader, _ reports: inout Reports
  ) {
    if frame.isTraced {
      for (bit, name) in statusBits { _ = frame.bit(name, of: word, bit) }
    }
    let active = ~word
    if active & 1 != 0 {
      reports.raise(.vibration)
    } else if active & (1 << 1 | 1 << 18) != 0 {
      reports.raise(.sos)
    } else if active & 1 << 2 != 0 {
      reports.raise(.overspeed)
    } else if active & 1 << 19 != 0 {
      reports.raise(.powerCut)
    }
    reports.set(.ignition, word & 1 << 10 != 0)
    reports.set(.status, word)
  }

  /// Sets the battery level that a code of a digit or a byte stands for: steps up to 6, then
  /// percent; a high nibble of F marks the lowest percents.
  static func batteryLevel(
    of code: Int, _ frame: borrowing FieldReader, _ reports: inout Reports
  ) {
    let level: Int
    switch code {
    case 1...3: level = (code &- 1) &* 10
    case 4...6: level = (code &- 1) &* 20
    case 7...100: level = code
    case 0xF1...0xF6: level = code &- 0xF0
    default: return
    }
    frame.note("\(level) %")
    reports.set(.batteryLevel, level)
  }

  private static func sensors(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if let odometer = try frame.integer("odometer") { reports.set(.odometer, odometer) }
    if let temperature = try frame.integer("temperature") {
      reports.set(.temperature(1), temperature)
    }
    if let fuel = try frame.decimal("fuel") { reports.set(.fuel, fuel) }
    if let altitude = try frame.integer("altitude") {
      reports.current.location.altitude = Double(altitude)
    }
    let area = try frame.hexadecimal("location area code")
    let cell = try frame.hexadecimal("cell")
    guard let area, let cell else { return }
    reports.add(
      CellTower(
        mobileCountryCode: 0, mobileNetworkCode: 0, locationAreaCode: UInt32(clamping: area),
        cellIdentifier: cell))
  }

  /// Reads items whose meaning hangs on maker and model; they are kept as they are.
  private static func otherItems(_ frame: inout FieldReader, _ reports: inout Reports) {
    var number = 0
    while !frame.isAtEnd {
      number += 1
      let item = frame.text("item").trimmed
      if item.count > 0 { reports.set(.io(number), text: item) }
    }
  }

  /// What it means that a bit is 0, for explanations.
  private static let statusBits: [(Int, String)] = [
    (0, "no vibration alarm"), (1, "no SOS"), (2, "not too fast"), (3, "no illegal ignition"),
    (4, "not in fence"), (5, "antenna not open"), (6, "antenna not short"), (7, "fence not left"),
    (8, "door not open"), (9, "not armed"), (10, "ignition"), (16, "no receiver fault"),
    (18, "no SOS, second button"), (19, "external power"), (20, "battery not removed"),
    (24, "no temperature alarm"), (25, "no wrong password"), (27, "relay not cut"),
    (28, "vehicle battery not removed"),
  ]
}
