import Telemetry

/// An object that a client sent, read field by field. A wrong type is an error that names the
/// field; a field that is missing leaves what there is.
struct JSONObject: Sendable {
  /// The members.
  let members: [String: JSONValue]

  /// The body of a request.
  init(body: [UInt8]) throws(Problem) {
    guard case .object(let members) = try JSONValue(parsing: body) else {
      throw Problem(400, "The body must be a JSON object.")
    }
    self.members = members
  }

  /// Whether a field is there and not null.
  func has(_ name: String) -> Bool {
    guard let value = members[name] else { return false }
    return value != .null
  }

  /// A text that may be missing or null.
  func text(_ name: String) throws(Problem) -> String? {
    switch members[name] {
    case nil, .null: return nil
    case .text(let text): return text
    default: throw wrong(name, "text")
    }
  }

  /// A text that must be there.
  func requiredText(_ name: String) throws(Problem) -> String {
    guard let text = try text(name) else {
      throw Problem(400, "The field \(name) is missing.")
    }
    return text
  }

  /// A whole number that may be missing or null. `3.0` is one too, as some clients write it.
  func integer(_ name: String) throws(Problem) -> Int64? {
    switch members[name] {
    case nil, .null: return nil
    case .integer(let value): return value
    case .number(let value):
      guard let whole = Int64(exactly: value) else { throw wrong(name, "a whole number") }
      return whole
    default: throw wrong(name, "a whole number")
    }
  }

  /// Makes sure that an object is not sent to the address of another one. New ones of existing
  /// clients have the number 0 or -1.
  func requireNumber(_ id: Int64) throws(Problem) {
    guard let named = try integer("id"), named > 0, named != id else { return }
    throw Problem(400, "The address names the number \(id), the field id \(named).")
  }

  // MARK: Into what is there

  /// Takes over a text.
  func read(_ name: String, into value: inout String) throws(Problem) {
    if let text = try text(name) { value = text }
  }

  /// Takes over a text; null removes it.
  func read(_ name: String, into value: inout String?) throws(Problem) {
    if members[name] != nil { value = try text(name) }
  }

  /// Takes over yes or no.
  func read(_ name: String, into value: inout Bool) throws(Problem) {
    switch members[name] {
    case nil, .null: break
    case .boolean(let flag): value = flag
    default: throw wrong(name, "true or false")
    }
  }

  /// Takes over a whole number.
  func read(_ name: String, into value: inout Int64) throws(Problem) {
    if let number = try integer(name) { value = number }
  }

  /// Takes over the number of another object; null means none.
  func readReference(_ name: String, into value: inout Int64) throws(Problem) {
    if members[name] != nil { value = try integer(name) ?? 0 }
  }

  /// Takes over a number.
  func read(_ name: String, into value: inout Double) throws(Problem) {
    switch members[name] {
    case nil, .null: break
    case .integer(let number): value = Double(number)
    case .number(let number): value = number
    default: throw wrong(name, "a number")
    }
  }

  /// Takes over a moment; null removes it.
  func read(_ name: String, into value: inout Timestamp?) throws(Problem) {
    guard members[name] != nil else { return }
    guard let text = try text(name) else {
      value = nil
      return
    }
    guard let time = Timestamp(iso8601: text) else {
      throw wrong(name, "a moment such as 2026-11-20T09:30:00Z")
    }
    value = time
  }

  /// Takes over further settings.
  func read(_ name: String, into value: inout [String: AttributeValue]) throws(Problem) {
    switch members[name] {
    case nil, .null: return
    case .object(let members):
      var attributes: [String: AttributeValue] = [:]
      for (key, member) in members {
        switch member {
        case .null: break
        case .boolean(let flag): attributes[key] = .boolean(flag)
        case .integer(let number): attributes[key] = .integer(number)
        case .number(let number): attributes[key] = .number(number)
        case .text(let text): attributes[key] = .text(text)
        case .array, .object: throw wrong("\(name).\(key)", "text, a number, true or false")
        }
      }
      value = attributes
    default: throw wrong(name, "an object")
    }
  }

  private func wrong(_ name: String, _ expected: String) -> Problem {
    Problem(400, "The field \(name) must be \(expected).")
  }
}
