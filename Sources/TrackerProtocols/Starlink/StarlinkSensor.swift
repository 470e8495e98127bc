import Telemetry
import Wire

/// The record of a sensor: fields of the protocol-buffers wire format, as Base64.
enum StarlinkSensor {
  /// The numbers of the fields.
  private static let (sensor, identifier, temperature, humidity, voltage) = (
    UInt64(1), UInt64(3), UInt64(4), UInt64(5), UInt64(9)
  )
  /// Numbers of sensors above it are none.
  private static let mostSensors: UInt64 = 99

  /// Reads a record. One that has another form is left out.
  static func read(_ text: Span<UInt8>, _ reports: inout Reports) {
    guard text.count > 0, let bytes = Base64.bytes(text) else { return }
    var reader = FieldReader(bytes.span)
    var name = "sensor"
    do throws(DecodeError) {
      while !reader.isAtEnd {
        let tag = try reader.variableLengthNumber("tag")
        switch tag & 7 {
        case 0:
          let value = try reader.variableLengthNumber("value")
          if tag >> 3 == sensor {
            guard value <= mostSensors else { return }
            name = "sensor\(value)"
          }
          set(tag >> 3, value, name, &reports)
        case 1: try reader.skip("value", 8)
        case 2:
          let count = try reader.variableLengthNumber("length")
          let content = try reader.bytes("value", Int(clamping: count))
          if tag >> 3 == identifier {
            reports.set(AttributeKey(text: name + "Id"), text: content.string)
          }
        case 5: try reader.skip("value", 4)
        default: return
        }
      }
    } catch {
      return
    }
  }

  private static func set(
    _ field: UInt64, _ value: UInt64, _ name: String, _ reports: inout Reports
  ) {
    switch field {
    case temperature:
      // The lowest bit is the sign.
      let magnitude = Int64(truncatingIfNeeded: value >> 1)
      let tenths = value & 1 == 0 ? magnitude : ~magnitude
      reports.set(AttributeKey(text: name + "Temp"), Double(tenths) / 10)
    case humidity: reports.set(AttributeKey(text: name + "Humidity"), Double(value) / 10)
    case voltage: reports.set(AttributeKey(text: name + "Voltage"), Double(value) / 1_000)
    default: break
    }
  }
}
