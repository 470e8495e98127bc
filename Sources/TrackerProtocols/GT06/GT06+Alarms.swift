import Telemetry

extension GT06 {
  /// What alarm codes mean.
  enum Alarms {
    /// The alarm of a code; a family of models or a dialect may give it another meaning.
    static func alarm(_ code: Int, _ family: String?) -> Alarm? {
      if let family, let own = special[family]?[code] { return own }
      return common[code]
    }

    private static let common = parse(table)
    private static let special = specialTables.mapValues(parse)

    /// Reads lines of an alarm and its codes, hexadecimal.
    static func parse(_ table: String) -> [Int: Alarm] {
      var alarms: [Int: Alarm] = [:]
      for line in table.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let first = words.first, let alarm = Alarm(rawValue: String(first)) else { continue }
        for word in words.dropFirst() {
          if let code = Int(word, radix: 16) { alarms[code] = alarm }
        }
      }
      return alarms
    }

    /// Chapter 5.6 of the sheet.
    private static let table = """
      sos 01
      powerCut 02
      vibration 03 09
      geofenceEnter 04
      geofenceExit 05
      overspeed 06
      tampering 0C 13 25 32
      lowBattery 0E 0F 19
      powerOff 11
      door 14
      removing 18
      fallDown 23
      hardAcceleration 26 29 F0
      hardBraking 1A 27 28 F1
      hardCornering 1B 2A 2B 2E
      accident 2C F2
      jamming 30 0107 010B
      lock 33
      unlock 34
      fuelLeak 53
      temperature 5B 5C
      idle C9
      """

    private static let specialTables: [String: String] = [
      "trx": """
      geofence 09
      lowPower 0E
      """,
      "vl": """
      tow 09
      powerOff 28
      hardBraking 30
      """,
      "lw": """
      accident 18
      hardAcceleration 19
      """,
      "seeworld": """
      hardCornering 28
      accident 29
      """,
    ]
  }
}
