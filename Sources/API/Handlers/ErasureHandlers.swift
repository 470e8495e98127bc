import Fleet
import Telemetry
import WebServer

extension API {
  /// Has everything erased that a device has sent. It takes as long as reading the whole ledger, so
  /// the answer is only that it will be done; `GET /api/erasures` says when it is.
  func eraseDevice(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    let requester = try call.requester()
    guard let erase = services.eraseDevice else {
      throw Problem(503, "This server cannot erase what devices have sent.")
    }
    do throws(FleetError) {
      let erasure = try erase(id, requester)
      var response = HTTPResponse.json { $0.erasure(erasure) }
      response.status = 202
      return response
    } catch {
      throw Problem(error)
    }
  }

  func listErasures(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    do throws(FleetError) {
      let erasures = try fleet.erasures(for: requester)
      return .json { $0.array(erasures) { $0.erasure($1) } }
    } catch {
      throw Problem(error)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func erasure(_ erasure: Erasure) {
    object { json in
      json.member("id", .integer(erasure.id))
      json.member("deviceId", .integer(erasure.deviceId))
      json.member("userId", .integer(erasure.userId))
      json.time("requestedAt", erasure.requestedAt)
      json.time("finishedAt", erasure.finishedAt)
      json.member("positions", .integer(erasure.positions))
      json.member("messages", .integer(erasure.messages))
    }
  }
}
