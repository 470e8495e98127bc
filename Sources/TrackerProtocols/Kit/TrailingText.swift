import Telemetry
import Wire

// Texts whose last fields have the same meaning in all messages, whatever stands in front of them.
extension FieldReader {
  /// Reads the text behind the last separator and takes it away; the separator stays, so that every
  /// field in front of it has one.
  @_lifetime(copy self)
  mutating func trailingText(
    _ name: String, after separator: UInt8 = UInt8(ascii: ",")
  ) throws(DecodeError) -> Span<UInt8> {
    var count = 0
    while count < remaining, peek(remaining &- count &- 1) != separator { count &+= 1 }
    guard count < remaining else { throw DecodeError(.truncated, field: name, at: end) }
    var field = try trailer(name, count)
    return field.textRest(name)
  }

  /// Takes away a comma at the end.
  mutating func trailingComma() throws(DecodeError) {
    var comma = try trailer("separator", 1)
    try comma.expect("separator", ",")
  }

  /// Takes away all bytes at the end that pass a test, such as the end of a line.
  mutating func trailingBytes(
    _ name: String, where belongs: (UInt8) -> Bool
  ) throws(DecodeError) {
    var count = 0
    while let byte = peek(remaining &- count &- 1), belongs(byte) { count &+= 1 }
    var bytes = try trailer(name, count)
    bytes.skipRest(name)
  }
}
