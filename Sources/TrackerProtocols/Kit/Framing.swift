public import Telemetry

/// What is known of the stream that bytes came from.
public struct StreamState: Sendable, Hashable {
  /// What may follow the bytes at hand.
  public enum Edge: Sendable, Hashable {
    /// More may come at any moment.
    case open
    /// The sender has been quiet for a moment; more may come later.
    case paused
    /// Nothing more comes: the stream has ended, or the bytes are a datagram.
    case ended
  }

  /// How the bytes travelled.
  public var transport: Transport
  /// What may follow them.
  public var edge: Edge

  /// The state of a stream.
  public init(transport: Transport, edge: Edge) {
    self.transport = transport
    self.edge = edge
  }

  /// A stream from which more may come.
  public static let open = StreamState(transport: .tcp, edge: .open)
  /// A whole datagram.
  public static let datagram = StreamState(transport: .udp, edge: .ended)
}

/// What to do with the bytes at hand.
public enum FrameStep: Sendable, Hashable {
  /// Wait until there are at least so many bytes in all.
  case needMore(Int)
  /// The first so many bytes are a frame.
  case frame(Int)
  /// The first so many bytes belong to no frame.
  case skip(Int)
  /// The bytes may be a whole frame or the beginning of a longer one; ask again when the sender
  /// has paused or more has come.
  case waitForPause
}
