import FoundationEssentials
import Telemetry

/// Attributes as they stand in the file: a JSON object of plain values.
enum AttributesText {
  static func write(_ attributes: [String: AttributeValue]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard !attributes.isEmpty,
      let data = try? encoder.encode(attributes.mapValues(StoredValue.init))
    else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Text that is no such object, which only a hand could have written there, is no attributes.
  static func read(_ text: String) -> [String: AttributeValue] {
    guard text != "{}", !text.isEmpty,
      let values = try? JSONDecoder().decode([String: StoredValue].self, from: Data(text.utf8))
    else { return [:] }
    return values.mapValues(\.value)
  }
}

private struct StoredValue: Codable {
  let value: AttributeValue

  init(_ value: AttributeValue) {
    // JSON has no infinite numbers.
    if case .number(let number) = value, !number.isFinite {
      self.value = .text(number.description)
    } else {
      self.value = value
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let boolean = try? container.decode(Bool.self) {
      value = .boolean(boolean)
    } else if let integer = try? container.decode(Int64.self) {
      value = .integer(integer)
    } else if let number = try? container.decode(Double.self) {
      value = .number(number)
    } else {
      value = .text(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch value {
    case .integer(let integer): try container.encode(integer)
    case .number(let number): try container.encode(number)
    case .boolean(let boolean): try container.encode(boolean)
    case .text(let text): try container.encode(text)
    }
  }
}
