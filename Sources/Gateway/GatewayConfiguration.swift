public import EventLoop

/// Where and how the gateway listens.
public struct GatewayConfiguration: Sendable, Hashable {
  /// The port that trackers know.
  public static let usualPort: UInt16 = 8888

  /// The addresses to listen on, each for TCP and UDP. Port 0 takes a free port, the same for all
  /// that ask for 0.
  public var addresses: [Address]
  /// Event loops, one thread each.
  public var loops: Int
  /// Load balancers that put a PROXY header before each connection. From them nothing else is
  /// taken, from others no such header.
  public var proxies: [AddressPrefix]
  /// How much is taken from whom.
  public var limits: GatewayLimits

  /// By default the usual port on every address of the machine, with one loop per core.
  public init(
    addresses: [Address] = [
      Address(.any(.v4), port: usualPort), Address(.any(.v6), port: usualPort),
    ],
    loops: Int = Loop.recommendedCount, proxies: [AddressPrefix] = [],
    limits: GatewayLimits = GatewayLimits()
  ) {
    self.addresses = addresses
    self.loops = max(loops, 1)
    self.proxies = proxies
    self.limits = limits
  }
}
