import Telemetry
import Wire

extension Galileo {
  /// Reads a message of Iridium's gateway: blocks with a number and a length. It is not answered.
  static func iridium(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("version", 1)
    _ = try frame.u16("length")
    reports.begin()
    while !frame.isAtEnd {
      let start = frame.offset
      let kind = try frame.u8("block")
      var block = try frame.part("block", Int(try frame.u16("length of the block")))
      switch kind {
      case 1: try modem(&block, &reports)
      case 2: try payload(&block, context, &reports)
      case 3: try modemPlace(&block, &reports)
      default:
        guard kind > 3 else { throw DecodeError(.unsupported, field: "block", at: start) }
      }
      block.skipRest("rest of the block")
    }
    guard reports.identifier != nil else {
      throw DecodeError(.truncated, field: "modem", at: frame.offset)
    }
  }

  private static func modem(
    _ block: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try block.skip("number of the message", 4)
    let start = block.offset
    let identifier = try block.text("identifier", count: 15)
    guard identifier.isDigits else { throw DecodeError(.invalid, field: "identifier", at: start) }
    reports.identifier = identifier.string
    try block.skip("state of the session", 1)
    try block.skip("counters", 4)
    let time = try block.unixTime("time of the session")
    block.note(time.brief)
    reports.current.setTime(time)
  }

  /// Reads where the satellites heard the modem.
  private static func modemPlace(
    _ block: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let flags = try block.u8("flags")
    let isSouth = block.bit("south", of: flags, 1)
    let isWest = block.bit("west", of: flags, 0)
    let start = block.offset
    let latitude = try angle("latitude", &block)
    let longitude = try angle("longitude", &block)
    try block.skip("radius", 4)
    guard latitude <= 90, longitude <= 180 else {
      throw DecodeError(.invalid, field: "latitude and longitude", at: start)
    }
    // The unit's own place is better, whichever block comes first.
    guard !reports.current.hasLocation else { return }
    reports.current.hasLocation = true
    reports.current.location.latitude = isSouth && latitude != 0 ? -latitude : latitude
    reports.current.location.longitude = isWest && longitude != 0 ? -longitude : longitude
  }

  private static func angle(
    _ name: String, _ block: inout FieldReader
  ) throws(DecodeError) -> Double {
    let degrees = Double(try block.u8(name))
    let minutes = Double(try block.u16("thousandths of minutes")) / 1_000
    return degrees + minutes / 60
  }

  /// Reads what the unit sent: a run of tags, or a compressed record where that is not one.
  private static func payload(
    _ block: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let bytes = block.frame.extracting(block.offset..<block.end)
    if GalileoTag.firstUnsound(bytes, of: bytes.count) == nil {
      var content = Content()
      while !block.isAtEnd {
        let tag = try block.u8("tag")
        try value(of: tag, &block, &content, &reports)
      }
    } else {
      // It has time and place, so it is the record.
      reports.discardCurrent()
      try compressedRecords(&block, context, &reports)
    }
  }
}
