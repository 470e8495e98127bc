/// What a simulated device wants done with its links, in this order.
public enum SimulatedAction: Sendable, Hashable {
  /// Open a link: connect, or have a socket for datagrams.
  case open(Int)
  /// Send bytes over a link; a datagram of their own.
  case send(Int, [UInt8])
  /// Close a link.
  case close(Int)
}
