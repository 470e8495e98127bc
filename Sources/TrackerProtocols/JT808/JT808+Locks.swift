import Telemetry
import Wire

extension JT808 {
  /// The most locks, tyres or tags that get names of their own.
  static let mostNumbered = 32

  /// Items about locks.
  static func readLock(
    _ special: Special, _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .lockEvent: try lockEvent(&item, &reports)
    case .locks63: try locks63(&item, &reports)
    case .locksD5: try locksD5(&item, &reports)
    case .event60: try event60(&item, &reports)
    case .stringLock:
      let state = try item.u8("state")
      reports.set("string", item.bit("string", of: state, 0))
      reports.set(.motion, item.bit("motion", of: state, 2))
      reports.set("cover", item.bit("cover", of: state, 3))
    case .tilt: try tilt(&item, &reports)
    default: return
    }
  }

  /// The key of a value of one of several things, such as `lock1Id`.
  static func numbered(_ thing: String, _ number: Int, _ value: String) -> AttributeKey {
    AttributeKey(text: "\(thing)\(number)\(value)")
  }

  /// How a lock was opened, by its length.
  private static func lockEvent(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let hasResult = item.remaining % 2 == 0
    let count = item.remaining
    reports.set("lockCommand", Int64(try item.u8("command")))
    if count == 5 || count == 6 {
      reports.set("lockCard", Int64(try item.u32("card")))
    } else if count >= 7 {
      reports.set("lockPassword", text: try item.text("password", count: 6))
    }
    if hasResult, item.remaining > 0 {
      try item.skip("unknown", item.remaining - 1)
      reports.set("unlockResult", Int64(try item.u8("result")))
    }
  }

  private static func locks63(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    for number in 1...mostNumbered where item.remaining >= 11 {
      let lock = HexText.text(try item.bytes("lock", 6))
      reports.set(numbered("lock", number, "Id"), text: lock)
      reports.set(
        numbered("lock", number, "Battery"), Double(try item.u16("battery")) / 1_000)
      reports.set(numbered("lock", number, "Seal"), try item.u8("seal") == 0x31)
      try item.skip("state", 1)
      try item.skip("signal", 1)
    }
  }

  private static func locksD5(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = Int(try item.u8("number of locks"))
    for number in 1...mostNumbered where number <= count && item.remaining >= 13 {
      let lock = HexText.text(try item.bytes("lock", 5))
      reports.set(numbered("lock", number, "Id"), text: lock)
      let card = HexText.text(try item.bytes("card", 5))
      reports.set(numbered("lock", number, "Card"), text: card)
      reports.set(numbered("lock", number, "Battery"), Int64(try item.u8("battery")))
      let state = try item.u16("state")
      reports.set(numbered("lock", number, "Locked"), !item.bit("open", of: state, 5))
    }
  }

  private static func event60(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let event = try item.u16("event")
    reports.set(.event, Int64(event))
    guard (0x61...0x66).contains(event), item.remaining >= 14 else { return }
    try item.skip("lock", 6)
    reports.set(.driverUniqueId, text: try item.text("card", count: 8))
  }

  private static func tilt(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.set("tilt", text: try vector(&item))
  }

  /// Three numbers with sign as a list in brackets.
  static func vector(_ item: inout FieldReader) throws(DecodeError) -> String {
    let x = try item.i16("x")
    let y = try item.i16("y")
    let z = try item.i16("z")
    return "[\(x),\(y),\(z)]"
  }
}
