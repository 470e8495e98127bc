import Telemetry
import Wire

/// Reads parameters of an address or of a form into the current record.
struct OsmAndParameters {
  private var latitude: Double?
  private var longitude: Double?
  private var isValid = true
  private var hasIdentifier = false
  /// A value without its escapes, where it has any.
  private var scratch: [UInt8] = []

  /// The most characters of a name that becomes an attribute.
  private static let longestName = 64

  static func read(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    var parameters = OsmAndParameters()
    while !frame.isAtEnd {
      var pair = frame.group("parameter", to: UInt8(ascii: "&"))
      try parameters.read(&pair, context, &reports)
    }
    guard parameters.hasIdentifier else {
      throw DecodeError(.invalid, field: "id", at: frame.offset)
    }
    parameters.place(&reports)
  }

  /// Without a place of its own the record keeps the device's time.
  private func place(_ reports: inout Reports) {
    if let latitude, let longitude {
      reports.current.hasLocation = true
      reports.current.location.latitude = latitude
      reports.current.location.longitude = longitude
      reports.current.location.isValid = isValid
    } else {
      reports.current.fixTime = nil
    }
  }

  private mutating func read(
    _ pair: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = pair.offset
    let name = pair.text("key", to: UInt8(ascii: "="))
    let key = OsmAndKey(name)
    let written = pair.textRest(key?.title ?? "value")
    // Templates that have nothing to fill in leave the value empty.
    guard written.count > 0 else { return }
    let isPlain = HTTPForm.isPlain(written)
    if !isPlain {
      scratch.removeAll(keepingCapacity: true)
      HTTPForm.undo(written, into: &scratch)
    }
    // The list is borrowed from its copy, which costs no more than a count.
    let undone = scratch
    let value = isPlain ? written : undone.span
    guard let key else {
      guard !HTTPForm.isPlain(name) else { return attribute(name, value, &reports) }
      var word: [UInt8] = []
      HTTPForm.undo(name, into: &word)
      return attribute(word.span, value, &reports)
    }
    guard try take(key, value, context, &reports) else {
      throw DecodeError(.invalid, field: key.title, at: start)
    }
  }

  /// Takes a value; false if it does not have its form.
  private mutating func take(
    _ key: OsmAndKey, _ value: Span<UInt8>, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) -> Bool {
    switch key {
    case .identifier:
      guard value.count <= 64, let identifier = value.asciiString else { return false }
      reports.identifier = identifier
      hasIdentifier = true
      return true
    case .valid:
      isValid = value.equalsIgnoringCase("true") || value.equals("1")
      return true
    case .time:
      guard let time = Self.time(value, context) else { return false }
      reports.current.setTime(time)
      return true
    case .place:
      var reader = FieldReader(value)
      latitude = Self.angle(reader.text("latitude"), limit: 90)
      longitude = Self.angle(reader.text("longitude"), limit: 180)
      return latitude != nil && longitude != nil
    case .charge: reports.set(.charge, value.equalsIgnoringCase("true"))
    case .driver: reports.set(.driverUniqueId, text: value)
    case .cell: return Self.cell(value, &reports)
    case .accessPoint: return Self.accessPoint(value, &reports)
    case .notificationToken: break
    default: return number(key, value, &reports)
    }
    return true
  }

  private mutating func number(
    _ key: OsmAndKey, _ value: Span<UInt8>, _ reports: inout Reports
  ) -> Bool {
    guard let number = TextNumber.scientific(value.trimmed) else { return false }
    switch key {
    case .latitude: latitude = abs(number) <= 90 ? number : nil
    case .longitude: longitude = abs(number) <= 180 ? number : nil
    case .speed: reports.current.location.speed = number
    case .course: reports.current.location.course = number
    case .altitude: reports.current.location.altitude = number
    case .accuracy: reports.current.location.accuracy = number
    case .hdop: reports.set(.hdop, number)
    case .batteryLevel: reports.set(.batteryLevel, number)
    default: break
    }
    return key == .latitude ? latitude != nil : key == .longitude ? longitude != nil : true
  }

  private static func angle(_ text: Span<UInt8>, limit: Double) -> Double? {
    TextNumber.scientific(text.trimmed).flatMap { abs($0) <= limit ? $0 : nil }
  }

  /// Seconds, or milliseconds if there are too many of them; else a date. One without a zone goes
  /// by the device's clock.
  private static func time(_ text: Span<UInt8>, _ context: DecodeContext) -> Timestamp? {
    if let number = TextNumber.integer(text) {
      return number < Int64(Int32.max)
        ? Timestamp(seconds: number) : Timestamp(milliseconds: number)
    }
    guard let time = Timestamp(iso8601: text) else { return nil }
    guard text.firstIndex(of: UInt8(ascii: "T")) == nil, let clock = context.settings.clock else {
      return time
    }
    return clock.moment(shown: time)
  }

  /// A key without a meaning of its own becomes an attribute.
  private func attribute(_ name: Span<UInt8>, _ value: Span<UInt8>, _ reports: inout Reports) {
    guard (1...Self.longestName).contains(name.count), let word = name.asciiString else { return }
    let key = AttributeKey(text: word)
    if let number = TextNumber.scientific(value) {
      reports.set(key, number)
    } else if value.equals("true") || value.equals("false") {
      reports.set(key, value.equals("true"))
    } else {
      reports.set(key, text: value)
    }
  }

  // MARK: Radio

  /// `mcc,mnc,lac,cell` and possibly the signal.
  private static func cell(_ value: Span<UInt8>, _ reports: inout Reports) -> Bool {
    var reader = FieldReader(value)
    guard let country = TextNumber.digits(reader.text("mobile country code")),
      let network = TextNumber.digits(reader.text("mobile network code")),
      let area = TextNumber.digits(reader.text("location area code")),
      let cell = TextNumber.digits(reader.text("cell"))
    else { return false }
    let signal = TextNumber.integer(reader.text("signal"))
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(clamping: country), mobileNetworkCode: UInt32(clamping: network),
        locationAreaCode: UInt32(clamping: area), cellIdentifier: UInt64(cell),
        signalStrength: signal.map { Int32(clamping: $0) }))
    return true
  }

  /// `address,signal`.
  private static func accessPoint(_ value: Span<UInt8>, _ reports: inout Reports) -> Bool {
    var reader = FieldReader(value)
    guard let address = HardwareAddress.number(reader.text("address")) else { return false }
    let signal = TextNumber.integer(reader.text("signal"))
    reports.add(
      WiFiAccessPoint(address: address, signalStrength: signal.map { Int32(clamping: $0) }))
    return true
  }
}

extension OsmAndKey {
  /// The name of the field.
  var title: String {
    switch self {
    case .identifier: "identifier"
    case .valid: "validity"
    case .time: "time"
    case .latitude: "latitude"
    case .longitude: "longitude"
    case .place: "latitude and longitude"
    case .speed: "speed"
    case .course: "course"
    case .altitude: "altitude"
    case .accuracy: "accuracy"
    case .hdop: "hdop"
    case .batteryLevel: "battery level"
    case .charge: "charging"
    case .driver: "driver"
    case .cell: "cell"
    case .accessPoint: "access point"
    case .notificationToken: "notification token"
    }
  }
}
