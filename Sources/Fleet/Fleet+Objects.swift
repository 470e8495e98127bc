extension Fleet {
  // MARK: Looking

  /// The objects of a kind that a requester may see, by name.
  ///
  /// - Parameter all: every object, not only the linked ones; for administrators.
  public func objects(
    _ kind: ObjectKind, for requester: Requester, all: Bool = false
  ) -> [StoredObject] {
    read { snapshot in
      let objects = snapshot.objects[kind] ?? [:]
      guard case .user(let id) = requester, !(all && snapshot.isAdministrator(id)) else {
        return Array(objects.values)
      }
      return snapshot.visible(kind, to: id).compactMap { objects[$0] }
    }.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
  }

  /// The objects of a kind that are linked to a user, a device or a group, for somebody who may
  /// see that one.
  public func objects(
    _ kind: ObjectKind, of owner: ObjectReference, for requester: Requester
  ) throws(FleetError) -> [StoredObject] {
    let found: [StoredObject]? = read { snapshot in
      guard snapshot.exists(owner), snapshot.maySee(requester, owner) else { return nil }
      return snapshot.links.properties(of: owner, kind).compactMap { snapshot.objects[kind]?[$0] }
    }
    guard let found else { throw .notFound("\(owner.kind.rawValue) \(owner.id)") }
    return found.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
  }

  /// The numbers of objects of a kind that are linked to a device or to a group that it is in,
  /// whoever may see them.
  public func linkedObjects(_ kind: ObjectKind, ofDevice id: Int64) -> Set<Int64> {
    read { snapshot in
      var found = Set(snapshot.links.properties(of: ObjectReference(.device, id), kind))
      for group in snapshot.chain(fromGroup: snapshot.devices[id]?.groupId ?? 0) {
        found.formUnion(snapshot.links.properties(of: ObjectReference(.group, group), kind))
      }
      return found
    }
  }

  /// An object that a requester may see.
  ///
  /// - Throws: ``FleetError/notFound(_:)``, also if the requester may not see it.
  public func object(
    _ reference: ObjectReference, for requester: Requester
  ) throws(FleetError) -> StoredObject {
    try read { $0 }.object(reference, for: requester)
  }

  // MARK: Changing

  /// Stores an object; the user who asks may see it.
  public func createObject(
    _ wanted: StoredObject, by requester: Requester
  ) throws(FleetError) -> StoredObject {
    try change { store, snapshot in
      try snapshot.requireMayEditObjects(requester, wanted.kind)
      var object = wanted
      object.id = 0
      try snapshot.check(object, instead: nil, by: requester)
      object.id = try store.write(object)
      var link: Link?
      if case .user(let id) = requester {
        let made = Link(ObjectReference(.user, id), object.reference)
        try store.write(made)
        link = made
      }
      return Change(object) { [object, link] state in
        state.snapshot.put(object)
        if let link { state.snapshot.links.insert(link) }
      }
    }
  }

  /// Changes an object that a requester may see.
  public func updateObject(
    _ wanted: StoredObject, by requester: Requester
  ) throws(FleetError) -> StoredObject {
    try change { store, snapshot in
      let old = try snapshot.object(wanted.reference, for: requester)
      try snapshot.requireMayEditObjects(requester, wanted.kind)
      try snapshot.check(wanted, instead: old, by: requester)
      _ = try store.write(wanted)
      return Change(wanted) { $0.snapshot.put(wanted) }
    }
  }

  /// Deletes an object, its links, and its number wherever something refers to it.
  public func deleteObject(
    _ reference: ObjectReference, by requester: Requester
  ) throws(FleetError) {
    try change { store, snapshot in
      _ = try snapshot.object(reference, for: requester)
      try snapshot.requireMayEditObjects(requester, reference.kind)
      let objects = snapshot.objectsReferring(to: reference)
      let devices = snapshot.devicesReferring(to: reference)
      for object in objects { _ = try store.write(object) }
      for device in devices { _ = try store.write(device) }
      try store.deleteObject(reference)
      return Change(()) { state in
        for object in objects { state.snapshot.put(object) }
        for device in devices { state.snapshot.put(device) }
        state.snapshot.remove(reference)
      }
    }
  }
}
