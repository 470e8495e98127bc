import Telemetry
import WebServer

extension API {
  /// Has a tracker simulated for a while, which arrives by the port for trackers like any other.
  func playTracker(_ call: Call) throws(Problem) -> HTTPResponse {
    guard let simulation = services.simulation else {
      throw Problem(503, "This server cannot simulate trackers.")
    }
    if let problem = simulation.play() { throw Problem(409, problem) }
    return .json { json in
      json.object { $0.member("seconds", .integer(Int64(simulation.seconds))) }
    }
  }
}
