/// Whether unknown devices become devices by themselves.
public enum AdoptionChoice: String, Sendable, CaseIterable {
  /// Yes while the web page listens on this machine only.
  case auto
  /// Always.
  case yes
  /// Never.
  case no
}

/// All settings of the program, each with its one description.
public enum Settings {
  // MARK: Data

  /// The folder of all files.
  public static let dataFolder = Setting.text(
    "data.folder", "./data", kind: "folder",
    "Folder of everything that the server stores; it is made if it is missing.",
    isValid: { !$0.isEmpty })
  /// The number of this server among several.
  public static let nodeNumber = Setting.number(
    "node.number", 0, in: 0...63,
    "Number of this server; must differ between servers whose data is ever put together.")

  // MARK: Gateway

  /// The port of all trackers.
  public static let gatewayPort = Setting.number(
    "gateway.port", 8_888, in: 0...65_535,
    "Port for trackers of every protocol, TCP and UDP; 0 takes any free one.")
  /// The addresses that trackers reach.
  public static let gatewayAddresses = Setting.list(
    "gateway.addresses", ["0.0.0.0", "::"], kind: "list of addresses with commas between them",
    "Addresses of this machine on which trackers are listened to.",
    isValid: { NetworkText.isAddress($0) })
  /// Threads that read from trackers.
  public static let gatewayLoops = Setting.number(
    "gateway.loops", 0, in: 0...256,
    "Threads that talk to trackers; 0 means one for each processor.")
  /// TCP connections in all.
  public static let gatewayConnections = Setting.number(
    "gateway.connections", 50_000, in: 1...10_000_000,
    "Tracker connections that may be open at once.")
  /// TCP connections from one address.
  public static let gatewayConnectionsPerAddress = Setting.number(
    "gateway.connectionsPerAddress", 2_000, in: 1...10_000_000,
    "Tracker connections from one address; mobile carriers hide thousands behind one.")
  /// Bytes until a sender must be known.
  public static let gatewayFirstFrameBytes = Setting.bytes(
    "gateway.firstFrameBytes", 4_096, in: 256...1_048_576,
    "Bytes within which a sender must have sent a message that says who it is.")
  /// Seconds until a sender must be known.
  public static let gatewayFirstFrameSeconds = Setting.number(
    "gateway.firstFrameSeconds", 30, in: 1...3_600, unit: "seconds",
    "Time within which a sender must have sent a message that says who it is.")
  /// Seconds of silence.
  public static let gatewayIdleSeconds = Setting.number(
    "gateway.idleSeconds", 1_800, in: 10...604_800, unit: "seconds",
    "Silence after which a tracker's connection is closed; one that reports often is given up "
      + "after three of its own intervals, but not before 3 minutes.")
  /// The longest frame.
  public static let gatewayFrameBytes = Setting.bytes(
    "gateway.frameBytes", 262_144, in: 1_024...16_777_216,
    "The longest message of a tracker, if its protocol does not set less.")
  /// Proxies that are believed.
  public static let gatewayProxyFrom = Setting.list(
    "gateway.proxyFrom", [], kind: "list of addresses or networks with commas between them",
    "Load balancers whose PROXY header is believed to name the tracker's true address.",
    isValid: { NetworkText.isNetwork($0) })

  // MARK: Web

  /// The port of page and API.
  public static let webPort = Setting.number(
    "web.port", 8_080, in: 0...65_535, "Port of the web page and the API; 0 takes any free one.")
  /// The address of page and API.
  public static let webAddress = Setting.text(
    "web.address", "127.0.0.1", kind: "numeric address",
    "Address of this machine on which the web page is served; 0.0.0.0 or :: for every network.",
    isValid: { NetworkText.isAddress($0) })
  /// The folder of the page.
  public static let webFiles = Setting.text(
    "web.files", "./Web", kind: "folder",
    "Folder with the files of the web page; unless it is set, it is also looked for in the folders "
      + "above the program.",
    isValid: { !$0.isEmpty })
  /// The address that people use.
  public static let webURL = Setting.text(
    "web.url", "", kind: "web address with http or https",
    "Address under which people reach the web page, if it differs from the one it listens on.",
    isValid: { $0.isEmpty || $0.hasPrefix("http://") || $0.hasPrefix("https://") })
  /// Proxies in front of the page.
  public static let webProxies = Setting.list(
    "web.proxies", [], kind: "list of addresses or networks with commas between them",
    "Proxies in front of the web page that are believed when they say with X-Forwarded-For and "
      + "X-Forwarded-Proto who asks, and how.",
    isValid: { NetworkText.isNetwork($0) })

  // MARK: Ledger

  /// The size of a file of the ledger.
  public static let ledgerSegmentBytes = Setting.bytes(
    "ledger.segmentBytes", 256 << 20, in: (1 << 20)...(64 << 30),
    "Size at which the ledger begins a new file.")
  /// How long messages are kept.
  public static let ledgerRetentionDays = Setting.number(
    "ledger.retentionDays", 0, in: 0...36_500, unit: "days",
    "How long received messages are kept as they came; 0 keeps them for ever.")
  /// How much room messages may take.
  public static let ledgerRetentionBytes = Setting.bytes(
    "ledger.retentionBytes", 0, in: 0...(1 << 50),
    "Room that received messages may take as they came, beyond which the oldest go; 0 is no bound.")
  /// What may wait for the disk.
  public static let ledgerPendingBytes = Setting.bytes(
    "ledger.pendingBytes", 64 << 20, in: (1 << 20)...(16 << 30),
    "Messages that may wait to be written; beyond it trackers are not read from.")

  // MARK: History

  /// How long history is kept.
  public static let historyDays = Setting.number(
    "history.days", 0, in: 0...36_500, unit: "days",
    "How long positions are kept; 0 keeps them for ever. A device's attribute history.days goes "
      + "before it.")
  /// How much history is kept.
  public static let historyBytes = Setting.bytes(
    "history.bytes", 0, in: 0...(1 << 50),
    "What the compressed positions of all devices may take before the oldest go; 0 is no limit. "
      + "A device's attribute history.bytes is a limit for it alone.")

  // MARK: Media

  /// The longest picture or sound.
  public static let mediaFileBytes = Setting.bytes(
    "media.fileBytes", 8 << 20, in: 1_024...(64 << 20),
    "The longest picture or sound of a tracker; what it sends beyond is only in the ledger.")
  /// What the media of one device may take.
  public static let mediaDeviceBytes = Setting.bytes(
    "media.deviceBytes", 256 << 20, in: (1 << 20)...(1 << 44),
    "What the pictures and sounds of one device may take; its oldest give way.")
  /// What all media may take.
  public static let mediaTotalBytes = Setting.bytes(
    "media.totalBytes", 8 << 30, in: (1 << 20)...(1 << 50),
    "What all pictures and sounds may take; the oldest of the device that has most give way.")
  /// How long pieces are waited for.
  public static let mediaPatienceHours = Setting.number(
    "media.patienceHours", 48, in: 1...8_760, unit: "hours",
    "How long the missing pieces of a picture or sound are waited for.")
  /// How long media are kept.
  public static let mediaRetentionDays = Setting.number(
    "media.retentionDays", 0, in: 0...36_500, unit: "days",
    "How long pictures and sounds are kept; 0 keeps them until there is no more room.")

  // MARK: Fleet

  /// What one stranger may store.
  public static let strangersPerIdentifier = Setting.bytes(
    "strangers.perIdentifierBytes", 4 << 20, in: 0...(1 << 40),
    "What one unknown device may store until somebody adopts it.")
  /// What the strangers of one network may store.
  public static let strangersPerNetwork = Setting.bytes(
    "strangers.perNetworkBytes", 64 << 20, in: 0...(1 << 40),
    "What the unknown devices of one network (/24 or /48) may store together.")
  /// What all strangers may store.
  public static let strangersTotal = Setting.bytes(
    "strangers.totalBytes", 1 << 30, in: 0...(1 << 44),
    "What all unknown devices may store together.")
  /// Automatic adoption.
  public static let fleetAdopt = Setting.choice(
    "fleet.adopt", AdoptionChoice.auto,
    "Whether an unknown device is added by itself; auto: while only this machine sees the page.")

  // MARK: Map

  /// Where map tiles come from.
  public static let mapTiles = Setting.text(
    "map.tiles", "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    kind: "template with {z}, {x} and {y}",
    "Where map tiles come from, with {z}, {x} and {y}; empty for a plain background.",
    isValid: { text in
      text.isEmpty || ["{z}", "{x}", "{y}"].allSatisfy { text.contains($0) }
    })
  /// Whom the map thanks.
  public static let mapAttribution = Setting.text(
    "map.attribution", "© OpenStreetMap contributors",
    "Whose map it is, shown in its corner.")

  /// The descriptions of all settings, in the order of sections.
  public static let all: [SettingDescription] = entries.map(\.description)

  static let entries: [AnySetting] = [
    AnySetting(dataFolder), AnySetting(nodeNumber), AnySetting(gatewayPort),
    AnySetting(gatewayAddresses), AnySetting(gatewayLoops), AnySetting(gatewayConnections),
    AnySetting(gatewayConnectionsPerAddress), AnySetting(gatewayFirstFrameBytes),
    AnySetting(gatewayFirstFrameSeconds), AnySetting(gatewayIdleSeconds),
    AnySetting(gatewayFrameBytes), AnySetting(gatewayProxyFrom), AnySetting(webPort),
    AnySetting(webAddress), AnySetting(webFiles), AnySetting(webURL), AnySetting(webProxies),
    AnySetting(ledgerSegmentBytes), AnySetting(ledgerRetentionDays),
    AnySetting(ledgerRetentionBytes), AnySetting(ledgerPendingBytes), AnySetting(historyDays),
    AnySetting(historyBytes), AnySetting(mediaFileBytes), AnySetting(mediaDeviceBytes),
    AnySetting(mediaTotalBytes), AnySetting(mediaPatienceHours), AnySetting(mediaRetentionDays),
    AnySetting(strangersPerIdentifier),
    AnySetting(strangersPerNetwork), AnySetting(strangersTotal), AnySetting(fleetAdopt),
    AnySetting(mapTiles), AnySetting(mapAttribution),
  ]
}

/// A setting without the type of its values.
struct AnySetting: Sendable {
  let description: SettingDescription
  let accepts: @Sendable (String) -> Bool

  init<Value>(_ setting: Setting<Value>) {
    description = setting.description
    accepts = { setting.parse($0) != nil }
  }
}
