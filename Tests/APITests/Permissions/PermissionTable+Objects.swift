import Fleet

extension PermissionTable {
  /// The five routes of what is stored by a form. By a group only groups and devices are seen.
  static func rows(_ form: ObjectForm) -> String {
    let (path, kind) = ("/api/\(form.path)", form.kind.rawValue)
    let isGroup = form.kind == .group
    let seen = isGroup ? "own shared group" : "own shared"
    let unseen = isGroup ? "foreign" : "foreign group"
    let limited = form.kind == .command ? "403" : "200"
    let removed = form.kind == .command ? "403" : "204"
    return """
      GET \(path) on \(kind)
        \(seen)                 401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
        \(unseen)               401 200- 200- 200- 200- 200- 200- 401  401
        ? all=true
        own                     401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
        foreign                 401 200- 200- 200- 200- 200- 200+ 401  401
        ? userId={other}
        shared foreign          401 404  404  404  404  404  200+ 401  401
        ? deviceId={hiddenDevice}
        own                     401 404  404  404  404  404  200- 401  401
      POST \(path) on \(kind)
        < {new}
        none                    401 200  403  200  \(limited)  200  200  401  401
      GET \(path)/{id} on \(kind)
        \(seen)                 401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
        \(unseen)               401 404  404  404  404  404  200+ 401  401
        none                    401 404  404  404  404  404  404  401  401
      PUT \(path)/{id} on \(kind)
        < {new}
        \(seen)                 401 200  403  200  \(limited)  200  200  401  401
        \(unseen)               401 404  404  404  404  404  200  401  401
        none                    401 404  404  404  404  404  404  401  401
      DELETE \(path)/{id} on \(kind)
        \(seen)                 401 204  403  204  \(removed)  204  204  401  401
        \(unseen)               401 404  404  404  404  404  204  401  401
        none                    401 404  404  404  404  404  404  401  401

      """
  }
}
