import Telemetry
import Wire

extension Suntech {
  /// What the last three letters of an older header say.
  private enum Kind {
    case status, emergency, event, alert, serial

    init?(_ text: Span<UInt8>) {
      if text.equals("STT") {
        self = .status
      } else if text.equals("EMG") {
        self = .emergency
      } else if text.equals("EVT") {
        self = .event
      } else if text.equals("ALT") {
        self = .alert
      } else if text.equals("UEX") {
        self = .serial
      } else {
        return nil
      }
    }
  }

  /// Reads a line with the model in its header (`ST300STT`).
  static func legacy(
    _ frame: inout FieldReader, _ header: Span<UInt8>, _ context: DecodeContext,
    _ reports: inout Reports
  ) throws(DecodeError) {
    let name = header.extracting(droppingFirst: 5)
    if frame.next(to: semicolon, { $0.equals("Res") }) {
      frame.skipText("answer mark", to: semicolon)
      return try answer(&frame, kind: name, &reports)
    }
    try identify(&frame, &reports)
    if name.equals("HTE") { return travel(&frame, &reports) }
    guard let kind = Kind(name) else { return frame.skipRest("fields") }
    reports.begin()
    reports.set(.type, text: name)
    try position(&frame, SuntechLayout(header: header), context, &reports)
    try fields(of: kind, &frame, &reports)
    SuntechTail.read(&frame, context.settings, &reports)
    if context.transport == .udp, kind != .serial, let identifier = reports.identifier {
      reports.reply { answer in
        for index in 0..<5 { answer.append(header[index]) }
        answer.append(contentsOf: "ACK;\(identifier)\r".utf8)
      }
    }
  }

  /// Reads a report of a journey; only the driver in its last field is known.
  private static func travel(_ frame: inout FieldReader, _ reports: inout Reports) {
    reports.begin()
    while frame.distance(to: semicolon) < frame.remaining {
      frame.skipText("journey", to: semicolon)
    }
    set(.driverUniqueId, nonEmpty: frame.textRest("driver"), &reports)
  }

  private static func position(
    _ frame: inout FieldReader, _ layout: SuntechLayout, _ context: DecodeContext,
    _ reports: inout Reports
  ) throws(DecodeError) {
    if layout.hasModelNumber { frame.skipText("model number", to: semicolon) }
    reports.set(.firmware, text: frame.text("firmware", to: semicolon))
    reports.current.setTime(try time(&frame, context))
    if layout.cellFields == SuntechLayout.servingCellFields {
      try servingCell(&frame, &reports)
    } else if layout.cellFields > 0 {
      frame.skipText("cell", to: semicolon)
    }
    try place(&frame, &reports)
    if let count = try frame.integer("satellites", to: semicolon) {
      reports.set(.satellites, count)
    }
    reports.current.location.isValid = frame.text("fix", to: semicolon).equals("1")
    if let metres = try frame.integer("odometer", to: semicolon) { reports.set(.odometer, metres) }
    if let volts = try frame.decimal("supply voltage", to: semicolon) {
      reports.set(.power, volts)
    }
    inputsAndOutputs(frame.text("ignition, inputs, outputs", to: semicolon), &reports)
  }

  private static func servingCell(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let cell = try frame.hexadecimal("cell", to: semicolon)
    let country = try frame.integer("mobile country code", to: semicolon)
    let network = try frame.integer("mobile network code", to: semicolon)
    let area = try frame.hexadecimal("location area code", to: semicolon)
    let signal = try frame.integer("signal", to: semicolon)
    guard let cell, let country, let network, let area else { return }
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(clamping: country), mobileNetworkCode: UInt32(clamping: network),
        locationAreaCode: UInt32(clamping: area), cellIdentifier: cell,
        signalStrength: signal.map { -Int32(clamping: $0.magnitude) }))
  }

  /// Six characters or more, `1` is on: ignition, inputs 1 to 3, outputs 1 and 2.
  private static func inputsAndOutputs(_ text: Span<UInt8>, _ reports: inout Reports) {
    guard text.count >= 6 else { return }
    let isOn = UInt8(ascii: "1")
    reports.set(.ignition, text[0] == isOn)
    for number in 1...3 { reports.set(.input(number), text[number] == isOn) }
    for number in 1...2 { reports.set(.output(number), text[number + 3] == isOn) }
  }

  private static func fields(
    of kind: Kind, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch kind {
    case .status: try modeAndNumber(&frame, &reports)
    case .emergency:
      let code = try frame.integer("alarm", to: semicolon)
      if let alarm = alarm(ofEmergency: code) { reports.raise(alarm) }
    case .event:
      if let code = try frame.integer("event", to: semicolon) { reports.set(.event, code) }
      if SuntechTail.begins(frame, behind: 2) { try modeAndNumber(&frame, &reports) }
    case .alert:
      let code = try frame.integer("alarm", to: semicolon)
      if let alarm = alarm(ofAlert: code) { reports.raise(alarm) }
    case .serial: serial(&frame, &reports)
    }
  }

  private static func modeAndNumber(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if let mode = try frame.integer("mode", to: semicolon) { reports.set(.status, mode) }
    if let number = try frame.integer("message number", to: semicolon) {
      reports.set(.index, number)
    }
  }

  // MARK: Alarms

  static func alarm(ofEmergency code: Int64?) -> Alarm? {
    switch code {
    case 1: .sos
    case 2: .parking
    case 3: .powerCut
    case 5, 6: .door
    case 7: .movement
    case 8: .vibration
    default: nil
    }
  }

  static func alarm(ofAlert code: Int64?) -> Alarm? {
    switch code {
    case 1: .overspeed
    case 5: .geofenceExit
    case 6: .geofenceEnter
    case 14: .lowBattery
    case 15: .vibration
    case 16: .accident
    case 40: .powerRestored
    case 41: .powerCut
    case 42: .sos
    case 46: .hardAcceleration
    case 47: .hardBraking
    case 50: .jamming
    case 132: .door
    default: nil
    }
  }
}
