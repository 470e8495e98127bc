public import SQLite

/// What an operator does with the file of a timeline, whether a server is using it or not.
public enum StoredTimeline {
  /// Looks at a file; its number is the watermark, as in ``Timeline/watermark()``.
  public static func inspect(
    path: String, isInUse: Bool
  ) throws(TimelineError) -> DatabaseFinding {
    do throws(SQLiteError) {
      return try DatabaseFinding(
        path: path, isInUse: isInUse, number: "SELECT watermark FROM state")
    } catch {
      throw TimelineError(error.description)
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
