internal import Platform
internal import Synchronization

/// Something that is made from the ledger and can be made again.
public protocol LedgerConsumer: Sendable {
  /// What it is called in messages to people.
  var name: String { get }

  /// What it will never ask for again, whatever happens: the ledger may forget everything up to
  /// here.
  func watermark() throws -> LedgerToken

  /// Behind the last record that it has taken: where it goes on.
  ///
  /// It may be ahead of the watermark, for what is only in memory yet; a new start goes on from
  /// the watermark.
  func position() throws -> LedgerToken

  /// Takes the next records, which follow its position, and moves the position behind the last of
  /// them. Records may come again that it has seen; that must change nothing.
  func apply(_ records: [LedgerRecord]) throws
}

extension LedgerConsumer {
  /// A consumer that makes durable what it takes is always at its watermark.
  public func position() throws -> LedgerToken { try watermark() }
}

/// Feeds consumers with what is in the ledger, in order, on a thread of its own.
///
/// A consumer that throws gets the same records again a second later; the others go on.
public final class Derivation: Sendable {
  /// So many records are handed over at once at most.
  private static let mostRecords = 2_000
  private static let retryInterval: Int64 = 1_000_000

  /// How far a consumer has got.
  public struct Progress: Sendable, Hashable {
    /// The consumer.
    public let name: String
    /// Everything up to here has been seen.
    public let position: LedgerToken
    /// Everything up to here will not be needed again; see ``LedgerConsumer/watermark()``.
    public let watermark: LedgerToken
    /// How many sequence numbers the ledger is ahead.
    public let lag: Int64
    /// Why it does not go on; nil if all is well.
    public let trouble: String?
  }

  private struct Place: Sendable {
    var position: LedgerToken
    var watermark: LedgerToken

    init(of consumer: any LedgerConsumer) throws {
      // In this order, because both only grow: the watermark is never ahead.
      watermark = try consumer.watermark()
      position = try consumer.position()
    }
  }

  private struct State: Sendable {
    var news = true
    var isStopped = false
    var places: [Place]
    var troubles: [String?]
  }

  private let ledger: any Ledger
  private let consumers: [any LedgerConsumer]
  private let state: Monitor<State>
  private let thread = Mutex<WorkerThread?>(nil)

  /// Starts to feed consumers.
  ///
  /// - Throws: if a watermark cannot be read, or the operating system has no thread left.
  public init(ledger: any Ledger, consumers: [any LedgerConsumer]) throws {
    self.ledger = ledger
    self.consumers = consumers
    let state = Monitor(
      State(places: try consumers.map(Place.init), troubles: consumers.map { _ in nil }))
    self.state = state
    ledger.onCommit { _ in state.change { $0.news = true } }
    let feeder = Feeder(ledger: ledger, consumers: consumers, state: state)
    let started = try WorkerThread(name: "derivation") { feeder.run() }
    thread.withLock { $0 = started }
  }

  deinit { stop() }

  /// How far each consumer has got.
  public var progress: [Progress] {
    let latest = ledger.latest
    return state.withLock { state in
      consumers.indices.map { index in
        let place = state.places[index]
        return Progress(
          name: consumers[index].name, position: place.position, watermark: place.watermark,
          lag: max(0, latest.rawValue - place.position.rawValue), trouble: state.troubles[index])
      }
    }
  }

  /// The place up to which no consumer needs the ledger any more; what is before it may be
  /// dropped.
  public var lowestWatermark: LedgerToken {
    let known = state.withLock { $0.places.map(\.watermark) }
    // A consumer may have made more durable since it was last fed.
    return zip(consumers, known).map { (try? $0.watermark()) ?? $1 }.min() ?? ledger.latest
  }

  /// Waits until all consumers have got to a place.
  ///
  /// - Returns: whether they have before the time was over.
  public func wait(for token: LedgerToken, milliseconds: Int64) -> Bool {
    state.wait(microseconds: milliseconds * 1_000) { state in
      state.places.allSatisfy { $0.position >= token } ? true : nil
    } ?? false
  }

  /// Stops after the records that are being handed over.
  public func stop() {
    state.change { $0.isStopped = true }
    let thread = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    thread?.join()
  }

  /// What the thread runs; it does not keep the derivation itself alive.
  private struct Feeder: Sendable {
    let ledger: any Ledger
    let consumers: [any LedgerConsumer]
    let state: Monitor<State>

    func run() {
      while true {
        let troubled = state.withLock { $0.troubles.contains { $0 != nil } }
        let isStopped = state.wait(microseconds: troubled ? Derivation.retryInterval : nil) {
          state -> Bool? in
          guard state.news || state.isStopped else { return nil }
          state.news = false
          return state.isStopped
        }
        if isStopped == true { return }
        feed()
      }
    }

    /// Hands over one run of records to each consumer, and again as long as there are some.
    private func feed() {
      var waiting = Array(consumers.indices)
      while !waiting.isEmpty && !state.withLock({ $0.isStopped }) {
        // Consumers that are at the same place share what is read.
        var read: (after: LedgerToken, through: LedgerToken, records: [LedgerRecord])?
        waiting = waiting.filter { index in
          let mark = state.withLock { $0.places[index].position }
          do {
            let records: [LedgerRecord]
            // What was the newest before the reading: what comes meanwhile is not passed over.
            let through: LedgerToken
            if let read, read.after == mark {
              (records, through) = (read.records, read.through)
            } else {
              through = ledger.latest
              records = try ledger.read(after: mark, most: Derivation.mostRecords)
              read = (mark, through, records)
            }
            guard !records.isEmpty else {
              // Numbers behind the last record, of an entry that was set aside or that takes
              // several, have been passed too.
              var place = try Place(of: consumers[index])
              place.position = max(place.position, through)
              moved(index, to: place)
              return false
            }
            try consumers[index].apply(records)
            let next = try Place(of: consumers[index])
            // A consumer that stays where it is would get the same records for ever.
            guard next.position > mark else { throw StoreFailure("it does not move on") }
            moved(index, to: next)
            return true
          } catch {
            let reason = "\(consumers[index].name) cannot take records from the ledger: \(error)"
            state.change { $0.troubles[index] = reason }
            return false
          }
        }
      }
    }

    private func moved(_ index: Int, to place: Place) {
      state.change { state in
        state.places[index] = place
        state.troubles[index] = nil
      }
    }
  }
}
