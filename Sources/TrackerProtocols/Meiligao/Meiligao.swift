import Telemetry
import Wire

/// The old binary protocol of Meiligao, Meitrack and iStartek: `$$`, a length, seven bytes of
/// identifier, a command, data that is mostly text, a checksum, CR LF. The login is answered, or
/// the unit sends nothing else.
///
/// Source: fact sheet on the "GPRS Protocol" V2.0 of iStartek and V2.00 of Meitrack, and recorded
/// traffic.
struct Meiligao: TrackerProtocol {
  /// The picture that the unit is sending, or sent last.
  var picture: Picture?

  /// A conversation that has just begun.
  init() {}

  /// Parts of pictures take a little more than 1,000 bytes.
  static let longestFrame = 1_200

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    let (identifier, command) = try Self.open(&frame, &reports)
    guard let message = MeiligaoMessage(rawValue: command) else {
      return try Self.answer(&frame, command, &reports)
    }
    frame.note(message.title)
    switch message {
    case .login:
      frame.skipRest("data")
      Self.reply(0x4000, to: identifier, [1], &reports)
    case .heartbeat:
      frame.skipRest("data")
      Self.reply(0x0001, to: identifier, [1], &reports)
    case .serverAddress:
      frame.skipRest("data")
      if let address = Self.serverAddress(context.settings) {
        Self.reply(0x0002, to: identifier, Array(address.utf8), &reports)
      }
    case .position: try Self.position(&frame, &reports)
    case .alarm: try Self.alarm(&frame, context.settings, &reports)
    case .logged: try Self.logged(&frame, &reports)
    case .buffered: try Self.buffered(&frame, context.settings, &reports)
    case .cards: try Self.cards(&frame, &reports)
    case .vehicle: try Self.list(&frame, Self.vehicleItems, &reports)
    case .vehicleTotals: try Self.list(&frame, Self.totalItems, &reports)
    case .troubleCodes: Self.troubleCodes(&frame, &reports)
    case .pictureOffer: try offer(&frame, identifier, context, &reports)
    case .picturePart: try addPart(&frame, context, &reports)
    case .pictureEnd: try Self.finish(&frame, identifier, &reports)
    case .picturePosition: try picturePosition(&frame, &reports)
    }
    frame.skipRest("rest")
  }

  /// Reads what stands around the data.
  private static func open(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> (identifier: UInt64, command: UInt16) {
    var end = try frame.trailer("end", 2)
    try end.expect("end", "\r\n")
    var trailer = try frame.trailer("checksum", 2)
    let sum = Checksum.ccittFalse(frame.frame.extracting(0..<frame.end))
    reports.checksumFailed = !(try trailer.checksum("checksum", bytes: 2, is: UInt64(sum)))
    try frame.expect("start", "$$")
    _ = try frame.u16("length")
    let at = frame.offset
    let identifier = try frame.unsigned("identifier", bytes: 7)
    guard name(identifier, &reports) else {
      throw DecodeError(.invalid, field: "identifier", at: at)
    }
    return (identifier, try frame.u16("command"))
  }

  /// Sets the identifier: digits up to the first F. One of 14 digits may be an IMEI without its
  /// check digit. All F is nobody.
  private static func name(_ identifier: UInt64, _ reports: inout Reports) -> Bool {
    var digits = InlineArray<15, UInt8>(repeating: 0)
    var count = 0
    while count < 14 {
      let nibble = UInt8(truncatingIfNeeded: identifier >> UInt64(52 - 4 * count)) & 15
      if nibble == 15 { break }
      guard nibble <= 9 else { return false }
      digits[count] = 48 &+ nibble
      count += 1
    }
    guard count > 0 else { return true }
    let text = digits.span.extracting(0..<count)
    reports.identifier = text.string
    if count == 14, let check = Luhn.checkDigit(of: text) {
      reports.otherIdentifiers.append(text.string + String(check))
    }
    return true
  }

  /// Where the unit is to send to, as the operator entered it (`meiligao.server`, address and
  /// port with a colon).
  private static func serverAddress(_ settings: DeviceSettings) -> String? {
    guard let address = settings.options["meiligao.server"],
      (1...64).contains(address.utf8.count),
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    return address
  }

  // MARK: Answers

  static func reply(
    _ command: UInt16, to identifier: UInt64, _ data: [UInt8], _ reports: inout Reports
  ) {
    reports.reply { frame in write(command, to: identifier, data, &frame) }
  }

  /// Appends a packet from the server.
  static func write(
    _ command: UInt16, to identifier: UInt64, _ data: [UInt8], _ frame: inout [UInt8]
  ) {
    let start = frame.count
    let length = UInt16(truncatingIfNeeded: MeiligaoHeader.shortest + data.count)
    frame.append(contentsOf: "@@".utf8)
    append(length, to: &frame)
    for place in (0..<7).reversed() {
      frame.append(UInt8(truncatingIfNeeded: identifier >> UInt64(8 * place)))
    }
    append(command, to: &frame)
    frame.append(contentsOf: data)
    append(Checksum.ccittFalse(frame.span.extracting(start..<frame.count)), to: &frame)
    frame.append(contentsOf: "\r\n".utf8)
  }

  private static func append(_ number: UInt16, to frame: inout [UInt8]) {
    frame.append(UInt8(truncatingIfNeeded: number >> 8))
    frame.append(UInt8(truncatingIfNeeded: number))
  }

  // MARK: Repair

  static func reseal(_ frame: inout [UInt8]) {
    guard frame.count >= MeiligaoHeader.shortest, frame.count <= longestFrame,
      frame.span.starts(with: "$$"), MeiligaoHeader.ends(frame.span, at: frame.count)
    else { return }
    frame[2] = UInt8(truncatingIfNeeded: frame.count >> 8)
    frame[3] = UInt8(truncatingIfNeeded: frame.count)
    let sum = Checksum.ccittFalse(frame.span.extracting(0..<frame.count - 4))
    frame[frame.count - 4] = UInt8(truncatingIfNeeded: sum >> 8)
    frame[frame.count - 3] = UInt8(truncatingIfNeeded: sum)
  }
}
