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
}
