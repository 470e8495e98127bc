internal import Telemetry

/// A message as it stands in a block: its facts as numbers, and where its bytes are in an array.
struct BlockEntry {
  let sequence: Int64
  let receivedAt: Int64
  let connection: Int64
  let identity: Int64
  let protocolNumber: Int64
  let flags: Int64
  let recordCount: Int
  var raw: Range<Int>
  var reports: Range<Int>
  var reply: Range<Int>

  /// The number behind it; see ``LedgerReceipt/firstSequence``.
  var next: Int64 { sequence &+ LedgerEntry.numbers(ofRecords: recordCount) }
}

extension BlockEntry {
  init(_ entry: LedgerEntry, _ sequence: Int64, protocolNumber: Int64) {
    self.init(
      sequence: sequence, receivedAt: entry.receivedAt.milliseconds,
      connection: Int64(bitPattern: entry.connection), identity: entry.identity.rawValue,
      protocolNumber: protocolNumber, flags: Int64(entry.flags.rawValue),
      recordCount: entry.recordCount, raw: entry.raw, reports: entry.reports, reply: entry.reply)
  }
}
