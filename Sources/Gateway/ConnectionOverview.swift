public import EventLoop
public import Telemetry

/// A connection as people see it.
public struct ConnectionOverview: Sendable, Hashable {
  /// Its number, as stored with its messages.
  public var id: UInt64
  /// How it travels.
  public var transport: Transport
  /// The other side; behind a proxy the device, not the proxy.
  public var peer: Address
  /// This side.
  public var local: Address
  /// When it was opened.
  public var openedAt: Timestamp
  /// The protocol; nil until it was recognised.
  public var protocolName: String?
  /// What proved the protocol, why none was found, or why its messages are not stored.
  public var explanation: String
  /// The device that spoke last; nil until it said who it is.
  public var device: DeviceIdentity?
  /// How the device calls itself; empty until then.
  public var identifier: String
  /// Whether nobody entered the device.
  public var isStranger: Bool
  /// Whether another connection has the older right to speak for the device.
  public var isUnconfirmed: Bool
  /// Frames that were read.
  public var frames: UInt64
  /// Frames that could not be read.
  public var badFrames: UInt64
  /// Bytes that were received.
  public var bytes: UInt64
  /// When bytes last arrived.
  public var lastHeardAt: Timestamp
  /// Why the last bad frame could not be read; nil if there was none.
  public var lastError: String?
  /// Why its messages are neither stored nor answered; nil if they are taken.
  public var refusal: String?
}
