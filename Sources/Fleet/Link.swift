/// A kind of object that permissions connect.
public enum ObjectKind: String, Sendable, Hashable, CaseIterable {
  case user, device, group, geofence, notification, calendar, attribute, driver, command
  case maintenance, order, report, managedUser, linkedDevice
}

/// One object: its kind and its number in the API.
public struct ObjectReference: Sendable, Hashable {
  /// The kind.
  public let kind: ObjectKind
  /// The number.
  public let id: Int64

  /// A reference.
  public init(_ kind: ObjectKind, _ id: Int64) {
    self.kind = kind
    self.id = id
  }
}

/// A permission: the owner may see (or has) the property.
public struct Link: Sendable, Hashable {
  /// Such as a user.
  public let owner: ObjectReference
  /// Such as a device.
  public let property: ObjectReference

  /// A permission.
  public init(_ owner: ObjectReference, _ property: ObjectReference) {
    self.owner = owner
    self.property = property
  }

  /// A user may see a device.
  public static func user(_ user: Int64, device: Int64) -> Link {
    Link(ObjectReference(.user, user), ObjectReference(.device, device))
  }

  /// Whether objects of these kinds can be connected in this way.
  public var isPossible: Bool { Self.possible[owner.kind]?.contains(property.kind) == true }

  /// What can have what.
  static let possible: [ObjectKind: Set<ObjectKind>] = [
    .user: [
      .device, .group, .geofence, .notification, .calendar, .attribute, .driver, .command,
      .maintenance, .order, .report, .managedUser,
    ],
    .device: [
      .geofence, .notification, .attribute, .driver, .command, .maintenance, .order, .report,
      .linkedDevice,
    ],
    .group: [
      .geofence, .notification, .attribute, .driver, .command, .maintenance, .order, .report,
    ],
  ]

  /// The permission that connects two objects, whichever is named first.
  ///
  /// - Returns: nil if objects of these kinds cannot be connected.
  public init?(connecting one: ObjectReference, _ other: ObjectReference) {
    if Link(one, other).isPossible {
      self.init(one, other)
    } else if Link(other, one).isPossible {
      self.init(other, one)
    } else {
      return nil
    }
  }
}
