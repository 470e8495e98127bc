import Wire

/// The head of a message, after escapes are taken out.
struct JT808Header {
  /// The byte in front of the message and behind it.
  let delimiter: UInt8
  /// The message's number.
  let type: UInt16
  /// Length, encryption, split and version bits.
  let attributes: UInt16
  /// The protocol's version, from 2019 on.
  let version: UInt8?
  /// The device's identifier as it stands in the message.
  let identifier: JT808Identifier
  /// The message's serial number; one byte in the padlocks' position messages.
  let serial: UInt16
  /// How many parts the message is split into; 0 if it is whole.
  let parts: UInt16
  /// The number of this part of a split message, from 1; 0 if it is whole.
  let part: UInt16

  /// The padlocks' position messages have a serial number of one byte.
  static func hasShortSerial(_ type: UInt16) -> Bool { type == 0x5501 || type == 0x5502 }

  static func identifierCount(_ delimiter: UInt8, _ attributes: UInt16) -> Int {
    if attributes & 0x4000 != 0 { return 10 }
    return delimiter == JT808Escapes.padlock.delimiter ? 7 : 6
  }

  /// How many bytes a message must have in all by its attributes, delimiters and checksum
  /// included; `message` starts with the delimiter and has at least five bytes.
  static func total(_ message: Span<UInt8>) -> Int {
    let type = message.bigEndian16(at: 1)
    let attributes = message.bigEndian16(at: 3)
    let isVersioned = attributes & 0x4000 != 0
    let head = 1 + 4 + (isVersioned ? 1 : 0) + identifierCount(message[0], attributes)
    let serial = hasShortSerial(type) ? 1 : 2
    let parts = attributes & 0x2000 != 0 ? 4 : 0
    return head + serial + parts + Int(attributes & 0x3FF) + 2
  }

  /// Reads the head with its first delimiter.
  static func read(_ frame: inout FieldReader) throws(DecodeError) -> JT808Header {
    let delimiter = try frame.u8("start")
    let type = try frame.u16("message")
    frame.note(JT808.kinds[type]?.title ?? "message that is not decoded")
    let attributes = try frame.u16("attributes")
    _ = frame.bits("length of the body", of: attributes, 0..<10)
    _ = frame.bits("encryption", of: attributes, 10..<13)
    _ = frame.bit("split", of: attributes, 13)
    _ = frame.bit("version of 2019", of: attributes, 14)
    let version: UInt8? = attributes & 0x4000 != 0 ? try frame.u8("version") : nil
    let identifier = JT808Identifier(
      try frame.bytes("terminal", identifierCount(delimiter, attributes)))
    let serial =
      hasShortSerial(type) ? UInt16(try frame.u8("serial number")) : try frame.u16("serial number")
    var (parts, part): (UInt16, UInt16) = (0, 0)
    if attributes & 0x2000 != 0 {
      parts = try frame.u16("number of parts")
      part = try frame.u16("part")
    }
    return JT808Header(
      delimiter: delimiter, type: type, attributes: attributes, version: version,
      identifier: identifier, serial: serial, parts: parts, part: part)
  }
}

/// The identifier of a device as it stands in a header: digits, two in a byte, or the first 14
/// digits of an IMEI as a number of six bytes.
struct JT808Identifier {
  /// The bytes; answers repeat them.
  let bytes: [UInt8]

  init(_ span: Span<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.count)
    for index in span.indices { bytes.append(span[index]) }
    self.bytes = bytes
  }

  /// The bytes for the text that people know a device by: up to 12 digits as they are, 15 digits
  /// packed as an IMEI, others as the twenty digits of 2019. Nil if the text is none of these.
  init?(text: String, isLong: Bool) {
    let digits = Array(text.utf8)
    guard (1...20).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    if digits.count == 15, !isLong {
      guard let number = UInt64(text.dropLast()) else { return nil }
      bytes = (0..<6).map { UInt8(truncatingIfNeeded: number >> UInt64(40 - 8 * $0)) }
    } else {
      let count = digits.count > 12 || isLong ? 20 : 12
      let padded = [UInt8](repeating: 48, count: count - digits.count) + digits
      bytes = (0..<count / 2).map { (padded[2 * $0] & 15) << 4 | padded[2 * $0 + 1] & 15 }
    }
  }

  private var isDecimal: Bool { bytes.allSatisfy { $0 >> 4 <= 9 && $0 & 15 <= 9 } }

  /// The identifier with all digits.
  var full: String {
    guard isDecimal else { return packed }
    var text: [UInt8] = []
    for byte in bytes { text.append(contentsOf: [48 + (byte >> 4), 48 + (byte & 15)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The identifier without zeros in front, as it is printed on devices.
  var short: String {
    guard isDecimal else { return packed }
    let digits = full.drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }

  /// The IMEI that six bytes are a number for. One that begins with a zero has a digit less.
  private var packed: String {
    let number = bytes.prefix(6).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let digits = String(number)
    let whole = digits.utf8.count == 13 ? "0" + digits : digits
    return whole + String(Self.luhn(whole))
  }

  /// The check digit that makes a number right by Luhn's formula.
  private static func luhn(_ digits: String) -> Int {
    var sum = 0
    var doubles = true
    for digit in digits.utf8.reversed() {
      let value = Int(digit &- 48) * (doubles ? 2 : 1)
      sum += value > 9 ? value - 9 : value
      doubles.toggle()
    }
    return (10 - sum % 10) % 10
  }
}
