import EventLoop
import Fleet
import FrontDesk
import Gateway
import Telemetry
import Timeline
import TrackerProtocols
import WebServer

extension API {
  // MARK: Arrivals

  func listArrivals(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    let arrivals: [Arrival]
    do throws(FleetError) {
      arrivals = try fleet.arrivals(for: requester)
    } catch {
      throw Problem(error)
    }
    let page = Page(try call.integer("offset"), try call.integer("limit")).of(arrivals)
    var found: [(Arrival, StoredPosition?)] = []
    for arrival in page {
      found.append((arrival, try lastKnown(of: arrival.identity)))
    }
    return .json { $0.array(found) { $0.arrival($1.0, $1.1) } }
  }

  func adopt(_ call: Call) throws(Problem) -> HTTPResponse {
    let identity = DeviceIdentity(rawValue: try call.number())
    let requester = try call.requester()
    var name: String?
    var model: String?
    if !call.request.body.isEmpty {
      let body = try JSONObject(body: call.request.body)
      name = try body.text("name").flatMap { $0.isEmpty ? nil : $0 }
      model = try body.text("model").flatMap { $0.isEmpty ? nil : $0 }
    }
    do throws(FleetError) {
      let made = try fleet.adopt(identity, name: name, model: model, by: requester)
      live.changed(made.id)
      let device = try fleet.device(made.id, for: requester)
      return .json { $0.device(device, watch) }
    } catch {
      throw Problem(error)
    }
  }

  // MARK: Connections

  /// The list comes on a thread that serves trackers: whatever is long is left to a worker.
  func listConnections(_ call: Call, _ responder: Responder) {
    services.listConnections { [self] connections in
      let response = HTTPResponse.json { $0.array(connections) { $0.connection($1) } }
      respond(response, to: call.request, at: .quick, responder)
    }
  }

  /// Everything that came to nothing, newest first: what the gateway did not recognise or let in,
  /// and what the fleet turned away. Both keep a few hundred at most.
  func listRefusals() -> HTTPResponse {
    let entries = RefusalEntry.list(services.refusedConnections(), fleet.refusedContacts())
    return .json { $0.array(entries) { $1.write(to: &$0) } }
  }

  // MARK: Decoding

  /// The most bytes that are explained for a request: the answer is some hundred times as long.
  private static let mostDecodedBytes = 65_536

  /// What bytes are, to the last of them: `hex` or `text`, and if known `transport` and `protocol`.
  func decode(_ call: Call) throws(Problem) -> HTTPResponse {
    let body = try JSONObject(body: call.request.body)
    let bytes: [UInt8]
    if let hex = try body.text("hex") {
      guard let decoded = HexText.bytes(hex) else {
        throw Problem(400, "The field hex must be hexadecimal digits, two for each byte.")
      }
      bytes = decoded
    } else {
      bytes = Array(try body.requiredText("text").utf8)
    }
    guard bytes.count <= Self.mostDecodedBytes else {
      throw Problem(
        413,
        "Send at most \(Self.mostDecodedBytes) bytes; `whereabouts decode FILE` explains more.")
    }
    let transport = try Self.transport(body)
    var type: (any TrackerProtocol.Type)?
    if let name = try body.text("protocol") {
      guard let known = Catalogue.named(name) else {
        throw Problem(400, "There is no protocol \(name).")
      }
      type = known
    }
    // Devices that send no date are dated by the time of receipt.
    var given: Timestamp?
    try body.read("receivedAt", into: &given)
    let receivedAt = given ?? options.clock()
    var explainer = Explainer(type)
    explainer.feed(bytes, StreamState(transport: transport, edge: .ended), receivedAt: receivedAt)
    explainer.end(transport, receivedAt: receivedAt)
    let explanation = explainer.json()
    return .json { $0.raw(explanation) }
  }

  /// The protocols that can be named, for the page.
  static let protocols = HTTPResponse.json { json in
    let names = Catalogue.protocols.map { $0.about.name }.sorted()
    json.array(names) { json, name in json.value(.text(name)) }
  }

  private static func transport(_ body: JSONObject) throws(Problem) -> Transport {
    guard let name = try body.text("transport") else { return .tcp }
    guard let transport = Transport.allCases.first(where: { $0.name == name }) else {
      throw Problem(400, "The field transport must be tcp or udp.")
    }
    return transport
  }
}

extension JSONWriter {
  /// Writes an arrival and its last position.
  fileprivate mutating func arrival(_ arrival: Arrival, _ last: StoredPosition?) {
    object { json in
      json.member("id", .integer(arrival.identity.rawValue))
      json.member("identifier", .text(arrival.identifier))
      json.key("otherIdentifiers")
      json.array(arrival.otherIdentifiers) { $0.value(.text($1)) }
      json.member("protocol", .text(arrival.protocolName))
      json.member("transport", arrival.transport.map { .text($0.name) })
      json.member("peer", .text(arrival.peer))
      json.time("firstSeen", arrival.firstSeen)
      json.time("lastSeen", arrival.lastSeen)
      json.member("count", .integer(arrival.messages))
      json.key("versions")
      json.array(arrival.versions) { $0.version($1) }
      json.key("position")
      if let last { json.position(last, device: 0) } else { json.value(nil) }
    }
  }

  /// Writes a connection of a tracker.
  fileprivate mutating func connection(_ connection: ConnectionOverview) {
    object { json in
      json.member("id", .integer(connection.number))
      json.member("peer", .text("\(connection.peer)"))
      json.member("local", .text("\(connection.local)"))
      json.member("transport", .text(connection.transport.name))
      json.time("since", connection.openedAt)
      json.member("protocol", connection.protocolName.map { .text($0) })
      let why = connection.lastError ?? connection.explanation
      json.member("why", why.isEmpty ? nil : .text(why))
      json.member(
        "identifier", connection.identifier.isEmpty ? nil : .text(connection.identifier))
      json.member("arrival", .boolean(connection.isStranger))
      json.member("unconfirmed", .boolean(connection.isUnconfirmed))
      json.member("refusal", connection.refusal.map { .text($0) })
      json.member("frames", .integer(Int64(clamping: connection.frames)))
      json.member("badFrames", .integer(Int64(clamping: connection.badFrames)))
      json.member("bytes", .integer(Int64(clamping: connection.bytes)))
      json.time("lastFrameAt", connection.frames > 0 ? connection.lastHeardAt : nil)
    }
  }
}
