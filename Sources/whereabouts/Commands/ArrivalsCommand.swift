import Fleet
import Telemetry

/// Shows unknown trackers that have called, and adopts them.
enum ArrivalsCommand: Subcommand {
  static let name = "arrivals"
  static let summary = "show unknown trackers that have called, and adopt them"
  static let help = """
    whereabouts arrivals
    whereabouts arrivals adopt IDENTIFIER [--name NAME] [--model MODEL] [--for EMAIL]
    whereabouts arrivals adopt --all

    Works beside a running server. An adopted tracker becomes a device with all that it has sent
    so far.

      --model MODEL          what it is, such as one of those that 'whereabouts models' lists
      --for EMAIL            a user who may see the device; without it all administrators may
      --data-folder FOLDER   the server's data (./data)
    """

  static func run(_ words: [String]) throws -> Int32 {
    let (fleet, rest) = try FleetFile.open(words)
    let words = try Words(rest, withValue: ["name", "model", "for"], alone: ["all"])
    let arrivals = try fleet.arrivals(for: .machine)
    switch (words.values.first, words.values.dropFirst().first) {
    case (nil, nil):
      for arrival in arrivals {
        let transport = arrival.transport?.name ?? "-"
        Terminal.write(
          "\(arrival.identifier)  \(arrival.protocolName)  \(transport)  \(arrival.peer)  "
            + "\(arrival.messages) messages  last \(arrival.lastSeen.brief)")
      }
      if arrivals.isEmpty { Terminal.write("no unknown tracker has called") }
    case ("adopt", nil) where words.has("all"):
      for arrival in arrivals { try adopt(arrival, nil, words["model"], words["for"], fleet) }
      Terminal.write("\(arrivals.count) trackers adopted")
    case ("adopt", let identifier?):
      guard let arrival = arrivals.first(where: { $0.identifier == identifier }) else {
        throw UsageProblem("no unknown tracker '\(identifier)' has called")
      }
      try adopt(arrival, words["name"], words["model"], words["for"], fleet)
      Terminal.write("tracker \(identifier) adopted")
    default: throw UsageProblem("say nothing, 'adopt IDENTIFIER' or 'adopt --all'")
    }
    return 0
  }

  private static func adopt(
    _ arrival: Arrival, _ name: String?, _ model: String?, _ email: String?, _ fleet: Fleet
  ) throws {
    let device = try fleet.adopt(arrival.identity, name: name, model: model, by: .machine)
    try DeviceCommand.permit(device, email, fleet)
  }
}
