import Fleet
import Telemetry

/// Manages devices from the machine itself.
enum DeviceCommand: Subcommand {
  static let name = "device"
  static let summary = "list, add, change and remove devices"
  static let help = """
    whereabouts device list
    whereabouts device add IDENTIFIER [--name NAME] [--model MODEL] [--for EMAIL]
    whereabouts device set IDENTIFIER [--name NAME] [--model MODEL] [--for EMAIL]
    whereabouts device remove IDENTIFIER

    Works beside a running server. What a tracker with this identifier has sent already is the
    device's history; after a removal it becomes an arrival again.

      --for EMAIL            a user who may see the device; without it all administrators may
      --data-folder FOLDER   the server's data (./data)
    """

  static func run(_ words: [String]) throws -> Int32 {
    let (fleet, rest) = try FleetFile.open(words)
    let words = try Words(rest, withValue: ["data-folder", "name", "model", "for"])
    try words.atMost(2)
    switch (words.values.first, words.values.dropFirst().first) {
    case ("list", nil):
      list(fleet.devices(for: .machine, all: true))
    case ("add", let identifier?):
      var device = Device(name: words["name"] ?? identifier, uniqueId: identifier)
      device.model = words["model"]
      let users = try Self.users(words["for"], fleet)
      let made = try fleet.createDevice(device, by: .machine)
      try permit(made, users, fleet)
      Terminal.write("device \(identifier) added with number \(made.id)")
    case ("set", let identifier?):
      var device = try found(identifier, fleet)
      guard ["name", "model", "for"].contains(where: { words[$0] != nil }) else {
        throw UsageProblem("say what to change: --name NAME, --model MODEL or --for EMAIL")
      }
      let users = try words["for"].map { try Self.users($0, fleet) }
      device.name = words["name"] ?? device.name
      device.model = words["model"] ?? device.model
      let changed = try fleet.updateDevice(device, by: .machine)
      if let users { try permit(changed, users, fleet) }
      Terminal.write("device \(identifier) changed")
    case ("remove", let identifier?):
      try fleet.deleteDevice(try found(identifier, fleet).id, by: .machine)
      Terminal.write("device \(identifier) removed; its history is kept as an arrival")
    default:
      throw UsageProblem("say 'list', 'add IDENTIFIER', 'set IDENTIFIER' or 'remove IDENTIFIER'")
    }
    return 0
  }

  private static func found(_ identifier: String, _ fleet: Fleet) throws -> Device {
    guard let device = fleet.device(uniqueId: identifier) else {
      throw UsageProblem("there is no device '\(identifier)'; 'whereabouts device list' shows all")
    }
    return device
  }

  private static func list(_ devices: [Device]) {
    guard !devices.isEmpty else {
      Terminal.write("no device was entered; 'whereabouts arrivals' shows what has called")
      return
    }
    let rows = devices.map { device in
      [
        String(device.id), device.uniqueId, device.name, device.model ?? "",
        device.lastUpdate?.brief ?? "never",
      ]
    }
    for line in TextTable.lines(["number", "identifier", "name", "model", "last seen"], rows) {
      Terminal.write(line)
    }
  }

  /// The user of that address, or all administrators.
  static func users(_ email: String?, _ fleet: Fleet) throws -> [User] {
    guard let email else { return fleet.users(for: .machine).filter(\.administrator) }
    guard let user = fleet.user(named: email) else {
      throw UsageProblem("there is no user '\(email)'; 'whereabouts user list' shows all")
    }
    return [user]
  }

  /// Lets users see a device.
  static func permit(_ device: Device, _ users: [User], _ fleet: Fleet) throws {
    let links = users.map { user in
      Link(ObjectReference(.user, user.id), ObjectReference(.device, device.id))
    }
    if !links.isEmpty { try fleet.link(links, by: .machine) }
  }
}
