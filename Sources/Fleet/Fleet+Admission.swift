import SQLite
import Synchronization
public import Telemetry

extension Fleet {
  /// Decides whether messages of an identifier are taken, and under which identity. Fast, from
  /// memory, for any thread; a new identity becomes durable with ``makeDurable()``.
  ///
  /// - Parameters:
  ///   - identifier: what the device calls itself.
  ///   - alternatives: other ways to write the same, such as without a check digit. A device that
  ///     was adopted under one of them is found.
  ///   - protocolName: the protocol's name.
  ///   - transport: how the message travels.
  ///   - peer: address and port that it comes from.
  ///   - time: when it was received.
  public func admit(
    identifier: String, alternatives: [String] = [], protocolName: String, transport: Transport,
    peer: String, at time: Timestamp
  ) -> Admission {
    let caller = Caller(
      identifier: identifier, alternatives: alternatives, protocolName: protocolName,
      transport: transport, peer: peer, time: time)
    if let admission = state.withLock({ $0.admit(caller) }) { return admission }
    // All reserved numbers are used up, which `makeDurable` normally prevents.
    _ = try? store.withLock { try flush($0) }
    return state.withLock { state in
      if let admission = state.admit(caller) { return admission }
      state.refusals.add(caller, .unavailable)
      return .refused(.unavailable)
    }
  }

  /// Counts bytes of a sender that are about to be stored. A device may store what it likes; a
  /// stranger, and bytes of ``DeviceIdentity/unknown``, within the quota.
  ///
  /// - Returns: false if they must be neither stored nor answered.
  public func charge(
    _ identity: DeviceIdentity, peer: String, bytes: Int, at time: Timestamp
  ) -> Bool {
    state.withLock { state in
      if let entry = state.snapshot.entries[identity], !entry.isStranger { return true }
      return state.charge(identity, peer: peer, bytes: bytes, at: time)
    }
  }

  /// What was entered about the device of an identity.
  public func settings(of identity: DeviceIdentity) -> DeviceSettings {
    state.withLock { $0.snapshot.entries[identity]?.settings ?? .none }
  }

  /// The identity that an identifier stands for now.
  public func identity(of identifier: String) -> DeviceIdentity? {
    state.withLock { $0.snapshot.identityOf[identifier] }
  }

  /// All identifiers that stand for an identity, the first that it came with first.
  public func identifiers(of identity: DeviceIdentity) -> [String] {
    state.withLock { $0.snapshot.entries[identity]?.identifiers ?? [] }
  }

  /// The contacts that were refused last, the newest first; at most a few hundred are kept.
  public func refusedContacts() -> [RefusedContact] {
    state.withLock { $0.refusals.contacts }.reversed()
  }

  /// How often contacts were refused since the start, by reason.
  public func refusalCounts() -> [Refusal: Int64] {
    state.withLock { $0.refusals.counts }
  }

  // MARK: Contacts

  /// The number up to which ``recordContacts(_:watermark:)`` has taken the ledger: where its
  /// consumer goes on after a restart.
  public var contactsWatermark: Int64 { read(\.contactsWatermark) }

  /// Takes over what a consumer of the ledger has seen since ``contactsWatermark``.
  ///
  /// What is at or below the stored watermark has been counted already and is ignored, so that a
  /// batch that is given twice counts once.
  ///
  /// - Parameters:
  ///   - contacts: at most one of each identity.
  ///   - watermark: the sequence number of the last record that they come from.
  public func recordContacts(
    _ contacts: [Contact], watermark: Int64
  ) throws(FleetError) {
    let limits = options.limits
    do {
      try store.withLock { store in
        let entries = state.withLock { state in
          contacts.map { state.snapshot.entries[$0.identity] }
        }
        let versions: [DeviceIdentity: VersionHistory]? = try store.database.transaction {
          guard try store.meta("contactsWatermark") < watermark else { return nil }
          var versions: [DeviceIdentity: VersionHistory] = [:]
          for (contact, entry) in zip(contacts, entries) {
            try store.see(
              contact, isStranger: entry?.isStranger ?? true,
              entry?.contact.pauses(with: contact) ?? Pauses())
            versions[contact.identity] = try store.see(contact.versions, of: contact.identity)
          }
          if let keep = limits.retentionDays, let day = contacts.map(\.lastSeen.day).max() {
            try store.deleteStrangerDays(before: day - Int64(keep))
          }
          try store.setMeta("contactsWatermark", watermark)
          return versions
        }
        guard let versions else { return }
        state.withLock { state in
          for contact in contacts { state.snapshot.entries[contact.identity]?.contact.see(contact) }
          for (identity, history) in versions {
            state.snapshot.entries[identity]?.versions = history
          }
          state.snapshot.contactsWatermark = watermark
        }
      }
    } catch {
      throw Self.typed(error)
    }
  }
}
