public import EventLoop
public import Telemetry

/// Who the devices are: the fleet, seen from the gateway.
///
/// It is called from the loops' threads; it must be quick and must not wait for a disk. Who
/// somebody is, is asked once for every new sender, and again for senders that speak for several
/// devices.
public protocol DeviceDirectory: Sendable {
  /// A number that changes whenever an answer of ``admit(_:)`` may have changed, such as after an
  /// operator edited a device. Connections then ask again.
  var revision: UInt64 { get }

  /// Who a sender is, and whether it may speak.
  func admit(_ claim: DeviceClaim) -> Admission

  /// Takes bytes that are about to be stored out of the quota of those whom nobody entered:
  /// asked for every message of an arrival, and with ``DeviceIdentity/unknown`` for bytes of
  /// nobody.
  ///
  /// - Returns: false if they are to be neither stored nor answered.
  func charge(_ device: DeviceIdentity, bytes: Int, peer: Address, at time: Timestamp) -> Bool
}

/// What a sender says of itself.
public struct DeviceClaim: Sendable, Hashable {
  /// The identifier (IMEI …).
  public var identifier: String
  /// Further identifiers of the same device, in order of preference.
  public var alternatives: [String]
  /// The protocol in which it was said.
  public var protocolName: String
  /// How it travelled.
  public var transport: Transport
  /// Where it came from; nil if the bytes come from a file.
  public var peer: Address?
  /// When it was said.
  public var at: Timestamp

  /// A claim.
  public init(
    identifier: String, alternatives: [String] = [], protocolName: String, transport: Transport,
    peer: Address?, at time: Timestamp
  ) {
    self.identifier = identifier
    self.alternatives = alternatives
    self.protocolName = protocolName
    self.transport = transport
    self.peer = peer
    self.at = time
  }
}

/// The answer to a ``DeviceClaim``.
public enum Admission: Sendable, Hashable {
  /// A device that somebody entered, and what was entered.
  case known(DeviceIdentity, DeviceSettings)
  /// An arrival: nobody entered it, but it is stored under an identity of its own.
  case stranger(DeviceIdentity)
  /// It is neither stored nor answered; the reason is for people.
  case refused(reason: String)

  /// The identity; nil if it was refused.
  public var identity: DeviceIdentity? {
    switch self {
    case .known(let identity, _), .stranger(let identity): identity
    case .refused: nil
    }
  }

  /// What was entered.
  public var settings: DeviceSettings {
    if case .known(_, let settings) = self { return settings }
    return .none
  }

  /// Whether nobody entered the device.
  public var isStranger: Bool {
    if case .stranger = self { return true }
    return false
  }
}
