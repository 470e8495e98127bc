/// What messages hold, by family and type; one row of ``Castel/layoutTable`` each.
final class CastelLayout: Sendable {
  /// An answer: its type, and what it holds.
  struct Answer: Sendable {
    enum Content: String, Sendable {
      case none
      /// The number of the alarm.
      case index
      /// The server's time.
      case time
      /// Zeros and filling, without a version in front of the identifier.
      case blank
    }

    let type: UInt16
    let content: Content
  }

  /// A part of a message.
  enum Part: String, Sendable {
    /// Whether the record was stored.
    case history
    /// The number of an alarm or a record.
    case index
    /// A time of no use.
    case time
    /// One or two bytes of no use.
    case byte
    case word
    /// Mileage, fuel and state, for the places that follow.
    case statistics
    /// The same as a record of its own.
    case state
    /// One place.
    case place
    /// Places with their number in front.
    case places
    /// The same, with alarms behind them.
    case placesAndAlarms
    /// The same, with an analogue value for each behind them.
    case placesAndInputs
    /// The same, with tags behind them.
    case placesAndTags
    /// Values of the vehicle, in groups or not.
    case groups
    case values
    case samples
    case codes
    case truckCodes
    case cell
    case answers
    case versions
    /// What trackers add to a place.
    case supply
    /// Places of trackers with their number in front.
    case records
    /// Eight places with something between them.
    case eight
  }

  let title: String
  let parts: [Part]
  let answer: Answer?

  private init(title: String, parts: [Part], answer: Answer?) {
    self.title = title
    self.parts = parts
    self.answer = answer
  }

  /// The layout of a message; nil if it is not decoded.
  static func find(_ family: CastelHeader.Family, _ type: UInt16) -> CastelLayout? {
    table[UInt32(type) << 2 | number(family)]
  }

  private static func number(_ family: CastelHeader.Family) -> UInt32 {
    switch family {
    case .obd: 0
    case .tracker: 1
    case .older: 2
    }
  }

  private static let table: [UInt32: CastelLayout] = {
    var table: [UInt32: CastelLayout] = [:]
    for row in rows(Castel.layoutTable) {
      for type in row.types { table[UInt32(type) << 2 | number(row.family)] = row.layout }
    }
    return table
  }()

  /// A row of the table.
  struct Row {
    var family: CastelHeader.Family
    var types: [UInt16]
    var layout: CastelLayout
  }

  /// Reads a table; lines that are none of its form are left out (a test counts them).
  static func rows(_ table: String) -> [Row] {
    table.split(separator: "\n").compactMap { line in
      let columns = line.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
      guard columns.count == 4, let word = columns[0].first,
        let family = CastelHeader.Family(rawValue: word)
      else { return nil }
      let types = columns[0].dropFirst().compactMap { UInt16($0, radix: 16) }
      let parts = columns[2].filter { $0 != "-" }.compactMap { Part(rawValue: $0) }
      guard types.count == columns[0].count - 1,
        parts.count == columns[2].count || columns[2] == ["-"]
      else { return nil }
      let answer = columns[3]
      var reply: Answer?
      if answer.count == 2, let type = UInt16(answer[0], radix: 16),
        let content = Answer.Content(rawValue: answer[1])
      {
        reply = Answer(type: type, content: content)
      } else if answer != ["-"] {
        return nil
      }
      return Row(
        family: family, types: types,
        layout: CastelLayout(
          title: columns[1].joined(separator: " "), parts: parts, answer: reply))
    }
  }
}
