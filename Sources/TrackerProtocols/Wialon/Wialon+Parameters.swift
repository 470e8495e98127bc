import Telemetry
import Wire

extension Wialon {
  /// Reads parameters `name:kind:value` with commas between them.
  static func parameters(
    _ list: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var cells = WialonCells()
    while !list.isAtEnd {
      var item = list.group("parameter")
      guard let nameCount = nameCount(item.frame.extracting(item.offset..<item.end)) else {
        item.skipRest("not a parameter")
        continue
      }
      let name = try item.text("name", count: nameCount)
      try item.skip("kind", 3)
      let value = item.textRest("value")
      guard value.count > 0 else { continue }
      if let part = WialonCells.Part(name) {
        cells.note(part, value)
        set(part.key, value, &reports)
      } else {
        set(name, value, &reports)
      }
    }
    cells.report(&reports)
  }

  /// How many bytes the name has: the last `:1:`, `:2:` or `:3:` stands behind it, because a name
  /// may hold colons.
  private static func nameCount(_ item: Span<UInt8>) -> Int? {
    let colon = UInt8(ascii: ":")
    var index = item.count - 3
    while index > 0 {
      if item[index] == colon, item[index + 2] == colon,
        (UInt8(ascii: "1")...UInt8(ascii: "3")).contains(item[index + 1])
      {
        return index
      }
      index -= 1
    }
    return nil
  }

  /// Sets what a parameter means; most are attributes of their own names.
  private static func set(_ name: Span<UInt8>, _ value: Span<UInt8>, _ reports: inout Reports) {
    let name = lowercased(name)
    let number = TextNumber.decimal(value)
    let integer = number.flatMap { Int64(exactly: $0.rounded()) }
    switch name {
    case "accuracy":
      if let number, reports.current.hasLocation { reports.current.location.accuracy = number }
    case "bat":
      if let integer {
        reports.set(.batteryLevel, integer)
      } else {
        reports.set("bat", text: value)
      }
    case "temp":
      if let integer { reports.set(.deviceTemp, integer) } else { reports.set("temp", text: value) }
    default: set(AttributeKey(text: name), value, &reports)
    }
  }

  /// Sets an attribute whose type the value decides: the device's own word for it is often wrong.
  private static func set(_ key: AttributeKey, _ value: Span<UInt8>, _ reports: inout Reports) {
    if let number = TextNumber.scientific(value) {
      reports.set(key, number)
    } else if equals(value, "true") || equals(value, "false") {
      reports.set(key, equals(value, "true"))
    } else {
      reports.set(key, text: value)
    }
  }

  /// Whether a text is a word, in capital letters or not.
  private static func equals(_ text: Span<UInt8>, _ word: String) -> Bool {
    guard text.count == word.utf8.count else { return false }
    var index = 0
    for byte in word.utf8 {
      guard text[index] | 0x20 == byte else { return false }
      index &+= 1
    }
    return true
  }

  private static func lowercased(_ text: Span<UInt8>) -> String {
    for index in text.indices where text[index] >= 0x80 || (65...90).contains(text[index]) {
      return text.string.lowercased()
    }
    return text.string
  }
}

/// Cells whose numbers come as parameters `mcc`, `mnc`, `lac` and `cell_id`, for further cells with
/// a digit behind the name.
struct WialonCells {
  /// One of the four numbers of a cell.
  struct Part {
    /// Country, network, area or cell.
    let field: Int
    /// 0 for the cell without a digit.
    let cell: Int

    /// Nil if the name is none of these.
    init?(_ name: Span<UInt8>) {
      guard name.count >= 3, let field = Self.names.firstIndex(where: { name.starts(with: $0) })
      else { return nil }
      let rest = name.extracting(droppingFirst: Self.names[field].utf8.count)
      guard rest.count <= 1, let cell = rest.count == 0 ? 0 : TextNumber.digit(rest[0]),
        rest.count == 0 || cell > 0
      else { return nil }
      self.field = field
      self.cell = cell
    }

    init(field: Int, cell: Int) {
      self.field = field
      self.cell = cell
    }

    /// The attribute that it is unless the cell is whole.
    var key: AttributeKey { AttributeKey(Self.names[field], cell == 0 ? nil : cell) }

    static let names = ["mcc", "mnc", "lac", "cell_id"]
  }

  /// The cell without a digit and those with 1 to 9.
  private static let mostCells = 10
  private var numbers = InlineArray<40, Int64>(repeating: -1)
  private var isEmpty = true

  /// Remembers a number.
  mutating func note(_ part: Part, _ value: Span<UInt8>) {
    guard let number = TextNumber.integer(value), number >= 0 else { return }
    numbers[part.cell &* 4 &+ part.field] = number
    isEmpty = false
  }

  /// Adds the cells that are whole; their numbers are no attributes then, but for that of the cell.
  func report(_ reports: inout Reports) {
    guard !isEmpty else { return }
    for cell in 0..<Self.mostCells {
      let isWhole = (0..<4).allSatisfy { numbers[cell &* 4 &+ $0] >= 0 }
      guard isWhole else {
        if cell == 0 { continue }
        return
      }
      reports.add(
        CellTower(
          mobileCountryCode: UInt32(clamping: numbers[cell &* 4]),
          mobileNetworkCode: UInt32(clamping: numbers[cell &* 4 &+ 1]),
          locationAreaCode: UInt32(clamping: numbers[cell &* 4 &+ 2]),
          cellIdentifier: UInt64(clamping: numbers[cell &* 4 &+ 3])))
      for field in 0..<3 { reports.remove(Part(field: field, cell: cell).key) }
    }
  }
}
