import EventLoop
import Gateway
import Ledger
import Telemetry
import Wire

/// Collects what conversations give into a batch, as a loop of the gateway does.
struct FrontHandler: ConversationHandler {
  let directoryRevision: UInt64 = 1
  let identities: [String: DeviceIdentity]
  /// The connection that is being read.
  var connection: UInt64 = 0
  var batch = MessageBatch()
  /// Bytes that no frame was made of.
  var unread: [String] = []

  mutating func admit(_ claim: DeviceClaim) -> Admission {
    guard let identity = identities[claim.identifier] else {
      return .refused(reason: "nobody is called \(claim.identifier)")
    }
    return .known(identity, .none)
  }

  mutating func take(_ frame: Span<UInt8>, _ reports: inout Reports, _ facts: FrameFacts) {
    batch.append(
      frame, reports, connection: connection, receivedAt: facts.receivedAt, device: facts.device,
      protocolName: facts.protocolName, flags: facts.flags)
  }

  mutating func take(unread piece: Span<UInt8>, _ facts: FrameFacts) {
    unread.append("\(piece.count) bytes of \(facts.protocolName) could not be read")
  }

  mutating func drop(_ frame: Span<UInt8>, _ facts: FrameFacts, reason: String) {
    unread.append("a frame was dropped: \(reason)")
  }

  /// The batch as the ledger takes it.
  func ledgerBatch(_ key: BatchKey) -> LedgerBatch {
    LedgerBatch(
      key: key,
      entries: batch.messages.map { message in
        LedgerEntry(
          connection: message.connection, receivedAt: message.receivedAt,
          identity: message.device, protocolName: message.protocolName,
          flags: message.flags.contains(.checksumFailed) ? .checksumFailed : [],
          raw: message.raw, reports: message.records, reply: message.reply,
          recordCount: message.recordCount)
      }, bytes: batch.bytes)
  }
}
