public import Telemetry
public import Wire

/// One tracker protocol: how to recognise it, cut it into frames, read a frame, answer it, and
/// write commands.
///
/// A value of the type is the state of one conversation with a device (a connection, or a peer
/// that sends datagrams). It is copied when a frame must be read a second time, so it is small.
/// Nothing in it knows a clock, a socket or a database: what a decoder needs from outside comes
/// with the ``DecodeContext``.
public protocol TrackerProtocol: Sendable {
  /// What it is, for people and for the catalogue.
  static var about: About { get }

  /// Whether bytes at the start of a conversation can be this protocol.
  ///
  /// It must be strict, and quick: it is asked of every stranger, hostile ones included. `.yes`
  /// is for a whole frame only, unless the first bytes alone are proof.
  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition

  /// The state of a conversation that has just begun.
  init()

  /// What to do with the bytes at hand, of which the first starts a frame.
  ///
  /// - Returns: `.frame` or `.skip` with a count from 1 to `bytes.count`, or a wish to wait. With
  ///   `stream.edge == .ended` a wish to wait means that the bytes are no frame.
  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep

  /// Takes the escapes out of a frame, if the protocol has them.
  ///
  /// - Returns: whether there were any and the message was filled in; else the frame is read as it
  ///   is. Any bytes are allowed, and the message is never longer than they are.
  static func unwrap(_ frame: Span<UInt8>, into message: inout [UInt8]) -> Bool

  /// Puts the escapes into a message, so that it can be sent.
  static func wrap(_ message: inout [UInt8])

  /// Reads one frame, the whole of what ``nextFrame(in:_:)`` cut off, without its escapes, and
  /// fills in what it gives: identifier, records, answers. An answer leaves only when the frame
  /// is durable.
  ///
  /// What was filled in before an error is thrown away.
  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError)

  /// Writes what is said to a sender whose frame could not be read; by default nothing. It is
  /// for protocols in which everything is answered, and must not be taken for a confirmation.
  static func refuse(_ frame: Span<UInt8>, _ error: DecodeError, into answer: inout [UInt8])

  /// Writes a command as the device expects it.
  ///
  /// Parameters are text from people: one that holds a delimiter of the protocol must be refused,
  /// or it would be a second command.
  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError)

  /// Repairs lengths and checksums of a frame after fields of it were rewritten (simulator,
  /// fuzzer, tests). A frame that is right stays as it is.
  static func reseal(_ frame: inout [UInt8])
}

extension TrackerProtocol {
  /// A protocol without length and checksum has nothing to repair.
  public static func reseal(_ frame: inout [UInt8]) {}

  /// A protocol that leaves alone what it cannot read.
  public static func refuse(
    _ frame: Span<UInt8>, _ error: DecodeError, into answer: inout [UInt8]
  ) {}

  /// A protocol that has no commands refuses all.
  public static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    throw .unsupported(command.type)
  }
}

/// What a decoder knows besides the bytes and the conversation's state.
public struct DecodeContext: Sendable {
  /// When the frame was received.
  public var receivedAt: Timestamp
  /// How it travelled.
  public var transport: Transport
  /// What an operator entered for the device that the conversation belongs to, so far as known.
  public var settings: DeviceSettings

  /// A context.
  public init(
    receivedAt: Timestamp, transport: Transport = .tcp, settings: DeviceSettings = .none
  ) {
    self.receivedAt = receivedAt
    self.transport = transport
    self.settings = settings
  }
}

/// What an encoder knows besides the command.
public struct CommandContext: Sendable {
  /// The device's identifier.
  public var identifier: String
  /// The time of writing, for commands that hold a clock.
  public var now: Timestamp
  /// A number that grows by one from command to command, for protocols that count.
  public var serial: UInt16
  /// How the command will travel: some units want another form in a datagram.
  public var transport: Transport
  /// What an operator entered for the device.
  public var settings: DeviceSettings

  /// A context.
  public init(
    identifier: String, now: Timestamp, serial: UInt16 = 0, transport: Transport = .tcp,
    settings: DeviceSettings = .none
  ) {
    self.identifier = identifier
    self.now = now
    self.serial = serial
    self.transport = transport
    self.settings = settings
  }
}

/// Why a command cannot be written.
public enum CommandError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The protocol, or this model, has no such command.
  case unsupported(CommandType)
  /// A parameter that the command needs is not given.
  case missing(parameter: String)
  /// A parameter cannot be sent: what it is and why.
  case invalid(parameter: String, reason: String)

  /// One sentence for people that says what to do.
  public var description: String {
    switch self {
    case .unsupported(let type):
      "this device has no command '\(type.rawValue)'; 'custom' sends text as it is"
    case .missing(let parameter): "the command needs the parameter '\(parameter)'"
    case .invalid(let parameter, let reason): "the parameter '\(parameter)' \(reason)"
    }
  }
}
