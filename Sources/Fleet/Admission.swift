public import Telemetry

/// Whether messages of an identifier are taken, and under which identity.
public enum Admission: Sendable, Hashable {
  /// An adopted device and what was entered about it.
  case device(DeviceIdentity, DeviceSettings)
  /// An arrival: nobody has adopted it; its messages are stored within a quota.
  case stranger(DeviceIdentity)
  /// Its messages are neither stored nor answered.
  case refused(Refusal)

  /// The identity under which messages are stored; nil if they are not.
  public var identity: DeviceIdentity? {
    switch self {
    case .device(let identity, _): identity
    case .stranger(let identity): identity
    case .refused: nil
    }
  }
}

/// Why messages of an identifier are neither stored nor answered.
public enum Refusal: String, Sendable, Hashable, CaseIterable {
  /// An operator has disabled the device.
  case disabled
  /// The device's expiration time has passed.
  case expired
  /// The unknown identifier has used up what one may store.
  case identifierQuota
  /// The strangers of this network have used up what one network may store.
  case networkQuota
  /// All strangers together have used up what they may store.
  case totalQuota
  /// As many unknown identifiers as are remembered are there already.
  case tooManyArrivals
  /// As many unknown identifiers as one network may bring are there already.
  case tooManyArrivalsFromNetwork
  /// The identifier is empty, too long or has unprintable characters.
  case improperIdentifier
  /// No identity could be reserved, because the fleet's file refused.
  case unavailable

  /// For people: what happened and what to do.
  public var advice: String {
    switch self {
    case .disabled: "The device is disabled; enable it to store its messages."
    case .expired: "The device's expiration time has passed; move it to store its messages."
    case .identifierQuota:
      "The unknown device has sent more than strangers may store; adopt it to store its messages."
    case .networkQuota:
      "Unknown devices of this network have sent more than strangers may store; adopt the device."
    case .totalQuota:
      "Unknown devices have sent more than strangers may store in all; adopt the device."
    case .tooManyArrivals:
      "Too many unknown devices are listed; adopt or delete some, or add this device by hand."
    case .tooManyArrivalsFromNetwork:
      "Too many unknown devices come from this network; adopt some, or add this device by hand."
    case .improperIdentifier:
      "The device's identifier is empty, too long or has unprintable characters."
    case .unavailable: "The fleet's file could not be written; see the log."
    }
  }
}

/// A contact that was refused, kept so that somebody who looks for a device finds out why.
public struct RefusedContact: Sendable, Hashable {
  /// What the device calls itself, cut to what an identifier may have.
  public let identifier: String
  /// Why.
  public let reason: Refusal
  /// The protocol's name.
  public let protocolName: String
  /// How it travelled.
  public let transport: Transport
  /// Address and port that it came from last.
  public let peer: String
  /// When it was last refused.
  public let time: Timestamp
  /// How often.
  public let count: Int
}
