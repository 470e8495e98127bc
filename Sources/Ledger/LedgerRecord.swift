public import Telemetry

/// A place in the ledger: everything up to it has been seen.
///
/// Only the ledger knows what its number means; others keep it and give it back.
public struct LedgerToken: Sendable, Hashable, Comparable {
  /// The token as a number that a consumer may store.
  public let rawValue: Int64

  /// A token as stored.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Before the first record.
  public static let start = LedgerToken(rawValue: 0)

  /// The earlier one first.
  public static func < (left: LedgerToken, right: LedgerToken) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A message as it stands in the ledger.
public struct LedgerRecord: Sendable, Hashable {
  /// Its number: ascending in the order of storing, from 1, with gaps, below 2^39.
  public let sequence: Int64
  /// When it was received.
  public let receivedAt: Timestamp
  /// Who sent it.
  public let identity: DeviceIdentity
  /// The protocol that it was read by; empty if none.
  public let protocolName: String
  /// What is special about it.
  public let flags: LedgerFlags
  /// The number of the connection that it came by.
  public let connection: UInt64
  /// The facts of that connection, unless its producer never told them.
  public let origin: LedgerConnection?
  /// How many records `reports` holds.
  public let recordCount: Int
  /// The bytes as received.
  public let raw: [UInt8]
  /// The decoded records in compact form one after the other; behind them what the message says of
  /// the device itself, if it does.
  public let reports: [UInt8]
  /// What was answered.
  public let reply: [UInt8]

  /// A record by its parts, for tests of consumers.
  public init(
    sequence: Int64, receivedAt: Timestamp, identity: DeviceIdentity, protocolName: String,
    flags: LedgerFlags = [], connection: UInt64 = 0, origin: LedgerConnection? = nil,
    recordCount: Int, raw: [UInt8] = [], reports: [UInt8], reply: [UInt8] = []
  ) {
    self.sequence = sequence
    self.receivedAt = receivedAt
    self.identity = identity
    self.protocolName = protocolName
    self.flags = flags
    self.connection = connection
    self.origin = origin
    self.recordCount = recordCount
    self.raw = raw
    self.reports = reports
    self.reply = reply
  }

  /// The place just behind this record.
  public var token: LedgerToken { LedgerToken(rawValue: sequence) }

  /// The versions of itself that the device reported; nothing of a message that is damaged.
  public func versions() -> [VersionSighting] {
    guard !flags.contains(.checksumFailed), VersionSighting.isPossible(in: reports.span) else {
      return []
    }
    var found: [VersionSighting] = []
    var offset = 0
    // The one behind the records is the notice.
    for _ in 0...min(recordCount, Reports.mostRecords) where offset < reports.count {
      guard reports[offset] != CompactMedia.mark,
        let stored = CompactReport.read(reports.span, at: &offset, receivedAt: receivedAt)
      else { break }
      let position = stored.position
      found += VersionSighting.all(
        in: position.attributes, at: position.deviceTime ?? position.fixTime,
        receivedAt: receivedAt)
    }
    return found
  }

  /// The decoded records.
  ///
  /// What cannot be read is left out together with all that follows it.
  public func positions() -> [CompactReport.Stored] {
    var positions: [CompactReport.Stored] = []
    positions.reserveCapacity(min(recordCount, Reports.mostRecords))
    var offset = 0
    for _ in 0..<recordCount {
      guard
        let stored = CompactReport.read(reports.span, at: &offset, receivedAt: receivedAt)
      else { break }
      positions.append(stored)
    }
    return positions
  }

  /// The pieces of pictures and sound in it.
  public func media() -> [MediaPiece] {
    guard flags.contains(.media) else { return [] }
    return CompactMedia.read(
      reports.span, recordCount: recordCount, receivedAt: receivedAt, frame: raw.span)
  }
}
