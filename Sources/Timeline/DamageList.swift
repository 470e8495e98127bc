internal import Synchronization
internal import Telemetry

/// The chunks that were found damaged since the start.
final class DamageList: Sendable {
  /// So many are remembered.
  private static let most = 1_000

  private struct Found: Sendable {
    var chunks: [Int64: ChunkFacts] = [:]
    var file = ""
    /// Damaged chunks that were met, with repetitions, when the list was full.
    var unlisted = 0
  }

  private let found = Mutex(Found())

  func note(_ facts: ChunkFacts, in file: String) {
    found.withLock { found in
      found.file = file
      guard found.chunks.count < Self.most || found.chunks[facts.id] != nil else {
        found.unlisted += 1
        return
      }
      found.chunks[facts.id] = facts
    }
  }

  /// Takes back a chunk that was made good.
  func forget(_ chunk: Int64) { found.withLock { $0.chunks[chunk] = nil } }

  var count: Int { found.withLock { $0.chunks.count } }
  var unlisted: Int { found.withLock { $0.unlisted } }
  /// What is known of them, in the order of their numbers.
  var facts: [ChunkFacts] { found.withLock { $0.chunks.values.sorted { $0.id < $1.id } } }
  var chunks: [DamagedChunk] { facts.map { DamagedChunk($0) } }

  /// For people, a line for each.
  var descriptions: [String] {
    let file = found.withLock { $0.file }
    return facts.map { facts in
      "\(facts.count) positions of device \(facts.identity.rawValue) from "
        + "\(Timestamp(milliseconds: facts.first.time).iso8601) to "
        + "\(Timestamp(milliseconds: facts.last.time).iso8601) cannot be read: "
        + "chunk \(facts.id) of \(file) is damaged"
    }
  }
}
