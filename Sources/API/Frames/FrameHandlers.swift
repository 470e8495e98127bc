import Fleet
import Ledger
import Telemetry
import TrackerProtocols
import WebServer

extension API {
  /// How many messages an answer has unless a client says otherwise, and at most.
  private static let usualFrames: Int64 = 50
  private static let mostFrames: Int64 = 500
  /// The most bytes of messages in one answer; explanations are some hundred times as long.
  private static let mostFrameBytes = 262_144
  private static let mostExplainedBytes = 16_384

  /// What a device sent, newest first: `from`, `to`, `limit`, `before` (a message's number), `only`
  /// for those of a kind, and `explain=true` for the meaning of every byte.
  func listFrames(_ call: Call) throws(Problem) -> HTTPResponse {
    try call.requireLasting()
    let device = try device(try call.number(), call)
    let limit = try call.integer("limit") ?? Self.usualFrames
    guard (1...Self.mostFrames).contains(limit) else {
      throw Problem(400, "The parameter limit must be from 1 to \(Self.mostFrames).")
    }
    let explains = call.request.query["explain"] == "true"
    let wish = FrameSearch.Wish(
      identity: device.identity, from: try call.time("from"), to: try call.time("to"),
      choice: try Self.choice(call), before: try call.integer("before"), count: Int(limit),
      bytes: explains ? Self.mostExplainedBytes : Self.mostFrameBytes)
    guard let ledger = services.ledger else {
      throw Problem(503, "The ledger is not open, so nobody can look at what devices sent.")
    }
    let search = FrameSearch(ledger: ledger, recent: services.recentFrames)
    do throws(LedgerError) {
      let found = try search.find(wish, lastSeen: device.lastUpdate)
      var explanations: [Int64: [UInt8]] = [:]
      if explains {
        let explainer = FrameExplainer(search: search, settings: device.settings)
        explanations = try explainer.explain(
          found.records.filter { $0.raw.count <= Self.mostExplainedBytes })
      }
      return .json { json in
        json.object { json in
          json.key("frames")
          json.array(found.records) { $0.frame($1, explanations[$1.sequence]) }
          json.member("next", found.next.map { .integer($0) })
        }
      }
    } catch {
      throw Problem(503, "What the device sent cannot be read: \(error.description).")
    }
  }
}

extension API {
  private static func choice(_ call: Call) throws(Problem) -> FrameSearch.Choice? {
    guard let name = call.request.query["only"], !name.isEmpty else { return nil }
    guard let choice = FrameSearch.Choice(rawValue: name) else {
      let names = FrameSearch.Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(400, "The parameter only must be one of: \(names).")
    }
    return choice
  }
}

extension JSONWriter {
  /// Writes a message as it stands in the ledger.
  fileprivate mutating func frame(_ record: LedgerRecord, _ explanation: [UInt8]?) {
    object { json in
      json.member("id", .integer(record.sequence))
      json.time("time", record.receivedAt)
      json.member("protocol", record.protocolName.isEmpty ? nil : .text(record.protocolName))
      json.key("connection")
      json.object { json in
        // As many of its bits as browsers keep exactly, as in the list of connections.
        json.member("id", .integer(Int64(record.connection & 0x1F_FFFF_FFFF_FFFF)))
        json.member("transport", record.origin.map { .text($0.transport.name) })
        json.member("peer", record.origin.map { .text($0.peer) })
        json.member("local", record.origin.map { .text($0.local) })
        json.time("since", record.origin?.openedAt)
      }
      json.member("hex", .text(HexText.text(record.raw)))
      json.member("reply", record.reply.isEmpty ? nil : .text(HexText.text(record.reply)))
      json.member("decoded", .boolean(record.flags.isDisjoint(with: .unread)))
      json.key("notes")
      json.array(record.flags.notes) { $0.value(.text($1)) }
      json.member("positions", .integer(Int64(record.recordCount)))
      if let explanation {
        json.key("explanation")
        json.raw(explanation)
      }
    }
  }
}

extension LedgerFlags {
  /// What says that nothing was read from a message.
  fileprivate static let unread: LedgerFlags = [.undetected, .decodingFailed, .unframed]
  /// What says that something is wrong with a message.
  static let remarkable: LedgerFlags = unread.union([
    .checksumFailed, .unconfirmed, .unidentified, .cutShort,
  ])

  /// What is special about a message, for people.
  fileprivate var notes: [String] {
    let sentences: [(LedgerFlags, String)] = [
      (.undetected, "No protocol knows these bytes."),
      (.decodingFailed, "The protocol is known, but this message could not be read."),
      (.unframed, "These bytes stood between messages and belong to none."),
      (.checksumFailed, "The checksum does not hold."),
      (.unconfirmed, "Another connection belongs to this device; the sender may be another."),
      (.unidentified, "The sender had not said who it is."),
      (.cutShort, "Only the beginning of the bytes was kept."),
    ]
    return sentences.filter { contains($0.0) }.map(\.1)
  }
}
