import Telemetry

/// Names of what radio accessories say, `tag1Id`, `tag1Temp` …: made once, because most messages
/// that have any have several.
struct TagKeys: Sendable {
  /// The accessory's own number or address.
  let identifier: AttributeKey
  /// Battery, volts or percent as the accessory says it.
  let battery: AttributeKey
  /// Temperature, °C.
  let temperature: AttributeKey
  /// Humidity, %.
  let humidity: AttributeKey
  /// Its other value.
  let data: AttributeKey

  /// The names of an accessory by its place in the message, from 1.
  static func numbered(_ number: Int) -> TagKeys {
    made.indices.contains(number) ? made[number] : TagKeys(number)
  }

  private static let made = (0...32).map { TagKeys($0) }

  private init(_ number: Int) {
    identifier = AttributeKey(text: "tag\(number)Id")
    battery = AttributeKey(text: "tag\(number)Battery")
    temperature = AttributeKey(text: "tag\(number)Temp")
    humidity = AttributeKey(text: "tag\(number)Humidity")
    data = AttributeKey(text: "tag\(number)Data")
  }
}
