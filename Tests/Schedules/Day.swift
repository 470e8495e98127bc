public import Ledger
public import Telemetry

/// A day of several devices as it may reach the server: live, after an outage with the newest
/// first, twice, over two connections and two transports.
public struct Day: Sendable {
  static let protocolName = "alpha"
  /// Some midnight.
  static let midnight = Timestamp(milliseconds: 1_790_035_200_000)

  /// Who made records.
  public let devices: [DeviceIdentity]
  /// How they arrived: the ledger.
  public let messages: [LedgerRecord]
  /// The records as they arrived, with the message that each came in and its place in it.
  let arrivals: [(record: MadeRecord, message: Int, index: Int)]
  /// How many records came twice.
  public let copies: Int

  /// - Parameter size: how many records each device makes; the last makes a few.
  public init(_ random: inout Generator, size: ClosedRange<Int>) {
    devices = (1...Int64.random(in: 2...4, using: &random)).map(DeviceIdentity.init(rawValue:))
    var lanes: [[MadeRecord]] = []
    var copies = 0
    let isWild = Bool.random(using: &random)
    for identity in devices {
      let count = identity == devices.last ? 5 : Int.random(in: size, using: &random)
      let made = Self.records(of: identity, count, &random)
      var sent = isWild ? made.shuffled(using: &random) : Self.afterOutage(made)
      copies += Self.resend(&sent, &random)
      lanes.append(sent)
    }
    self.copies = copies
    (messages, arrivals) = Self.deal(lanes, &random)
  }

  private static func records(
    of identity: DeviceIdentity, _ count: Int, _ random: inout Generator
  ) -> [MadeRecord] {
    let step = 86_400 / Int64(count)
    return (0..<count).map { number in
      // Now and then two in the same second.
      let second = Int64(number) * step - (number > 0 && random.once(in: 6) ? step : 0)
      let clock: MadeRecord.Clock
      switch Int.random(in: 0..<12, using: &random) {
      case 0, 1: clock = .bare
      case 2: clock = .behindByAnEra
      case 3: clock = .unset
      default: clock = .right
      }
      return MadeRecord(
        identity: identity, clock: clock,
        time: clock == .unset
          ? Timestamp(seconds: second) : midnight.advanced(byMilliseconds: second * 1_000),
        latitude: Double(Int.random(in: 400...600, using: &random)) / 10,
        isValid: !random.once(in: 12), event: Int64(number), index: Int64(number),
        rssi: Int64.random(in: 1...31, using: &random))
    }
  }

  /// Six hours in which nothing got through, then the newest of it first, while live ones go on.
  private static func afterOutage(_ day: [MadeRecord]) -> [MadeRecord] {
    let quarter = day.count / 4
    let late = day[quarter..<2 * quarter].reversed().map { made in
      var made = made
      made.isArchived = true
      return made
    }
    var sent = Array(day[..<quarter])
    var live = day[(2 * quarter)...]
    for record in late {
      sent.append(record)
      if let next = live.popFirst() { sent.append(next) }
    }
    return sent + live
  }

  /// Repeats three records of ten some time later, as a device does that got no answer.
  private static func resend(_ sent: inout [MadeRecord], _ random: inout Generator) -> Int {
    let originals = sent
    for made in originals where Int.random(in: 0..<10, using: &random) < 3 {
      var copy = made
      copy.index += 1_000
      copy.isArchived.toggle()
      copy.rssi = (copy.rssi + 7) % 32
      let original = sent.firstIndex { $0.index == made.index } ?? 0
      sent.insert(copy, at: Int.random(in: (original + 1)...sent.count, using: &random))
    }
    return sent.count - originals.count
  }

  /// Deals what the devices sent into messages of one to nine records.
  private static func deal(
    _ lanes: [[MadeRecord]], _ random: inout Generator
  ) -> ([LedgerRecord], [(record: MadeRecord, message: Int, index: Int)]) {
    var rest = lanes.map { $0[...] }
    var messages: [LedgerRecord] = []
    var arrivals: [(record: MadeRecord, message: Int, index: Int)] = []
    var sequence: Int64 = 0
    while let lane = rest.indices.filter({ !rest[$0].isEmpty }).randomElement(using: &random) {
      let count = min(rest[lane].count, Int.random(in: 1...9, using: &random))
      sequence += Int64.random(in: 1...3, using: &random)
      let records = rest[lane].prefix(count)
      for (index, record) in records.enumerated() {
        arrivals.append((record, messages.count, index))
      }
      messages.append(
        message(Array(records), sequence, UInt64.random(in: 1...2, using: &random)))
      rest[lane].removeFirst(count)
    }
    return (messages, arrivals)
  }

  private static func message(
    _ records: [MadeRecord], _ sequence: Int64, _ connection: UInt64
  ) -> LedgerRecord {
    // All is received on the day after.
    let receivedAt = midnight.advanced(byMilliseconds: 90_000_000 + sequence * 1_000)
    var bytes: [UInt8] = []
    for made in records {
      CompactReport.append(made.reports, record: 0, receivedAt: receivedAt, to: &bytes)
    }
    return LedgerRecord(
      sequence: sequence, receivedAt: receivedAt, identity: records[0].identity,
      protocolName: protocolName, connection: connection,
      origin: LedgerConnection(
        id: connection, transport: connection == 1 ? .tcp : .udp, peer: "192.0.2.7:\(connection)",
        local: "", openedAt: receivedAt),
      recordCount: records.count, reports: bytes)
  }
}
