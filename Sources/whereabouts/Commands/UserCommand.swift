import Fleet
import Telemetry

/// Manages people from the machine itself.
enum UserCommand: Subcommand {
  static let name = "user"
  static let summary = "list, add and remove people, set a password"
  static let help = """
    whereabouts user list
    whereabouts user add EMAIL [--name NAME] [--administrator]
    whereabouts user password EMAIL
    whereabouts user remove EMAIL

    Works beside a running server. The password is asked for, or is the first line of standard
    input, so that it stands in no list of processes:

      whereabouts user add me@example.org < password-file

      --data-folder FOLDER   the server's data (./data)
    """

  static func run(_ words: [String]) throws -> Int32 {
    let (fleet, rest) = try FleetFile.open(words)
    let words = try Words(rest, withValue: ["data-folder", "name"], alone: ["administrator"])
    try words.atMost(2)
    switch (words.values.first, words.values.dropFirst().first) {
    case ("list", nil):
      list(fleet.users(for: .machine))
    case ("add", let email?):
      var user = User(name: words["name"] ?? email, email: email)
      user.administrator = words.has("administrator")
      let made = try fleet.createUser(user, password: try password(email), by: .machine)
      Terminal.write("user \(made.email) added with number \(made.id)")
    case ("password", let email?):
      _ = try fleet.updateUser(
        try found(email, fleet), password: try password(email), by: .machine)
      Terminal.write("password of \(email) changed; all sessions of this user have ended")
    case ("remove", let email?):
      try fleet.deleteUser(try found(email, fleet).id, by: .machine)
      Terminal.write("user \(email) removed")
    default: throw UsageProblem("say 'list', 'add EMAIL', 'password EMAIL' or 'remove EMAIL'")
    }
    return 0
  }

  private static func found(_ name: String, _ fleet: Fleet) throws -> User {
    guard let user = fleet.user(named: name) else {
      throw UsageProblem("there is no user '\(name)'; 'whereabouts user list' shows all")
    }
    return user
  }

  private static func list(_ users: [User]) {
    guard !users.isEmpty else {
      Terminal.write("there is nobody yet; 'whereabouts user add EMAIL --administrator' begins")
      return
    }
    let rows = users.map { user in
      [
        String(user.id), user.email, user.name,
        user.administrator ? "administrator" : user.readonly ? "read only" : "user",
      ]
    }
    for line in TextTable.lines(["number", "email", "name", "role"], rows) { Terminal.write(line) }
  }

  private static func password(_ email: String) throws -> String {
    guard let line = Terminal.secret("password of \(email): "), !line.isEmpty else {
      throw UsageProblem("a password is read from standard input, and there was none")
    }
    return line
  }
}
