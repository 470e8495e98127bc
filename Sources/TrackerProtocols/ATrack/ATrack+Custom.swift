import Telemetry
import Wire

extension ATrack {
  /// What becomes known of the cell while values are read one by one.
  private struct Cell {
    var country: UInt64?
    var network: UInt64?
    var area: UInt64?
    var cell: UInt64?
    var quality: UInt64?

    /// Takes country and network as one number: five digits, or six where the network's own code
    /// has three.
    mutating func set(codes: UInt64) {
      guard codes >= 10_000 else { return }
      (country, network) =
        codes >= 100_000 ? (codes / 1_000, codes % 1_000) : (codes / 100, codes % 100)
    }

    /// Adds the cell if it is known whole; else the quality is the signal.
    func finish(_ reports: inout Reports) {
      if let country, let network, let area, let cell {
        reports.add(
          CellTower(
            mobileCountryCode: UInt32(clamping: country),
            mobileNetworkCode: UInt32(clamping: network),
            locationAreaCode: UInt32(clamping: area), cellIdentifier: cell,
            signalStrength: quality.map { 0 &- Int32(clamping: $0) }))
      } else if let quality {
        reports.set(.rssi, 0 &- Int64(clamping: quality))
      }
    }
  }

  /// Reads the values behind a record in binary: by the list of keys in front of them, or by the
  /// one that an operator entered. Without a list there are none.
  static func customValues(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    if frame.peek() == UInt8(ascii: "%"), frame.peek(1) == UInt8(ascii: "C") {
      try customValues(frame.text("list of values", to: 0), &frame, &reports)
    } else if let form = context.settings.options["form"] {
      try customValues(form.utf8Span.span, &frame, &reports)
    }
  }

  private static func customValues(
    _ list: Span<UInt8>, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var cell = Cell()
    var keys = FieldReader(list)
    while !keys.isAtEnd {
      let key = keys.text("key", to: UInt8(ascii: "%"))
      // How long the value of an unknown key is nobody knows; other servers take it for nothing.
      guard !key.equals("CI"), let value = ATrackValue.named(key) else { continue }
      guard value.bytes > 0 else {
        let text = frame.text(value.name, to: 0)
        if case .text(let attribute) = value.binary { reports.set(attribute, text: text) }
        continue
      }
      guard value.bytes <= 4 else {
        try frame.skip(value.name, value.bytes)
        continue
      }
      let number = try frame.unsigned(value.name, bytes: value.bytes)
      set(value.binary, number, &cell, &reports)
    }
    if cell.cell == 0 { cell.cell = nil }
    cell.finish(&reports)
  }

  /// Reads the values behind a record as text.
  static func customTexts(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    if frame.next(to: UInt8(ascii: ","), { $0.starts(with: "%CI") }) {
      try customTexts(frame.text("list of values"), &frame, &reports)
    } else if let form = context.settings.options["form"] {
      try customTexts(form.utf8Span.span, &frame, &reports)
    }
    frame.skipRest("other values")
  }

  private static func customTexts(
    _ list: Span<UInt8>, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var cell = Cell()
    var keys = FieldReader(list)
    while !keys.isAtEnd, !frame.isAtEnd {
      let key = keys.text("key", to: UInt8(ascii: "%"))
      guard key.count > 0, !key.equals("CI") else { continue }
      guard let value = ATrackValue.named(key) else {
        frame.skipText("value")
        continue
      }
      let text = withoutEnd(frame.text(value.name))
      guard text.count > 0 else { continue }
      switch value.text {
      case .ignored: break
      case .text(let attribute): reports.set(attribute, text: text)
      case .beacons: beacons(text, &reports)
      case .network:
        // Three digits of the country, and the rest.
        if text.isDigits, text.count > 3 {
          cell.country = TextNumber.digits(text.extracting(0..<3)).map { UInt64($0) }
          cell.network = TextNumber.digits(text.extracting(droppingFirst: 3)).map { UInt64($0) }
        }
      default:
        if let number = TextNumber.integer(text) {
          set(value.text, UInt64(bitPattern: number), &cell, &reports)
        } else if let number = TextNumber.decimal(text) {
          set(value.text, decimal: number, &reports)
        }
      }
    }
    cell.finish(&reports)
  }

  /// Values may end with the character 1A.
  @_lifetime(copy text)
  private static func withoutEnd(_ text: Span<UInt8>) -> Span<UInt8> {
    guard text.count > 0, text[text.count - 1] == 0x1A else { return text }
    return text.extracting(0..<text.count - 1)
  }

  /// Sets what a number means; numbers with a sign come in two's complement.
  private static func set(
    _ meaning: ATrackValue.Meaning, _ number: UInt64, _ cell: inout Cell,
    _ reports: inout Reports
  ) {
    let value = Int64(bitPattern: number)
    switch meaning {
    case .number(let key, let factor, let offset):
      if factor == 1 {
        reports.set(key, value &+ offset)
      } else {
        reports.set(key, rounded(Double(value) * factor))
      }
    case .flag(let key): reports.set(key, value > 0)
    case .alarm(let alarm): if value > 0 { reports.raise(alarm) }
    case .altitude: reports.current.location.altitude = Double(value)
    case .hours: reports.set(.engineHours, value &* 360_000)
    case .cell: cell.cell = number
    case .area: cell.area = number
    case .network: cell.set(codes: number)
    case .signalQuality: cell.quality = number
    case .ignored, .text, .beacons: break
    }
  }

  /// Sets what a number with decimals means, as some firmwares send it.
  private static func set(
    _ meaning: ATrackValue.Meaning, decimal number: Double, _ reports: inout Reports
  ) {
    switch meaning {
    case .number(let key, let factor, let offset):
      reports.set(key, rounded(number * factor) + Double(offset))
    case .altitude: reports.current.location.altitude = number
    case .hours:
      if let hours = Int64(exactly: (number * 360_000).rounded()) {
        reports.set(.engineHours, hours)
      }
    case .ignored, .text, .flag, .alarm, .cell, .area, .network, .signalQuality, .beacons: break
    }
  }

  /// A product of a decimal factor without what the binary form of the factor adds: 127 times 0.1
  /// is 12.7.
  private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

  // MARK: Beacons

  /// Reads beacons: mode, mask and entries, or entries with lengths of their own.
  private static func beacons(_ text: Span<UInt8>, _ reports: inout Reports) {
    var parts = FieldReader(text)
    let colon = UInt8(ascii: ":")
    let first = parts.text("mode", to: colon)
    guard !parts.isAtEnd else { return lengthBeacons(first, &reports) }
    guard let mode = TextNumber.digits(first),
      let mask = TextNumber.digits(parts.text("mask", to: colon))
    else { return }
    var entries = HexDigits(parts.textRest("entries"))
    var index = 0
    while entries.remaining > 0, index < 255 {
      index += 1
      let before = entries.remaining
      guard beacon(mode, mask, index, &entries, &reports), entries.remaining < before else {
        return
      }
    }
  }

  /// Reads an entry; false if it is cut off.
  private static func beacon(
    _ mode: Int, _ mask: Int, _ index: Int, _ entries: inout HexDigits, _ reports: inout Reports
  ) -> Bool {
    if mask & 0x80 != 0 {
      guard let address = entries.text(6) else { return false }
      reports.set(AttributeKey(text: "tag\(index)Id"), text: address)
    }
    var sensor: UInt64 = 0
    if mask & 0x40 != 0 {
      guard let value = entries.number(mode == 4 ? 1 : 2) else { return false }
      if mode == 2 { reports.set(AttributeKey(text: "tag\(index)Battery"), value) }
      if mode == 3 { reports.set(AttributeKey(text: "tag\(index)Humidity"), value) }
      sensor = value
    }
    if mask & 0x20 != 0 {
      if mode == 4 {
        let lengths: [UInt64: UInt64] = [1: 11, 2: 2, 3: 6, 4: 11, 5: 10]
        guard entries.skip(lengths[sensor] ?? 0) else { return false }
      } else {
        guard let value = entries.number(2) else { return false }
        if mode != 1 { reports.set(AttributeKey(text: "tag\(index)Temp"), value) }
      }
    }
    if mask & 0x10 != 0, mode != 3 {
      guard entries.skip(mode == 4 ? 9 : 1) else { return false }
    }
    if mask & 0x08 != 0, mode != 4 {
      guard let value = entries.number(1) else { return false }
      reports.set(AttributeKey(text: "tag\(index)Rssi"), value)
    }
    return mask & 0x04 == 0 || mode != 3 || entries.skip(2)
  }

  /// Reads entries that begin with a length and a type.
  private static func lengthBeacons(_ text: Span<UInt8>, _ reports: inout Reports) {
    var entries = HexDigits(text)
    var index = 0
    while let length = entries.number(1), length >= 7, index < 255 {
      index += 1
      guard let type = entries.number(1), entries.skip(6) else { return }
      var data = length &- 7
      if type == 0xE0, data >= 2, let raw = entries.number(2) {
        data &-= 2
        let degrees = Double(Int16(truncatingIfNeeded: raw)) / 100
        reports.set(AttributeKey(text: "tag\(index)Temp"), degrees)
      }
      guard entries.skip(data) else { return }
    }
  }
}

/// Reads numbers from hexadecimal digits, two to a byte.
private struct HexDigits: ~Copyable, ~Escapable {
  private let text: Span<UInt8>
  private var offset = 0

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// How many bytes are left.
  var remaining: Int { (text.count - offset) / 2 }

  /// A number of so many bytes, most significant first; nil if it is not there.
  mutating func number(_ bytes: UInt8) -> UInt64? {
    let count = 2 * Int(bytes)
    guard count <= text.count - offset,
      let value = TextNumber.hexadecimal(text.extracting(offset..<offset + count))
    else { return nil }
    offset += count
    return value
  }

  /// The digits of so many bytes, with small letters; nil if they are not there.
  mutating func text(_ bytes: UInt8) -> String? {
    let count = 2 * Int(bytes)
    guard count <= text.count - offset else { return nil }
    let digits = text.extracting(offset..<offset + count)
    offset += count
    return digits.asciiString?.lowercased()
  }

  /// Moves over so many bytes.
  mutating func skip(_ bytes: UInt64) -> Bool {
    guard bytes <= UInt64(clamping: remaining) else { return false }
    offset &+= 2 &* Int(truncatingIfNeeded: bytes)
    return true
  }
}
