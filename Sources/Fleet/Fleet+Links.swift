extension Fleet {
  /// Whether a permission is there.
  public func isLinked(_ link: Link) -> Bool { read { $0.links.contains(link) } }

  /// All permissions that a requester may know of: for administrators all, for others their own
  /// and those of what they may see.
  public func links(for requester: Requester) -> [Link] {
    read { snapshot in
      snapshot.links.all.filter {
        snapshot.maySee(requester, $0.owner) && snapshot.maySee(requester, $0.property)
      }
    }
  }

  /// The properties of one kind that an owner has.
  public func properties(of owner: ObjectReference, _ kind: ObjectKind) -> [Int64] {
    read { $0.links.properties(of: owner, kind).sorted() }
  }

  /// Gives permissions, all or none.
  public func link(_ links: [Link], by requester: Requester) throws(FleetError) {
    try changeLinks(links, by: requester) { store, link in
      try store.write(link)
    } apply: {
      $0.insert($1)
    }
  }

  /// Takes permissions away, all or none; what is not there is ignored.
  public func unlink(_ links: [Link], by requester: Requester) throws(FleetError) {
    try changeLinks(links, by: requester) { store, link in
      try store.delete(link)
    } apply: {
      $0.remove($1)
    }
  }

  private func changeLinks(
    _ links: [Link], by requester: Requester,
    write: @escaping @Sendable (Store, Link) throws -> Void,
    apply: @escaping @Sendable (inout LinkTable, Link) -> Void
  ) throws(FleetError) {
    try change { store, snapshot in
      try snapshot.requireMayEdit(requester)
      for link in links {
        try snapshot.checkMayLink(link, by: requester)
        try write(store, link)
      }
      return Change(()) { state in
        for link in links { apply(&state.snapshot.links, link) }
      }
    }
  }
}

extension Snapshot {
  /// A requester may connect only what exists and what the requester may see at both ends.
  func checkMayLink(_ link: Link, by requester: Requester) throws(FleetError) {
    guard link.isPossible else {
      throw .invalid(
        field: link.property.kind.rawValue + "Id",
        reason: "a \(link.owner.kind.rawValue) cannot have a \(link.property.kind.rawValue)")
    }
    for object in [link.owner, link.property] {
      guard exists(object), maySee(requester, object) else {
        throw .notFound("\(object.kind.rawValue) \(object.id)")
      }
    }
    guard case .user(let id) = requester, let user = accounts[id]?.user, !user.administrator else {
      return
    }
    if link.property.kind == .managedUser {
      throw .forbidden("Only administrators may say who manages whom.")
    }
    if link.owner.kind == .user, link.owner.id != id, !user.isManager {
      throw .forbidden("Only managers and administrators may say what others see.")
    }
  }

  func exists(_ object: ObjectReference) -> Bool {
    switch object.kind {
    case .user, .managedUser: accounts[object.id] != nil
    case .device, .linkedDevice: devices[object.id] != nil
    default: objects[object.kind]?[object.id] != nil
    }
  }

  func maySee(_ requester: Requester, _ object: ObjectReference) -> Bool {
    guard case .user(let id) = requester else { return true }
    switch object.kind {
    case .user, .managedUser: return maySee(requester, user: object.id)
    case .device, .linkedDevice: return maySee(requester, device: object.id)
    case .group:
      return isAdministrator(id) || (isLinked(id, toGroup: object.id) && isBacked(id, object))
    default:
      return isAdministrator(id) || links.contains(Link(ObjectReference(.user, id), object))
    }
  }
}
