internal import CFaultVFS
import Detection
import Gateway
import Ledger
internal import Platform
import Telemetry
import Timeline

/// A day that devices send as real frames, cut anywhere, over TCP and UDP, to conversations that
/// feed a ledger and a timeline, on a disk whose power goes at any call; devices send again what
/// was not answered, and more.
///
/// The seed gives what is done; how the threads of ledger and derivation meet is left to chance.
public struct FrontSchedule {
  /// What is wrong, for people.
  public private(set) var faults: [String] = []
  /// How often the power went.
  public private(set) var losses = 0
  /// How many messages the ledger held in the end.
  public private(set) var messages = 0

  private let path: String
  private let canary: Canary?
  private let seed: UInt64
  private let devices: [FrontDevice]
  /// Which record a frame is of, by its device; a login is none.
  private let recordOf: [DeviceIdentity: [[UInt8]: Int]]
  private var random: Generator
  private var lanes: [FrontLane]
  /// The records that were answered, by ``number(_:_:)``.
  private var answered: Set<Int> = []
  private var connections: UInt64 = 0
  private var steps: Int64 = 0
  private var batches: UInt64 = 0

  static let detector = Detector()

  /// - Parameter path: an empty folder.
  public init(seed: UInt64, in path: String, canary: Canary? = nil) {
    var random = Generator(seed: seed ^ 0xF507)
    self.path = path
    self.seed = seed
    self.canary = canary
    let devices = (0..<3).compactMap { number in
      FrontDevice(number, count: Int.random(in: 12...40, using: &random), random: &random)
    }
    recordOf = Dictionary(
      uniqueKeysWithValues: devices.map { device in
        let frames = device.made.enumerated().flatMap { index, made in
          made.frames.map { ($0, index) }
        }
        return (device.identity, Dictionary(frames) { first, _ in first })
      })
    lanes = devices.indices.map { FrontLane(devices[$0], number: $0, &random) }
    self.devices = devices
    self.random = random
    if devices.count != 3 { faults.append("a worked example that frames are made from is gone") }
  }

  /// The number of a device's record among those of all.
  static func number(_ device: Int, _ record: Int) -> Int { device * 1_000 + record }

  // MARK: Lives

  /// Runs until everything was answered, with a power loss at the end of each life but the last.
  public mutating func run() throws {
    fault_install()
    let count = Int.random(in: 2...8, using: &random)
    try Folder.create(folder(of: 0))
    // A life in which all is answered before the power would go is the last.
    while losses < count, faults.isEmpty {
      let before = losses
      let call = losses + 1 < count ? Int.random(in: 1...120, using: &random) : nil
      try live(losses, call)
      if losses == before { return }
    }
  }

  private func folder(of life: Int) -> String { "\(path)/life-\(life)" }

  private mutating func live(_ life: Int, _ call: Int?) throws {
    let folder = folder(of: life)
    fault_open_zone(folder)
    defer { fault_close_zone(folder) }
    let cut = PowerCut(
      folder, to: self.folder(of: life + 1), before: call, seed: seed &+ UInt64(life),
      answered: answered)
    cut.begin()
    defer { cut.end() }
    var settings = TimelineSchedule.settings(&random)
    settings.tailBytes = min(settings.tailBytes, 3_000)
    settings.fileSystem = "fault"
    let timeline = try PackedTimeline(
      file: folder + "/timeline.sqlite", node: Truth.node, settings: settings)
    var ledgerSettings = SQLiteLedgerSettings()
    ledgerSettings.fileSystem = "fault"
    ledgerSettings.segmentBytes = [700, 20_000, 268_435_456].randomElement(using: &random) ?? 700
    ledgerSettings.checkpointBytes = 1
    ledgerSettings.checkpointInterval = 500
    ledgerSettings.notBefore = try timeline.watermark()
    let ledger = try SQLiteLedger(folder: folder, settings: ledgerSettings)
    defer { ledger.close() }
    try checkStored(ledger)
    let derivation = try Derivation(ledger: ledger, consumers: [TimelineConsumer(timeline)])
    defer { derivation.stop() }
    for index in lanes.indices { lanes[index].disconnect() }
    let all = devices.reduce(0) { $0 + $1.made.count }
    var turns = 0
    while !cut.isOver, cut.answered.count < all, turns < 2_000 {
      turns += 1
      try step(ledger, cut)
      if random.once(in: 20) { try timeline.packAll() }
    }
    answered = cut.answered
    if let failure = cut.failure { faults.append(failure) }
    if cut.isOver {
      losses += 1
    } else {
      if answered.count < all { faults.append("\(answered.count) of \(all) were answered") }
      try checkStored(ledger)
      if !derivation.wait(for: ledger.latest, milliseconds: 60_000) {
        faults.append("the timeline does not follow: \(derivation.progress)")
      }
      try compare(timeline)
    }
  }

  // MARK: Sending

  /// Some devices send something, and what came of it goes to the ledger at once.
  private mutating func step(_ ledger: SQLiteLedger, _ cut: PowerCut) throws {
    steps += 1
    var handler = FrontHandler(
      identities: Dictionary(
        uniqueKeysWithValues: devices.map { ($0.identifier, $0.identity) }))
    let time = Day.midnight.advanced(byMilliseconds: 90_000_000 + steps * 1_000)
    let known = cut.answered
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      guard let lane = lanes.indices.randomElement(using: &random) else { return }
      connections += 1
      lanes[lane].send(known, connections, at: time, &handler, &random)
    }
    faults += handler.unread
    guard !handler.batch.isEmpty else { return }
    let records = Set(
      handler.batch.messages.compactMap { message in
        record(of: Array(handler.batch.bytes[message.raw]), message.device)
      })
    batches += 1
    let batch = handler.ledgerBatch(BatchKey(producer: seed, number: batches))
    try ledger.append(batch) { outcome in
      if case .success = outcome { cut.answer(records) }
    }
    if canary == .early { cut.answer(records) }
    if Bool.random(using: &random) { cut.wait(for: records) }
  }

  /// The number of the record that a frame is of; nil for a login.
  private func record(of frame: [UInt8], _ identity: DeviceIdentity) -> Int? {
    recordOf[identity]?[frame].map { Self.number(Int(identity.rawValue) - 1, $0) }
  }

  // MARK: Checking

  /// What was answered is stored, and what is stored was sent.
  private mutating func checkStored(_ ledger: SQLiteLedger) throws {
    var stored: Set<Int> = []
    var place = LedgerToken.start
    messages = 0
    while true {
      let records = try ledger.read(after: place, most: 1_000)
      guard let last = records.last else { break }
      messages += records.count
      place = last.token
      for record in records {
        if let number = self.record(of: record.raw, record.identity) {
          stored.insert(number)
        } else if devices.first(where: { $0.identity == record.identity })?.login != record.raw {
          faults.append("message \(record.sequence) was never sent")
        }
      }
    }
    let lost = answered.subtracting(stored)
    if !lost.isEmpty { faults.append("answered and not stored: records \(lost.sorted())") }
    if let damage = ledger.statistics.damage { faults.append(damage) }
  }

  /// The history is what the devices made, in the order of time.
  private mutating func compare(_ timeline: PackedTimeline) throws {
    for device in devices {
      let history = try timeline.positions(
        of: device.identity, from: Timestamp(milliseconds: .min),
        to: Timestamp(milliseconds: .max), limit: 10_000)
      let lines = history.map { FrontLane.line($0.time, $0.position) }
      let truth = device.made.flatMap { FrontLane.decoded(device, $0) }
      if lines != truth || Set(history.map(\.id)).count != history.count {
        faults.append(
          "\(device.protocolName): \(lines.count) of \(truth.count), differing at place "
            + "\(zip(lines, truth).prefix { $0 == $1 }.count)")
      }
      let last = try timeline.lastKnown(of: device.identity)
      if last?.id != history.last?.id { faults.append("the last position is another one") }
    }
    faults += try timeline.check()
  }
}
