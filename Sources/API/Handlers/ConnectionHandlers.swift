import Fleet
import Gateway
import WebServer

extension API {
  /// Somebody says that an unconfirmed connection is the device that it says it is: it takes the
  /// place of the one that speaks for the device now.
  func confirmConnection(_ call: Call, _ responder: Responder) {
    let number: Int64
    do throws(Problem) {
      number = try call.number()
    } catch {
      responder.respond(error.response)
      return
    }
    services.listConnections { [self] connections in
      let asked = connections.first { $0.number == number }
      // This is a thread that serves trackers, and what is done is written down.
      let isTaken = submit(.slow, for: call.caller?.user.id) { [self] in
        let response = confirm(asked, number)
        record(call, Deed(.post, "/api/connections/{id}/confirm"), response)
        responder.respond(response)
      }
      if !isTaken { responder.respond(Problem.busy.response) }
    }
  }

  private func confirm(_ connection: ConnectionOverview?, _ number: Int64) -> HTTPResponse {
    guard let connection else {
      return Problem(
        404, "There is no connection with the number \(number); it has perhaps ended."
      ).response
    }
    guard connection.isUnconfirmed else {
      return Problem(409, "The connection needs no confirmation: no other has an older right.")
        .response
    }
    services.confirmConnection(connection.id)
    return .noContent
  }
}

extension ConnectionOverview {
  /// Its number in the API: as many of its bits as browsers keep exactly. The others are the same
  /// for all connections of some months.
  var number: Int64 { Int64(id & 0x1F_FFFF_FFFF_FFFF) }
}
