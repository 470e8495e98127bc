import Ledger
import Platform
import SQLite
import Schedules
import Telemetry
import TestKit
import Testing

@testable import Timeline

/// What only a packed timeline can show.
@Suite struct PackedTimelineTests {
  private let device = DeviceIdentity(rawValue: 7)
  private static let day: Int64 = 86_400

  /// A device that drives: one message for each position.
  static func drive(
    _ seconds: some Sequence<Int64>, from sequence: Int64 = 1, identity: Int64 = 7
  ) -> [LedgerRecord] {
    seconds.enumerated().map { number, second in
      .holding(
        [.place(second, 40 + Double(second % 1_000) / 100)], sequence: sequence + Int64(number),
        identity: identity, receivedAt: moment(second + 1))
    }
  }

  static func small(_ change: (inout PackedSettings) -> Void = { _ in }) -> PackedSettings {
    var settings = PackedSettings()
    settings.packedAt = 50
    settings.transaction = 1
    settings.chunk = 100
    settings.busyDay = 40
    settings.small = 5
    settings.settled = 50
    change(&settings)
    return settings
  }

  private func integer(_ path: String, _ sql: String) throws -> Int64 {
    try #require(try Database(path: path, mode: .read).integer(sql))
  }

  // MARK: Restart

  @Test func aRestartGoesOnFromTheWatermarkAndLosesNothing() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let messages = Self.drive(0..<200)
    var timeline: PackedTimeline? = try PackedTimeline(file: path, settings: Self.small())
    for message in messages { try timeline?.apply([message], news: .none) }
    let history = try #require(try timeline?.history())
    let durable = try #require(try timeline?.durableWatermark().rawValue)
    #expect(history.count == 200)
    #expect(durable > 0 && durable < 200)
    timeline = nil
    let again = try PackedTimeline(file: path, settings: Self.small())
    #expect(try again.watermark().rawValue == durable)
    #expect(try again.history() == Array(history.prefix(Int(durable))))
    #expect(try again.lastKnown(of: device) == history[Int(durable) - 1])
    try again.apply(messages.filter { $0.sequence > durable })
    #expect(try again.history() == history)
    #expect(try again.lastKnown(of: device) == history.last)
    #expect(try again.watermark().rawValue == 200)
  }

  @Test func aSilentDeviceDoesNotHoldBackTheWatermarkForEver() throws {
    let folder = try TemporaryFolder()
    let timeline = try PackedTimeline(
      file: folder.path("timeline.sqlite"), settings: Self.small { $0.mostLag = 80 })
    try timeline.apply(Self.drive([0], identity: 3))
    for message in Self.drive(1..<300, from: 2) { try timeline.apply([message]) }
    #expect(try timeline.durableWatermark().rawValue >= 300 - 80 - 1)
    // And by time, where nothing else comes.
    let quiet = try PackedTimeline(file: folder.path("quiet.sqlite"))
    try quiet.apply(Self.drive([0]))
    try quiet.pack(receivedBefore: moment(1))
    #expect(try quiet.durableWatermark() == .start)
    try quiet.pack(receivedBefore: moment(2))
    #expect(try quiet.durableWatermark().rawValue == 1)
    #expect(try quiet.statistics().unpacked == 0)
  }

  @Test func theDerivationGoesOnFromThePositionAndTheLedgerKeepsWhatIsNotPacked() throws {
    let folder = try TemporaryFolder()
    let ledger = try MemoryLedger()
    let timeline = try PackedTimeline(file: folder.path("timeline.sqlite"))
    let derivation = try Derivation(ledger: ledger, consumers: [TimelineConsumer(timeline)])
    for number in UInt64(1)...3 {
      let record = Self.drive([Int64(number)])[0]
      let batch = LedgerBatch(
        key: BatchKey(producer: 1, number: number),
        entries: [
          LedgerEntry(
            connection: 1, receivedAt: record.receivedAt, identity: record.identity,
            protocolName: "alpha", raw: 0..<0, reports: 0..<record.reports.count, recordCount: 1)
        ], bytes: record.reports)
      try ledger.append(batch) { _ in }
    }
    let isThere = Monitor(false)
    for _ in 0..<2_000 where !isThere.withLock({ $0 }) {
      let count = try timeline.history().count
      isThere.withLock { $0 = count == 3 }
      if count < 3 { _ = derivation.wait(for: LedgerToken(rawValue: 1 << 40), milliseconds: 10) }
    }
    #expect(try timeline.history().count == 3)
    #expect(derivation.wait(for: ledger.latest, milliseconds: Int64(patience)))
    #expect(derivation.lowestWatermark == .start)
    #expect(derivation.progress.map(\.lag) == [0])
    #expect(derivation.progress.map(\.position) == [ledger.latest])
    derivation.stop()
    ledger.close()
  }

  // MARK: Bounds

  @Test func theTailKeepsItsBound() throws {
    let folder = try TemporaryFolder()
    let bound = 40_000
    let settings = Self.small {
      $0.tailBytes = bound
      $0.packedAt = 10_000
    }
    let timeline = try PackedTimeline(file: folder.path("timeline.sqlite"), settings: settings)
    var sequence: Int64 = 1
    var greatest: Int64 = 0
    for second in Int64(0)..<40 {
      let batch = (1...40).map { identity in
        Self.drive([second], from: sequence + Int64(identity), identity: Int64(identity))[0]
      }
      sequence += 40
      try timeline.apply(batch, news: .none)
      greatest = max(greatest, try timeline.statistics().unpackedBytes)
    }
    // A batch may come on top: 40 positions, each of which may double the arrays of its device.
    #expect(greatest < Int64(bound) * 2)
    #expect(greatest > Int64(bound) / 4)
    let statistics = try timeline.statistics()
    #expect(statistics.positions == 1_600 && statistics.unpacked < 1_000)
    for identity in Int64(1)...40 {
      #expect(try timeline.history(identity).map(\.time) == (0..<40).map { moment($0) })
    }
  }

  @Test func aWriterThatCannotPackTakesNothingAndSaysWhy() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let timeline = try PackedTimeline(file: path, settings: Self.small { $0.tailBytes = 0 })
    try timeline.apply(Self.drive([0]))
    let blocker = try Database(path: path, mode: .write)
    try blocker.execute("BEGIN IMMEDIATE")
    #expect { try timeline.apply(Self.drive([1], from: 2)) } throws: { "\($0)".contains(path) }
    #expect(try timeline.watermark().rawValue == 1)
    #expect(try timeline.history().count == 1)
    blocker.rollBack()
    try timeline.apply(Self.drive([1], from: 2))
    #expect(try timeline.history().count == 2)
    #expect(try timeline.durableWatermark().rawValue == 1)
  }

  // MARK: Chunks

  @Test func aBusyDayHasItsOwnChunksAndQuietDaysShareTheirMonth() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let timeline = try PackedTimeline(file: path, settings: Self.small())
    // Once a day for some three months, each packed alone.
    for number in Int64(0)..<90 {
      try timeline.apply(Self.drive([number * Self.day], from: number + 1))
      try timeline.packAll()
    }
    #expect(try timeline.history().count == 90)
    let months = try integer(path, "SELECT count(DISTINCT span) FROM chunk")
    #expect(months == 4)
    #expect(try integer(path, "SELECT count(*) FROM chunk") <= months * 5)
    // Then three days of much.
    try timeline.apply(Self.drive((0..<300).map { $0 * 864 }, from: 100, identity: 8))
    try timeline.packAll()
    let across = """
      SELECT count(*) FROM chunk WHERE identity = 8
      AND (first / 86400000 <> last / 86400000 OR count > 100 OR count < 30)
      """
    #expect(try integer(path, across) == 0)
    #expect(try timeline.history(8).count == 300)
  }

  @Test func aLongUploadInAnyOrderIsWrittenInLinearTime() throws {
    for isShuffled in [false, true] {
      let folder = try TemporaryFolder()
      let path = folder.path("timeline.sqlite")
      let timeline = try PackedTimeline(file: path, settings: Self.small { $0.settled = 20 })
      var random = Generator(seed: 3)
      let count: Int64 = 6_000
      var seconds = (0..<count).map { $0 * 300 }
      if isShuffled { seconds.shuffle(using: &random) } else { seconds.reverse() }
      let messages = Self.drive(seconds)
      for start in stride(from: 0, to: messages.count, by: 50) {
        try timeline.apply(Array(messages[start..<start + 50]), news: .none)
      }
      try timeline.packAll()
      #expect(try timeline.history().map(\.time) == (0..<count).map { moment($0 * 300) })
      // What was ever written is a small multiple of what there is: chunks have numbers.
      let written = try integer(path, "SELECT next_chunk FROM state")
      let least = count / 50
      #expect(written < least * (isShuffled ? 26 : 8), "\(written) chunks")
      #expect(try integer(path, "SELECT count(*) FROM chunk") < 500)
    }
  }

  @Test func reportsOfEveryKindComeBackFromAChunk() throws {
    let folder = try TemporaryFolder()
    let timeline = try PackedTimeline(file: folder.path("timeline.sqlite"))
    let memory = MemoryTimeline()
    var random = Generator(seed: 11)
    let records = (1...600).map { Self.oddRecord(Int64($0), &random) }
    try memory.apply(records)
    try timeline.apply(records)
    try timeline.packAll()
    #expect(try timeline.statistics().unpacked == 0)
    #expect(try timeline.history() == memory.history())
    #expect(try timeline.history().count > 500)
    #expect(
      try timeline.implausible(of: device, limit: 999)
        == memory.implausible(of: device, limit: 999))
  }

  private static func oddRecord(
    _ sequence: Int64, _ random: inout Generator
  ) -> LedgerRecord {
    var reports = Reports()
    reports.checksumFailed = Int.random(in: 0..<9, using: &random) == 0
    reports.begin()
    reports.current.fixTime = Bool.random(using: &random) ? moment(sequence * 10) : nil
    reports.current.deviceTime =
      Bool.random(using: &random)
      ? moment(sequence * 10 + Int64.random(in: -9...9, using: &random))
      : reports.current.fixTime
    if Int.random(in: 0..<40, using: &random) == 0 {
      reports.current.fixTime = Timestamp(seconds: 9)
    }
    if Bool.random(using: &random) {
      reports.current.hasLocation = true
      reports.current.location = Location(
        latitude: .random(in: -90...90, using: &random),
        longitude: .random(in: -180...180, using: &random),
        altitude: Double(Int.random(in: -1...2, using: &random)) * 100.5,
        isValid: Bool.random(using: &random))
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      reports.add(
        CellTower(
          mobileCountryCode: 262, mobileNetworkCode: 2, locationAreaCode: 77,
          cellIdentifier: .random(in: 0..<1 << 36, using: &random)))
      reports.add(WiFiAccessPoint(address: .random(in: 0..<1 << 48, using: &random), channel: 6))
    }
    let keys: [AttributeKey] = [
      .odometer, .battery, .temperature(1), .temperature(2), .alarm, "cell",
      AttributeKey("cell", 4),
      .ignition, .vin,
    ]
    for key in keys.shuffled(using: &random).prefix(Int.random(in: 0...7, using: &random)) {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: reports.set(key, Int64.random(in: .min ... .max, using: &random))
      case 1: reports.set(key, sequence * 100)
      case 2: reports.set(key, Double(Int.random(in: -99...99, using: &random)) / 10)
      case 3: reports.set(key, Double.random(in: -1e30...1e30, using: &random))
      case 4: reports.set(key, Double(Int64.random(in: 0...900_000_000_000_000, using: &random)))
      case 5: reports.set(key, Bool.random(using: &random))
      case 6:
        reports.set(
          key, text: ["", "sos", "sos,vibration", "ä"].randomElement(using: &random) ?? "")
      default: reports.set(key, -0.0)
      }
    }
    let receivedAt = moment(sequence * 10 + Int64.random(in: 1...5_000, using: &random))
    var bytes: [UInt8] = []
    CompactReport.append(reports, record: 0, receivedAt: receivedAt, to: &bytes)
    return LedgerRecord(
      sequence: sequence, receivedAt: receivedAt, identity: DeviceIdentity(rawValue: 7),
      protocolName: sequence % 50 == 0 ? "beta" : "alpha",
      flags: sequence % 31 == 0 ? .unconfirmed : [], recordCount: 1, reports: bytes)
  }

  @Test func queriesOfManyThreadsSeeWholeBatchesWhileTheyArePacked() throws {
    let folder = try TemporaryFolder()
    let timeline = try PackedTimeline(
      file: folder.path("timeline.sqlite"), settings: Self.small { $0.tailBytes = 5_000 })
    let stop = Monitor(false)
    let threads = try (0..<4).map { _ in
      try WorkerThread(name: "query") {
        var newest = 0
        while !stop.withLock({ $0 }) {
          do {
            let count = try timeline.history().count
            if count % 4 != 0 || count < newest { Issue.record("\(count) after \(newest)") }
            newest = count
          } catch { Issue.record(error) }
        }
      }
    }
    for sequence in Int64(1)...300 {
      let samples = (0..<4).map { Sample.place((sequence * 7 % 307) * 10 + $0, 48) }
      try timeline.apply([.holding(samples, sequence: sequence)])
    }
    stop.change { $0 = true }
    for thread in threads { thread.join() }
    #expect(try timeline.history().count == 1_200)
    #expect(try timeline.statistics().unpacked < 400)
  }
}
