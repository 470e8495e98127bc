import Telemetry
import TrackerProtocols
public import Wire

/// The words for a field in an explanation, the same in the terminal and on the page.
public enum FieldText {
  /// What was read, such as `98901624`, `"A"` or `holds`.
  public static func value(_ field: FieldMark, in frame: [UInt8]) -> String {
    switch field.reading {
    case .unsigned(let value): value.description
    case .signed(let value): value.description
    case .number(let value): value.description
    case .text, .separator: "\"" + EscapedText.text(raw(field, in: frame)) + "\""
    case .digits, .bytes: HexText.text(raw(field, in: frame))
    case .checksum(let holds): holds ? "holds" : "does not hold"
    }
  }

  /// The bytes of a field.
  public static func raw(_ field: FieldMark, in frame: [UInt8]) -> ArraySlice<UInt8> {
    frame[field.range.clamped(to: 0..<frame.count)]
  }

  /// The field's name with the bits that it is about.
  public static func name(_ field: FieldMark) -> String {
    guard let bits = field.bits else { return field.name }
    let last = bits.upperBound - 1
    return bits.count == 1
      ? "\(field.name) (bit \(last))" : "\(field.name) (bits \(bits.lowerBound) to \(last))"
  }
}
