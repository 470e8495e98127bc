internal import SQLite
internal import Telemetry

// What there is.
extension MediaDatabase {
  private static let columns = """
    SELECT id, identity, protocol, name, started_at, updated_at, sequence, bytes, size, state,
      hash, type, unconfirmed FROM item
    """
  /// An echo is nothing that anybody wants to see, and what was only announced is nothing yet.
  private static let visible = "echoes = 0 AND bytes > 0"

  func item(id: Int64) throws -> MediaItem? {
    let select = try statement("\(Self.columns) WHERE id = ? AND \(Self.visible)")
    try select.bind(1, id)
    return try Self.items(select).first
  }

  /// The wholes of a device, the newest first.
  func items(of identity: DeviceIdentity, before: Int64, limit: Int) throws -> [MediaItem] {
    let select = try statement(
      "\(Self.columns) WHERE identity = ? AND id < ? AND \(Self.visible) ORDER BY id DESC LIMIT ?")
    try select.bind(1, identity.rawValue)
    try select.bind(2, before)
    try select.bind(3, limit)
    return try Self.items(select)
  }

  /// The whole of a name that a message speaks of: the last that had come then, or the next.
  func item(of identity: DeviceIdentity, _ name: MediaName) throws -> MediaItem? {
    let select = try statement(
      """
      \(Self.columns) WHERE identity = ?1 AND name = ?2 AND \(Self.visible)
      ORDER BY sequence > ?3, abs(sequence - ?3) LIMIT 1
      """)
    try select.bind(1, identity.rawValue)
    try select.bind(2, name.name)
    try select.bind(3, name.sequence)
    return try Self.items(select).first
  }

  private static func items(_ select: Statement) throws -> [MediaItem] {
    var items: [MediaItem] = []
    while try select.step() {
      items.append(
        MediaItem(
          id: select.integer(0), identity: DeviceIdentity(rawValue: select.integer(1)),
          protocolName: select.text(2), name: select.text(3),
          startedAt: Timestamp(milliseconds: select.integer(4)),
          updatedAt: Timestamp(milliseconds: select.integer(5)), sequence: select.integer(6),
          bytes: Int(select.integer(7)), size: select.isNull(8) ? nil : Int(select.integer(8)),
          state: MediaItem.State(rawValue: select.integer(9)) ?? .incomplete,
          hash: ContentHash(stored: select.blob(10)),
          type: MediaType(rawValue: select.text(11)) ?? .other,
          isUnconfirmed: select.integer(12) != 0))
    }
    return items
  }
}
