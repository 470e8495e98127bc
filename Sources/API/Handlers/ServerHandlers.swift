import Fleet
import Ledger
import Telemetry
import WebServer

extension API {
  /// What everybody may know of the server; administrators also how much room its disk has.
  func readServer(_ call: Call) -> HTTPResponse {
    var facts = ServerFacts(
      version: options.version, isNew: !fleet.hasUsers, attributes: options.serverAttributes)
    // Nobody is kept out, so a proof that does not hold is none.
    if case .caller(let caller) = Credentials(fleet: fleet).identify(call.request),
      caller.user.administrator
    {
      facts.space = services.ledgerStatistics?().space
    }
    return .json { $0.server(fleet.server, facts) }
  }

  func changeServer(_ call: Call) throws(Problem) -> HTTPResponse {
    let body = try JSONObject(body: call.request.body)
    var server = fleet.server
    try body.read(into: &server, except: options.serverAttributes)
    do throws(FleetError) {
      try fleet.updateServer(server, by: try Self.requester(call))
    } catch {
      throw Problem(error)
    }
    return readServer(call)
  }

  /// The requester, where only the fleet's errors may be thrown: the route has made sure that
  /// somebody is signed in.
  static func requester(_ call: Call) throws(FleetError) -> Requester {
    guard let caller = call.caller else { throw .forbidden("Sign in first.") }
    return .user(caller.user.id)
  }

  /// Whether messages are stored and shown, for whoever watches over the server.
  var health: HTTPResponse {
    if let trouble = services.ledgerStatistics?().trouble {
      return Problem(503, "Nothing can be stored: \(trouble)").response
    }
    for progress in services.derivationProgress?() ?? [] {
      guard let trouble = progress.trouble else { continue }
      return Problem(503, "What devices send is stored, but not shown: \(trouble)").response
    }
    return .text("OK")
  }

  /// The words that attributes are called by, with their units.
  static let vocabulary: HTTPResponse = .json { json in
    json.array(Vocabulary.words) { json, word in
      json.object { json in
        json.member("name", .text(word.isFamily ? word.key.word + "*" : word.key.word))
        json.member("unit", .text(word.unit))
        json.member("title", .text(word.title))
      }
    }
  }
}
