/// What the media of devices may take.
public struct MediaLimits: Sendable {
  /// The most bytes of one whole; what a device sends beyond is left out.
  public var fileBytes = 8 << 20
  /// The most bytes of one device; its oldest give way.
  public var deviceBytes: Int64 = 256 << 20
  /// The most bytes in all; the oldest of whoever has most give way.
  public var totalBytes: Int64 = 8 << 30
  /// Milliseconds without a new piece after which no more is expected.
  public var patience: Int64 = 48 * 3_600_000
  /// Milliseconds after which a whole is removed; nil keeps it.
  public var retention: Int64?
  /// The most wholes of one device that are being put together.
  public var openPerDevice: Int64 = 8
  /// The most wholes of all devices that are being put together.
  public var openInAll: Int64 = 10_000
  /// The most pieces of one whole.
  public var pieces = 16_384

  /// The defaults.
  public init() {}
}

/// What went wrong with stored media, for people.
public struct MediaError: Error, Hashable, CustomStringConvertible {
  /// What happened, to which file.
  public let description: String

  init(_ error: any Error) { description = "the media cannot be reached: \(error)" }
}
