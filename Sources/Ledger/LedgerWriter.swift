internal import Platform

/// The one thread that stores: it takes what waits, puts it into one commit, and then calls the
/// completions.
struct LedgerWriter<Store: LedgerStore> {
  /// A commit that follows the one before within so many microseconds is a sign of load.
  private static var busyGap: Int64 { 4_000 }
  /// So many waiting bytes are worth a commit of their own.
  private static var enough: Int { 262_144 }
  /// A commit is no bigger than this, unless one batch is.
  private static var mostBytes: Int { 4_194_304 }
  private static var retryInterval: Int64 { 1_000_000 }

  private let queue: CommitQueue
  private let status: LedgerStatus
  private let linger: Int64
  private var store: Store
  private var remembered: RecentMap<BatchKey, RememberedBatch>

  /// - Parameter linger: how many microseconds a batch may wait for others under load.
  init(
    queue: CommitQueue, status: LedgerStatus, linger: Int64, store: Store,
    remembered: RecentMap<BatchKey, RememberedBatch>
  ) {
    self.queue = queue
    self.status = status
    self.linger = linger
    self.store = store
    self.remembered = remembered
  }

  /// Stores until the queue is closed and empty.
  mutating func run() {
    var lastCommit = Clock.microseconds() - Self.busyGap
    while true {
      let isBusy = Clock.microseconds() - lastCommit < Self.busyGap
      guard let work = queue.take(linger: isBusy ? linger : 0, enough: Self.enough) else { return }
      var start = 0
      while start < work.count {
        var end = start
        var bytes = 0
        repeat {
          bytes += work[end].batch.weight
          end += 1
        } while end < work.count && bytes + work[end].batch.weight <= Self.mostBytes
        process(Array(work[start..<end]))
        start = end
      }
      lastCommit = Clock.microseconds()
    }
  }

  private mutating func process(_ work: [CommitQueue.Pending]) {
    var fresh: [LedgerBatch] = []
    // For every batch its place in `fresh`, or nil if it is stored already.
    var places: [Int?] = []
    var placeOfKey: [BatchKey: Int] = [:]
    for pending in work {
      let key = pending.batch.key
      if remembered[key] != nil {
        places.append(nil)
      } else if let place = placeOfKey[key] {
        places.append(place)
        status.repeated()
      } else {
        placeOfKey[key] = fresh.count
        places.append(fresh.count)
        fresh.append(pending.batch)
      }
    }
    let receipts = fresh.isEmpty ? [] : commitUntilDurable(fresh)
    if let receipts {
      for (batch, receipt) in zip(fresh, receipts) {
        remembered.insert(
          batch.key, RememberedBatch(count: batch.entries.count, receipt: receipt))
      }
    }
    for (pending, place) in zip(work, places) {
      if let place {
        pending.completion(receipts.map { .success($0[place]) } ?? .failure(.closed))
      } else if let known = remembered[pending.batch.key] {
        status.repeated()
        pending.completion(.success(known.receipt))
      }
    }
    queue.release(work)
    if receipts?.isEmpty == false { status.tellObservers() }
  }

  /// - Returns: nil if the queue was closed and the last attempt failed.
  private mutating func commitUntilDurable(_ batches: [LedgerBatch]) -> [LedgerReceipt]? {
    var attempts = 0
    while true {
      let isLast = queue.isClosed
      do throws(StoreFailure) {
        return try store.commit(batches)
      } catch {
        status.failed(error.description)
      }
      if isLast { return nil }
      attempts += 1
      // The second attempt comes at once, because a new file may do what the old one could not.
      if attempts > 1 { queue.waitForClose(microseconds: Self.retryInterval) }
    }
  }
}
