import Telemetry
import Wire

/// What one kind of message holds, and how it is answered. One object for each row of the table, so
/// that to pass it on copies nothing.
final class GT06Layout: Sendable {
  /// How a message is answered.
  enum Answer: String, Sendable {
    /// Not at all.
    case none = "-"
    /// With the type and serial number of the message.
    case short = "R"
    /// The same with a length of two bytes.
    case long = "L"
    /// A step writes the answer.
    case own
  }

  /// When a row of the table applies.
  enum Condition: Sendable, Equatable {
    case always
    case length(Int)
    case lengthFrom(Int)
    case model(GT06Model)
    /// The content starts with this number.
    case starts(UInt16)
  }

  let title: String
  let condition: Condition
  let steps: [GT06Step]
  let answer: Answer
  /// Whether its records carry the message type, and may have more behind what is described.
  let isTyped: Bool

  init(title: String, condition: Condition = .always, steps: [GT06Step], answer: Answer) {
    self.title = title
    self.condition = condition
    self.steps = steps
    self.answer = answer
    isTyped = steps.first == .place(.typed)
  }

  /// Messages that nobody describes: short ones are answered, or the unit connects anew.
  static let unknownShort = GT06Layout(
    title: "message that is not decoded", steps: [.other(.rest)], answer: .short)
  static let unknownLong = GT06Layout(
    title: "message that is not decoded", steps: [.other(.rest)], answer: .none)

  /// The layout of a message.
  static func find(
    _ header: GT06Header, _ model: GT06Model?, _ start: UInt16
  ) -> GT06Layout {
    for layout in tables[Int(header.type) * 2 + (header.isLong ? 1 : 0)] {
      let applies =
        switch layout.condition {
        case .always: true
        case .length(let length): header.length == length
        case .lengthFrom(let length): header.length >= length
        case .model(let wanted): model == wanted
        case .starts(let number): start == number
        }
      if applies { return layout }
    }
    return header.isLong ? unknownLong : unknownShort
  }

  /// The layouts by type and header, two places for each type.
  private static let tables: [[GT06Layout]] = {
    var tables = [[GT06Layout]](repeating: [], count: 512)
    for row in rows(GT06.layoutTable) {
      for isLong in row.headers {
        tables[Int(row.type) * 2 + (isLong ? 1 : 0)].append(row.layout)
      }
    }
    return tables
  }()

  /// A row of the table.
  struct Row {
    var type: UInt8
    var headers: [Bool]
    var layout: GT06Layout
  }

  /// Reads the table; lines that are none of its form are left out (a test counts them).
  static func rows(_ table: String) -> [Row] {
    table.split(separator: "\n").compactMap { row(of: $0) }
  }

  private static func row(of line: Substring) -> Row? {
    let columns = line.split(separator: "|").map { String($0.trimmedOfBlanks) }
    guard columns.count == 4, let answer = Answer(rawValue: columns[3]) else { return nil }
    let words = columns[0].split(separator: " ")
    guard words.count == 3, let type = number(words[0]).flatMap(UInt8.init(exactly:)),
      let headers = ["s": [false], "l": [true], "*": [false, true]][words[1]],
      let condition = condition(words[2])
    else { return nil }
    let words2 = columns[2].split(separator: " ")
    let steps = words2.compactMap { GT06Step($0) }
    guard steps.count == words2.count else { return nil }
    return Row(
      type: type, headers: headers,
      layout: GT06Layout(title: columns[1], condition: condition, steps: steps, answer: answer))
  }

  private static func number(_ text: Substring) -> Int? { Int(text, radix: 16) }

  private static func condition(_ text: Substring) -> Condition? {
    if text == "-" { return .always }
    let parts = text.split(separator: "=")
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "len": return number(parts[1]).map(Condition.length)
    case "len>": return number(parts[1]).map(Condition.lengthFrom)
    case "model": return GT06Model(rawValue: String(parts[1])).map(Condition.model)
    case "starts": return number(parts[1]).flatMap(UInt16.init(exactly:)).map(Condition.starts)
    default: return nil
    }
  }
}

extension Substring {
  /// Without blanks at both ends.
  fileprivate var trimmedOfBlanks: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text = text.dropLast() }
    return text
  }
}

/// A step of a layout: a word, or a plain field.
enum GT06Step: Sendable, Equatable {
  case field(GT06Field)
  case place(GT06.PlaceStep)
  case cell(GT06.CellStep)
  case cells(GT06.CellListStep)
  case status(GT06.StatusStep)
  case value(GT06.ValueStep)
  case other(GT06.OtherStep)

  init?(_ text: some StringProtocol) {
    let word = String(text)
    if let field = GT06Field(word) {
      self = .field(field)
    } else if let step = GT06.PlaceStep(rawValue: word) {
      self = .place(step)
    } else if let step = GT06.CellStep(rawValue: word) {
      self = .cell(step)
    } else if let step = GT06.CellListStep(rawValue: word) {
      self = .cells(step)
    } else if let step = GT06.StatusStep(rawValue: word) {
      self = .status(step)
    } else if let step = GT06.ValueStep(rawValue: word) {
      self = .value(step)
    } else if let step = GT06.OtherStep(rawValue: word) {
      self = .other(step)
    } else {
      return nil
    }
  }
}

/// Families of models that change the meaning of fields and cannot be told from the wire.
enum GT06Model: String, Sendable {
  /// LW4G and its relatives.
  case lw
  case seeworld
  case r11
  /// NT11, NT20, NT26, NT40, NT46, VL100, XT40.
  case nt
  /// G18, VL103, LL303, VL512.
  case vl
  case qh302r
  /// Only its commands are different.
  case g109

  /// The family of the model that the operator entered; nil if none matters.
  init?(_ settings: DeviceSettings) {
    guard let name = settings.model else { return nil }
    self.init(name: name)
  }

  /// The family of a model's name, in any case.
  init?(name: String) {
    let name = name.uppercased()
    if name.hasPrefix("LW") {
      self = .lw
    } else if let model = Self.names[name] {
      self = model
    } else {
      return nil
    }
  }

  private static let names: [String: GT06Model] = [
    "SEEWORLD": .seeworld, "R11": .r11, "NT11": .nt, "NT20": .nt, "NT26": .nt, "NT40": .nt,
    "NT46": .nt, "VL100": .nt, "XT40": .nt, "G18": .vl, "VL103": .vl, "LL303": .vl, "VL512": .vl,
    "QH302R": .qh302r, "G109": .g109,
  ]
}
