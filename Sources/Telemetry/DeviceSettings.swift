/// What an operator entered about a device that its messages do not say.
public struct DeviceSettings: Sendable, Hashable {
  /// The option that says by which zone the device's clock goes: an offset (`+02:00`, `GMT-3`) or
  /// the name of a region (`Europe/Berlin`).
  public static let zoneOption = "decoder.timezone"

  /// The maker's model name, such as `VL103`; some protocols change a field's meaning by it.
  public var model: String?
  /// Further settings by name, as in the API's device attributes (`format`, `decoder.timezone`,
  /// `devicePassword` …).
  public var options: [String: String] {
    didSet { clock = options[Self.zoneOption].flatMap(ClockZone.init(offset:)) }
  }
  /// By which zone the device's clock goes; nil if nothing was entered, or nothing that is known.
  ///
  /// It follows from ``options`` where those give an offset. What the name of a region means, only
  /// the system's files say; whoever may read them sets it.
  public var clock: ClockZone?

  /// Settings; by default none.
  public init(model: String? = nil, options: [String: String] = [:]) {
    self.model = model
    self.options = options
    clock = options[Self.zoneOption].flatMap(ClockZone.init(offset:))
  }

  /// A device about which nothing was entered.
  public static let none = DeviceSettings()
}
