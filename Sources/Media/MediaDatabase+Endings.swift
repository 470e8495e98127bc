internal import SQLite
internal import Telemetry

// How wholes end, and what gives way.
extension MediaDatabase {
  /// So many wholes give way at once at most, so that nobody waits long for it.
  private static let mostRemovals = 10_000

  /// Gives up waiting for what is missing of a whole.
  func close(_ id: Int64) throws {
    if try number("SELECT bytes = 0 OR echoes != 0 FROM item WHERE id = ?", id) == 1 {
      try run("DELETE FROM item WHERE id = ?", id)
    } else {
      _ = try finish(id, .incomplete)
    }
  }

  /// Makes a content of the pieces that have come.
  ///
  /// - Returns: the number of the whole; nil if the device has sent the same before.
  func finish(_ id: Int64, _ state: MediaItem.State) throws -> Int64? {
    let content = try content(ofOpen: id)
    let hash = ContentHash(of: content)
    if state == .complete, try hasEqual(id, hash) {
      try run("DELETE FROM item WHERE id = ?", id)
      return nil
    }
    try folder.store(content, hash)
    let update = try statement(
      "UPDATE item SET state = ?, hash = ?, type = ?, bytes = ?, echoes = 0 WHERE id = ?")
    try update.bind(1, state.rawValue)
    try update.bind(2, hash.bytes)
    try update.bind(3, MediaType(of: content).rawValue)
    try update.bind(4, content.count)
    try update.bind(5, id)
    try update.run()
    try run("UPDATE piece SET bytes = NULL WHERE item = ?", id)
    if state == .complete { try removeSuperseded(by: id) }
    try shrink(after: id)
    return id
  }

  /// The bytes of an open whole as far as they have come. What is missing in between is zero, as
  /// far as its length is known and it is not more than what has come: nobody fills a disk with
  /// what was never sent.
  func content(ofOpen id: Int64) throws -> [UInt8] {
    var zeros = Int(try number("SELECT bytes FROM item WHERE id = ?", id) ?? 0)
    let select = try statement(
      """
      SELECT p.place, p.bytes, i.by_part FROM piece p JOIN item i ON i.id = p.item
      WHERE p.item = ? ORDER BY p.place
      """)
    try select.bind(1, id)
    var content: [UInt8] = []
    var next = 0
    var length = 0
    while try select.step() {
      let place = Int(select.integer(0))
      let bytes = select.blob(1)
      let isPart = select.integer(2) != 0
      // All parts but the last are equally long, as a rule.
      length = isPart ? max(length, bytes.count) : 1
      let missing = (place - next) * length
      if missing > 0, missing <= zeros {
        content.append(contentsOf: repeatElement(0, count: missing))
        zeros -= missing
      }
      next = isPart ? place + 1 : place + bytes.count
      content.append(contentsOf: bytes)
    }
    return content
  }

  /// Whether a device has sent the same before, as devices do whose answer was lost.
  private func hasEqual(_ id: Int64, _ hash: ContentHash) throws -> Bool {
    let select = try statement(
      """
      SELECT 1 FROM item i JOIN item o USING (identity, protocol, transfer, unconfirmed)
      WHERE i.id = ? AND o.hash = ? AND o.state = 1 LIMIT 1
      """)
    try select.bind(1, id)
    try select.bind(2, hash.bytes)
    defer { select.reset() }
    return try select.step()
  }

  /// Removes what was given up before and is all in the whole that came now.
  private func removeSuperseded(by id: Int64) throws {
    try run(
      """
      DELETE FROM item WHERE state = 2 AND id IN (
        SELECT o.id FROM item i JOIN item o USING (identity, protocol, transfer, unconfirmed)
        WHERE i.id = ? AND o.state = 2)
      AND EXISTS (SELECT 1 FROM piece p WHERE p.item = item.id)
      AND NOT EXISTS (
        SELECT 1 FROM piece p WHERE p.item = item.id AND NOT EXISTS (
          SELECT 1 FROM piece q WHERE q.item = ? AND q.place = p.place AND q.digest = p.digest))
      """, id, id)
  }

  // MARK: Bounds

  /// Ends the oldest open wholes where there are too many.
  func makeRoom(for identity: DeviceIdentity) throws {
    let own = "SELECT count(*) FROM item WHERE identity = ? AND state = 0"
    if try number(own, identity.rawValue) ?? 0 >= limits.openPerDevice,
      let oldest = try number(
        "SELECT id FROM item WHERE identity = ? AND state = 0 ORDER BY updated_at LIMIT 1",
        identity.rawValue)
    {
      try close(oldest)
    }
    if try number("SELECT count(*) FROM item WHERE state = 0") ?? 0 >= limits.openInAll,
      let oldest = try number("SELECT id FROM item WHERE state = 0 ORDER BY updated_at LIMIT 1")
    {
      try close(oldest)
    }
  }

  /// Removes old wholes of a device that has too much, and then of whoever has most.
  private func shrink(after id: Int64) throws {
    guard let device = try number("SELECT identity FROM item WHERE id = ?", id) else { return }
    let bytes = "SELECT sum(bytes) FROM item WHERE identity = ?"
    for _ in 0..<Self.mostRemovals {
      guard try number(bytes, device) ?? 0 > limits.deviceBytes,
        try removeOldest(of: device, but: id)
      else { break }
    }
    for _ in 0..<Self.mostRemovals {
      guard try number("SELECT value FROM meta WHERE key = 'bytes'") ?? 0 > limits.totalBytes,
        let greatest = try number(
          "SELECT identity FROM item GROUP BY identity ORDER BY sum(bytes) DESC LIMIT 1"),
        try removeOldest(of: greatest, but: id)
      else { break }
    }
  }

  private func removeOldest(of device: Int64, but id: Int64) throws -> Bool {
    guard
      let oldest = try number(
        "SELECT id FROM item WHERE identity = ? AND id != ? ORDER BY id LIMIT 1", device, id)
    else { return false }
    try run("DELETE FROM item WHERE id = ?", oldest)
    return true
  }

  /// Ends what nobody waits for any more, and removes what is too old. What a piece was is known
  /// for some time yet, because it may come again.
  func tidy(now: Timestamp) throws {
    let silent = now.milliseconds - limits.patience
    try database.transaction {
      for _ in 0..<Self.mostRemovals {
        guard
          let id = try number(
            "SELECT id FROM item WHERE state = 0 AND updated_at < ? LIMIT 1", silent)
        else { break }
        try close(id)
      }
      try run(
        "DELETE FROM piece WHERE item IN (SELECT id FROM item WHERE state > 0 AND updated_at < ?)",
        silent - limits.patience)
      if let retention = limits.retention {
        try run("DELETE FROM item WHERE started_at < ?", now.milliseconds - retention)
      }
    }
    try note()
    try removeUnused()
  }

  /// Removes everything of a device.
  func erase(_ identity: DeviceIdentity) throws {
    try database.transaction {
      try run("DELETE FROM item WHERE identity = ?", identity.rawValue)
    }
    try removeUnused()
  }
}
