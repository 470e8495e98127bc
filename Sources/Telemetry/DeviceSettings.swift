/// What an operator entered about a device that its messages do not say.
public struct DeviceSettings: Sendable, Hashable {
  /// The maker's model name, such as `VL103`; some protocols change a field's meaning by it.
  public var model: String?
  /// Further settings by name, as in the API's device attributes (`format`, `decoder.timezone`,
  /// `devicePassword` …).
  public var options: [String: String]

  /// Settings; by default none.
  public init(model: String? = nil, options: [String: String] = [:]) {
    self.model = model
    self.options = options
  }

  /// A device about which nothing was entered.
  public static let none = DeviceSettings()
}
