import Synchronization

/// The last connections that came to nothing.
public final class RefusedConnections: Sendable {
  /// How many are remembered.
  public static let most = 256
  /// How many of their bytes are remembered.
  public static let firstBytes = 64

  private struct State {
    var entries: [RefusedConnection] = []
    var next = 0
  }

  private let state = Mutex(State())

  init() {}

  func add(_ entry: RefusedConnection) {
    state.withLock { state in
      if state.entries.count < Self.most {
        state.entries.append(entry)
      } else {
        state.entries[state.next] = entry
        state.next = (state.next + 1) % Self.most
      }
    }
  }

  /// The entries, the latest first.
  public var latest: [RefusedConnection] {
    state.withLock { state in
      Array((state.entries[state.next...] + state.entries[..<state.next]).reversed())
    }
  }
}
