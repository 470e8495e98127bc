import EventLoop
import Fleet
import Gateway
import Telemetry
import TrackerProtocols

/// Something that came to nothing, as the page and programs read it: a connection that the gateway
/// gave up, or a device that the fleet turned away.
struct RefusalEntry: Sendable {
  let time: Timestamp
  let peer: String
  let transport: Transport
  let protocolName: String?
  let identifier: String?
  /// A word for the kind of refusal, by which a client chooses its advice.
  let kind: String
  let why: String
  var firstBytes: [UInt8] = []
  let count: Int

  /// Both lists as one, the newest first.
  ///
  /// A device that the fleet turned away ends as a connection that came to nothing. It is listed
  /// once, with the fleet's words and the connection's bytes.
  static func list(
    _ connections: [RefusedConnection], _ contacts: [RefusedContact]
  ) -> [RefusalEntry] {
    var entries = contacts.map { RefusalEntry($0) }
    for connection in connections {
      let known =
        connection.kind == .turnedAway
        ? entries.firstIndex { $0.isAbout(connection) } : nil
      if let known {
        if entries[known].firstBytes.isEmpty { entries[known].firstBytes = connection.firstBytes }
      } else {
        entries.append(RefusalEntry(connection))
      }
    }
    return entries.sorted { $0.time > $1.time }
  }

  private init(_ connection: RefusedConnection) {
    time = connection.at
    peer = connection.peer.description
    transport = connection.transport
    protocolName = connection.protocolName
    identifier = connection.identifier.isEmpty ? nil : connection.identifier
    kind = connection.kind.rawValue
    why = connection.reason
    firstBytes = connection.firstBytes
    count = connection.count
  }

  private init(_ contact: RefusedContact) {
    time = contact.time
    peer = contact.peer
    transport = contact.transport
    protocolName = contact.protocolName.isEmpty ? nil : contact.protocolName
    identifier = contact.identifier.isEmpty ? nil : contact.identifier
    kind = contact.reason.rawValue
    why = contact.reason.advice
    count = contact.count
  }

  private func isAbout(_ connection: RefusedConnection) -> Bool {
    identifier == connection.identifier && protocolName == connection.protocolName
      && why == connection.reason
  }

  /// Writes the entry as an object.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.time("time", time)
      json.member("peer", .text(peer))
      json.member("transport", .text(transport.name))
      json.member("protocol", protocolName.map { .text($0) })
      json.member("identifier", identifier.map { .text($0) })
      json.member("kind", .text(kind))
      json.member("why", .text(why))
      json.member("firstBytes", .text(HexText.text(firstBytes)))
      json.member("count", .integer(Int64(count)))
    }
  }
}
