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

    Works beside a running server. A password is read from standard input, a line, so that it
    stands in no list of processes:  whereabouts user add me@example.org < password-file

      --data-folder FOLDER   the server's data (./data)
    """

  static func run(_ words: [String]) throws -> Int32 {
    let (fleet, rest) = try FleetFile.open(words)
    let words = try Words(rest, withValue: ["name"], alone: ["administrator"])
    switch (words.values.first, words.values.dropFirst().first) {
    case ("list", nil):
      for user in fleet.users(for: .machine) {
        let role = user.administrator ? "administrator" : user.readonly ? "read only" : "user"
        Terminal.write("\(user.id)  \(user.email)  \(user.name)  \(role)")
      }
    case ("add", let email?):
      var user = User(name: words["name"] ?? email, email: email)
      user.administrator = words.has("administrator")
      let made = try fleet.createUser(user, password: try password(), by: .machine)
      Terminal.write("user \(made.email) added with number \(made.id)")
    case ("password", let email?):
      _ = try fleet.updateUser(
        try found(email, fleet), password: try password(), by: .machine)
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

  private static func password() throws -> String {
    Terminal.complain("password, then Enter:")
    guard let line = readLine(strippingNewline: true), !line.isEmpty else {
      throw UsageProblem("a password is read from standard input, and there was none")
    }
    return line
  }
}
