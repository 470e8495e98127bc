import Synchronization

/// The last connections that came to nothing.
public final class RefusedConnections: Sendable {
  /// How many are remembered.
  public static let most = 256
  /// How many of their bytes are remembered: a whole message of most trackers.
  public static let firstBytes = 256

  /// The oldest first.
  private let entries = Mutex<[RefusedConnection]>([])

  init() {}

  /// Remembers a connection. One that is like another takes its place and is counted, so that
  /// somebody who tries again and again does not push out all others.
  func add(_ entry: RefusedConnection) {
    entries.withLock { entries in
      var entry = entry
      if let index = entries.lastIndex(where: { $0.isLike(entry) }) {
        entry.count += entries.remove(at: index).count
      } else if entries.count >= Self.most {
        entries.removeFirst()
      }
      entries.append(entry)
    }
  }

  /// The entries, the latest first.
  public var latest: [RefusedConnection] { entries.withLock { $0.reversed() } }
}
