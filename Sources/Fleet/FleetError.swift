public import SQLite

/// Why something could not be done with the fleet.
public enum FleetError: Error, Sendable, CustomStringConvertible {
  /// The file refused.
  case storage(SQLiteError)
  /// The file was written by a newer program; the names are migrations that this one lacks.
  case newerFile(path: String, unknown: [String])
  /// There is no such object, or the one who asks may not know of it.
  case notFound(String)
  /// The one who asks may see the object but not do this.
  case forbidden(String)
  /// Something else has that name already.
  case conflict(String)
  /// A field has a value that cannot be.
  case invalid(field: String, reason: String)

  /// For people: what happened and what to do.
  public var description: String {
    switch self {
    case .storage(let error): error.description + Self.advice(error.kind)
    case .newerFile(let path, let unknown):
      "\(path) was written by a newer version of Whereabouts "
        + "(it has \(unknown.joined(separator: ", "))); start that version, or restore a copy of "
        + "the file from before the update."
    case .notFound(let what): "There is no \(what)."
    case .forbidden(let reason): reason
    case .conflict(let reason): reason
    case .invalid(let field, let reason): "\(field): \(reason)"
    }
  }

  private static func advice(_ kind: SQLiteError.Kind) -> String {
    switch kind {
    case .corrupt:
      ". Stop the server, and put this file back from a backup ('whereabouts help restore'). Do "
        + "not start without it: it knows whose history is whose, which the ledger does not say."
    case .full: ". Make room on the disk; nothing was changed."
    case .inputOutput:
      ". See whether the folder is there and this user may read and write it and its files."
    case .busy: ". Another program holds it; try again."
    case .constraint, .other: ""
    }
  }
}
