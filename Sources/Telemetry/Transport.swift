/// How a message travelled.
public enum Transport: UInt8, Sendable, Hashable, CaseIterable {
  /// A byte stream.
  case tcp = 1
  /// Datagrams.
  case udp = 2

  /// `tcp` or `udp`.
  public var name: String { self == .tcp ? "tcp" : "udp" }
}

/// Which transports a protocol is spoken over.
public struct Transports: OptionSet, Sendable, Hashable {
  /// The set as bits.
  public let rawValue: UInt8
  /// A set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Byte streams.
  public static let tcp = Transports(rawValue: 1)
  /// Datagrams.
  public static let udp = Transports(rawValue: 2)

  /// Whether a transport is in the set.
  public func contains(_ transport: Transport) -> Bool { rawValue & transport.rawValue != 0 }
}
