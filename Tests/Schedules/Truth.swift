import Ledger
public import Telemetry
public import Timeline

/// What must be read back, by sorting what the devices made and by nothing else, as text of which
/// every byte counts.
public struct Truth: Sendable {
  /// The history of a device.
  public private(set) var history: [DeviceIdentity: [String]] = [:]
  /// Its positions with times that cannot be right.
  public private(set) var apart: [DeviceIdentity: [String]] = [:]
  /// How many positions there are in all.
  public private(set) var count: Int64 = 0

  /// The node that the positions' numbers are made with.
  public static let node = 5

  /// A record with where it stands.
  private struct Entry {
    let record: MadeRecord
    let key: ContentKey
    let id: Int64
    let message: LedgerRecord

    var flags: PositionFlags {
      switch record.clock {
      case .right, .bare: []
      case .behindByAnEra: .timeRepaired
      case .unset: .timeImplausible
      }
    }
  }

  /// The truth of a day.
  public init(_ day: Day) {
    for identity in day.devices {
      var first: [ContentKey: Entry] = [:]
      for (record, number, index) in day.arrivals where record.identity == identity {
        let key = record.contentKey
        let message = day.messages[number]
        // Of copies the one that came first stays.
        if first[key] == nil {
          let id = PositionIdentifier.make(
            node: Self.node, sequence: message.sequence, index: index)
          first[key] = Entry(record: record, key: key, id: id, message: message)
        }
      }
      count += Int64(first.count)
      let sorted = first.values.sorted {
        ($0.record.time.milliseconds, Int64(bitPattern: $0.key.rawValue))
          < ($1.record.time.milliseconds, Int64(bitPattern: $1.key.rawValue))
      }
      history[identity] = Self.lines(sorted.filter { !$0.record.isApart })
      apart[identity] = Self.lines(sorted.filter(\.record.isApart))
    }
  }

  /// Positions without a place stand where the last valid fix before them was.
  private static func lines(_ sorted: [Entry]) -> [String] {
    var fix: (place: Location, time: Timestamp)?
    return sorted.map { entry in
      let position = entry.record.position
      var shown = fix
      if let place = position.location {
        shown = (place, entry.record.time)
        if place.isValid, !entry.record.isApart { fix = shown }
      }
      return line(
        entry.record.time, entry.key, entry.id, entry.message, entry.flags, position,
        shown?.place, shown?.time)
    }
  }

  /// A position as it was read back, as text.
  public static func line(_ stored: StoredPosition) -> String {
    let message = LedgerRecord(
      sequence: stored.sequence, receivedAt: stored.receivedAt, identity: stored.identity,
      protocolName: stored.protocolName, recordCount: 0, reports: [])
    return line(
      stored.time, stored.contentKey, stored.id, message, stored.flags, stored.position,
      stored.location, stored.fixTime)
  }

  private static func line(
    _ time: Timestamp, _ key: ContentKey, _ id: Int64, _ message: LedgerRecord,
    _ flags: PositionFlags, _ position: Position, _ place: Location?, _ fixTime: Timestamp?
  ) -> String {
    let times = [time, message.receivedAt, position.fixTime, position.deviceTime, fixTime]
    var words = times.map { "\($0?.milliseconds ?? -1)" }
    words += ["\(key.rawValue)", "\(id)", message.protocolName, "\(flags.rawValue)"]
    for place in [place, position.location] {
      guard let place else {
        words.append("nowhere")
        continue
      }
      let numbers = [
        place.latitude, place.longitude, place.altitude, place.speed, place.course, place.accuracy,
      ]
      words.append(numbers.map { "\($0)" }.joined(separator: " ") + " \(place.isValid)")
    }
    words += position.attributes.map { "\($0.key.name)=\($0.value)" }
    return words.joined(separator: " ")
  }
}
