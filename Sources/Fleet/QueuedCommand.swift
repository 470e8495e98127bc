public import Telemetry

/// A command that waits until its device speaks.
///
/// It is written down before it is sent, so that after a crash nobody sends it a second time: what
/// may have left or not is ``State/uncertain``, and a person decides.
public struct QueuedCommand: Sendable, Hashable {
  /// How far it has got. Stored: a number is never given another meaning.
  public enum State: Int64, Sendable, Hashable {
    /// It is sent when the device speaks next.
    case waiting = 0
    /// It is being sent just now.
    case sending = 1
    /// The server stopped while it was being sent: the device may have it or not.
    case uncertain = 2
    /// Its time ran out before the device spoke.
    case expired = 3
    /// It cannot be written in the protocol that the device speaks.
    case refused = 4

    /// The word in the API.
    public var name: String {
      switch self {
      case .waiting: "waiting"
      case .sending: "sending"
      case .uncertain: "uncertain"
      case .expired: "expired"
      case .refused: "refused"
      }
    }
  }

  /// Its number; 0 until it is stored.
  public internal(set) var id: Int64 = 0
  /// Whom it is for.
  public let deviceId: Int64
  /// Who wants it; 0 for the machine.
  public internal(set) var userId: Int64 = 0
  /// What is asked.
  public let command: Command
  /// What people call it.
  public let description: String?
  /// Since when it waits.
  public internal(set) var queuedAt: Timestamp
  /// When it is no longer to be sent.
  public let expiresAt: Timestamp
  /// How far it has got.
  public internal(set) var state = State.waiting
  /// Why it came to nothing; empty unless it did.
  public internal(set) var reason = ""

  /// Commands of one device that are kept, with those that came to nothing.
  public static let mostPerDevice = 50
  /// Commands that are kept in all.
  public static let most = 10_000
  /// The longest time that one may wait, in milliseconds.
  public static let longestWait: Int64 = 30 * 86_400_000
  /// How long one that came to nothing is kept, in milliseconds.
  public static let memory: Int64 = 30 * 86_400_000

  /// A command that is not stored yet.
  public init(
    deviceId: Int64, command: Command, description: String?, queuedAt: Timestamp,
    expiresAt: Timestamp
  ) {
    self.deviceId = deviceId
    self.command = command
    self.description = description
    self.queuedAt = queuedAt
    self.expiresAt = expiresAt
  }

  /// Whether it is still to be sent.
  public var isOpen: Bool { state == .waiting || state == .sending }
}
