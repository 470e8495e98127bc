internal import Compression
public import SQLite
public import Telemetry

/// What an operator does with the file of a timeline, whether a server is using it or not.
public enum StoredTimeline {
  /// Looks at a file and reads every chunk in it; changes nothing.
  public static func inspect(
    path: String, isInUse: Bool
  ) throws(TimelineError) -> TimelineFinding {
    do throws(SQLiteError) {
      let file = try DatabaseFinding(
        path: path, isInUse: isInUse, number: "SELECT watermark FROM state")
      // Of a file that SQLite cannot read the chunks are not worth counting.
      guard file.faults.isEmpty else { return TimelineFinding(file: file, damaged: [], more: 0) }
      let damage = DamageList()
      let database = try Database(lookingAt: path, isInUse: isInUse)
      try ChunkReader(database, codec: codec(path), damage: damage).checkConsistently()
      return TimelineFinding(file: file, damaged: damage.chunks, more: damage.unlisted)
    } catch {
      throw TimelineError(error.description)
    }
  }

  private static func codec(_ path: String) throws(SQLiteError) -> ChunkCodec {
    do throws(TimelineError) {
      return try ChunkCodec(level: 1)
    } catch {
      throw SQLiteError(code: 7, message: error.description, file: path)
    }
  }

  /// Copies a file as it is at this moment to a new file, also while a server goes on writing it.
  public static func copy(path: String, to target: String) throws(TimelineError) {
    do throws(SQLiteError) {
      try Database(lookingAt: path, isInUse: true).copy(to: target)
    } catch {
      throw TimelineError(error.description)
    }
  }
}

/// What a look at the file of a timeline has found.
public struct TimelineFinding: Sendable, Hashable {
  /// How the file is; its number is the watermark, as in ``Timeline/watermark()``.
  public let file: DatabaseFinding
  /// The chunks that cannot be read, although the file can; empty if all is well.
  public let damaged: [DamagedChunk]
  /// How many more there are.
  public let more: Int
}

/// Positions of one device that cannot be read.
public struct DamagedChunk: Sendable, Hashable {
  /// The chunk's number in the file.
  public let number: Int64
  /// Whose they are.
  public let identity: DeviceIdentity
  /// How many they are.
  public let positions: Int
  /// The time of the first.
  public let first: Timestamp
  /// The time of the last.
  public let last: Timestamp

  init(_ facts: ChunkFacts) {
    number = facts.id
    identity = facts.identity
    positions = facts.count
    first = Timestamp(milliseconds: facts.first.time)
    last = Timestamp(milliseconds: facts.last.time)
  }

  /// The days (UTC) that they are of, such as `2026-03-01` or `2026-03-01 to 2026-03-29`.
  public var days: String {
    let start = first.iso8601.prefix(10)
    let end = last.iso8601.prefix(10)
    return start == end ? String(start) : "\(start) to \(end)"
  }
}
