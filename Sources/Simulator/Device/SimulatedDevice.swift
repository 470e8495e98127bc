public import Telemetry

/// A device that behaves as real ones do: it logs in, drives and stops, sends heartbeats and
/// alarms, keeps records while it has no link and sends them later, sends again what was not
/// answered, and answers commands.
///
/// It knows no clock and no socket: ``step(at:)`` says what it wants to do, and it is told what
/// came of it. The same seed does the same.
public struct SimulatedDevice: Sendable {
  /// The most records that it keeps while it has no link; it forgets the oldest.
  public static let mostStored = 20_000
  /// The most records that it remembers for a comparison.
  public static let mostTruth = 200_000
  /// The most commands that it remembers.
  static let mostCommands = 1_000
  /// The most messages of one step.
  static let mostAtOnce = 64

  /// What it calls itself.
  public let identifier: String
  /// Everything that it measured, in the order of time.
  public internal(set) var truth: [SimulatedRecord] = []
  /// How many messages it has sent, and sent again.
  public internal(set) var sent = 0
  /// How many of them were answered.
  public internal(set) var answered = 0
  /// The commands that came from the server.
  public internal(set) var commands: [[UInt8]] = []

  /// How its frames travel.
  public var transport: Transport { script.transport }

  let script: ProtocolScript
  let plan: DevicePlan
  var random: SeededRandom
  var journey: Journey
  var links: [DeviceLink]
  /// Numbers of records in `truth` that are not yet sent.
  var stored: [Int] = []
  var serial = 0
  var reports = 0
  var alarmsSent = 0
  var batteryLevel = 98.0
  var nextReport: Timestamp
  var nextHeartbeat: Timestamp
  /// When it last answered a command.
  var lastCommand: Timestamp?
  var outage: Range<Timestamp>?
  var actions: [SimulatedAction] = []
  let alarms: [Int]

  /// A device.
  ///
  /// - Parameters:
  ///   - number: tells it from the other devices of a run.
  ///   - start: the time of its first record.
  public init(
    _ script: ProtocolScript, _ plan: DevicePlan, number: Int, seed: UInt64, start: Timestamp
  ) {
    self.script = script
    self.plan = plan
    identifier = script.identifier(number: Int(seed % 900) * 1_000 + number % 1_000)
    random = SeededRandom(seed: seed &* 0x1_0001 &+ UInt64(number))
    journey = Journey(seed: seed &+ UInt64(number), path: plan.path)
    links = (0..<(plan.isDual ? 2 : 1)).map { _ in DeviceLink(script) }
    // Devices do not all report in the same second.
    let first = start.advanced(byMilliseconds: Int64(number % max(plan.interval, 1)) * 1_000)
    nextReport = Timestamp(seconds: first.milliseconds / 1_000)
    nextHeartbeat = nextReport.advanced(byMilliseconds: Int64(plan.heartbeat) * 1_000)
    alarms = script.alarms.indices.filter { index in
      plan.alarms?.contains(script.alarms[index].name) ?? true
    }
    if plan.offline > 0 {
      let wait = plan.offlineAfter ?? plan.interval * (4 + random.below(8))
      outage = Self.outage(from: nextReport, after: wait, plan)
    }
  }

  static func outage(
    from time: Timestamp, after seconds: Int, _ plan: DevicePlan
  ) -> Range<Timestamp> {
    let begin = time.advanced(byMilliseconds: Int64(seconds) * 1_000)
    return begin..<begin.advanced(byMilliseconds: Int64(plan.offline) * 1_000)
  }

  /// Goes on to a moment, and says what it wants to do.
  public mutating func step(at now: Timestamp) -> [SimulatedAction] {
    actions.removeAll()
    while let outage, now >= outage.upperBound {
      // A step may be longer than the outage: what lies in it is measured as if without link.
      measure(to: outage.upperBound.advanced(byMilliseconds: -1))
      self.outage =
        plan.offlineAfter == nil
        ? Self.outage(from: outage.upperBound, after: plan.offline * 2, plan) : nil
    }
    let isOffline = outage.map { $0.contains(now) } ?? false
    for index in links.indices {
      if isOffline { hangUp(index) } else { connect(index, now) }
    }
    measure(to: now)
    if !isOffline {
      logIn(now)
      sendAgain(now)
      upload(now)
      beat(now)
    }
    defer { actions = [] }
    return actions
  }

  /// Whether it is connected, and logged in where the protocol wants that.
  public var isReady: Bool { links[0].isReady(script) }

  /// How many messages wait for an answer.
  public var unanswered: Int { links.reduce(0) { $0 + $1.unanswered.count } }

  /// How many records it has that the server may not have: stored ones, and those that are on
  /// their way.
  public var waiting: Int {
    links[0].unanswered.reduce(stored.count) { count, message in
      if case .records(let numbers) = message.purpose { count + numbers.count } else { count }
    }
  }

  /// A link is open.
  public mutating func didOpen(_ link: Int) {
    links[link].isOpening = false
    links[link].isUp = true
  }

  /// A link was closed by the server or the network; it tries again after a while.
  public mutating func didClose(_ link: Int, at now: Timestamp) {
    giveBack(link)
    links[link].retryAt = now.advanced(byMilliseconds: 5_000)
  }
}
