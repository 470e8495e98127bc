public import Ledger
import Synchronization
import Telemetry

/// Where in the ledger the newest messages of each device stand, so that they are found without
/// reading what all others sent in between.
///
/// It is in memory only and begins empty; what is older is searched for (``FrameSearch``).
public final class RecentFrames: Sendable {
  /// How many messages of a device are kept in mind.
  static let mostOfDevice = 128
  /// How many devices; further ones are searched for.
  static let mostDevices = 20_000

  /// The numbers of one device's newest messages.
  private struct Ring: Sendable {
    /// Ascending from `start` on, around the end.
    private var sequences: [Int64] = []
    private var start = 0
    /// Everything from here on is kept in mind.
    private(set) var completeFrom: Int64

    init(completeFrom: Int64) { self.completeFrom = completeFrom }

    mutating func add(_ sequence: Int64) {
      guard sequences.count == mostOfDevice else { return sequences.append(sequence) }
      completeFrom = sequences[start] + 1
      sequences[start] = sequence
      start = (start + 1) % mostOfDevice
    }

    /// The newest first.
    var descending: [Int64] { (sequences[start...] + sequences[..<start]).reversed() }
  }

  private struct State {
    var rings: [DeviceIdentity: Ring] = [:]
    /// The first and the last record that were seen.
    var first: Int64?
    var last: Int64 = 0
  }

  private let state = Mutex(State())

  /// Nothing seen yet.
  public init() {}

  /// Takes records of the ledger, in order; those that were seen before change nothing.
  public func note(_ records: [LedgerRecord]) {
    state.withLock { state in
      for record in records where record.sequence > state.last {
        let first = state.first ?? record.sequence
        state.first = first
        state.last = record.sequence
        guard record.identity != .unknown else { continue }
        if state.rings[record.identity] == nil {
          guard state.rings.count < Self.mostDevices else { continue }
          state.rings[record.identity] = Ring(completeFrom: first)
        }
        state.rings[record.identity]?.add(record.sequence)
      }
    }
  }

  /// The numbers of a device's messages that are kept in mind, the newest first, and from which
  /// number on these are all that the device sent.
  func newest(of identity: DeviceIdentity) -> (sequences: [Int64], completeFrom: Int64) {
    state.withLock { state in
      guard let ring = state.rings[identity] else {
        let hasSeenNone = state.rings.count < Self.mostDevices
        return ([], hasSeenNone ? state.first ?? .max : .max)
      }
      return (ring.descending, ring.completeFrom)
    }
  }
}
