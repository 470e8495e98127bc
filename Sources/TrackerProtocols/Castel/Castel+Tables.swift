import Telemetry

extension Castel {
  /// Messages: family and types | title | parts | answer (sheet 4.2, 4.7, 4.8, 5).
  static let layoutTable = """
    obd 1001 | login | statistics places versions | 9001 time
    obd 1002 | logout | statistics places | -
    obd 1003 | heartbeat | - | 9003 none
    obd 4001 | position | history statistics places | -
    obd 4002 | values of the vehicle | state word groups | -
    obd 4003 | acceleration | state word samples | -
    obd 4005 | snapshot | state byte values | -
    obd 4006 | trouble codes | state byte codes | -
    obd 400B | trouble codes of a truck | state byte truckCodes | -
    obd 4007 | alarm | index statistics placesAndAlarms | C007 index
    obd 4008 | cell | state cell | -
    obd 4009 | position while asleep | time place | -
    obd 400E | fuel | statistics placesAndInputs | -
    obd 401F | all together | history index statistics placesAndTags | -
    obd 5101 | request for satellite data | place | -
    obd A002 | answer to a question | answers | -
    obd B001 | position asked for | word statistics places | -
    tracker 4001 | login | place supply byte byte byte index versions | 8001 none
    tracker 4206 | heartbeat | history records | 8206 none
    older 4001 | login | place | 4001 none
    older 2001 | heartbeat | index time byte place | 1001 blank
    older 4201 4202 4206 | position | place | -
    older 4204 | eight positions | eight | -
    """

  /// How many bytes values of the vehicle have, by the numbers of their parameters (sheet 4.3).
  static let sizeTable = """
    1 04-09 0B 0D-0F 11-13 1C-1E 2C-30 33 43 45-4C 51 52 5A
    2 02 03 0A 0C 10 14-1B 1F 21-23 31 32 3C-3F 42 44 4D 4E 50 53-59 9D
    4 00 01 20 24-2B 34-3B 40 41 4F 67 A6
    """

  /// Values of the vehicle that are reported, as they are sent.
  static let valueTable = """
    04 engineLoad|05 coolantTemp|0B mapIntake|0C rpm|0D obdSpeed|0F intakeTemp
    11 throttle|21 milDistance|2F fuel|31 clearedDistance
    """

  /// Alarms by their codes (sheet 4.4); 16 and 17 are ignition on and off.
  static let alarmTable = """
    01 overspeed|02 lowPower|03 temperature|04 hardAcceleration|05 hardBraking|06 idle|07 tow
    08 highRpm|09 powerOn|0B laneChange|0C hardCornering|0D fatigueDriving|0E powerOff
    11 accident|12 tampering|1C vibration
    """
  static let ignitionOn: UInt8 = 0x16
  static let ignitionOff: UInt8 = 0x17

  // MARK: Read once

  /// Sizes by parameter; 0 where it is not known.
  static let sizes: [Int] = {
    var sizes = [Int](repeating: 0, count: 256)
    for line in sizeTable.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let size = words.first.flatMap({ Int($0) }) else { continue }
      for word in words.dropFirst() {
        let ends = word.split(separator: "-").compactMap { Int($0, radix: 16) }
        guard let first = ends.first, let last = ends.last, first <= last else { continue }
        for parameter in first...last { sizes[parameter] = size }
      }
    }
    return sizes
  }()

  /// Attributes by parameter.
  static let values: [(parameter: UInt8, key: AttributeKey)] = entries(valueTable).map {
    ($0.number, AttributeKey(text: $0.word))
  }

  /// Alarms by code.
  static let alarms: [(code: UInt8, alarm: Alarm)] = entries(alarmTable).compactMap { entry in
    Alarm(rawValue: entry.word).map { (entry.number, $0) }
  }

  /// Numbers and words of a table; entries of another form are left out (a test counts them).
  static func entries(_ table: String) -> [(number: UInt8, word: String)] {
    table.split { $0 == "\n" || $0 == "|" }.compactMap { entry in
      let parts = entry.split(separator: " ")
      guard parts.count == 2, let number = UInt8(parts[0], radix: 16) else { return nil }
      return (number, String(parts[1]))
    }
  }
}
