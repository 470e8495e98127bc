import Telemetry
import Wire

extension GPS103 {
  /// The word behind the identifier: why the unit sends the record.
  enum Keyword {
    /// Words that raise an alarm.
    private static let alarms: [(word: String, alarm: Alarm)] = [
      ("help me", .sos), ("low battery", .lowBattery), ("stockade", .geofence),
      ("move", .movement), ("speed", .overspeed), ("door alarm", .door), ("ac alarm", .powerCut),
      ("accident alarm", .accident), ("sensor alarm", .vibration), ("bonnet alarm", .bonnet),
      ("footbrake alarm", .footBrake), ("DTC", .fault),
    ]
    /// Words that have no alarm, or one with a value behind it.
    private static let others = ["tracker", "acc on", "acc off", "rfid", "acc alarm"]

    /// The question for help, which is answered.
    static let help = "help me"

    /// Whether a word is one that only this protocol has.
    static func isKnown(_ word: Span<UInt8>) -> Bool {
      alarms.contains { word.equals($0.word) } || others.contains { word.equals($0) }
        || word.starts(with: "T:") || photoParts(word) != nil
    }

    /// How many parts of a photo `vt<n>` announces; nil for another word.
    static func photoParts(_ word: Span<UInt8>) -> Int? {
      guard word.starts(with: "vt"), word.count <= 6 else { return nil }
      return TextNumber.digits(word.extracting(droppingFirst: 2))
    }

    /// Sets what a word says on the current record.
    static func apply(_ word: Span<UInt8>, card: Span<UInt8>, _ reports: inout Reports) {
      if word.count == 0 || word.equals("tracker") || photoParts(word) != nil { return }
      if let (_, alarm) = alarms.first(where: { word.equals($0.word) }) {
        reports.raise(alarm)
      } else if word.equals("acc on") || word.equals("acc off") {
        reports.set(.ignition, word.equals("acc on"))
      } else if word.starts(with: "T:"),
        let celsius = TextNumber.decimal(word.extracting(droppingFirst: 2))
      {
        reports.raise(.temperature)
        reports.set(.temperature(1), celsius)
      } else if word.starts(with: "oil") {
        reports.raise(.fuelLeak)
        let rest = word.extracting(droppingFirst: 3)
        if rest.starts(with: " "), let fuel = TextNumber.decimal(rest.trimmed) {
          reports.set(.fuel, fuel)
        }
      } else {
        reports.set(.event, text: word)
        if word.equals("rfid"), card.count > 0 { reports.set(.driverUniqueId, text: card) }
      }
    }
  }
}
