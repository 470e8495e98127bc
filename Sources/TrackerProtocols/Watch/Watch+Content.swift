import Telemetry
import Wire

extension Watch {
  /// What a type word stands for.
  enum Kind: Hashable {
    case contact, keepAlive, question, picture, sound, soundPart, position, alarm
    case version, heartRate, bloodPressure, temperature, flaggedTemperature, bloodOxygen

    /// Types that are written exactly like this.
    private static let exact: [String: Kind] = [
      "INIT": .contact, "LK": .keepAlive, "TKQ": .question, "TKQ2": .question, "img": .picture,
      "TK": .sound, "TK2": .sound, "JXTK": .soundPart, "VERNO": .version,
    ]

    /// Types that are written in either case.
    private static let health: [String: Kind] = [
      "PULSE": .heartRate, "HEART": .heartRate, "BLOOD": .bloodPressure, "BPHRT": .bloodPressure,
      "TEMP": .temperature, "BTEMP2": .flaggedTemperature, "OXYGEN": .bloodOxygen,
    ]

    /// Types that have a tail of their own: `UD_LTE`, `UD2`, `ALCUSTOMER1`.
    private static let beginnings: [String: Kind] = [
      "UD": .position, "WT": .position, "AL": .alarm,
    ]

    /// The kind of a type; nil for answers and notices, which have nothing to store.
    init?(_ type: String) {
      guard
        let kind = Self.exact[type] ?? Self.beginnings[String(type.prefix(2))]
          ?? Self.health[type.uppercased()]
      else { return nil }
      self = kind
    }

    /// The content of the answer to a frame; nil if it gets none.
    func answer(to type: String) -> String? {
      switch self {
      case .contact: "INIT,1"
      case .keepAlive: "LK"
      case .alarm: "AL"
      case .question: type
      case .soundPart: "JXTKR,1"
      default: nil
      }
    }
  }

  /// Reads the fields behind the type.
  mutating func read(
    _ kind: Kind, _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    switch kind {
    case .contact, .question: break
    case .keepAlive: Self.keepAlive(&frame, &reports)
    case .position: Self.position(&frame, isAlarm: false, &reports)
    case .alarm: Self.position(&frame, isAlarm: true, &reports)
    case .picture: try Self.picture(&frame, &reports)
    case .sound: try Self.sound(&frame, &reports)
    case .soundPart: try Self.soundPart(&frame, &reports)
    case .version:
      let version = frame.text("version")
      if version.count > 0 {
        reports.notice = DeviceNotice([Attribute(.firmware, .text(version.string))])
      }
    case .heartRate, .bloodPressure, .temperature, .flaggedTemperature, .bloodOxygen:
      guard !frame.isAtEnd else { return }
      reports.begin()
      // A watch sends what it has just measured, without a time.
      reports.current.deviceTime = context.receivedAt
      try Self.health(kind, &frame, &reports)
    }
  }

  /// Reads steps, turn-overs and battery level; a keep-alive with fewer fields only wants its
  /// answer, which it gets whatever the fields say.
  private static func keepAlive(_ frame: inout FieldReader, _ reports: inout Reports) {
    var ahead = frame.lookahead()
    ahead.skipText("steps")
    ahead.skipText("turn-overs")
    guard !ahead.isAtEnd else { return }
    let steps = TextNumber.integer(frame.text("steps"))
    frame.skipText("turn-overs")
    let level = TextNumber.integer(frame.text("battery level"))
    reports.begin()
    if let steps { reports.set(.steps, steps) }
    if let level { reports.set(.batteryLevel, level) }
  }

  /// Reads what a watch measured on its wearer.
  private static func health(
    _ kind: Kind, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch kind {
    case .heartRate:
      if let rate = try frame.integer("heart rate") { reports.set(.heartRate, rate) }
    case .bloodPressure:
      reports.set("pressureHigh", text: frame.text("systolic pressure"))
      reports.set("pressureLow", text: frame.text("diastolic pressure"))
      if let rate = try frame.integer("heart rate") { reports.set(.heartRate, rate) }
    case .temperature:
      if let celsius = try frame.decimal("temperature") { reports.set(.temperature(1), celsius) }
    case .flaggedTemperature:
      let flag = try frame.integer("measured") ?? 0
      let celsius = try frame.decimal("temperature")
      if flag > 0, let celsius { reports.set(.temperature(1), celsius) }
    default:
      frame.skipText("kind of measurement")
      if let percent = try frame.integer("blood oxygen") { reports.set("bloodOxygen", percent) }
    }
  }
}
