public import Telemetry

/// What a protocol is: for the catalogue, the handbook and the page.
public struct About: Sendable {
  /// Its name, as usual in the field: lower case letters and digits. Stored with every message.
  public let name: String
  /// Makers and well-known models, for a heading.
  public let title: String
  /// How it travels.
  public let transports: Transports
  /// The bytes that a conversation can begin with; all others are refused without asking.
  public let firstBytes: [UInt8]
  /// The most bytes that a frame can have; more are cut off as no frame.
  public let longestFrame: Int
  /// Whether every message carries the identifier, or only a login does.
  public let identifiesEveryMessage: Bool
  /// The commands that it can write.
  public let commands: [CommandType]
  /// Names of protocols whose frames can have the same bytes; all others must be told apart.
  public let relatives: [String]
  /// Where the facts come from.
  public let sources: [String]
  /// A table of models, a line each: maker | model | what is special.
  public let models: String
  /// What an operator may have to enter about a device, because no frame says it.
  public let options: [DeviceOption]
  /// What the handbook says besides what is generated, in Markdown.
  public let notes: String
  /// Worked examples in the form that ``WorkedExample`` reads.
  public let examples: String
  /// What the simulator cannot derive from the examples: lines `part: title`, of which the part is
  /// `login` (several in order), `position`, `stored`, `heartbeat`, `cells`, `answer`, or
  /// `without` for an example that a usual device does not send.
  public let simulation: String

  /// A description.
  public init(
    name: String, title: String, transports: Transports, firstBytes: [UInt8], longestFrame: Int,
    identifiesEveryMessage: Bool, commands: [CommandType], relatives: [String] = [],
    sources: [String], models: String, options: [DeviceOption] = [],
    notes: String, examples: String, simulation: String = ""
  ) {
    self.name = name
    self.title = title
    self.transports = transports
    self.firstBytes = firstBytes
    self.longestFrame = longestFrame
    self.identifiesEveryMessage = identifiesEveryMessage
    self.commands = commands
    self.relatives = relatives
    self.sources = sources
    self.models = models
    self.options = options
    self.notes = notes
    self.examples = examples
    self.simulation = simulation
  }
}
