public import Telemetry
public import Wire

/// What a ``Conversation`` asks and tells while it reads bytes.
public protocol ConversationHandler {
  /// The directory's revision: an admission is asked for again when it has changed.
  var directoryRevision: UInt64 { get }

  /// Who a sender is. The claim's ``DeviceClaim/peer`` is empty, as a conversation knows no
  /// addresses.
  mutating func admit(_ claim: DeviceClaim) -> Admission

  /// A frame was read and belongs to a device.
  mutating func take(_ frame: Span<UInt8>, _ reports: inout Reports, _ facts: FrameFacts)

  /// Bytes could not be read, or nobody knows whose they are; they are not answered but with
  /// ``FrameFacts/refusal``.
  mutating func take(unread piece: Span<UInt8>, _ facts: FrameFacts)

  /// A frame was read, but its sender may not speak: it is neither stored nor answered.
  mutating func drop(_ frame: Span<UInt8>, _ facts: FrameFacts, reason: String)
}

/// What a conversation knows of a frame or of a piece of bytes.
public struct FrameFacts: Sendable {
  /// When it was received.
  public var receivedAt: Timestamp
  /// The protocol; empty if none was recognised.
  public var protocolName: String
  /// Whose it is.
  public var device: DeviceIdentity
  /// The identifier that it was attributed by; empty if there is none yet.
  public var identifier: String
  /// What else is to be known.
  public var flags: MessageFlags
  /// Why a frame could not be read.
  public var error: DecodeError?
  /// What its protocol says to that; mostly nothing.
  public var refusal: [UInt8] = []
}
