import Telemetry
import Wire

/// A field of a message as text, such as `power:d5?/1000`: a name, a colon and a ``GL200Form``.
///
/// Behind it may stand `/1000` or `*1000` (divide, multiply; the result is a number with fraction),
/// `*100i` (a whole number), `=` (whether it is 1), `>` (whether it is above 0), `"` (keep the
/// text), or one of the words of ``Reading`` behind `@`. A name that starts with `_` is read past.
/// It is an object, so that to pass it on copies nothing.
final class GL200Field: Sendable {
  /// How a text becomes a value, where that is more than a number.
  enum Reading: String, Sendable {
    /// The text itself.
    case text
    /// A whole number.
    case whole
    /// A number with or without fraction.
    case fraction
    /// A hexadecimal number.
    case hexadecimal
    /// Whether it is 1.
    case isOne
    /// Whether it is above 0.
    case isPositive
    /// `hhhhh:mm:ss` in milliseconds.
    case clock
    /// Hours with a fraction, in milliseconds.
    case hours
    /// A letter for the unit in front of the number.
    case lettered
    /// As lettered, but only litres per hour count: `L/H`.
    case litresPerHour
    /// Volts from millivolts, or `F` and a fuel level.
    case analogue
    /// The state of ignition, inputs and outputs.
    case status
    /// A number of no use.
    case skipped
  }

  let name: String
  let key: AttributeKey
  let form: GL200Form
  let reading: Reading
  /// What a number with fraction is made with; nil if it is taken as it is.
  let scale: (factor: Double, divisor: Double)?
  /// What a whole number is multiplied with.
  let multiple: Int64
  /// The number behind the name of a member of a family.
  private let member: Int

  /// Reads the form above; nil if it is another.
  init?(_ text: Substring) {
    let parts = text.split(separator: ":", maxSplits: 1).map { String($0) }
    guard parts.count == 2, let name = parts.first, let body = parts.last else { return nil }
    let isSkipped = name.hasPrefix("_")
    self.name = isSkipped ? Self.words(name.dropFirst()) : name
    key = AttributeKey(text: name)
    member = Int(String(name.drop { !$0.isNumber })) ?? 0
    let end = body.firstIndex { "/*=>\"@".contains($0) } ?? body.endIndex
    guard let form = GL200Form(body[..<end]) else { return nil }
    self.form = form
    var reading: Reading? = Self.usual(form.kind)
    var scale: (factor: Double, divisor: Double)?
    var multiple: Int64 = 1
    let rest = body[end...].dropFirst()
    switch body[end...].first {
    case nil: break
    case "/": scale = Double(rest).map { (1, $0) }
    case "*" where rest.hasSuffix("i"): multiple = Int64(rest.dropLast()) ?? 1
    case "*": scale = Double(rest).map { ($0, 1) }
    case "=": reading = .isOne
    case ">": reading = .isPositive
    case "\"": reading = .text
    default: reading = Reading(rawValue: String(rest))
    }
    guard let reading else { return nil }
    self.reading = isSkipped ? .skipped : reading
    self.scale = scale
    self.multiple = multiple
  }

  private static func usual(_ kind: GL200Form.Kind) -> Reading {
    switch kind {
    case .digits: .whole
    case .number(_, _, 0...0): .whole
    case .number: .fraction
    case .hexadecimal: .hexadecimal
    case .flag, .one: .isOne
    case .clock: .clock
    case .any, .nothing, .word, .rate: .text
    }
  }

  /// With blanks for the underscores that names in tables have instead.
  private static func words(_ name: Substring) -> String {
    name.isEmpty ? "reserved" : String(name.map { $0 == "_" ? " " : $0 })
  }

  // MARK: Reading

  /// Whether the next field has the form.
  func fits(_ frame: inout FieldReader) -> Bool {
    !frame.isAtEnd && form.fits(frame.text(name))
  }

  /// Reads the field and sets the attribute; an empty field sets none.
  func read(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    switch reading {
    case .skipped: frame.skipText(name)
    case .text:
      let text = frame.text(name)
      if text.count > 0 { reports.set(key, text: text) }
    case .whole:
      guard let value = try frame.integer(name) else { return }
      if let scale {
        reports.set(key, Double(value) * scale.factor / scale.divisor)
      } else {
        reports.set(key, value &* multiple)
      }
    case .fraction:
      guard let value = try frame.decimal(name) else { return }
      reports.set(key, scale.map { value * $0.factor / $0.divisor } ?? value)
    case .hexadecimal:
      if let value = try frame.hexadecimal(name) { reports.set(key, value) }
    case .isOne:
      if let value = try frame.integer(name) { reports.set(key, value == 1) }
    case .isPositive:
      if let value = try frame.integer(name) { reports.set(key, value > 0) }
    case .hours:
      guard let value = try frame.decimal(name) else { return }
      if let time = Int64(exactly: (value * 3_600_000).rounded()) { reports.set(key, time) }
    case .clock, .lettered, .litresPerHour, .analogue, .status: try readText(&frame, &reports)
    }
  }

  /// Reads a field whose text is more than one number.
  private func readText(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard reading != .status else { return try GL200.status(&frame, &reports) }
    let start = frame.offset
    let text = frame.text(name)
    guard text.count > 0 else { return }
    switch reading {
    case .clock:
      guard let time = GL200.milliseconds(clock: text) else {
        throw DecodeError(.invalid, field: name, at: start)
      }
      reports.set(key, time)
    case .litresPerHour where !text.starts(with: "L/H"): break
    case .litresPerHour: number(text.extracting(droppingFirst: 3), &reports)
    case .analogue where text[0] == UInt8(ascii: "F"):
      if let level = TextNumber.integer(text.extracting(droppingFirst: 1)) {
        reports.set(.fuel(member), level)
      }
    case .analogue:
      if let millivolts = TextNumber.decimal(text) { reports.set(key, millivolts / 1_000) }
    default: number(text.extracting(droppingFirst: 1), &reports)
    }
  }

  private func number(_ text: Span<UInt8>, _ reports: inout Reports) {
    if let whole = TextNumber.integer(text) {
      reports.set(key, whole)
    } else if let value = TextNumber.decimal(text) {
      reports.set(key, value)
    }
  }
}
