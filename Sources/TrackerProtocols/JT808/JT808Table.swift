import Telemetry
import Wire

/// What items hold, by their numbers: the tables of the standard and of makers as data.
///
/// A line is: numbers (hexadecimal) | length | models | steps. A length is a number of bytes, `8+`
/// for at least so many, `7x` for one or more times so many, `8a` for what is behind the first
/// four bytes being such a multiple, `*` for any. Models are `*` or names of
/// ``JT808Model``. The first line that fits is the item's.
struct JT808Table: Sendable {
  enum Length: Sendable, Equatable {
    case any
    case exactly(Int)
    case atLeast(Int)
    case multiple(Int)
    case multipleBehindFour(Int)

    init?(_ text: Substring) {
      guard text != "*" else {
        self = .any
        return
      }
      guard let number = Int(text.prefix { $0.isNumber }), number > 0 else { return nil }
      switch text.drop(while: \.isNumber) {
      case "": self = .exactly(number)
      case "+": self = .atLeast(number)
      case "x": self = .multiple(number)
      case "a": self = .multipleBehindFour(number)
      default: return nil
      }
    }

    func fits(_ count: Int) -> Bool {
      switch self {
      case .any: true
      case .exactly(let number): count == number
      case .atLeast(let number): count >= number
      case .multiple(let number): count > 0 && count.isMultiple(of: number)
      case .multipleBehindFour(let number):
        count >= 4 + number && (count - 4).isMultiple(of: number)
      }
    }
  }

  /// A line of the table.
  struct Row: Sendable {
    let length: Length
    let models: [JT808Model]
    let steps: [JT808Step]
  }

  private let rows: [UInt16: [Row]]
  /// How many lines are of the form above.
  let count: Int

  /// Reads a table; lines that are none of its form are left out (a test counts them).
  init(_ text: String) {
    var rows: [UInt16: [Row]] = [:]
    var count = 0
    for line in text.split(separator: "\n") {
      let columns = line.split(separator: "|").map { column in
        column.split(separator: " ").filter { !$0.isEmpty }
      }
      guard columns.count == 4, columns[1].count == 1, let length = Length(columns[1][0]) else {
        continue
      }
      let numbers = columns[0].compactMap { UInt16($0, radix: 16) }
      let models =
        columns[2] == ["*"] ? [] : columns[2].compactMap { JT808Model(rawValue: String($0)) }
      let steps = columns[3].compactMap { JT808Step($0) }
      guard numbers.count == columns[0].count, steps.count == columns[3].count,
        columns[2] == ["*"] || models.count == columns[2].count
      else { continue }
      count += 1
      for number in numbers {
        rows[number, default: []].append(Row(length: length, models: models, steps: steps))
      }
    }
    self.rows = rows
    self.count = count
  }

  /// The line for an item; nil if there is none.
  func row(_ number: UInt16, _ count: Int, _ model: JT808Model?) -> Row? {
    guard let candidates = rows[number] else { return nil }
    for row in candidates where row.length.fits(count) {
      if row.models.isEmpty { return row }
      if let model, row.models.contains(model) { return row }
    }
    return nil
  }
}

/// A step of reading an item: a plain field, or something that is more than that.
enum JT808Step: Sendable {
  case field(JT808Field)
  case special(JT808.Special)

  init?(_ text: some StringProtocol) {
    if text.hasPrefix("@") {
      guard let special = JT808.Special(rawValue: String(text.dropFirst())) else { return nil }
      self = .special(special)
    } else {
      guard let field = JT808Field(text) else { return nil }
      self = .field(field)
    }
  }
}

/// Models that change the meaning of fields and cannot be told from the wire.
enum JT808Model: String, Sendable {
  /// AOVX AL300, GL100.
  case aovx
  /// AOVX VL300.
  case vl300
  /// G-360P, G-508P.
  case padlock
  /// Micodus MV710G, MV810G.
  case micodus
  case g1c
  case dt800
  /// Jimi JC371, JC181, JC182, JC450, JC451.
  case jimi
  /// Other models whose names start with JC; only their commands are different.
  case camera
  /// C5, C5L.
  case c5
  case bsj
  case w15l

  /// The family of the model that the operator entered; nil if none matters.
  init?(_ settings: DeviceSettings) {
    guard let name = settings.model?.uppercased() else { return nil }
    if let model = Self.names[name] {
      self = model
    } else if name.hasPrefix("JC") {
      self = .camera
    } else {
      return nil
    }
  }

  private static let names: [String: JT808Model] = [
    "AL300": .aovx, "GL100": .aovx, "VL300": .vl300, "G-360P": .padlock, "G-508P": .padlock,
    "MV710G": .micodus, "MV810G": .micodus, "G1C PRO": .g1c, "DT800": .dt800, "JC371": .jimi,
    "JC181": .jimi, "JC182": .jimi, "JC450": .jimi, "JC451": .jimi, "C5": .c5, "C5L": .c5,
    "BSJ": .bsj, "W15L": .w15l,
  ]
}
