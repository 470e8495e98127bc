import Telemetry
import Wire

/// What a field of a binary record is, as a line of a maker's list says it:
/// bytes | name | meaning.
///
/// The bytes are a number, or `n` for one byte that says how many follow, `N` for two. The meaning
/// is `-`, or `@` and a word of the protocol for what is read by hand, or an attribute with what
/// is done to the number:
///
///     signed  it has a sign          *1      one of several, the first has this number
///     float   IEEE 754               x1000   multiplied
///     <65500  nothing from here on   /10     divided
///     !FFFF   these bits are nothing
///     >=0     nothing below zero
struct TableField<Special: RawRepresentable & Sendable>: Sendable
where Special.RawValue == String {
  /// How many bytes a value has.
  enum Size: Sendable {
    case fixed(Int)
    case counted
    case countedWide
  }

  /// What becomes of a value.
  enum Meaning: Sendable {
    case ignored
    case value(TableValue)
    case special(Special)
  }

  /// The field's name in an explanation.
  let name: String
  let size: Size
  let meaning: Meaning

  /// Reads a line; nil if it is of another form.
  ///
  /// - Parameter place: which of several of its kind it is, from 0.
  init?(_ columns: ArraySlice<[String]>, place: Int = 0) {
    guard columns.count == 3, let bytes = columns.first?.first, let meaning = columns.last,
      let word = meaning.first
    else { return nil }
    name = columns[columns.startIndex + 1].joined(separator: " ")
    switch bytes {
    case "n": size = .counted
    case "N": size = .countedWide
    default:
      guard let count = Int(bytes), count > 0 else { return nil }
      size = .fixed(count)
    }
    if word == "-" {
      self.meaning = .ignored
    } else if word.hasPrefix("@") {
      guard let special = Special(rawValue: String(word.dropFirst())) else { return nil }
      self.meaning = .special(special)
    } else {
      guard let value = TableValue(word, meaning.dropFirst(), place) else { return nil }
      self.meaning = .value(value)
    }
  }

  /// How many bytes a value has that says it itself in its first bytes.
  func count(_ frame: inout FieldReader) throws(DecodeError) -> Int {
    switch size {
    case .fixed(let count): count
    case .counted: Int(try frame.u8("length"))
    case .countedWide: Int(try frame.u16("length", .little))
    }
  }
}

/// A number that becomes an attribute.
struct TableValue: Sendable {
  let key: AttributeKey
  private var isSigned = false
  private var isFloat = false
  private var isPositive = false
  private var multiplier: Int64 = 1
  private var divisor = 1.0
  /// From this number on it is nothing.
  private var limit = UInt64.max
  /// The bits that stand for nothing.
  private var nothing: UInt64?

  /// Reads an attribute's name and what is done to the number; nil if a word is not known.
  init?(_ name: String, _ words: ArraySlice<String>, _ place: Int) {
    var key = AttributeKey(text: name)
    for word in words {
      let rest = String(word.dropFirst())
      switch (word, word.first) {
      case ("signed", _): isSigned = true
      case ("float", _): isFloat = true
      case (">=0", _): isPositive = true
      case (_, "*"):
        guard let first = Int(rest) else { return nil }
        key =
          Vocabulary.key(named: name + String(first + place))
          ?? AttributeKey(name, first + place)
      case (_, "x"):
        guard let number = Int64(rest) else { return nil }
        multiplier = number
      case (_, "/"):
        guard let number = Double(rest), number > 0 else { return nil }
        divisor = number
      case (_, "<"):
        guard let number = UInt64(rest) else { return nil }
        limit = number
      case (_, "!"):
        guard let number = UInt64(rest, radix: 16) else { return nil }
        nothing = number
      default: return nil
      }
    }
    self.key = key
  }

  /// Reads the number, least significant byte first, and sets the attribute.
  func read(
    _ name: String, bytes count: Int, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if isFloat {
      // With the precision that the number came with: more digits would not be the unit's.
      let single = Float(try frame.float32(name, .little)) * Float(multiplier)
      let value = Double(single) / divisor
      if value.isFinite, value >= 0 || !isPositive { reports.set(key, value) }
      return
    }
    let bits = try frame.unsigned(name, bytes: count, .little)
    guard bits < limit, bits != nothing else { return }
    let unused = UInt64(64 - 8 * count)
    let value =
      isSigned ? Int64(bitPattern: bits << unused) >> Int64(unused) : Int64(clamping: bits)
    if divisor == 1 {
      reports.set(key, value &* multiplier)
    } else {
      let scaled = Double(value) * Double(multiplier) / divisor
      frame.note("\(scaled)")
      reports.set(key, scaled)
    }
  }
}

/// The fields of records by their numbers: numbers | bytes | name | meaning, a line each.
struct FieldTable<Special: RawRepresentable & Sendable>: Sendable
where Special.RawValue == String {
  /// The fields from number 0 on; nil for numbers that there are not.
  let fields: [TableField<Special>?]
  /// How many lines are of the form above (a test counts the others).
  let count: Int

  /// Reads a table whose numbers have a radix, up to 255.
  init(_ text: String, radix: Int) {
    var fields = [TableField<Special>?](repeating: nil, count: 256)
    var count = 0
    for line in text.split(separator: "\n") {
      let columns = Self.columns(line)
      guard columns.count == 4, let numbers = columns[0].first.flatMap({ Self.range($0, radix) })
      else { continue }
      var isSound = true
      for number in numbers {
        fields[number] = TableField(columns[1...], place: number - numbers.lowerBound)
        isSound = isSound && fields[number] != nil
      }
      if isSound { count += 1 }
    }
    self.fields = fields
    self.count = count
  }

  /// The words in the columns of a line.
  static func columns(_ line: Substring) -> [[String]] {
    line.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
  }

  /// A number, or two with a hyphen between them.
  private static func range(_ text: String, _ radix: Int) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-").compactMap { Int($0, radix: radix) }
    guard let first = ends.first, let last = ends.last, 0 <= first, first <= last, last < 256
    else { return nil }
    return first...last
  }
}
