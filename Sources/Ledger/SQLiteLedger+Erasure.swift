internal import Platform
public import Telemetry

/// Removing what came from devices.
extension SQLiteLedger {
  /// How long to wait until the newest file is not written any more, in milliseconds.
  private static let patience: Int64 = 60_000
  private static let retryMilliseconds: Int64 = 20

  /// As ``Ledger`` promises. It needs room on the disk for a second copy of the biggest file.
  ///
  /// Files that were copied to another place, such as backups, still have what was erased here.
  public func erase(_ identities: Set<DeviceIdentity>) throws(LedgerError) -> LedgerErasure {
    let token = latest
    try retireNewestFile()
    do {
      var eraser = LedgerEraser(identities, folder, rewriter)
      // The newest of these files may have got some messages more before it was retired.
      try eraser.run(
        through: token,
        in: folder.ranges(through: latest).filter { $0.segment.first <= token.rawValue })
      return eraser.erasure
    } catch {
      throw .storage("\(error)")
    }
  }

  /// Returns when nobody adds to the files any more that have messages now.
  private func retireNewestFile() throws(LedgerError) {
    folder.retireAll()
    // The writer finds out when it commits; a batch without messages is enough.
    let outcome = Monitor<Result<LedgerReceipt, LedgerError>?>(nil)
    let started = Clock.microseconds()
    var numbering = BatchNumbering()
    while true {
      do throws(LedgerError) {
        try append(LedgerBatch(key: numbering.next())) { result in outcome.change { $0 = result } }
        break
      } catch {
        let isOver = Clock.microseconds() - started > Self.patience * 1_000
        guard error == .full, !isOver else { throw error }
        Pause.milliseconds(Self.retryMilliseconds)
      }
    }
    guard let result = outcome.wait(microseconds: Self.patience * 1_000, until: { $0 }) else {
      throw .storage(
        "messages are waiting to be stored: \(statistics.trouble ?? "no reason known")")
    }
    _ = try result.get()
  }
}
