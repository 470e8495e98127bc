import Synchronization
public import Telemetry
public import TrackerProtocols

/// Sends people's commands to devices: in the protocol that the device speaks just now, over the
/// connection that is bound to it.
public final class CommandDesk: Sendable {
  /// Whom a command is for.
  public struct Addressee: Sendable {
    /// What its connection is bound to.
    public var identity: DeviceIdentity
    /// What it calls itself.
    public var uniqueId: String
    /// What was entered about it.
    public var settings: DeviceSettings

    /// Somebody to send a command to.
    public init(identity: DeviceIdentity, uniqueId: String, settings: DeviceSettings = .none) {
      self.identity = identity
      self.uniqueId = uniqueId
      self.settings = settings
    }
  }

  /// Why a command was not sent.
  public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The device has no connection.
    case notConnected(String)
    /// The command cannot be written for it.
    case refused(CommandError)

    /// One sentence for people that says what to do.
    public var description: String {
      switch self {
      case .notConnected(let device):
        "The device \(device) is not connected; send the command when it is online again."
      case .refused(let error): "The command was not sent: \(error)."
      }
    }
  }

  private let protocolName: @Sendable (DeviceIdentity) -> String?
  private let write: @Sendable ([UInt8], DeviceIdentity) -> Bool
  private let clock: @Sendable () -> Timestamp
  /// For protocols that count their commands; it may start anew at any time.
  private let serial = Atomic<UInt16>(0)

  /// A desk.
  ///
  /// - Parameters:
  ///   - protocolName: what a device's connection speaks; nil if it has none.
  ///   - write: sends bytes to a device; false if it has no connection.
  public init(
    protocolName: @escaping @Sendable (DeviceIdentity) -> String?,
    write: @escaping @Sendable ([UInt8], DeviceIdentity) -> Bool,
    clock: @escaping @Sendable () -> Timestamp
  ) {
    self.protocolName = protocolName
    self.write = write
    self.clock = clock
  }

  /// The commands that a device takes as it is connected now; all that any protocol has if it is
  /// not connected.
  public func types(for device: DeviceIdentity) -> [CommandType] {
    if let type = protocolType(of: device) { return type.about.commands }
    let known = Set(Catalogue.protocols.flatMap { $0.about.commands })
    return CommandType.allCases.filter(known.contains)
  }

  /// Sends a command.
  ///
  /// - Returns: the bytes. They are on their way; whether the device has them, only its answer
  ///   says.
  @discardableResult
  public func send(_ command: Command, to device: Addressee) throws(Failure) -> [UInt8] {
    guard let type = protocolType(of: device.identity) else {
      throw .notConnected(device.uniqueId)
    }
    let number = serial.wrappingAdd(1, ordering: .relaxed).newValue
    let context = CommandContext(
      identifier: device.uniqueId, now: clock(), serial: number, settings: device.settings)
    var frame: [UInt8] = []
    do throws(CommandError) {
      try type.encode(command, context, into: &frame)
    } catch {
      throw .refused(error)
    }
    guard write(frame, device.identity) else { throw .notConnected(device.uniqueId) }
    return frame
  }

  private func protocolType(of device: DeviceIdentity) -> (any TrackerProtocol.Type)? {
    protocolName(device).flatMap(Catalogue.named)
  }
}
