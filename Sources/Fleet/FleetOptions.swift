public import Secrets
public import Telemetry

/// What strangers may take: all bounds of memory and disk that the fleet keeps.
public struct FleetLimits: Sendable, Hashable {
  /// Arrivals that are remembered at once.
  public var arrivals = 10_000
  /// Arrivals from one network (/24 or /48); carriers hide many devices behind one.
  public var arrivalsPerNetwork = 2_500
  /// Stored bytes of one unknown identifier.
  public var bytesPerIdentifier: Int64 = 4 << 20
  /// Stored bytes of one network's strangers.
  public var bytesPerNetwork: Int64 = 64 << 20
  /// Stored bytes of all strangers within the retention time.
  public var bytesInAll: Int64 = 1 << 30
  /// Days that the ledger keeps; what strangers stored longer ago no longer counts. Nil: for ever.
  public var retentionDays: Int?
  /// Devices that automatic adoption makes at most.
  public var automaticAdoptions = 10_000
  /// How long an arrival must be silent before a newcomer may take its place when all places are
  /// taken, in milliseconds.
  public var arrivalSilence: Int64 = 24 * 3_600_000
  /// Open sessions of one user; the longest unused ends when there would be more.
  public var sessionsPerUser = 100
  /// Days that records of what people did are kept.
  public var actionDays = 365
  /// Tokens of one user.
  public var tokensPerUser = 100

  /// The defaults.
  public init() {}
}

/// How a ``Fleet`` behaves.
public struct FleetOptions: Sendable {
  /// The bounds.
  public var limits = FleetLimits()
  /// Whether an unknown identifier becomes a device of all administrators at first contact.
  public var adoptsAutomatically = false
  /// What a password hash costs.
  public var passwords = PasswordProfile.production
  /// What time it is, for sessions, tokens, codes and the login limiter.
  public var clock: @Sendable () -> Timestamp = { .now }

  /// The defaults.
  public init() {}
}
