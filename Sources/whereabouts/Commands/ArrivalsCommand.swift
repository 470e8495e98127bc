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
    let words = try Words(rest, withValue: ["data-folder", "name", "model", "for"], alone: ["all"])
    try words.atMost(2)
    let arrivals = try fleet.arrivals(for: .machine)
    switch (words.values.first, words.values.dropFirst().first) {
    case (nil, nil):
      list(arrivals)
    case ("adopt", nil) where words.has("all"):
      if words["name"] != nil { throw UsageProblem("--name is for one tracker, not for all") }
      for arrival in arrivals { try adopt(arrival, words, fleet) }
      Terminal.write("\(arrivals.count) trackers adopted")
    case ("adopt", let identifier?):
      guard let arrival = arrivals.first(where: { $0.identifier == identifier }) else {
        throw UsageProblem(
          "no unknown tracker '\(identifier)' has called; 'whereabouts arrivals' shows all")
      }
      try adopt(arrival, words, fleet)
      Terminal.write("tracker \(identifier) adopted")
    default: throw UsageProblem("say nothing, 'adopt IDENTIFIER' or 'adopt --all'")
    }
    return 0
  }

  private static func list(_ arrivals: [Arrival]) {
    guard !arrivals.isEmpty else { return Terminal.write("no unknown tracker has called") }
    let rows = arrivals.map { arrival in
      [
        arrival.identifier, arrival.protocolName, arrival.transport?.name ?? "", arrival.peer,
        String(arrival.messages), arrival.firstSeen.brief, arrival.lastSeen.brief,
      ]
    }
    let headings = [
      "identifier", "protocol", "by", "from", "messages", "first seen", "last seen",
    ]
    for line in TextTable.lines(headings, rows) { Terminal.write(line) }
  }

  private static func adopt(_ arrival: Arrival, _ words: Words, _ fleet: Fleet) throws {
    let users = try DeviceCommand.users(words["for"], fleet)
    let device = try fleet.adopt(
      arrival.identity, name: words["name"], model: words["model"], by: .machine)
    try DeviceCommand.permit(device, users, fleet)
  }
}
