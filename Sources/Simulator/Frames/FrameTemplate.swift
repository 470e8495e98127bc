public import Telemetry
public import TrackerProtocols
import Wire

/// A worked frame whose fields can be rewritten: what a device would send with other values.
///
/// The protocol's own decoder tells where the fields are, and its `reseal` repairs length and
/// checksum, so that every protocol can be simulated without a writer of its own. Only fields that
/// keep their length can be rewritten.
public struct FrameTemplate: Sendable {
  /// The frame as it is sent; ``seal()`` makes it out of the fields.
  public private(set) var bytes: [UInt8]
  /// The same without the protocol's escapes, which the fields are ranges of.
  private var message: [UInt8]

  private let type: any TrackerProtocol.Type
  private let fields: [String: Range<Int>]

  /// A template from a frame.
  ///
  /// - Returns: nil if the protocol's decoder refuses the frame.
  public init?(_ type: any TrackerProtocol.Type, frame: [UInt8], receivedAt: Timestamp) {
    let trace = FieldTrace()
    var session = type.init()
    var reports = Reports()
    let context = DecodeContext(receivedAt: receivedAt)
    do throws(DecodeError) {
      try session.read(frame.span, context, trace: trace, into: &reports)
    } catch {
      return nil
    }
    var fields: [String: Range<Int>] = [:]
    for mark in trace.marks where mark.bits == nil && fields[mark.name] == nil {
      fields[mark.name] = mark.range
    }
    bytes = frame
    message = type.message(of: frame)
    self.type = type
    self.fields = fields
  }

  /// A template from the worked example with a title.
  public init?(_ type: any TrackerProtocol.Type, example title: String) {
    guard let examples = try? WorkedExample.parse(type.about.examples),
      let example = examples.first(where: { $0.title == title })
    else { return nil }
    self.init(type, frame: example.frame, receivedAt: example.receivedAt)
  }

  /// Whether the frame has a field of this name.
  public func has(_ field: String) -> Bool { fields[field] != nil }

  /// Writes decimal digits into a field of text, with leading zeros; the lowest digits if there
  /// are more.
  public mutating func set(_ field: String, digits value: Int) {
    guard let range = fields[field] else { return }
    var rest = value.magnitude
    for index in range.reversed() {
      message[index] = 48 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// Writes decimal digits into a field of packed decimal, two in a byte.
  public mutating func set(_ field: String, packedDigits value: Int) {
    guard let range = fields[field] else { return }
    var rest = value.magnitude
    for index in range.reversed() {
      message[index] =
        UInt8(truncatingIfNeeded: rest / 10 % 10) << 4 | UInt8(truncatingIfNeeded: rest % 10)
      rest /= 100
    }
  }

  /// Writes a number into a binary field, most significant byte first.
  public mutating func set(_ field: String, number value: Int) {
    guard let range = fields[field] else { return }
    var rest = value
    for index in range.reversed() {
      message[index] = UInt8(truncatingIfNeeded: rest)
      rest >>= 8
    }
  }

  /// Writes bytes into a field; they must have its length.
  public mutating func set(_ field: String, bytes new: [UInt8]) {
    guard let range = fields[field], range.count == new.count else { return }
    message.replaceSubrange(range, with: new)
  }

  /// Writes text into a field; it must have the field's length.
  public mutating func set(_ field: String, text: [UInt8]) { set(field, bytes: text) }

  /// Makes the frame out of its fields, with the right length and checksum.
  public mutating func seal() {
    bytes = message
    type.wrap(&bytes)
    type.reseal(&bytes)
  }
}
