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
  private let transport: @Sendable (DeviceIdentity) -> Transport
  private let write: @Sendable ([UInt8], DeviceIdentity) -> Bool
  private let clock: @Sendable () -> Timestamp
  /// For protocols that count their commands; it may start anew at any time.
  private let serial = Atomic<UInt16>(0)

  /// A desk.
  ///
  /// - Parameters:
  ///   - protocolName: what a device's connection speaks; nil if it has none.
  ///   - transport: how what is sent to a device travels, which the form of a command may hang on.
  ///   - write: sends bytes to a device; false if it has no connection.
  public init(
    protocolName: @escaping @Sendable (DeviceIdentity) -> String?,
    transport: @escaping @Sendable (DeviceIdentity) -> Transport = { _ in .tcp },
    write: @escaping @Sendable ([UInt8], DeviceIdentity) -> Bool,
    clock: @escaping @Sendable () -> Timestamp
  ) {
    self.protocolName = protocolName
    self.transport = transport
    self.write = write
    self.clock = clock
  }

  /// Whether a device is connected just now.
  public func isConnected(_ device: DeviceIdentity) -> Bool { protocolName(device) != nil }

  /// The commands that a device takes as it is connected now.
  ///
  /// - Parameter last: the protocol that it last spoke, which counts while it is away. If nobody
  ///   knows that either, it may take all that any protocol has.
  public func types(for device: DeviceIdentity, speaking last: String? = nil) -> [CommandType] {
    if let type = protocolType(of: device) ?? last.flatMap(Catalogue.named) {
      return type.about.commands
    }
    let known = Set(Catalogue.protocols.flatMap { $0.about.commands })
    return CommandType.allCases.filter(known.contains)
  }

  /// Makes sure that a command can be written for a device that is away, as far as its last
  /// protocol tells.
  ///
  /// - Parameter name: the protocol that it last spoke; nil if nobody knows, which passes.
  public func check(
    _ command: Command, for device: Addressee, speaking name: String?
  ) throws(Failure) {
    guard let type = name.flatMap(Catalogue.named) else { return }
    _ = try encode(command, for: device, type)
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
    let frame = try encode(command, for: device, type)
    guard write(frame, device.identity) else { throw .notConnected(device.uniqueId) }
    return frame
  }

  private func encode(
    _ command: Command, for device: Addressee, _ type: any TrackerProtocol.Type
  ) throws(Failure) -> [UInt8] {
    let number = serial.wrappingAdd(1, ordering: .relaxed).newValue
    let context = CommandContext(
      identifier: device.uniqueId, now: clock(), serial: number,
      transport: transport(device.identity), settings: device.settings)
    var frame: [UInt8] = []
    do throws(CommandError) {
      try type.encode(command, context, into: &frame)
    } catch {
      throw .refused(error)
    }
    return frame
  }

  private func protocolType(of device: DeviceIdentity) -> (any TrackerProtocol.Type)? {
    protocolName(device).flatMap(Catalogue.named)
  }
}
