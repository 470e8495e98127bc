internal import Synchronization
internal import Telemetry

/// The chunks that were found damaged since the start.
final class DamageList: Sendable {
  /// So many are remembered.
  private static let most = 1_000

  private let found = Mutex<[Int64: String]>([:])

  func note(_ facts: ChunkFacts, in file: String) {
    found.withLock { found in
      guard found.count < Self.most else { return }
      found[facts.id] =
        "\(facts.count) positions of device \(facts.identity.rawValue) from "
        + "\(Timestamp(milliseconds: facts.first.time).iso8601) to "
        + "\(Timestamp(milliseconds: facts.last.time).iso8601) cannot be read: "
        + "chunk \(facts.id) of \(file) is damaged"
    }
  }

  var count: Int { found.withLock { $0.count } }

  /// For people, a line for each.
  var descriptions: [String] { found.withLock { $0.sorted { $0.key < $1.key }.map(\.value) } }
}
