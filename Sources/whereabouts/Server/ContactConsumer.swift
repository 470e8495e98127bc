import API
import Fleet
import Ledger
import Telemetry

/// Tells the fleet who has called, from the ledger.
struct ContactConsumer: LedgerConsumer {
  let fleet: Fleet
  /// Keeps in mind where the newest messages stand.
  let recentFrames: RecentFrames
  /// Called with messages that were not there before, after the fleet knows their senders.
  let onMessages: @Sendable ([LedgerRecord]) -> Void
  /// Called with the identities that have called, after the fleet knows.
  let onContacts: @Sendable ([DeviceIdentity]) -> Void

  var name: String { "the list of arrivals" }

  func watermark() throws -> LedgerToken { LedgerToken(rawValue: fleet.contactsWatermark) }

  func apply(_ records: [LedgerRecord]) throws {
    guard let last = records.last else { return }
    recentFrames.note(records)
    // A restart reads some again.
    let watermark = fleet.contactsWatermark
    let fresh = records.filter { $0.sequence > watermark }
    count(fresh)
    var contacts: [DeviceIdentity: Contact] = [:]
    var versions: [DeviceIdentity: [VersionSighting]] = [:]
    for record in records {
      if record.identity != .unknown {
        for sighting in record.versions() {
          versions[record.identity, default: []].append(sighting)
        }
      }
      let bytes = record.raw.count + record.reports.count + record.reply.count
      if var contact = contacts[record.identity] {
        contact.lastSeen = max(contact.lastSeen, record.receivedAt)
        contact.firstSeen = min(contact.firstSeen, record.receivedAt)
        contact.messages += 1
        contact.bytes += bytes
        if !record.protocolName.isEmpty { contact.protocolName = record.protocolName }
        if let origin = record.origin {
          contact.transport = origin.transport
          contact.peer = origin.peer
        }
        contacts[record.identity] = contact
      } else {
        contacts[record.identity] = Contact(
          identity: record.identity, protocolName: record.protocolName,
          transport: record.origin?.transport ?? .tcp, peer: record.origin?.peer ?? "",
          firstSeen: record.receivedAt, lastSeen: record.receivedAt, messages: 1, bytes: bytes)
      }
    }
    for (identity, sightings) in versions { contacts[identity]?.versions = sightings }
    try fleet.recordContacts(Array(contacts.values), watermark: last.sequence)
    onMessages(fresh)
    onContacts(contacts.keys.filter { $0 != .unknown })
  }

  /// Counts messages and positions for the statistics.
  private func count(_ records: [LedgerRecord]) {
    fleet.count(.messagesReceived, by: Int64(records.count))
    fleet.count(.messagesStored, by: records.reduce(0) { $0 + Int64($1.recordCount) })
  }
}
