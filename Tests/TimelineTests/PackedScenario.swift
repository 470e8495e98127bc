import Ledger
import Telemetry
import Timeline

/// A day of several devices as it may reach the server: live, after an outage, twice, over two
/// connections.
struct PackedScenario {
  typealias Generator = OrderIndependenceTests.Generator

  /// One record that a device made.
  struct Made {
    let identity: Int64
    var sample: Sample
    /// What a resend changes.
    var index: Int64
    var isArchived = false
    var rssi: Int64
    var note: String
  }

  let devices: ClosedRange<Int64> = 1...4
  /// What the devices made, each record once.
  let truth: [Made]
  /// How it arrived: the ledger.
  let messages: [LedgerRecord]

  init(_ random: inout Generator) {
    var made: [[Made]] = []
    for identity in devices {
      let count = identity == 4 ? 5 : Int.random(in: 30...110, using: &random)
      made.append(Self.day(of: identity, count, &random))
    }
    truth = made.flatMap(\.self)
    let isWild = Bool.random(using: &random)
    var arrivals = made.map { isWild ? $0.shuffled(using: &random) : Self.afterOutage($0) }
    for index in arrivals.indices { arrivals[index] = Self.resend(arrivals[index], &random) }
    messages = Self.deal(arrivals, &random)
  }

  private static func day(
    of identity: Int64, _ count: Int, _ random: inout Generator
  ) -> [Made] {
    let step = 86_400 / Int64(count)
    return (0..<count).map { number in
      let seconds = Int64(number) * step + Int64.random(in: 0...1, using: &random) * step / 2
      var sample = Sample.place(
        seconds, Double(Int64.random(in: 400...600, using: &random)) / 10,
        event: number.isMultiple(of: 9) ? Int64(number) : 0)
      switch Int.random(in: 0..<12, using: &random) {
      case 0, 1: sample = .bare(seconds, event: Int64(number))
      case 2:
        sample.fix = moment(seconds).advanced(byMilliseconds: -1_024 * 7 * 86_400_000)
        sample.device = sample.fix
      case 3:
        sample.fix = Timestamp(seconds: seconds)
        sample.device = sample.fix
      case 4: sample.isValid = false
      default: break
      }
      return Made(
        identity: identity, sample: sample, index: Int64(number),
        rssi: Int64.random(in: 1...31, using: &random), note: "leg \(number / 10)")
    }
  }

  /// Six hours in which nothing got through, then the newest of it first.
  private static func afterOutage(_ day: [Made]) -> [Made] {
    let quarter = day.count / 4
    let outage = day[quarter..<2 * quarter].reversed().map { made in
      var late = made
      late.isArchived = true
      return late
    }
    return day[..<quarter] + day[(2 * quarter)..<(3 * quarter)] + outage + day[(3 * quarter)...]
  }

  /// Repeats three records of ten some time later, as a device does that got no answer.
  private static func resend(_ arrivals: [Made], _ random: inout Generator) -> [Made] {
    var all = arrivals
    for made in arrivals where Int.random(in: 0..<10, using: &random) < 3 {
      var copy = made
      copy.index += 1_000
      copy.isArchived.toggle()
      copy.rssi = (copy.rssi + 7) % 32
      let original = all.firstIndex { $0.index == made.index } ?? 0
      all.insert(copy, at: Int.random(in: (original + 1)...all.count, using: &random))
    }
    return all
  }

  /// Deals what the devices sent into messages of one to nine records over two connections.
  private static func deal(
    _ arrivals: [[Made]], _ random: inout Generator
  ) -> [LedgerRecord] {
    var rest = arrivals.map { $0[...] }
    var messages: [LedgerRecord] = []
    var sequence: Int64 = 0
    while let device = rest.indices.filter({ !rest[$0].isEmpty }).randomElement(using: &random) {
      let count = min(rest[device].count, Int.random(in: 1...9, using: &random))
      sequence += Int64.random(in: 1...3, using: &random)
      let connection = UInt64.random(in: 1...2, using: &random)
      messages.append(message(Array(rest[device].prefix(count)), sequence, connection))
      rest[device].removeFirst(count)
    }
    return messages
  }

  private static func message(
    _ records: [Made], _ sequence: Int64, _ connection: UInt64
  ) -> LedgerRecord {
    let receivedAt = moment(90_000 + sequence)
    var bytes: [UInt8] = []
    for made in records {
      CompactReport.append(report(made), record: 0, receivedAt: receivedAt, to: &bytes)
    }
    return LedgerRecord(
      sequence: sequence, receivedAt: receivedAt,
      identity: DeviceIdentity(rawValue: records[0].identity), protocolName: "alpha",
      connection: connection,
      origin: LedgerConnection(
        id: connection, transport: connection == 1 ? .tcp : .udp, peer: "192.0.2.7:\(connection)",
        local: "", openedAt: receivedAt),
      recordCount: records.count, reports: bytes)
  }

  private static func report(_ made: Made) -> Reports {
    var reports = Reports()
    reports.begin()
    reports.current.fixTime = made.sample.fix
    reports.current.deviceTime = made.sample.device
    if let latitude = made.sample.latitude {
      reports.current.hasLocation = true
      reports.current.location = Location(
        latitude: latitude, longitude: 21.5, speed: Double(made.index), isValid: made.sample.isValid
      )
    }
    if made.sample.event != 0 { reports.set(.event, made.sample.event) }
    reports.set(.index, made.index)
    reports.set(.rssi, made.rssi)
    if made.isArchived { reports.set(.archive, true) }
    reports.set(.battery, Double(made.rssi % 10) / 10 + 12)
    reports.set("leg", text: made.note)
    return reports
  }

  /// What the devices made in one message each, in the order of their making.
  var straight: [LedgerRecord] {
    truth.indices.map { Self.message([truth[$0]], Int64($0 + 1), 1) }
  }
}
