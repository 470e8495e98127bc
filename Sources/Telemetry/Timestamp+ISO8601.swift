extension Timestamp {
  /// The moment as ISO 8601 in UTC with milliseconds, such as `2026-11-20T09:30:00.000+00:00`,
  /// the form that existing clients of the API read.
  public var iso8601: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(29)
    appendISO8601(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends ``iso8601`` as ASCII, for JSON that is written by hand.
  public func appendISO8601(to output: inout [UInt8]) {
    appendDateAndTime(to: &output)
    output.append(UInt8(ascii: "."))
    let rest = milliseconds % 1_000
    Self.append(Int(rest < 0 ? rest + 1_000 : rest), digits: 3, to: &output)
    output.append(contentsOf: "+00:00".utf8)
  }

  /// The moment to the second, such as `2026-11-20T09:30:00Z`, for people and worked examples;
  /// milliseconds are shown only when there are any.
  public var brief: String {
    var bytes: [UInt8] = []
    appendDateAndTime(to: &bytes)
    let rest = milliseconds % 1_000
    if rest != 0 {
      bytes.append(UInt8(ascii: "."))
      Self.append(Int(rest < 0 ? rest + 1_000 : rest), digits: 3, to: &bytes)
    }
    bytes.append(UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func appendDateAndTime(to output: inout [UInt8]) {
    let civil = CivilTime(self)
    Self.append(civil.year, digits: 4, to: &output)
    output.append(UInt8(ascii: "-"))
    Self.append(civil.month, digits: 2, to: &output)
    output.append(UInt8(ascii: "-"))
    Self.append(civil.day, digits: 2, to: &output)
    output.append(UInt8(ascii: "T"))
    Self.append(civil.hour, digits: 2, to: &output)
    output.append(UInt8(ascii: ":"))
    Self.append(civil.minute, digits: 2, to: &output)
    output.append(UInt8(ascii: ":"))
    Self.append(civil.second, digits: 2, to: &output)
  }

  /// Appends the lowest `digits` decimal digits of a number, with leading zeros.
  static func append(_ value: Int, digits: Int, to output: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<max(digits, 1) { divisor *= 10 }
    var rest = abs(value)
    if value < 0 { output.append(UInt8(ascii: "-")) }
    while divisor > 0 {
      output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / divisor % 10))
      rest %= divisor
      divisor /= 10
    }
  }

  /// Reads ISO 8601 as clients write it: `2026-11-20`, `2026-11-20T09:30Z`,
  /// `2026-11-20T09:30:00.123+02:00`, `…+0200`; no zone means UTC. Nil if it is none of these.
  public init?(iso8601 text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(iso8601: bytes.span)
  }

  /// Reads ISO 8601 from ASCII, in the same forms, without allocation.
  public init?(iso8601 text: Span<UInt8>) {
    var scanner = ISO8601Scanner(text)
    guard let time = scanner.scan() else { return nil }
    self = time
  }
}

/// Reads one ISO 8601 moment from ASCII bytes.
private struct ISO8601Scanner: ~Copyable, ~Escapable {
  let bytes: Span<UInt8>
  var offset = 0

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) { self.bytes = bytes }

  mutating func scan() -> Timestamp? {
    guard bytes.count <= 40, let year = number(4), skip("-"), let month = number(2), skip("-"),
      let day = number(2)
    else { return nil }
    var civil = CivilTime(year: year, month: month, day: day)
    guard offset < bytes.count else { return civil.isProper ? civil.timestamp : nil }
    guard skip("T") || skip(" "), let hour = number(2), skip(":"), let minute = number(2) else {
      return nil
    }
    civil.hour = hour
    civil.minute = minute
    if skip(":") {
      guard let second = number(2) else { return nil }
      civil.second = second
    }
    let fraction = skip(".") ? milliseconds() : 0
    guard civil.isProper, let fraction, let zone = zoneMinutes(), offset == bytes.count else {
      return nil
    }
    return civil.timestamp.advanced(byMilliseconds: Int64(fraction - zone * 60_000))
  }

  private mutating func zoneMinutes() -> Int? {
    if offset == bytes.count || skip("Z") { return 0 }
    let sign: Int
    if skip("+") || skip(" ") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
    guard let hours = number(2) else { return nil }
    if offset == bytes.count { return sign * hours * 60 }
    _ = skip(":")
    guard let minutes = number(2) else { return nil }
    return sign * (hours * 60 + minutes)
  }

  private mutating func milliseconds() -> Int? {
    var value = 0
    var digits = 0
    while offset < bytes.count, let digit = digit(bytes[offset]) {
      if digits < 3 { value = value * 10 + digit }
      digits += 1
      offset += 1
    }
    for _ in digits..<max(digits, 3) { value *= 10 }
    return digits > 0 ? value : nil
  }

  private mutating func number(_ count: Int) -> Int? {
    guard offset + count <= bytes.count else { return nil }
    var value = 0
    for index in offset..<offset + count {
      guard let digit = digit(bytes[index]) else { return nil }
      value = value * 10 + digit
    }
    offset += count
    return value
  }

  private func digit(_ byte: UInt8) -> Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte) - 48 : nil
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }
}
