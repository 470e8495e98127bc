import Telemetry

extension Snapshot {
  mutating func put(_ object: StoredObject) {
    objects[object.kind, default: [:]][object.id] = object
  }

  mutating func remove(_ reference: ObjectReference) {
    objects[reference.kind]?[reference.id] = nil
    links.remove(reference)
  }

  func object(
    _ reference: ObjectReference, for requester: Requester
  ) throws(FleetError) -> StoredObject {
    guard let object = objects[reference.kind]?[reference.id], maySee(requester, reference) else {
      throw .notFound("\(reference.kind.rawValue) \(reference.id)")
    }
    return object
  }

  func requireMayEditObjects(_ requester: Requester, _ kind: ObjectKind) throws(FleetError) {
    try requireMayEdit(requester)
    guard let user = try requireUser(requester), !user.administrator else { return }
    if kind == .command, user.limitCommands || server.limitCommands {
      throw .forbidden("You may send saved commands but not change them.")
    }
  }

  /// Whether an object is one: by its form, and by what it refers to.
  ///
  /// - Parameter old: what it is to replace. What it referred to already is left alone, also if
  ///   the requester may not see it.
  func check(
    _ object: StoredObject, instead old: StoredObject?, by requester: Requester
  ) throws(FleetError) {
    guard let form = ObjectForm.of(object.kind) else {
      throw .notFound("kind of object \(object.kind.rawValue)")
    }
    try form.check(object)
    for field in form.fields {
      guard let kind = field.reference else { continue }
      try check(
        field.name, object.integer(field.name), kind, old: old?.integer(field.name),
        by: requester)
    }
    if form.fields.contains(where: { $0.name == "uniqueId" }) {
      let other = objects[object.kind]?.values.first {
        $0.id != object.id && $0.text("uniqueId") == object.text("uniqueId")
      }
      if let other {
        throw .conflict(
          "There is already a \(object.kind.rawValue) \(other.text("uniqueId") ?? "").")
      }
    }
    if object.kind == .group, isInside(group: object.integer("groupId"), of: object.id) {
      throw .invalid(field: "groupId", reason: "a group cannot be inside itself")
    }
  }

  /// Whether a reference to another object may be entered.
  func check(
    _ field: String, _ id: Int64, _ kind: ObjectKind, old: Int64?, by requester: Requester
  ) throws(FleetError) {
    guard id != 0, id != old else { return }
    let reference = ObjectReference(kind, id)
    guard exists(reference), maySee(requester, reference) else {
      throw .invalid(field: field, reason: "there is no \(kind.rawValue) \(id)")
    }
  }

  /// All objects that hold a number of an object, without it.
  func objectsReferring(to reference: ObjectReference) -> [StoredObject] {
    var found: [StoredObject] = []
    for form in ObjectForm.all {
      for field in form.fields where field.reference == reference.kind {
        for object in (objects[form.kind] ?? [:]).values
        where object.integer(field.name) == reference.id {
          var changed = found.last { $0.reference == object.reference } ?? object
          found.removeAll { $0.reference == object.reference }
          changed.values[field.name] = .integer(0)
          found.append(changed)
        }
      }
    }
    return found
  }

  /// All devices that hold the number of a group or a calendar, without it.
  func devicesReferring(to reference: ObjectReference) -> [Device] {
    devices.values.compactMap { device in
      var changed = device
      switch reference.kind {
      case .group where device.groupId == reference.id: changed.groupId = 0
      case .calendar where device.calendarId == reference.id: changed.calendarId = 0
      default: return nil
      }
      return changed
    }
  }

  // MARK: Groups

  /// How deep groups may stand in one another; what is deeper is not looked at.
  static let mostGroupDepth = 32

  /// A group and those that it stands in, from the inside out.
  func chain(fromGroup id: Int64) -> [Int64] {
    var chain: [Int64] = []
    var next = id
    while next != 0, chain.count < Self.mostGroupDepth, !chain.contains(next) {
      chain.append(next)
      next = objects[.group]?[next]?.integer("groupId") ?? 0
    }
    return chain
  }

  func isInside(group id: Int64, of outer: Int64) -> Bool {
    outer != 0 && chain(fromGroup: id).contains(outer)
  }

  /// The groups that a user is linked to, with all that stand in them.
  func groups(of user: Int64) -> Set<Int64> {
    let linked = Set(links.properties(of: ObjectReference(.user, user), .group))
    guard !linked.isEmpty else { return [] }
    let groups = objects[.group] ?? [:]
    return Set(groups.keys.filter { !linked.isDisjoint(with: chain(fromGroup: $0)) })
  }
}
