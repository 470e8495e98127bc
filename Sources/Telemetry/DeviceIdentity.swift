/// The server's own name for a device: what all of its history is kept under.
///
/// It is given at first contact and never changes, whatever the device calls itself later and
/// whether or not somebody adopts it. It is not the identifier of the API's device.
public struct DeviceIdentity: Sendable, Hashable, Comparable {
  /// A positive number; 0 stands for a sender that did not say who it is.
  public let rawValue: Int64
  /// An identity as stored.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// A sender that did not say who it is.
  public static let unknown = DeviceIdentity(rawValue: 0)
  /// The older one first.
  public static func < (left: DeviceIdentity, right: DeviceIdentity) -> Bool {
    left.rawValue < right.rawValue
  }
}
