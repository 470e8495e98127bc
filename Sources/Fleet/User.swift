public import Telemetry

/// Somebody who may sign in. The password is not kept here, only its hash in the file.
public struct User: Sendable, Hashable {
  /// The API's number; 0 until it is stored.
  public var id: Int64 = 0
  /// The name that people see.
  public var name: String
  /// A second name to sign in with, beside the e-mail address.
  public var login: String?
  /// The e-mail address, which is what one signs in with.
  public var email: String
  /// A telephone number.
  public var phone: String?
  /// Whether the user may only look.
  public var readonly = false
  /// Whether the user may do everything.
  public var administrator = false
  /// The preferred map.
  public var map: String?
  /// Where the map starts, degrees.
  public var latitude = 0.0
  /// Where the map starts, degrees.
  public var longitude = 0.0
  /// How near the map starts.
  public var zoom: Int64 = 0
  /// How coordinates are written.
  public var coordinateFormat: String?
  /// Whether signing in is refused.
  public var disabled = false
  /// When signing in begins to be refused.
  public var expirationTime: Timestamp?
  /// How many devices the user may have; -1 for any number.
  public var deviceLimit: Int64 = -1
  /// How many users the user may manage; -1 for any number, 0 for a user who manages nobody.
  public var userLimit: Int64 = 0
  /// Whether the user may not change devices.
  public var deviceReadonly = false
  /// Whether the user may send only saved commands.
  public var limitCommands = false
  /// Whether reports are hidden from the user.
  public var disableReports = false
  /// Whether the user may not change the e-mail address.
  public var fixedEmail = false
  /// A layer of places on the map.
  public var poiLayer: String?
  /// The key of the second factor.
  public var totpKey: String?
  /// Whether the user was made for a shared link and ends with it.
  public var temporary = false
  /// Further settings.
  public var attributes: [String: AttributeValue] = [:]

  /// A user who is not stored yet.
  public init(name: String, email: String) {
    self.name = name
    self.email = email
  }

  /// Whether the user manages others.
  public var isManager: Bool { userLimit != 0 }
}
