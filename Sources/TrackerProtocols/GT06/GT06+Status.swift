import Telemetry
import Wire

extension GT06 {
  /// Steps about the state of the device and its alarms.
  enum StatusStep: String, Sendable {
    /// State, battery, signal, alarm, and the language, which may be missing.
    case S
    /// The same where the language's high nibble extends the alarm.
    case SX
    case state
    /// State 7 of VXT01 is another alarm.
    case stateVXT
    /// The state of type 23, whose bits are others.
    case stateArmed
    case battery
    case alarm
    /// The alarm of TRX16I, which is stored as the event too.
    case alarmTRX
    /// Any code but 0 is an alarm that is not known further.
    case anyAlarm
    /// The state of AZ735, which is its alarm.
    case alarmAZ
    case powerLW
    case obd6
  }

  static func read(
    _ step: StatusStep, _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    switch step {
    case .S: try status(&frame, message, &reports, isExtended: false)
    case .SX: try status(&frame, message, &reports, isExtended: true)
    case .state: try state(&frame, &reports)
    case .stateVXT: try state(&frame, &reports, seventh: .overspeed)
    case .stateArmed: try armedState(&frame, &reports)
    case .battery: try battery(&frame, &reports)
    case .alarm: try alarm(&frame, message, &reports, isExtended: false)
    case .alarmTRX:
      reports.set(.event, Int64(frame.peek() ?? 0))
      try alarm(&frame, message, &reports, isExtended: false, family: "trx")
    case .anyAlarm: if try frame.u8("alarm") != 0 { reports.raise(.general) }
    case .alarmAZ: try alarmAZ(&frame, &reports)
    case .powerLW:
      let word = try frame.u16("supply voltage")
      reports.set(.power, Double(frame.bits("tenths of volts", of: word, 0..<12)) / 10)
    case .obd6: try obd6(&frame, message, &reports)
    }
  }

  /// Block S of the sheet.
  private static func status(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports, isExtended: Bool
  ) throws(DecodeError) {
    try state(&frame, &reports)
    try battery(&frame, &reports)
    reports.set(.rssi, Int64(try frame.u8("signal")))
    try alarm(&frame, message, &reports, isExtended: isExtended)
    if !isExtended, !frame.isAtEnd { try frame.skip("language", 1) }
  }

  private static func state(
    _ frame: inout FieldReader, _ reports: inout Reports, seventh: Alarm = .removing
  ) throws(DecodeError) {
    let state = try frame.u8("state")
    reports.set(.status, Int64(state))
    _ = frame.bit("armed", of: state, 0)
    reports.set(.ignition, frame.bit("ignition", of: state, 1))
    reports.set(.charge, frame.bit("charging", of: state, 2))
    switch frame.bits("alarm", of: state, 3..<6) {
    case 1: reports.raise(.vibration)
    case 2: reports.raise(.powerCut)
    case 3: reports.raise(.lowBattery)
    case 4: reports.raise(.sos)
    case 6: reports.raise(.geofence)
    case 7: reports.raise(seventh)
    default: break
    }
    _ = frame.bit("GPS on", of: state, 6)
    reports.set(.blocked, frame.bit("fuel cut", of: state, 7))
  }

  /// A level from 0 to 6, or a percentage from 7 on.
  private static func battery(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let level = Int64(try frame.u8("battery"))
    guard level <= 100 else { return }
    reports.set(.batteryLevel, level <= 6 ? level &* 100 / 6 : level)
  }

  /// Reads an alarm code, and the language byte behind it where that extends the code.
  static func alarm(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports, isExtended: Bool,
    family: String? = nil
  ) throws(DecodeError) {
    var code = Int(try frame.u8("alarm"))
    if isExtended {
      let language = try frame.u8("language")
      code |= frame.bits("more of the alarm", of: language, 4..<8) << 8
    }
    if let alarm = Alarms.alarm(code, family ?? message.model?.rawValue) {
      frame.note(alarm.rawValue)
      reports.raise(alarm)
    }
  }

  private static func armedState(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let state = try frame.u8("state")
    reports.set(.armed, frame.bit("armed", of: state, 0))
    reports.set(.ignition, frame.bit("ignition", of: state, 1))
    reports.set(.charge, frame.bit("charging", of: state, 2))
  }

  private static func alarmAZ(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let state = try frame.u8("state")
    reports.set(.status, Int64(state))
    switch state {
    case 0xA0, 0xA1: reports.set(.armed, state == 0xA0)
    case 0xA2, 0xA3: reports.raise(.lowBattery)
    case 0xA4: reports.raise(.general)
    case 0xA5: reports.raise(.door)
    default: break
    }
  }

  /// The heartbeat of OBD6, which packs satellites and signal into one word.
  private static func obd6(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    try state(&frame, &reports)
    let signal = try frame.u16("satellites and signal")
    let first = frame.bits("satellites of the first system", of: signal, 10..<15)
    let second = frame.bits("satellites of the second system", of: signal, 5..<10)
    reports.set(.satellites, first + second)
    reports.set(.rssi, frame.bits("signal", of: signal, 0..<5))
    try alarm(&frame, message, &reports, isExtended: false)
    try frame.skip("language", 1)
    reports.set(.batteryLevel, Int64(try frame.u8("battery")))
    let mode = try frame.u8("mode")
    reports.set(.power, Double(try frame.u16("supply voltage")) / 100)
    try frame.skip("reserved", 1)
    try frame.skip("working time", 2)
    let temperature = Double(try frame.i16("temperature")) / 10
    if mode == 4 { reports.set(.temperature(1), temperature) }
  }
}
