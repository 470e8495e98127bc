internal import Telemetry

/// Which batches ended in a block, as it is stored beside the block.
enum BatchList {
  typealias Entry = (key: BatchKey, batch: RememberedBatch)

  static func encode(_ batches: [Entry], last: Int64) -> [UInt8] {
    var bytes: [UInt8] = []
    var previous = (producer: UInt64(0), number: UInt64(0), first: last)
    bytes.appendVariable(UInt64(batches.count))
    for (key, batch) in batches {
      let receipt = batch.receipt
      bytes.appendVariable(Int64(bitPattern: key.producer &- previous.producer))
      bytes.appendVariable(Int64(bitPattern: key.number &- previous.number))
      bytes.appendVariable(receipt.firstSequence - previous.first)
      bytes.appendVariable(UInt64(batch.count))
      bytes.appendVariable(UInt64(receipt.setAside.count))
      for index in receipt.setAside { bytes.appendVariable(UInt64(index)) }
      previous = (key.producer, key.number, receipt.firstSequence)
    }
    return BlockChecksum.sealed(last, bytes)
  }

  /// The batches of a list; nil if it is damaged.
  static func decode(_ data: Span<UInt8>, last: Int64) -> [Entry]? {
    guard BlockChecksum.holds(last, data) else { return nil }
    var reader = CompactReader(data, BlockChecksum.size)
    var previous = (producer: UInt64(0), number: UInt64(0), first: last)
    var batches: [Entry] = []
    for _ in 0..<reader.count() where !reader.failed {
      previous.producer &+= UInt64(bitPattern: reader.signed())
      previous.number &+= UInt64(bitPattern: reader.signed())
      previous.first &+= reader.signed()
      let count = Int(clamping: reader.unsigned())
      let setAside = (0..<reader.count()).map { _ in Int(clamping: reader.unsigned()) }
      let receipt = LedgerReceipt(firstSequence: previous.first, setAside: setAside)
      batches.append(
        (
          BatchKey(producer: previous.producer, number: previous.number),
          RememberedBatch(count: count, receipt: receipt)
        ))
    }
    return reader.failed ? nil : batches
  }
}
