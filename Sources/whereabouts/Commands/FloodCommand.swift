import EventLoop
import Simulator
import Telemetry

/// Puts a server under load, and keeps account of what it has answered.
enum FloodCommand: Subcommand {
  static let name = "flood"
  static let summary = "put a server under load and count what it answers"
  static let help = """
    whereabouts flood [--to HOST:PORT] [options]

    Sends positions of many devices over many connections and counts the answers. Every position
    has a time of its own, so that each can be found again.

      --to HOST:PORT       where to (127.0.0.1:8888)
      --protocol NAME      startek, gt06 or h02 (startek)
      --connections N      connections (100)
      --devices N          devices (1000); for gt06 as many as connections
      --rate N             messages a second in all; 0 as fast as it goes (1000)
      --messages N         how many in all (10000)
      --window N           unanswered messages on a connection (64)
      --first TIME         the time of the first position of each device
      --interval SECONDS   between the times of two positions of a device (1)
      --hold SECONDS       keep the connections open so long after the last answer (0)
      --settle SECONDS     leave the latencies of the first seconds out, in which it connects (0)
      --silence SECONDS    how long to wait for an answer before giving up (30)
      --answered FILE      writes a line "identifier milliseconds" for every answered position

    It ends when everything is answered, when the server is gone, or after a time of silence.
    """

  static func run(_ words: [String]) throws -> Int32 {
    let words = try Words(
      words,
      withValue: [
        "to", "protocol", "connections", "devices", "rate", "messages", "window", "first",
        "interval", "hold", "settle", "silence", "answered",
      ])
    let address = try Destination.address(words["to"] ?? Destination.usual)
    let protocolName = words["protocol"] ?? "startek"
    guard FloodDevice.protocols.contains(protocolName) else {
      throw UsageProblem(
        "a load is made of \(FloodDevice.protocols.joined(separator: ", ")), not '\(protocolName)'")
    }
    let connections = max(try number(words, "connections", 100), 1)
    let devices =
      protocolName == "gt06" ? connections : max(try number(words, "devices", 1_000), connections)
    let plan = FloodPlan(
      address: address, protocolName: protocolName, connections: connections, devices: devices,
      rate: try number(words, "rate", 1_000), messages: try number(words, "messages", 10_000),
      window: max(try number(words, "window", 64), 1),
      first: try Words.time(words["first"] ?? "2026-01-01T00:00:00Z"),
      interval: max(try number(words, "interval", 1), 1), hold: try number(words, "hold", 0),
      settle: try number(words, "settle", 0),
      silence: try number(words, "silence", 30))
    let flood = try Flood(plan)
    flood.run()
    if let file = words["answered"] { try flood.writeAnswered(to: file) }
    Terminal.write(flood.summary)
    return flood.isInVain ? 1 : 0
  }

  private static func number(_ words: Words, _ name: String, _ usual: Int) throws -> Int {
    guard let text = words[name] else { return usual }
    guard let value = Int(text), (0...1_000_000_000).contains(value) else {
      throw UsageProblem("--\(name) takes a whole number, not '\(text)'")
    }
    return value
  }
}
