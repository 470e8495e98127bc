internal import Telemetry

/// What is left out when a file is written anew.
struct Removal: Sendable {
  /// How many messages were left out.
  struct Count: Sendable {
    var messages: Int64 = 0
    var unidentified: Int64 = 0
    var setAside: Int64 = 0

    var isZero: Bool { messages == 0 && unidentified == 0 && setAside == 0 }
  }

  /// Nothing.
  static let nothing = Removal(identities: [], connections: [])

  /// The devices.
  let identities: Set<Int64>
  /// The connections of the file whose unidentified messages go too.
  let connections: Set<Int64>

  /// Whether a message is left out; then it is counted.
  func takes(_ entry: BlockEntry, _ count: inout Count) -> Bool {
    if identities.contains(entry.identity) {
      count.messages += 1
    } else if entry.identity == 0, connections.contains(entry.connection) {
      count.unidentified += 1
    } else {
      return false
    }
    return true
  }

  /// Whether a message that was set aside is left out; then it is counted.
  ///
  /// An identity below 0 is one that made no sense.
  func takes(_ entry: SetAsideEntry, _ count: inout Count) -> Bool {
    let identity = entry.identity.rawValue
    let connection = Int64(bitPattern: entry.connection)
    guard identities.contains(identity) || identity <= 0 && connections.contains(connection) else {
      return false
    }
    count.setAside += 1
    return true
  }
}
