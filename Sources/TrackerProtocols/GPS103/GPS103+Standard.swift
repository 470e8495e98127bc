import Telemetry
import Wire

extension GPS103 {
  /// Reads a record with a place (`F`) or without (`L`).
  mutating func standard(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    let keyword = frame.text("keyword")
    let local = LocalTime(frame.text("local time"), context.settings.clock)
    let card = frame.text("phone, card or battery")
    Keyword.apply(keyword, card: card, &reports)
    if let parts = Keyword.photoParts(keyword) { announcePhoto(parts, &reports) }
    if keyword.equals(Keyword.help), let identifier = reports.identifier {
      reports.reply { $0.append(contentsOf: "**,imei:\(identifier),E;".utf8) }
    }
    let start = frame.offset
    let fix = frame.text("fix")
    if fix.equals("L") {
      Self.cell(&frame, &reports)
    } else if fix.equals("F") {
      try Self.place(&frame, local, &reports)
    } else {
      throw DecodeError(.invalid, field: "fix", at: start)
    }
    frame.skipRest("further items")
  }

  /// Reads the cell of a record without a place. Country and network are not said.
  private static func cell(_ frame: inout FieldReader, _ reports: inout Reports) {
    frame.skipText("item")
    frame.skipText("item")
    let area = TextNumber.hexadecimal(frame.text("location area code"))
    frame.skipText("item")
    let cell = TextNumber.hexadecimal(frame.text("cell"))
    guard let area, let cell else { return }
    reports.add(
      CellTower(
        mobileCountryCode: 0, mobileNetworkCode: 0, locationAreaCode: UInt32(clamping: area),
        cellIdentifier: cell))
  }

  private static func place(
    _ frame: inout FieldReader, _ local: LocalTime?, _ reports: inout Reports
  ) throws(DecodeError) {
    let clock = frame.text("UTC")
    if let moment = local?.moment(utc: clock) {
      frame.note(moment.brief)
      reports.current.setTime(moment)
    }
    let start = frame.offset
    let validity = frame.text("validity")
    guard validity.equals("A") || validity.equals("V") else {
      throw DecodeError(.invalid, field: "validity", at: start)
    }
    let latitude = try coordinate("latitude", &frame, positive: "N", negative: "S", limit: 90)
    let longitude = try coordinate("longitude", &frame, positive: "E", negative: "W", limit: 180)
    // Without coordinates the alarm is kept.
    if let latitude, let longitude {
      reports.current.hasLocation = true
      reports.current.location = Location(
        latitude: latitude, longitude: longitude, isValid: validity.equals("A"))
    }
    var items = Item.all[...]
    while let item = items.popFirst(), !frame.isAtEnd {
      guard item.fits(frame.lookahead().firstField) else { return }
      let text = frame.text(item.name)
      if text.count > 0 { item.apply(text, &reports) }
    }
  }

  /// Reads a coordinate, whose letter stands behind it, in front of it, or is missing.
  private static func coordinate(
    _ name: String, _ frame: inout FieldReader, positive: String, negative: String, limit: Double
  ) throws(DecodeError) -> Double? {
    let isInFront = isLetter(frame.lookahead().firstField, positive, negative)
    let before = isInFront && frame.text("hemisphere").equals(negative)
    let start = frame.offset
    let text = frame.text(name)
    let degrees = text.count == 0 ? nil : DegreesAndMinutes.degrees(text)
    if let degrees { frame.note(degrees: degrees) }
    let isBehind = !isInFront && isLetter(frame.lookahead().firstField, positive, negative)
    let behind = isBehind && frame.text("hemisphere").equals(negative)
    guard text.count > 0 else { return nil }
    guard let degrees, degrees <= limit else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return (before || behind) && degrees != 0 ? -degrees : degrees
  }

  private static func isLetter(
    _ text: Span<UInt8>, _ positive: String, _ negative: String
  ) -> Bool {
    text.equals(positive) || text.equals(negative)
  }
}

extension GPS103 {
  /// An item behind the coordinates. They may end anywhere, and the first that has another form
  /// ends them.
  enum Item {
    case speed, course, altitude, ignition, door, fuel1, fuel2, temperature

    /// The items in their order.
    static let all: [Item] = [
      .speed, .course, .altitude, .ignition, .door, .fuel1, .fuel2, .temperature,
    ]

    var name: String {
      switch self {
      case .speed: "speed"
      case .course: "course"
      case .altitude: "altitude"
      case .ignition: "ignition"
      case .door: "door"
      case .fuel1: "fuel 1"
      case .fuel2: "fuel 2"
      case .temperature: "temperature"
      }
    }

    /// Whether a text has the form of the item; nothing always has.
    func fits(_ text: Span<UInt8>) -> Bool {
      guard text.count > 0 else { return true }
      return switch self {
      case .speed, .course: TextNumber.decimal(text).map { $0 >= 0 } ?? false
      case .altitude, .temperature: TextNumber.decimal(text) != nil
      case .ignition, .door: text.equals("0") || text.equals("1")
      case .fuel1: Self.percent(text) != nil
      case .fuel2: Self.percent(text) != nil || text.isDigits
      }
    }

    func apply(_ text: Span<UInt8>, _ reports: inout Reports) {
      let number = TextNumber.decimal(text) ?? 0
      switch self {
      case .speed: reports.current.location.speed = number
      case .course: reports.current.location.course = number
      case .altitude: reports.current.location.altitude = number
      case .ignition: reports.set(.ignition, number == 1)
      case .door: reports.set(.door, number == 1)
      case .fuel1: if let percent = Self.percent(text) { reports.set(.fuel(1), percent) }
      // Digits alone are an odometer of which nobody knows the unit.
      case .fuel2: if let percent = Self.percent(text) { reports.set(.fuel(2), percent) }
      case .temperature:
        if let whole = TextNumber.integer(text) {
          reports.set(.temperature(1), whole)
        } else {
          reports.set(.temperature(1), number)
        }
      }
    }

    /// A number with a point, as a rule with a percent sign behind it.
    private static func percent(_ text: Span<UInt8>) -> Double? {
      let hasSign = text.count > 0 && text[text.count - 1] == UInt8(ascii: "%")
      let number = text.extracting(0..<text.count - (hasSign ? 1 : 0))
      guard hasSign || number.firstIndex(of: UInt8(ascii: ".")) != nil else { return nil }
      return TextNumber.decimal(number)
    }
  }
}
