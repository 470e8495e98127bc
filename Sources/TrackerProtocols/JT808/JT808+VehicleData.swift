import Telemetry
import Wire

// Transparent data F0: what vehicles' interfaces send. These records have no place of their own,
// as some of their firmwares fill it with zeros.
extension JT808 {
  static func vehicleData(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    reports.current.deviceTime = try time(&frame, message)
    if try frame.u8("history") > 0 { reports.set(.archive, true) }
    try frame.skip("type of vehicle", 1)
    switch try frame.u8("sub type") {
    case 0x01: try vehicleValues(&frame, message, &reports)
    case 0x02: try vehicleFaults(&frame, message, &reports)
    case 0x03: try vehicleAlarms(&frame, message, &reports)
    case 0x04: try trip(&frame, &reports)
    case 0x0B:
      if try frame.u8("has a number") > 0 {
        reports.set(.vin, text: try frame.text("vehicle identification", count: 17).trimmed)
      }
    case 0x15: try event(&frame, &reports)
    default: return
    }
  }

  private static func vehicleValues(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = Int(try frame.u8("number of values"))
    for _ in 0..<count where frame.remaining >= 3 {
      let number = try frame.u16("value")
      let length = Int(try frame.u8("length"))
      if transparentVehicle.row(number, length, nil) == nil, [1, 2, 4].contains(length),
        frame.remaining >= length
      {
        let value = try frame.unsigned("value", bytes: length)
        reports.set(.io(Int(number)), value)
      } else {
        try readItem(number, length, transparentVehicle, &frame, message, &reports)
      }
    }
    try statusAndPlace(&frame, message, &reports)
  }

  /// The status word counts; the place behind it does not.
  private static func statusAndPlace(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    guard frame.remaining >= 4 else { return }
    _ = try statusBits(&frame, message.model, &reports)
    if frame.remaining >= 8 {
      try frame.skip("latitude", 4)
      try frame.skip("longitude", 4)
    }
  }

  private static func vehicleFaults(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    let systems = Int(try frame.u16("number of systems"))
    var codes: [String] = []
    for _ in 0..<systems where frame.remaining >= 6 {
      try frame.skip("system", 4)
      let count = Int(try frame.u16("number of codes"))
      for _ in 0..<count where frame.remaining >= 10 {
        try frame.skip("code", 4)
        try frame.skip("state", 4)
        let length = Int(try frame.u16("length"))
        let text = try frame.text("text", count: length).trimmed
        if text.count > 0 { codes.append(text.string) }
      }
    }
    if !codes.isEmpty { reports.set(.dtcs, text: codes.joined(separator: " ")) }
    try statusAndPlace(&frame, message, &reports)
  }

  private static func vehicleAlarms(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = Int(try frame.u8("number of alarms"))
    for _ in 0..<count where frame.remaining >= 2 {
      if let alarm = vehicleAlarm(try frame.u8("alarm")) {
        frame.note(alarm.rawValue)
        reports.raise(alarm)
      }
      let length = Int(try frame.u8("length"))
      try frame.skip("value", length)
    }
    try statusAndPlace(&frame, message, &reports)
  }

  private static func vehicleAlarm(_ code: UInt8) -> Alarm? {
    switch code {
    case 0x01: .powerRestored
    case 0x02: .powerCut
    case 0x0E: .idle
    case 0x1A: .hardAcceleration
    case 0x1B: .hardBraking
    case 0x1C: .hardCornering
    case 0x1D...0x1F: .laneChange
    case 0x23: .fatigueDriving
    case 0x25: .overspeed
    case 0x26...0x28: .accident
    case 0x31...0x32: .door
    default: nil
    }
  }

  private static func trip(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let property = try frame.u8("property")
    reports.set("tripNumber", Int64(try frame.u32("trip")))
    try frame.skip("start", 6)
    guard property == 2 else { return }
    try frame.skip("end", 6)
    try frame.skip("place of the start", 8)
    try frame.skip("place of the end", 8)
    try frame.skip("unknown", 1)
    reports.set("idlingCount", Int64(try frame.u16("times of idling")))
    reports.set("idlingTime", Int64(try frame.u16("time of idling")))
    reports.set(.tripOdometer, Int64(try frame.u16("distance")) &* 100)
    reports.set("tripFuel", Double(try frame.u16("fuel")) / 100)
  }

  private static func event(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let event = try frame.u32("event")
    switch event {
    case 51: reports.raise(.hardAcceleration)
    case 52: reports.raise(.hardBraking)
    case 53: reports.raise(.hardCornering)
    case 54: reports.raise(.laneChange)
    case 56: reports.raise(.accident)
    default: reports.set(.event, Int64(event))
    }
  }
}
