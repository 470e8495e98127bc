internal import Telemetry

/// Where a writer puts its batches; it is used by one thread.
protocol LedgerStore {
  /// Stores batches in one commit, so that they are durable when it returns.
  ///
  /// - Returns: one receipt for every batch.
  /// - Throws: if nothing of them may be answered; it can be tried again.
  mutating func commit(_ batches: [LedgerBatch]) throws(StoreFailure) -> [LedgerReceipt]
}

/// Why nothing was stored, for people.
struct StoreFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A batch that is stored already.
struct RememberedBatch: Sendable {
  let count: Int
  let receipt: LedgerReceipt
}

extension LedgerEntry {
  /// What makes it impossible to store an entry, for people; nil if all is well.
  func fault(in bytes: [UInt8]) -> String? {
    guard Self.fits(raw, bytes) && Self.fits(reports, bytes) && Self.fits(reply, bytes) else {
      return "a range of the message lies outside of the \(bytes.count) bytes of its batch"
    }
    if identity < .unknown { return "its identity is below 0" }
    guard (0...Reports.mostRecords) ~= recordCount else {
      return "its record_count is not from 0 to \(Reports.mostRecords)"
    }
    return nil
  }

  private static func fits(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    range.isEmpty || (range.lowerBound >= 0 && range.upperBound <= bytes.count)
  }
}
