import Telemetry
import Wire

extension GT06 {
  /// Steps of one message or one maker.
  enum ValueStep: String, Sendable {
    case rfid, rfidIfAny, key, card, maskBenway, driverNT, driverX1, portsX1, clockB2
    case signedTemp, hundredthsTemp, biasedTemp
    case modules36, modules37, modules70, itemsF1, itemsF2, battery40, lengthThenBytes
    case vehicle, vehicleSkipped, information, serialData, answer, longAnswer
    case cameraEvent, cameraJC100, cameraJC400
  }

  static func read(
    _ step: ValueStep, _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    switch step {
    case .rfid: reports.set(.driverUniqueId, text: HexText.text(try frame.bytes("RFID", 8)))
    case .rfidIfAny: try rfidIfAny(&frame, &reports)
    case .key:
      reports.set(.driverUniqueId, text: String(try frame.unsigned("key", bytes: 6)))
    case .card: try card(&frame, &reports)
    case .maskBenway: try benway(&frame, &reports)
    case .driverNT: try driverNT(&frame, &reports)
    case .driverX1:
      let driver = try frame.u32("driver")
      if driver > 0 { reports.set(.driverUniqueId, text: String(driver)) }
    case .portsX1: try portsX1(&frame, &reports)
    case .clockB2:
      let state = try frame.u8("state")
      reports.set("clock", frame.bits("clock", of: state, 2..<6))
    case .signedTemp, .hundredthsTemp, .biasedTemp: try temperature(step, &frame, &reports)
    case .lengthThenBytes: if !frame.isAtEnd { try lengthThenBytes("reserved", &frame) }
    case .modules36, .modules37, .modules70, .itemsF1, .itemsF2, .battery40:
      try modules(step, &frame, message, &reports)
    case .vehicle, .vehicleSkipped, .information, .serialData, .answer, .longAnswer:
      try texts(step, &frame, message, &reports)
    case .cameraEvent, .cameraJC100, .cameraJC400: try camera(step, &frame, message, &reports)
    }
  }

  private static func rfidIfAny(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var ahead = frame.lookahead()
    let isAny = try ahead.unsigned("RFID", bytes: 8) != 0
    let card = try frame.bytes("RFID", 8)
    if isAny { reports.set(.driverUniqueId, text: HexText.text(card)) }
  }

  /// A card's text with its length; blanks stand for no card.
  private static func card(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = Int(try frame.u8("length of the card"))
    let text = try frame.text("card", count: count).trimmed
    if text.count > 0 { reports.set(.card, text: text) }
  }

  /// The inputs of BENWAY, and a temperature or a voltage.
  private static func benway(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let mask = try frame.u16("inputs")
    reports.set(.ignition, frame.bit("ignition", of: mask, 15))
    reports.set(.input(2), frame.bit("input 2", of: mask, 14))
    if frame.bit("temperature", of: mask, 12) {
      let magnitude = Double(frame.bits("degrees", of: mask, 0..<9))
      reports.set(.temperature(1), frame.bit("negative", of: mask, 9) ? -magnitude : magnitude)
    } else {
      let value = Double(frame.bits("voltage", of: mask, 0..<10))
      reports.set(.adc(1), frame.bit("whole volts", of: mask, 13) ? value : value / 10)
    }
  }

  private static func driverNT(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = Int(try frame.u8("length of the driver"))
    guard count > 0 else { return }
    try frame.skip("kind of driver", 1)
    reports.set(.driverUniqueId, text: HexText.text(try frame.bytes("driver", count &- 1)))
  }

  /// The ports of X1; how many analogue values there are stands in the port information.
  private static func portsX1(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let ports = try frame.u32("ports")
    let count = frame.bits("analogue inputs", of: ports, 20..<24)
    reports.set(.input, Int64(try frame.u8("inputs")))
    reports.set(.output, Int64(try frame.u8("outputs")))
    var number = 0
    while number < count, frame.remaining >= 2 {
      number += 1
      reports.set(.adc(number), Double(try frame.u16("analogue input")) / 100)
    }
  }

  /// Temperatures that are no plain number with sign.
  private static func temperature(
    _ step: ValueStep, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let value: Double
    switch step {
    case .signedTemp:
      let raw = try frame.u8("temperature")
      let magnitude = Double(raw & 0x7F)
      value = raw & 0x80 == 0 ? magnitude : -magnitude
    case .hundredthsTemp:
      let raw = try frame.u16("temperature")
      let magnitude = Double(raw & 0x7FFF) / 100
      value = raw & 0x8000 == 0 ? magnitude : -magnitude
    default:
      // Here the highest bit says that the temperature is above zero.
      let raw = try frame.u16("temperature")
      let magnitude = Double(raw & 0x7FFF) / 10
      value = raw & 0x8000 == 0 ? -magnitude : magnitude
    }
    frame.note("\(value) °C")
    reports.set(.temperature(1), value)
  }

  // MARK: Cameras

  /// Reads an event of a dash camera (type 95).
  private static func camera(
    _ step: ValueStep, _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    if step == .cameraJC400 {
      try frame.skip("mark", 2)
      try frame.skip("version", 1)
    }
    reports.current.deviceTime = try clock(&frame, message)
    if step == .cameraEvent {
      try event(&frame, &reports, first: .general)
      // There is no data; what is shown as data elsewhere is the serial number.
      reports.set("eventData", Int64(message.serial))
      return
    }
    reports.current.fixTime = reports.current.deviceTime
    if step == .cameraJC400 { try satellites(&frame, &reports) }
    try coordinates(&frame, &reports)
    try flags(&frame, &reports)
    if step == .cameraJC400 {
      let speed = Double(try frame.u16("speed"))
      reports.current.location.speed = Units.knots(kilometresPerHour: speed)
      reports.set(.power, Double(try frame.u16("supply voltage")) / 10)
    }
    try event(&frame, &reports, first: .sos)
    reports.set("eventData", Int64(try frame.u16("event data")))
    if !frame.isAtEnd { reports.set("eventFiles", text: frame.textRest("files")) }
  }

  private static func event(
    _ frame: inout FieldReader, _ reports: inout Reports, first: Alarm
  ) throws(DecodeError) {
    let event = try frame.u8("event")
    reports.set(.event, Int64(event))
    let alarm: Alarm? = event == 1 ? first : cameraAlarms[Int(event)]
    if let alarm { reports.raise(alarm) }
  }

  private static let cameraAlarms = Alarms.parse(
    """
    lowPower 0E
    temperature 76
    vibration 80
    overspeed 87
    powerCut 88
    hardAcceleration 90
    hardBraking 91
    hardCornering 92
    accident 93
    """)
}
