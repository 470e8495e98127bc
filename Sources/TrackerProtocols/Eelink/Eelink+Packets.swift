import Telemetry
import Wire

extension Eelink {
  /// Types of packets.
  enum Kind: UInt8 {
    case login = 0x01
    case oldPosition = 0x02
    case heartbeat = 0x03
    case oldAlarm = 0x04
    case oldState = 0x05
    case oldMessage = 0x06
    case oldVehicle = 0x07
    case position = 0x12
    case message = 0x13
    case warning = 0x14
    case report = 0x15
    case messageText = 0x16
    case vehicle = 0x17
    case vehicleBody = 0x18
    case vehicleFault = 0x19
    case answer = 0x80
    case broadcast = 0x81
  }

  /// Reads one packet and answers it.
  ///
  /// - Parameter identifier: that of the datagram around it, which the answer has too.
  static func packet(
    _ frame: inout FieldReader, _ identifier: Span<UInt8>?, _ context: DecodeContext,
    _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.expect("start", "gg")
    let type = try frame.u8("type")
    let size = try frame.u16("size")
    var packet = try frame.part("packet", Int(size))
    let sequence = try packet.u16("sequence number")
    let kind = Kind(rawValue: type)
    if let kind { try read(kind, sequence, &packet, hasIdentifier: identifier != nil, &reports) }
    packet.skipRest(kind == nil ? "packet that is not decoded" : "further fields")
    guard kind != .oldPosition, kind != .broadcast else { return }
    let now = context.receivedAt
    reports.reply { answer in
      wrap(identifier, to: &answer) { answer in
        answer.append(contentsOf: [EelinkStart.packetByte, EelinkStart.packetByte, type])
        answer.append(number: kind == .login ? 9 : 2, bytes: 2)
        answer.append(number: UInt64(sequence), bytes: 2)
        guard kind == .login else { return }
        answer.append(number: UInt64(clamping: now.milliseconds / 1_000), bytes: 4)
        // Version of the protocol, and nothing that the unit is to do.
        answer.append(contentsOf: [0, 1, 0])
      }
    }
  }

  /// Appends a packet; to a datagram's sender as a datagram with the sender's identifier.
  static func wrap(
    _ identifier: Span<UInt8>?, to frame: inout [UInt8], packet: (inout [UInt8]) -> Void
  ) {
    guard let identifier else { return packet(&frame) }
    var datagram: [UInt8] = Array("EL".utf8) + [0, 0, 0, 0]
    for index in identifier.indices { datagram.append(identifier[index]) }
    packet(&datagram)
    reseal(&datagram)
    frame.append(contentsOf: datagram)
  }

  private static func read(
    _ kind: Kind, _ sequence: UInt16, _ packet: inout FieldReader, hasIdentifier: Bool,
    _ reports: inout Reports
  ) throws(DecodeError) {
    switch kind {
    case .login: try login(&packet, hasIdentifier: hasIdentifier, &reports)
    case .heartbeat:
      // Some have no status; they are answered like the others.
      guard packet.remaining >= 2 else { return }
      reports.begin()
      try oldStatus(&packet, &reports)
    case .oldPosition, .oldAlarm, .oldState, .oldMessage:
      reports.begin()
      reports.set(.index, UInt64(sequence))
      try oldPosition(kind, &packet, &reports)
    case .oldVehicle: try vehicle(&packet, &reports)
    case .position, .message, .warning, .report, .messageText, .vehicle, .vehicleBody,
      .vehicleFault:
      reports.begin()
      reports.set(.index, UInt64(sequence))
      try position(kind, &packet, &reports)
    case .answer:
      reports.begin()
      reports.set(.index, UInt64(sequence))
      try answer(&packet, &reports)
    case .broadcast: packet.skipRest("data")
    }
  }

  // MARK: Login

  private static func login(
    _ packet: inout FieldReader, hasIdentifier: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    let identifier = try packet.digits("identifier", bytes: identifierCount, dropping: 1)
    if !hasIdentifier { reports.identifier = identifier }
    guard packet.remaining >= 6 else { return }
    _ = try packet.u8("language")
    let quarters = try packet.i8("time zone")
    packet.note("\(Double(quarters) / 4) h")
    _ = try packet.u16("system version")
    let version = try packet.bytes("application version", 2)
    reports.notice = DeviceNotice([Attribute(.firmware, .text(HexText.text(version)))])
  }

  // MARK: Vehicle

  /// Reads values of the vehicle, or only the state.
  private static func vehicle(
    _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    guard packet.remaining != 4 else { return try oldStatus(&packet, &reports) }
    reports.current.deviceTime = try packet.unixTime("time")
    while packet.remaining >= 5 {
      let parameter = try packet.u8("parameter")
      let value = Int64(try packet.i32("value"))
      switch parameter {
      case 0x89: reports.set(.fuelConsumption, value)
      case 0x8A: reports.set(.odometer, value &* 1_000)
      case 0x8B: reports.set(.fuel, value / 10)
      default: break
      }
    }
  }

  // MARK: Answers to commands

  private static func answer(
    _ packet: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    _ = try packet.u8("type of answer")
    try packet.skip("server", 4)
    let text = packet.textRest("text")
    guard let place = EelinkPlaceText.read(text) else {
      return reports.set(.result, text: text)
    }
    reports.current.setTime(place.time)
    reports.current.hasLocation = true
    reports.current.location = place.location
  }

  // MARK: Alarms

  /// Alarms by their codes (sheet 4.6).
  static let alarmTable = """
    01 powerOff|02 sos|03 lowBattery|04 vibration|08 gpsAntennaCut|09 gpsAntennaCut|25 removing
    81 lowspeed|82 overspeed|83 geofenceEnter|84 geofenceExit|85 accident|86 fallDown
    """

  static let alarms: [(code: UInt8, alarm: Alarm)] =
    alarmTable.split { $0 == "\n" || $0 == "|" }.compactMap { entry in
      let parts = entry.split(separator: " ")
      guard parts.count == 2, let code = UInt8(parts[0], radix: 16),
        let alarm = Alarm(rawValue: String(parts[1]))
      else { return nil }
      return (code, alarm)
    }

  static func alarm(_ packet: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    let code = try packet.u8("alarm")
    guard let entry = alarms.first(where: { $0.code == code }) else { return }
    packet.note(entry.alarm.rawValue)
    reports.raise(entry.alarm)
  }
}
