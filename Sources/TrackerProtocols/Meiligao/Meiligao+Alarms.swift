import Telemetry

extension Meiligao {
  /// What alarm codes mean: code, name of the alarm or `-`, words. A column for TK218 stands
  /// behind where that model differs. Sheet B4, B6.
  static let alarmTable = """
    01|sos|SOS, input 1 active
    02|-|input 2 active
    03|-|input 3 active
    04|-|input 4 active
    05|-|input 5 active
    10|lowBattery|internal battery low
    11|overspeed|too fast
    12|movement|moved, or left the fence
    13|geofenceEnter|entered the fence|geofence
    14|powerOn|switched on|-
    15|-|entered a blind area
    16|-|left a blind area
    31|-|input 1 released
    32|-|input 2 released
    33|-|input 3 released
    34|-|input 4 released
    35|-|input 5 released
    50|powerOff|external power cut|-
    52|-|new heading
    53|gpsAntennaCut|antenna cut|-
    60|-|fatigue|fatigueDriving
    63|-|distance driven
    71|-|harsh braking (TK218)|hardBraking
    72|hardBraking|harsh braking|hardAcceleration
    73|hardAcceleration|harsh acceleration|accident
    74|-|idling (TK218)|idle
    """

  /// A row of the table.
  struct AlarmRow {
    let alarm: Alarm?
    let ofTK218: Alarm?
    let title: String
  }

  private static let alarmRows: [UInt8: AlarmRow] = rows(alarmTable)

  static func rows(_ table: String) -> [UInt8: AlarmRow] {
    var rows: [UInt8: AlarmRow] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: "|").map(String.init)
      guard parts.count >= 3, let code = UInt8(parts[0], radix: 16) else { continue }
      let usual = Alarm(rawValue: parts[1])
      rows[code] = AlarmRow(
        alarm: usual, ofTK218: parts.count > 3 ? Alarm(rawValue: parts[3]) : usual, title: parts[2])
    }
    return rows
  }

  /// The alarm of a code, if it is one.
  static func alarm(of code: UInt8, _ settings: DeviceSettings) -> Alarm? {
    guard let row = alarmRows[code] else { return nil }
    return settings.model?.uppercased() == "TK218" ? row.ofTK218 : row.alarm
  }

  /// What a code means, in words.
  static func title(ofAlarm code: UInt8) -> String { alarmRows[code]?.title ?? "not known" }
}
