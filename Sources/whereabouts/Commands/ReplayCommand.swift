import EventLoop
import Telemetry
import TrackerProtocols

/// Sends recorded messages to a server as a device would.
enum ReplayCommand: Subcommand {
  static let name = "replay"
  static let summary = "send recorded messages to a server as real TCP or UDP traffic"
  static let help = """
    whereabouts replay FILE [--to HOST:PORT] [options]

    Sends what a file holds to a server and shows what it answers. The file has a message in
    hexadecimal on each line, or JSON objects with "wire" (and "session", "transport"), or is a
    packet capture (pcap, pcapng), of which the devices' side is sent. Messages of one session
    share a connection. Empty lines and lines that begin with # are left out; a - instead of FILE
    reads lines from standard input.

      --to HOST:PORT    where to, by name or address (127.0.0.1:8888)
      --rate N          messages a second in all (100); 0 as fast as it goes
      --wait MS         how long to wait for answers after the last message (1000)
      --udp | --tcp     send all this way, however it was recorded
      --protocols A,B   only these, if the file names protocols
      --json            a JSON object for each session, with what was received
      --quiet           only the last line

    What is sent stands behind >, what came back behind <. The status is 1 if a session could not
    be sent whole. Example: whereabouts replay capture.pcap --to tracker.example.org:8888
    """

  static func run(_ words: [String]) throws -> Int32 {
    let words = try Words(
      words, withValue: ["to", "rate", "wait", "protocols"], alone: ["udp", "tcp", "json", "quiet"])
    guard words.values.count == 1 else {
      throw UsageProblem("name one file, or - for standard input")
    }
    if words.has("udp"), words.has("tcp") { throw UsageProblem("say --udp or --tcp, not both") }
    let forced: Transport? = words.has("udp") ? .udp : words.has("tcp") ? .tcp : nil
    let names = (words["protocols"] ?? "").split(separator: ",").map(String.init)
    let sessions = try ReplayTraffic.load(
      words.values[0], forced: forced, protocols: Set(names))
    let address = try Destination.address(words["to"] ?? Destination.usual)
    let replay = try Replay(
      sessions, to: address, rate: try number(words["rate"], "rate", 100),
      wait: try number(words["wait"], "wait", 1_000), quiet: words.has("quiet") || words.has("json")
    )
    replay.run()
    if words.has("json") {
      replay.writeJSON()
      // Apart from the objects, so that a program can read every line.
      Terminal.note(replay.summary)
    } else {
      Terminal.write(replay.summary)
    }
    return replay.failures == 0 ? 0 : 1
  }

  private static func number(_ text: String?, _ name: String, _ usual: Int) throws -> Int {
    guard let text else { return usual }
    guard let value = Int(text), (0...10_000_000).contains(value) else {
      throw UsageProblem("--\(name) takes a whole number, not '\(text)'")
    }
    return value
  }
}
