import Telemetry

/// What the elements of messages mean, each a number and a value: a maker's list as one text.
///
/// A line is: number | name | form | profiles. The number is decimal. The name is that of an
/// attribute, `!` and an alarm, or `@` and a word of the protocol for what is more than a value.
/// The form is a letter, a number of bytes if it is not the element's own, and a scale: `u` a
/// number, `i` one with sign, `b` whether it is not 0, `o` whether it is 1, `d` a number as text,
/// `x` hexadecimal digits; `*2` multiplies and `/10` divides. Behind `u` of an alarm `>0` or `=1`
/// says when it is raised. A line with profiles is for these only, and replaces one without.
struct ElementTable<Special: RawRepresentable & Sendable>: Sendable
where Special.RawValue == String {
  /// For each number where its element stands; -1 for none.
  private var places: [Int16] = []
  private var elements: [Element<Special>] = []
  /// How many lines are of the form above (a test counts the others).
  private(set) var count = 0

  /// Reads a table for some profiles.
  init(_ text: String, profiles: Set<String> = []) {
    for line in text.split(separator: "\n") {
      let columns = line.split(separator: "|").map { column in
        column.split(separator: " ").map(String.init)
      }
      guard (3...4).contains(columns.count), columns[0].count == 1,
        let number = Int(columns[0][0]), (0...0xFFFF).contains(number), columns[1].count == 1,
        columns[2].count == 1, let element = Element<Special>(columns[1][0], columns[2][0])
      else { continue }
      count += 1
      if columns.count == 3 || !profiles.isDisjoint(with: columns[3]) { add(element, number) }
    }
  }

  private mutating func add(_ element: Element<Special>, _ number: Int) {
    if number >= places.count {
      places.append(contentsOf: repeatElement(-1, count: number + 1 - places.count))
    }
    let place = Int(places[number])
    if place < 0 {
      places[number] = Int16(clamping: elements.count)
      elements.append(element)
    } else if !elements[place].join(element) {
      elements[place] = element
    }
  }

  /// The element of a number; nil if the table does not have it.
  subscript(_ number: Int) -> Element<Special>? {
    guard number >= 0, number < places.count, places[number] >= 0 else { return nil }
    return elements[Int(places[number])]
  }
}

/// What one element means.
struct Element<Special: RawRepresentable & Sendable>: Sendable where Special.RawValue == String {
  enum Form: Sendable {
    case number, signed, isSet, isOne, decimalText, hexadecimal
    /// Alarms and the values that raise them; nil stands for every value but 0.
    case alarms([(value: UInt64?, alarm: Alarm)])
    case special(Special)
  }

  let name: String
  let key: AttributeKey
  let form: Form
  /// How many bytes are read; 0 for as many as the value has.
  let bytes: Int
  private let factor: Int64
  private let divisor: Double

  /// Reads name and form of a line; nil if they are of another form.
  init?(_ title: String, _ text: String) {
    var scanner = FormScanner(text)
    guard let letter = scanner.letter() else { return nil }
    bytes = scanner.number() ?? 0
    name = title.first == "@" || title.first == "!" ? String(title.dropFirst()) : title
    key = AttributeKey(text: name)
    if title.first == "!" {
      guard let alarm = Alarm(rawValue: name), letter == "u" else { return nil }
      if scanner.sign(">") {
        guard scanner.number() == 0 else { return nil }
        form = .alarms([(nil, alarm)])
      } else {
        guard scanner.sign("="), let value = scanner.number() else { return nil }
        form = .alarms([(UInt64(value), alarm)])
      }
    } else if title.first == "@" {
      guard let special = Special(rawValue: name) else { return nil }
      form = .special(special)
    } else {
      guard let form = Self.forms[letter] else { return nil }
      self.form = form
    }
    factor = scanner.sign("*") ? Int64(scanner.number() ?? 0) : 1
    divisor = scanner.sign("/") ? Double(scanner.number() ?? 0) : 1
    var mostBytes = 8
    if case .special = form { mostBytes = Self.longestSpecial }
    guard scanner.isAtEnd, bytes <= mostBytes, factor > 0, divisor > 0 else { return nil }
  }

  /// The most bytes of what is more than a value.
  private static var longestSpecial: Int { 64 }

  private static var forms: [Character: Form] {
    ["u": .number, "i": .signed, "b": .isSet, "o": .isOne, "d": .decimalText, "x": .hexadecimal]
  }

  private init(_ other: Self, _ form: Form) {
    name = other.name
    key = other.key
    self.form = form
    bytes = other.bytes
    factor = other.factor
    divisor = other.divisor
  }

  /// Adds the alarms of another line for the same number, if both have alarms.
  mutating func join(_ other: Self) -> Bool {
    guard case .alarms(let own) = form, case .alarms(let more) = other.form else { return false }
    self = Self(self, .alarms(own + more))
    return true
  }

  /// Sets the attribute, or raises the alarm, for a value of so many bytes. What is special is the
  /// protocol's own.
  func set(_ raw: UInt64, bytes width: Int, _ reports: inout Reports) {
    switch form {
    case .number: scale(Int64(truncatingIfNeeded: raw), &reports)
    case .signed: scale(Self.signed(raw, width), &reports)
    case .isSet: reports.set(key, raw != 0)
    case .isOne: reports.set(key, raw == 1)
    case .decimalText: reports.set(key, text: String(Int64(truncatingIfNeeded: raw)))
    case .hexadecimal: reports.set(key, hexadecimal: raw, bytes: width)
    case .alarms(let alarms):
      for entry in alarms where entry.value == raw || (entry.value == nil && raw != 0) {
        reports.raise(entry.alarm)
      }
    case .special: return
    }
  }

  private func scale(_ value: Int64, _ reports: inout Reports) {
    if divisor == 1 {
      reports.set(key, value &* factor)
    } else {
      reports.set(key, Double(value) * Double(factor) / divisor)
    }
  }

  private static func signed(_ raw: UInt64, _ width: Int) -> Int64 {
    guard (1...8).contains(width) else { return 0 }
    let shift = 64 - 8 * width
    return Int64(bitPattern: raw << UInt64(shift)) >> Int64(shift)
  }
}

/// Reads the form of an element from front to back.
private struct FormScanner {
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func letter() -> Character? {
    guard let first = rest.first, first.isLetter else { return nil }
    return rest.removeFirst()
  }

  mutating func sign(_ sign: Character) -> Bool {
    guard rest.first == sign else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number() -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits.count <= 9 ? Int(digits) : nil
  }
}

extension AttributeKey {
  /// The name `io…` of an element that has no other; numbers above 32767 are words of their own.
  static func element(_ number: Int) -> AttributeKey {
    number <= Int(Int16.max) ? .io(number) : AttributeKey(text: "io\(number)")
  }
}

extension Reports {
  /// Sets an attribute to a number as hexadecimal digits, lower case, two for each byte.
  mutating func set(_ key: AttributeKey, hexadecimal number: UInt64, bytes width: Int) {
    guard (0...8).contains(width) else { return }
    var digits = InlineArray<16, UInt8>(repeating: 0)
    for index in 0..<2 * width {
      let nibble = UInt8(truncatingIfNeeded: number >> UInt64(4 * (2 * width - 1 - index))) & 15
      digits[index] = nibble < 10 ? 48 + nibble : 87 + nibble
    }
    set(key, text: digits.span.extracting(0..<2 * width))
  }
}
