import Telemetry
import Wire

/// What kinds of messages hold: one text for each row, read once.
///
/// A row is: types | how it is read | steps. Steps are fields (``GL200Field``) and the words of
/// ``GL200Step/Part``.
final class GL200Layout: Sendable {
  /// How a message is read.
  enum Kind: String, Sendable {
    /// A list of positions with header and tail.
    case list
    /// The list with a mask of what follows.
    case expanded
    /// Ignition on or off.
    case ignition
    case information
    case vehicle
    /// The steps, if every field has its form; a live report only.
    case strict
    /// The same, and the record has the send time.
    case strictSent = "strict-sent"
    /// The same for stored reports too.
    case strictStored = "strict-stored"
    /// The steps by position, whatever the form.
    case open
  }

  let kind: Kind
  let steps: [GL200Step]

  init(kind: Kind, steps: [GL200Step]) {
    self.kind = kind
    self.steps = steps
  }

  /// The ways in which a message of a type may be read, in the order in which they are tried.
  static func candidates(_ type: UInt32) -> [GL200Layout] { table[type] ?? [] }

  private static let table: [UInt32: [GL200Layout]] = {
    var table: [UInt32: [GL200Layout]] = [:]
    for row in rows(GL200.layoutTable) {
      for type in row.types { table[type, default: []].append(row.layout) }
    }
    return table
  }()

  /// Reads a table; lines that are none of its form are left out (a test counts them).
  static func rows(_ table: String) -> [(types: [UInt32], layout: GL200Layout)] {
    table.split(separator: "\n").compactMap { line in
      let columns = line.split(separator: "|", omittingEmptySubsequences: false)
      guard columns.count == 3 else { return nil }
      let words = columns.map { $0.split(separator: " ") }
      guard let kind = Kind(rawValue: words[1].joined()) else { return nil }
      let steps = words[2].compactMap { GL200Step($0) }
      guard steps.count == words[2].count else { return nil }
      return (words[0].map { code($0.utf8Span.span) }, GL200Layout(kind: kind, steps: steps))
    }
  }

  /// The letters of a type as one number.
  static func code(_ letters: Span<UInt8>) -> UInt32 {
    var code: UInt32 = 0
    for index in letters.indices { code = code << 8 | UInt32(letters[index]) }
    return code
  }
}

/// A step of a layout: a field, or a part that is more than one.
enum GL200Step: Sendable {
  case field(GL200Field)
  case part(Part)

  /// Parts that several messages have, or that decide for themselves how long they are.
  enum Part: String, Sendable {
    /// The block of a position, every field in its form.
    case place
    /// The block by its fields' places.
    case counted
    /// What an accessory says, by a mask.
    case accessory
    /// A list of access points with its number in front.
    case accessPoints
    /// Six cells, and one more that is left out.
    case neighbours
    /// Seven cells.
    case cells
    /// How tired the driver is.
    case warning
    /// Data from the serial port, in hexadecimal digits.
    case serial
    /// Everything that is left.
    case rest
  }

  init?(_ text: Substring) {
    if text.hasPrefix("@") {
      guard let part = Part(rawValue: String(text.dropFirst())) else { return nil }
      self = .part(part)
    } else {
      guard let field = GL200Field(text) else { return nil }
      self = .field(field)
    }
  }

  /// Whether the next fields have the form of the step; they are read past.
  func fits(_ frame: inout FieldReader) -> Bool {
    switch self {
    case .field(let field): field.fits(&frame)
    case .part(.place): GL200.placeFits(&frame)
    case .part(.accessory): GL200.accessoryFits(&frame)
    case .part(.accessPoints): GL200.accessPointsFit(&frame)
    case .part(.neighbours): GL200.neighboursFit(&frame)
    case .part(.warning): GL200.warningFits(&frame)
    case .part(.serial): GL200.serialFits(&frame)
    case .part(.counted), .part(.cells), .part(.rest): true
    }
  }
}

extension [GL200Step] {
  /// Reads a text of steps; words that are none are left out (a test counts them).
  init(steps text: String) { self = text.split(separator: " ").compactMap { GL200Step($0) } }

  /// Whether the next fields have the forms of all steps; they are read past.
  func fits(_ frame: inout FieldReader) -> Bool {
    for step in self {
      guard step.fits(&frame) else { return false }
    }
    return true
  }

  /// Whether the fields have the forms of all steps, and there are no others.
  func fitsWhole(_ frame: borrowing FieldReader) -> Bool {
    var ahead = frame.lookahead()
    if case .part(.rest) = last { return fits(&ahead) }
    return fits(&ahead) && ahead.isAtEnd
  }
}
