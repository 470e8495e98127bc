import EventLoop
import Gateway
import Ledger
import Synchronization
import Telemetry

/// The ledger as the gateway sees it.
final class LedgerSink: MessageSink {
  private let ledger: any Ledger
  private let numbering = Mutex(BatchNumbering())

  init(_ ledger: any Ledger) { self.ledger = ledger }

  func submit(
    _ batch: MessageBatch, completion: @escaping @Sendable (BatchOutcome) -> Void
  ) -> Bool {
    var entry = LedgerBatch(key: numbering.withLock { $0.next() }, bytes: batch.bytes)
    entry.entries.reserveCapacity(batch.messages.count)
    for message in batch.messages { entry.entries.append(Self.entry(message)) }
    entry.connections = batch.introductions.map { introduction in
      LedgerConnection(
        id: introduction.connection, transport: introduction.transport,
        peer: introduction.peer.description, local: introduction.local.description,
        openedAt: introduction.openedAt)
    }
    do throws(LedgerError) {
      // An entry that was set aside is durable, and answered, so that it does not come for ever.
      try ledger.append(entry) { result in
        switch result {
        case .success: completion(.durable)
        case .failure: completion(.failed)
        }
      }
      return true
    } catch {
      return false
    }
  }

  private static func entry(_ message: MessageBatch.Message) -> LedgerEntry {
    LedgerEntry(
      connection: message.connection, receivedAt: message.receivedAt, identity: message.device,
      protocolName: message.protocolName, flags: flags(message.flags), raw: message.raw,
      reports: message.records, reply: message.reply, recordCount: message.recordCount)
  }

  private static func flags(_ flags: MessageFlags) -> LedgerFlags {
    var result: LedgerFlags = []
    let pairs: [(MessageFlags, LedgerFlags)] = [
      (.undetected, .undetected), (.unidentified, .unidentified), (.undecodable, .decodingFailed),
      (.unframed, .unframed), (.unconfirmed, .unconfirmed), (.checksumFailed, .checksumFailed),
      (.media, .media),
    ]
    for (own, theirs) in pairs where flags.contains(own) { result.insert(theirs) }
    return result
  }
}
