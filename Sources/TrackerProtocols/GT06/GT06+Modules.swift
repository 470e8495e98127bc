import Telemetry
import Wire

extension GT06 {
  /// Reads lists of numbered values.
  static func modules(
    _ step: ValueStep, _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    switch step {
    case .battery40: try batteryReport(&frame, &reports)
    case .itemsF2: try peripherals(&frame, &reports)
    default:
      let countBytes = step == .modules70 ? 2 : 1
      while frame.remaining >= 2 + countBytes {
        let id = Int(try frame.u16("module"))
        let count = try frame.unsigned("length", bytes: countBytes)
        var value = try frame.part("value", Int(truncatingIfNeeded: count))
        try module(step, id, &value, &reports)
        value.skipRest("value")
      }
    }
  }

  private static func module(
    _ step: ValueStep, _ id: Int, _ value: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch step {
    case .modules36: try read(fields36[id], &value, &reports)
    case .modules37:
      if id == 0x003B {
        reports.current.location.accuracy = Double(try value.u16("accuracy")) / 100
      } else {
        try read(fields37[id], &value, &reports)
      }
    case .itemsF1:
      if id == 0x0001 {
        let state = try value.u8("motion")
        reports.set(.motion, state == 2 || state == 4)
      } else {
        try read(fieldsF1[id], &value, &reports)
      }
    default: try module70(id, &value, &reports)
    }
  }

  // The modules that are plain fields: number=field.

  private static let fields36 = fields("18=battery:2/100 32=startupStatus:1 6A=batteryLevel:1")
  private static let fields37 = fields("27=power:2/100 2E=odometer:4")
  private static let fieldsF1 = fields(
    "2=armed:? 4=ignition:? 5=power:2/100 7=charge:? A=chargeVoltage:2 B=batteryTemp:2/100")
  private static let fields70 = fields(
    "3=iccid:x10 9=sat:1 A=satVisible:1 18=battery:2/100 28=hdop:1/10 29=index:4 2B=bootReason:1")

  /// Reads a value that is long enough for its field.
  private static func read(
    _ field: GT06Field?, _ value: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if let field, value.remaining >= field.bytes { try field.read(&value, &reports) }
  }

  private static func fields(_ text: String) -> [Int: GT06Field] {
    var fields: [Int: GT06Field] = [:]
    for word in text.split(separator: " ") {
      let parts = word.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let id = Int(parts[0], radix: 16) else { continue }
      fields[id] = GT06Field(parts[1])
    }
    return fields
  }

  // MARK: Type 70

  private static func module70(
    _ id: Int, _ value: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch id {
    case 0x0011: try cell70(&value, &reports)
    case 0x002A:
      let state = try value.u8("door and case")
      reports.set(.door, value.bits("door", of: state, 0..<4) != 0)
      reports.set(.tamper, value.bits("case", of: state, 4..<8) != 0)
    case 0x002E: reports.set(.odometer, Int64(try value.u32("odometer", .little)))
    case 0x0033: try fix70(&value, &reports)
    case 0x0034:
      let event = try value.u8("event")
      reports.set(.event, Int64(event))
      if let alarm = alarms70[Int(event)] { reports.raise(alarm) }
      try value.skip("time", 4)
    case 0x007F: try tag70(&value, &reports)
    default: try read(fields70[id], &value, &reports)
    }
  }

  private static let alarms70 = Alarms.parse(
    """
    door 10
    removing 12
    geofenceEnter 14
    geofenceExit 15
    temperature 16
    lowBattery 1A
    overspeed 1B
    powerOn 1C
    powerOff 1D
    vibration 20
    powerCut 21
    tampering 23
    """)

  private static func cell70(
    _ value: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let country = try value.u16("mobile country code")
    let network = try value.u16("mobile network code")
    let area = try value.u16("location area code")
    let cell = try value.unsigned("cell", bytes: 3)
    try value.skip("signal", 1)
    guard cell != 0 else { return }
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(country), mobileNetworkCode: UInt32(network),
        locationAreaCode: UInt32(area), cellIdentifier: cell))
  }

  private static func fix70(
    _ value: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.current.setTime(try value.unixTime("time"))
    reports.set(.satellites, Int64(try value.u8("satellites")))
    let altitude = Double(try value.i16("altitude"))
    try coordinates(&value, &reports)
    reports.current.location.altitude = altitude
    try speed(&value, &reports)
    try flags(&value, &reports, hasIgnition: false)
  }

  private static func tag70(
    _ value: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    for field in tagFields { try field.read(&value, &reports) }
  }

  private static let tagFields = [
    "tag1Id:x6", "tag1Battery:2/1000", "tag1BatteryLevel:1", "tag1Temp:i2/10",
    "tag1Humidity:i2", "tag1Status:1",
  ].compactMap { GT06Field($0) }

  // MARK: Types 40 and F2

  /// The report of a battery management (WD-209).
  private static func batteryReport(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("device", 8)
    reports.current.deviceTime = try frame.unixTime("time")
    for field in batteryFields {
      guard field.name == "batteryTemp" else {
        try field.read(&frame, &reports)
        continue
      }
      // Tenths of Kelvin, by the maker's own zero of 273.1.
      let tenths = Int(try frame.u16("batteryTemp")) - 2_731
      reports.set("batteryTemp", Double(tenths) / 10)
    }
  }

  private static let batteryFields =
    ("relativeCapacity:1 remainingCapacity:2 absoluteCapacity:1 fullCapacity:2 batteryHealth:1 "
    + "batteryTemp:2 current:2 battery:2/1000 cycleIndex:2 batteryCell1:2/1000 "
    + "batteryCell2:2/1000 batteryCell3:2/1000 batteryCell4:2/1000 batteryCell5:2/1000 "
    + "batteryCell6:2/1000 batteryCell7:2/1000 batteryCell8:2/1000 batteryCell9:2/1000 "
    + "batteryCell10:2/1000 batteryCell11:2/1000 batteryCell12:2/1000 batteryCell13:2/1000 "
    + "batteryCell14:2/1000 currentChargeInterval:2 maxChargeInterval:2 barcode:t16 "
    + "batteryVersion:2 manufacturer:t16 batteryStatus:4 controllerStatus:4 controllerFault:4")
    .split(separator: " ").compactMap { GT06Field($0) }

  /// What is plugged in or near: a tag by Bluetooth, a further battery.
  private static func peripherals(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    while frame.remaining >= 3 {
      let id = try frame.u16("item")
      var count = id == 0x000A ? Int(try frame.u16("length")) : Int(try frame.u8("length"))
      if count == 0, id != 0x000A, id != 0x000C, !frame.isAtEnd {
        count = Int(try frame.u8("length"))
      }
      var value = try frame.part("value", count)
      switch id {
      case 0x000A: try tagF2(&value, &reports)
      case 0x000C: try externalBattery(&value, &reports)
      default: break
      }
      value.skipRest("value")
    }
  }

  private static func tagF2(
    _ value: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try value.skip("kind of address", 1)
    reports.set("mac", text: HexText.text(try value.bytes("address", 6)))
    let event = try value.u8("event")
    reports.set(.event, Int64(event))
    let data = try value.u8("event data")
    if event > 0 { reports.set("eventData", Int64(data)) }
    reports.set("dataType", Int64(try value.u8("kind of data")))
    if !value.isAtEnd {
      reports.set("dataDetails", text: HexText.text(try value.bytes("data", value.remaining)))
    }
  }

  private static func externalBattery(
    _ value: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.set("externalBatteryLevel", Int64(try value.u8("battery")))
    if try value.u8("charging") != 0 { reports.set("externalBatteryCharge", true) }
    reports.set("externalBatteryCycles", Int64(try value.u16("cycles")))
  }
}
