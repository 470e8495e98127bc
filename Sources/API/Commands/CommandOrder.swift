import Fleet
import Telemetry
import WebServer

/// A command as somebody sends it: its own words, or the number of a saved one.
struct CommandOrder: Sendable {
  /// How long a command waits for its device unless somebody says otherwise, in milliseconds.
  private static let usualWait: Int64 = 86_400_000
  /// The same for what may do harm when nobody thinks of it any more.
  private static let shortWait: Int64 = 600_000
  private static let harmful: Set<CommandType> = [
    .engineStop, .powerOff, .factoryReset, .firmwareUpdate, .setConnection,
  ]

  /// The number of the saved command; 0 if it is none.
  var savedId: Int64 = 0
  let command: Command
  let description: String?
  /// When it is no longer to be sent.
  let expiresAt: Timestamp
  /// Whether it may wait for a device that is away.
  let mayWait: Bool

  /// - Parameter saved: the command of the number that was given.
  init(_ body: JSONObject, saved: StoredObject?, at time: Timestamp) throws(Problem) {
    let name: String
    var parameters: [String: AttributeValue] = [:]
    if let saved {
      savedId = saved.id
      name = saved.text("type") ?? ""
      parameters = saved.attributes
      description = saved.text("description")
    } else {
      name = try body.requiredText("type")
      try body.read("attributes", into: &parameters)
      description = try body.text("description")
    }
    guard let type = CommandType(rawValue: name) else {
      throw Problem(400, "There is no command '\(name)'; GET /api/commands/types lists them.")
    }
    var isText = false
    try body.read("textChannel", into: &isText)
    if isText || saved?.values["textChannel"] == .boolean(true) {
      throw Problem(400, "This server sends no text messages; send it by the connection.")
    }
    // Existing clients say so in this way.
    mayWait = parameters.removeValue(forKey: "noQueue") != .boolean(true)
    command = Command(type, parameters)
    var end: Timestamp?
    try body.read("expiration", into: &end)
    let wait = Self.harmful.contains(type) ? Self.shortWait : Self.usualWait
    expiresAt = end ?? time.advanced(byMilliseconds: wait)
  }
}
