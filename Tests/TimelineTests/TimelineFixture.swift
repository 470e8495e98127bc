import Ledger
import Telemetry
import TestKit
import Timeline

/// The implementations that keep the same promises.
enum TimelineKind: String, CaseIterable, Sendable {
  case memory, sqlite, packed
  /// Packed with next to no room in memory, so that everything is packed again and again.
  case packedAtOnce
}

/// A timeline of either kind with its folder.
struct TimelineFixture {
  let timeline: any Timeline
  let folder: TemporaryFolder

  init(_ kind: TimelineKind) throws {
    folder = try TemporaryFolder()
    switch kind {
    case .memory: timeline = MemoryTimeline(node: 5)
    case .sqlite: timeline = try SQLiteTimeline(file: folder.path("timeline.sqlite"), node: 5)
    case .packed: timeline = try PackedTimeline(file: folder.path("timeline.sqlite"), node: 5)
    case .packedAtOnce:
      var settings = PackedSettings()
      settings.tailBytes = 0
      timeline = try PackedTimeline(
        file: folder.path("timeline.sqlite"), node: 5, settings: settings)
    }
  }
}

/// 2026-09-21 and some.
let base: Int64 = 1_790_000_000_000

/// A moment so many seconds after the tests' own beginning of time.
func moment(_ seconds: Int64) -> Timestamp {
  Timestamp(milliseconds: base + seconds * 1_000)
}

/// One record as a test describes it.
struct Sample: Sendable {
  var fix: Timestamp?
  var device: Timestamp?
  var latitude: Double?
  var isValid = true
  var event: Int64 = 0
  var checksumFailed = false

  /// A place at a time.
  static func place(_ seconds: Int64, _ latitude: Double, event: Int64 = 0) -> Sample {
    Sample(fix: moment(seconds), device: moment(seconds), latitude: latitude, event: event)
  }

  /// A record without a place.
  static func bare(_ seconds: Int64, event: Int64 = 0) -> Sample {
    Sample(device: moment(seconds), event: event)
  }
}

extension LedgerRecord {
  /// A record of the ledger with samples in it.
  static func holding(
    _ samples: [Sample], sequence: Int64, identity: Int64 = 7,
    receivedAt: Timestamp = moment(5_000),
    flags: LedgerFlags = []
  ) -> LedgerRecord {
    var bytes: [UInt8] = []
    for sample in samples {
      // A frame has one checksum, but samples of a test may differ.
      var reports = Reports()
      reports.checksumFailed = sample.checksumFailed
      reports.begin()
      reports.current.fixTime = sample.fix
      reports.current.deviceTime = sample.device
      if let latitude = sample.latitude {
        reports.current.hasLocation = true
        reports.current.location = Location(
          latitude: latitude, longitude: 21.5, speed: 12, isValid: sample.isValid)
      }
      reports.set(.event, sample.event)
      CompactReport.append(reports, record: 0, receivedAt: receivedAt, to: &bytes)
    }
    return LedgerRecord(
      sequence: sequence, receivedAt: receivedAt, identity: DeviceIdentity(rawValue: identity),
      protocolName: "alpha", flags: flags, recordCount: samples.count, reports: bytes)
  }
}

extension Timeline {
  /// The whole history of a device.
  func history(_ identity: Int64 = 7) throws -> [StoredPosition] {
    try positions(
      of: DeviceIdentity(rawValue: identity), from: Timestamp(milliseconds: .min),
      to: Timestamp(milliseconds: .max), limit: 100_000)
  }
}
