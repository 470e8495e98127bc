import Fleet
import Telemetry
import WebServer

extension API {
  /// Milliseconds for which something is shared unless a client says otherwise.
  private static let usualShare: Int64 = 7 * 86_400_000

  /// Shows a device or a group to whoever has the token that is answered.
  func share(_ kind: ObjectKind, _ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    let form = call.request.form
    guard let text = form[kind.rawValue + "Id"], let id = Int64(text) else {
      throw Problem(400, "Send the field \(kind.rawValue)Id, a whole number, as a form.")
    }
    let end =
      try Self.moment(form, "expiration")
      ?? options.clock().advanced(byMilliseconds: Self.usualShare)
    do throws(FleetError) {
      return .text(try fleet.share(ObjectReference(kind, id), until: end, by: requester))
    } catch {
      throw Problem(error)
    }
  }

  func listShares(_ call: Call) throws(Problem) -> HTTPResponse {
    let shares = fleet.shares(for: try call.requester())
    return .json { $0.array(shares) { $0.share($1) } }
  }

  func endShare(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    do throws(FleetError) {
      try fleet.endShare(id, by: try Self.requester(call))
    } catch {
      throw Problem(error)
    }
    live.checkClients()
    return .noContent
  }

  /// A moment in a form; nil if there is none.
  static func moment(_ form: Parameters, _ name: String) throws(Problem) -> Timestamp? {
    guard let text = form[name], !text.isEmpty else { return nil }
    guard let time = Timestamp(iso8601: text) else {
      throw Problem(400, "The field \(name) must be a moment such as 2026-11-20T09:30:00Z.")
    }
    return time
  }
}

extension Call {
  /// Keeps those out to whom something is only shown for a while: what concerns the account is for
  /// all who have the same link, and what a device said word by word is more than was shared.
  func requireLasting() throws(Problem) {
    guard try !requireCaller().user.temporary else {
      throw Problem(403, "You see something that is shared with you, and not this.")
    }
  }
}

extension JSONWriter {
  fileprivate mutating func share(_ share: Share) {
    object { json in
      json.member("id", .integer(share.id))
      json.member("userId", .integer(share.sharerId))
      let isDevice = share.object.kind == .device
      json.member("deviceId", isDevice ? .integer(share.object.id) : nil)
      json.member("groupId", isDevice ? nil : .integer(share.object.id))
      json.time("expiration", share.expiresAt)
    }
  }
}
