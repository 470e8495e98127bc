import Telemetry
import Wire

extension GT06 {
  /// Steps that change the conversation or write answers of their own.
  enum OtherStep: String, Sendable {
    /// All that is left has no further use.
    case rest
    case login
    /// The answer to an address request: that there is none.
    case address
    /// The answer to a time request.
    case clock
    case photo, photoPart, media
  }

  mutating func read(
    _ step: OtherStep, _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    switch step {
    case .rest: frame.skipRest("content")
    case .login: try login(&frame, message, &reports)
    case .address: Self.answerAddress(&reports)
    case .clock: Self.answerClock(message, &reports)
    case .photo: try startPhoto(&frame, &reports)
    case .photoPart: try addPhotoPart(&frame, &reports)
    case .media: try addMedia(&frame, message, &reports)
    }
  }

  /// Reads the identifier, and the zone of the clock for all that follows.
  private mutating func login(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    var ahead = frame.lookahead()
    login = try ahead.unsigned("IMEI", bytes: 8)
    reports.identifier = try frame.digits("IMEI", bytes: 8, dropping: 1)
    clockOffset = 0
    guard message.hasTrailer, frame.remaining >= 4 else { return }
    try frame.skip("model", 2)
    let word = try frame.u16("zone and language")
    let zone = frame.bits("hours and minutes", of: word, 4..<16)
    let minutes = Int64(zone / 100 * 60 + zone % 100)
    let isWest = frame.bit("west", of: word, 3)
    frame.note("UTC\(isWest ? "-" : "+")\(minutes / 60) h \(minutes % 60) min")
    clockOffset = (isWest ? 0 &- minutes : minutes) &* 60_000
  }

  private static func answerAddress(_ reports: inout Reports) {
    reports.reply { frame in
      write(to: &frame, isLong: true, 0x97, serial: 0) { content in
        let text = "NA&&NA&&0##"
        content.append(UInt8(truncatingIfNeeded: text.utf8.count))
        content.append(contentsOf: [0, 0, 0, 0])
        content.append(contentsOf: text.utf8)
      }
    }
  }

  private static func answerClock(_ message: Message, _ reports: inout Reports) {
    let now = CivilTime(message.receivedAt)
    reports.reply { frame in
      write(to: &frame, message.type, serial: 0) { content in
        for part in [now.year % 100, now.month, now.day, now.hour, now.minute, now.second] {
          content.append(UInt8(truncatingIfNeeded: part))
        }
      }
    }
  }
}
