public import Telemetry

/// Something that a person did through the API. What was recorded is never changed, and goes only
/// when it is old.
public struct Action: Sendable, Hashable {
  /// Its number; 0 until it is recorded.
  public internal(set) var id: Int64 = 0
  /// When.
  public var time: Timestamp
  /// The network address that the request came from.
  public var address: String
  /// Who; 0 if nobody was signed in.
  public var userId: Int64
  /// The address of that user at the time.
  public var userEmail: String
  /// What was done, such as `edit`.
  public var type: String
  /// To what kind of thing, such as `device`.
  public var objectType: String
  /// The number of the thing; 0 if it has none.
  public var objectId: Int64
  /// What else tells what was done; may be empty.
  public var detail: String

  /// The longest detail that is kept, in bytes.
  public static let longestDetail = 500

  /// An action that is not recorded yet.
  public init(
    time: Timestamp, address: String, userId: Int64, userEmail: String, type: String,
    objectType: String, objectId: Int64, detail: String = ""
  ) {
    self.time = time
    self.address = address
    self.userId = userId
    self.userEmail = userEmail
    self.type = type
    self.objectType = objectType
    self.objectId = objectId
    self.detail = detail
  }
}
