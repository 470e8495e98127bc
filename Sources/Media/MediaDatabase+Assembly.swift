internal import Ledger
internal import SQLite
internal import Telemetry

// Pieces on their way into wholes.
extension MediaDatabase {
  /// What the pieces of a whole have in common.
  struct Key {
    let identity: DeviceIdentity
    let protocolName: String
    let transfer: String
    let isUnconfirmed: Bool

    func bind(to statement: Statement) throws(SQLiteError) {
      try statement.bind(1, identity.rawValue)
      try statement.bind(2, protocolName)
      try statement.bind(3, transfer)
      try statement.bind(4, isUnconfirmed)
    }
  }

  /// A whole that is being put together.
  struct OpenItem {
    let id: Int64
    var transfer: Transfer
    /// All its pieces so far are those of a whole that was finished before.
    var echoes: Int64
  }

  /// Takes a piece.
  ///
  /// - Returns: the number of the whole that somebody may want to look at now.
  func take(_ piece: MediaPiece, _ index: Int, of record: LedgerRecord) throws -> Int64? {
    let isSound = !record.flags.contains(.checksumFailed)
    guard let fragment = Fragment(piece, isSound: isSound, limits) else { return nil }
    let key = Key(
      identity: record.identity, protocolName: record.protocolName, transfer: fragment.transfer,
      isUnconfirmed: record.flags.contains(.unconfirmed))
    let digest = Array(ContentHash(of: fragment.bytes).bytes.prefix(16))
    var open = try openItem(key)
    var replaces = false
    if let item = open {
      let held = try held(item.id, fragment.place)
      switch item.transfer.verdict(fragment, held: held, digest: digest) {
      case .repeats: return nil
      case .joins: break
      case .replaces: replaces = true
      case .isOfAnother:
        try close(item.id)
        open = nil
      }
    }
    let id = record.sequence << 8 | Int64(min(index, 255))
    var item = try open ?? begin(id, key, fragment, record)
    if fragment.isAnnouncement {
      item.transfer.learn(from: fragment)
    } else {
      if replaces { try remove(fragment.place, from: &item) }
      guard try add(fragment, digest, to: &item) else { return nil }
    }
    try update(item, fragment, record)
    guard item.transfer.isComplete else { return nil }
    return try finish(item.id, .complete)
  }

  private func openItem(_ key: Key) throws -> OpenItem? {
    let select = try statement(
      """
      SELECT id, by_part, size, parts, last_end, announced_again, bytes, pieces, echoes FROM item
      WHERE identity = ? AND protocol = ? AND transfer = ? AND unconfirmed = ? AND state = 0
      ORDER BY id DESC LIMIT 1
      """)
    try key.bind(to: select)
    defer { select.reset() }
    guard try select.step() else { return nil }
    var transfer = Transfer()
    transfer.isByPart = select.isNull(1) ? nil : select.integer(1) != 0
    transfer.size = select.isNull(2) ? nil : Int(select.integer(2))
    transfer.parts = select.isNull(3) ? nil : Int(select.integer(3))
    transfer.end = select.isNull(4) ? nil : Int(select.integer(4))
    transfer.isAnnouncedAgain = select.integer(5) != 0
    transfer.bytes = Int(select.integer(6))
    transfer.pieces = Int(select.integer(7))
    return OpenItem(id: select.integer(0), transfer: transfer, echoes: select.integer(8))
  }

  /// Begins a whole. Its first pieces may be those of the last one, come again: as long as they
  /// are no others it is only an echo, which nobody gets to see.
  private func begin(
    _ id: Int64, _ key: Key, _ piece: Fragment, _ record: LedgerRecord
  ) throws -> OpenItem {
    try makeRoom(for: key.identity)
    let previous = try statement(
      """
      SELECT id FROM item
      WHERE identity = ? AND protocol = ? AND transfer = ? AND unconfirmed = ? AND state = 1
      ORDER BY id DESC LIMIT 1
      """)
    try key.bind(to: previous)
    let echoes = try previous.step() && !piece.isAnnouncement ? previous.integer(0) : 0
    previous.reset()
    let insert = try statement(
      """
      INSERT INTO item (identity, protocol, transfer, unconfirmed, id, name, started_at, updated_at,
        sequence, echoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    try key.bind(to: insert)
    try insert.bind(5, id)
    try insert.bind(6, piece.name)
    try insert.bind(7, record.receivedAt.milliseconds)
    try insert.bind(8, record.receivedAt.milliseconds)
    try insert.bind(9, record.sequence)
    try insert.bind(10, echoes)
    try insert.run()
    return OpenItem(id: id, transfer: Transfer(), echoes: echoes)
  }

  /// What is at a place of a whole.
  private func held(_ item: Int64, _ place: Int) throws -> Transfer.Held? {
    let select = try statement(
      "SELECT count, digest, sound FROM piece WHERE item = ? AND place = ?")
    try select.bind(1, item)
    try select.bind(2, place)
    defer { select.reset() }
    guard try select.step() else { return nil }
    return Transfer.Held(
      count: Int(select.integer(0)), digest: select.blob(1), isSound: select.integer(2) != 0)
  }

  private func remove(_ place: Int, from item: inout OpenItem) throws {
    guard let held = try held(item.id, place) else { return }
    try run("DELETE FROM piece WHERE item = ? AND place = ?", item.id, Int64(place))
    item.transfer.bytes -= held.count
    item.transfer.pieces -= 1
  }

  /// Adds a piece, without what others of the whole have already.
  ///
  /// - Returns: false if nothing of it is new, or the whole has no room for it.
  private func add(
    _ piece: Fragment, _ digest: [UInt8], to item: inout OpenItem
  ) throws -> Bool {
    if item.echoes != 0 {
      let earlier = try held(item.echoes, piece.place)
      if earlier?.digest != digest { item.echoes = 0 }
    }
    var range = 0..<piece.bytes.count
    if !piece.isPart {
      guard let free = try freeRange(piece, &item) else { return false }
      range = free
    }
    guard item.transfer.pieces < limits.pieces,
      item.transfer.bytes + range.count <= limits.fileBytes
    else { return false }
    let isWhole = range.count == piece.bytes.count
    let insert = try statement(
      "INSERT INTO piece (item, place, count, digest, sound, bytes) VALUES (?, ?, ?, ?, ?, ?)")
    try insert.bind(1, item.id)
    try insert.bind(2, piece.place + range.lowerBound)
    try insert.bind(3, range.count)
    let bytes = isWhole ? piece.bytes : Array(piece.bytes[range])
    try insert.bind(4, isWhole ? digest : Array(ContentHash(of: bytes).bytes.prefix(16)))
    try insert.bind(5, piece.isSound)
    try insert.bind(6, bytes)
    try insert.run()
    insert.clearBindings()
    item.transfer.learn(from: piece)
    item.transfer.bytes += range.count
    item.transfer.pieces += 1
    return true
  }

  /// The part of a piece that no other piece covers; pieces that lie within it give way.
  private func freeRange(_ piece: Fragment, _ item: inout OpenItem) throws -> Range<Int>? {
    var start = piece.place
    var end = piece.end
    let before = try statement(
      "SELECT place + count FROM piece WHERE item = ? AND place < ? ORDER BY place DESC LIMIT 1")
    try before.bind(1, item.id)
    try before.bind(2, piece.place)
    if try before.step() { start = max(start, Int(before.integer(0))) }
    before.reset()
    guard start < end else { return nil }
    let behind = try statement(
      "SELECT place, count FROM piece WHERE item = ? AND place >= ? AND place < ? ORDER BY place")
    try behind.bind(1, item.id)
    try behind.bind(2, start)
    try behind.bind(3, end)
    var covered: [Int] = []
    while try behind.step() {
      let place = Int(behind.integer(0))
      if place + Int(behind.integer(1)) <= end { covered.append(place) } else { end = place }
    }
    for place in covered where place < end { try remove(place, from: &item) }
    guard start < end else { return nil }
    return start - piece.place..<end - piece.place
  }

  private func update(_ item: OpenItem, _ piece: Fragment, _ record: LedgerRecord) throws {
    let transfer = item.transfer
    let update = try statement(
      """
      UPDATE item SET by_part = ?, size = ?, parts = ?, last_end = ?, announced_again = ?,
        echoes = ?, bytes = ?, pieces = ?, updated_at = ?, sequence = ?,
        type = CASE WHEN ?11 THEN ?12 ELSE type END, name = CASE WHEN ?11 THEN ?13 ELSE name END
      WHERE id = ?14
      """)
    try update.bind(1, optional: transfer.isByPart.map { Int64($0 ? 1 : 0) })
    try update.bind(2, optional: transfer.size.map(Int64.init))
    try update.bind(3, optional: transfer.parts.map(Int64.init))
    try update.bind(4, optional: transfer.end.map(Int64.init))
    try update.bind(5, transfer.isAnnouncedAgain)
    try update.bind(6, item.echoes)
    try update.bind(7, transfer.bytes)
    try update.bind(8, transfer.pieces)
    try update.bind(9, record.receivedAt.milliseconds)
    try update.bind(10, record.sequence)
    try update.bind(11, piece.place == 0 && !piece.isAnnouncement)
    try update.bind(12, MediaType(of: piece.bytes).rawValue)
    // The first piece knows the name best.
    try update.bind(13, piece.name)
    try update.bind(14, item.id)
    try update.run()
  }
}
