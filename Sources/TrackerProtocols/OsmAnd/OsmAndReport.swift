import Telemetry
import Wire

/// Reads the JSON of the Traccar Client into the current record. Members come in any order, and
/// those that have no meaning here are passed over.
struct OsmAndReport {
  /// An accuracy below this, in metres, counts as none.
  private static let leastAccuracy = 10.0
  /// The most characters of a name that becomes an attribute.
  private static let longestName = 64

  private var time: Timestamp?
  private var hasExtras = false
  /// A text without its escapes, where it has any.
  private var scratch: [UInt8] = []

  /// Whether a stranger's JSON has the two members that no other protocol has side by side.
  static func isTelling(_ body: Span<UInt8>) -> Bool {
    var reader = FieldReader(body)
    var (hasDevice, hasLocation) = (false, false)
    do throws(DecodeError) {
      var members = try reader.enterObject("report")
      while try reader.advance(&members) {
        let key = try reader.jsonKey()
        let kind = try reader.nextJSON("value")
        if key.equals("device_id"), kind == .text { hasDevice = true }
        if key.equals("location"), kind == .object { hasLocation = true }
        try reader.skipJSON("value")
      }
      return hasDevice && hasLocation
    } catch {
      return false
    }
  }

  static func read(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    var report = OsmAndReport()
    var members = try frame.enterObject("report")
    while try frame.advance(&members) {
      let key = try frame.jsonKey()
      if key.equals("device_id") {
        let start = frame.offset
        let text = try frame.jsonText("identifier")
        guard (1...64).contains(text.count), let identifier = text.asciiString else {
          throw DecodeError(.invalid, field: "identifier", at: start)
        }
        reports.identifier = identifier
      } else if key.equals("location"), try frame.nextJSON("location") == .object {
        try report.location(&frame, &reports)
      } else {
        try frame.skipJSON("value without use")
      }
    }
    try frame.endJSON()
    guard reports.identifier != nil else {
      throw DecodeError(.invalid, field: "device_id", at: frame.offset)
    }
    reports.current.deviceTime = report.time
    if reports.current.hasLocation { reports.current.fixTime = report.time }
  }

  // MARK: The location

  private mutating func location(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var members = try frame.enterObject("location")
    while try frame.advance(&members) {
      let key = try frame.jsonKey()
      let kind = try frame.nextJSON("value")
      switch kind {
      case .object:
        if key.equals("coords") {
          try coordinates(&frame, &reports)
        } else if key.equals("battery") {
          try battery(&frame, &reports)
        } else if key.equals("activity") {
          try activity(&frame, &reports)
        } else if key.equals("extras") {
          try extras(&frame, &reports)
        } else {
          try frame.skipJSON("value without use")
        }
      case .text: try text(key, &frame, &reports)
      case .boolean where key.equals("is_moving"):
        let isMoving = try frame.jsonBoolean("motion")
        if isFree(.motion, reports) { reports.set(.motion, isMoving) }
      case .boolean where key.equals("mock"):
        let isMock = try frame.jsonBoolean("mock")
        if isFree("mock", reports) { reports.set("mock", isMock) }
      case .number where key.equals("odometer"):
        let metres = try frame.jsonNumber("odometer")
        if isFree(.odometer, reports), let whole = Int64(exactly: metres.rounded(.towardZero)) {
          reports.set(.odometer, whole)
        }
      default: try frame.skipJSON("value without use")
      }
    }
  }

  private mutating func text(
    _ key: Span<UInt8>, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if key.equals("timestamp") {
      let start = frame.offset
      guard let moment = Timestamp(iso8601: try frame.jsonText("time")) else {
        throw DecodeError(.invalid, field: "time", at: start)
      }
      time = moment
    } else if key.equals("event") {
      set(.event, try frame.jsonText("event"), isFree(.event, reports), &reports)
    } else if key.equals("alarm") {
      // It counts more than one among the extras.
      set(.alarm, try frame.jsonText("alarm"), true, &reports)
    } else {
      try frame.skipJSON("value without use")
    }
  }

  /// Whether an attribute may be set: the extras overwrite what stands beside them, also where
  /// they come first.
  private func isFree(_ key: AttributeKey, _ reports: borrowing Reports) -> Bool {
    !hasExtras || !reports.has(key)
  }

  private mutating func set(
    _ key: AttributeKey, _ text: Span<UInt8>, _ isFree: Bool, _ reports: inout Reports
  ) {
    guard isFree, text.count > 0 else { return }
    guard JSONEscapes.occur(in: text) else { return reports.set(key, text: text) }
    scratch.removeAll(keepingCapacity: true)
    JSONEscapes.undo(text, into: &scratch)
    reports.set(key, text: scratch.span)
  }

  private func coordinates(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    var (latitude, longitude) = (Double?.none, Double?.none)
    var members = try frame.enterObject("coordinates")
    while try frame.advance(&members) {
      let key = try frame.jsonKey()
      guard try frame.nextJSON("value") == .number else {
        try frame.skipJSON("value without use")
        continue
      }
      if key.equals("latitude") {
        latitude = try frame.jsonNumber("latitude")
      } else if key.equals("longitude") {
        longitude = try frame.jsonNumber("longitude")
      } else if key.equals("speed") {
        let speed = try frame.jsonNumber("speed")
        frame.note("\(speed) m/s")
        reports.current.location.speed = max(Units.knots(metresPerSecond: speed), 0)
      } else if key.equals("heading") {
        reports.current.location.course = max(try frame.jsonNumber("course"), 0)
      } else if key.equals("accuracy") {
        let accuracy = try frame.jsonNumber("accuracy")
        reports.current.location.accuracy = accuracy < Self.leastAccuracy ? 0 : accuracy
      } else if key.equals("altitude") {
        reports.current.location.altitude = try frame.jsonNumber("altitude")
      } else {
        try frame.skipJSON("value without use")
      }
    }
    guard let latitude, let longitude, abs(latitude) <= 90, abs(longitude) <= 180 else {
      throw DecodeError(.invalid, field: "latitude and longitude", at: start)
    }
    reports.current.hasLocation = true
    reports.current.location.latitude = latitude
    reports.current.location.longitude = longitude
    reports.current.location.isValid = true
  }

  private func battery(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var members = try frame.enterObject("battery")
    while try frame.advance(&members) {
      let key = try frame.jsonKey()
      let kind = try frame.nextJSON("value")
      if key.equals("level"), kind == .number {
        let level = try frame.jsonNumber("battery level") * 100
        if level >= 0, isFree(.batteryLevel, reports),
          let whole = Int64(exactly: level.rounded(.towardZero))
        {
          reports.set(.batteryLevel, whole)
        }
      } else if key.equals("is_charging"), kind == .boolean {
        let isCharging = try frame.jsonBoolean("charging")
        if isCharging, isFree(.charge, reports) { reports.set(.charge, true) }
      } else {
        try frame.skipJSON("value without use")
      }
    }
  }

  private mutating func activity(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var members = try frame.enterObject("activity")
    while try frame.advance(&members) {
      let key = try frame.jsonKey()
      if key.equals("type"), try frame.nextJSON("value") == .text {
        set("activity", try frame.jsonText("activity"), isFree("activity", reports), &reports)
      } else {
        try frame.skipJSON("value without use")
      }
    }
  }

  /// Whatever the user added: numbers, yes and no, and texts become attributes of that name.
  private mutating func extras(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var members = try frame.enterObject("extras")
    hasExtras = true
    while try frame.advance(&members) {
      let name = try frame.jsonKey()
      let kind = try frame.nextJSON("value")
      guard (1...Self.longestName).contains(name.count), let word = name.asciiString,
        !name.equals("alarm") || !reports.has(.alarm)
      else {
        try frame.skipJSON("value without use")
        continue
      }
      let key = AttributeKey(text: word)
      switch kind {
      case .boolean: reports.set(key, try frame.jsonBoolean("extra"))
      case .text: set(key, try frame.jsonText("extra"), true, &reports)
      case .number:
        let text = try frame.jsonNumberText("extra")
        if let whole = TextNumber.integer(text) {
          reports.set(key, whole)
        } else if let number = TextNumber.scientific(text) {
          reports.set(key, number)
        }
      case .object, .list, .null: try frame.skipJSON("value without use")
      }
    }
  }
}
