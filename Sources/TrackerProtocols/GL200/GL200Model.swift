import Telemetry
import Wire

/// What is special in a model: chosen once for a message, by the device type in front of its
/// protocol version or by what the operator entered.
final class GL200Model: Sendable {
  /// What is different.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt32

    /// Signal and bit errors stand behind a cell.
    static let signal = Traits(rawValue: 1)
    /// No mask of what follows a block.
    static let noAppendMask = Traits(rawValue: 2)
    /// No lists of radio accessories.
    static let noAccessories = Traits(rawValue: 4)
    /// The level of an external battery may follow.
    static let externalBattery = Traits(rawValue: 8)
    /// Two more fields in front of how long the ignition was on or off.
    static let longIgnition = Traits(rawValue: 16)
    /// The second supply of INF is something else.
    static let secondSupplyIgnored = Traits(rawValue: 32)
    /// INF has no second supply.
    static let secondSupplyMissing = Traits(rawValue: 64)
    /// INF has analogue inputs.
    static let analogueInformation = Traits(rawValue: 128)
    /// Fuel sensors follow by bit 0 of the mask, with their numbers.
    static let sensorsByFirstBit = Traits(rawValue: 256)
    /// Bits 22 to 24 of the vehicle's mask have fields.
    static let vehicleReserve3 = Traits(rawValue: 512)
    /// Bits 22 to 28 of the vehicle's mask have fields.
    static let vehicleReserve7 = Traits(rawValue: 1_024)
    /// The vehicle's values have no block of a position.
    static let noVehiclePlace = Traits(rawValue: 2_048)
    /// A length stands in front of an accessory's data.
    static let rawLength = Traits(rawValue: 4_096)

    /// The traits by their names in the table.
    static let named: [String: Traits] = [
      "-": [], "signal": signal, "noAppendMask": noAppendMask, "noAccessories": noAccessories,
      "externalBattery": externalBattery, "longIgnition": longIgnition,
      "secondSupplyIgnored": secondSupplyIgnored, "secondSupplyMissing": secondSupplyMissing,
      "analogueInformation": analogueInformation, "sensorsByFirstBit": sensorsByFirstBit,
      "vehicleReserve3": vehicleReserve3, "vehicleReserve7": vehicleReserve7,
      "noVehiclePlace": noVehiclePlace, "rawLength": rawLength,
    ]
  }

  /// Its name, or the beginning of names if that ends with `*`.
  let pattern: String
  let traits: Traits
  /// The fields between the last block of ERI and its groups.
  let tail: [GL200Step]

  private init?(_ line: Substring) {
    let columns = line.split(separator: "|").map { $0.split(separator: " ") }
    guard columns.count == 3, columns[0].count == 1 else { return nil }
    let words = columns[1].compactMap { Traits.named[String($0)] }
    tail = columns[2].compactMap { GL200Step($0) }
    guard words.count == columns[1].count, tail.count == columns[2].count else { return nil }
    pattern = String(columns[0][0])
    traits = Traits(words)
  }

  func has(_ trait: Traits) -> Bool { traits.contains(trait) }

  // MARK: Which one

  /// Reads a table; lines that are none of its form are left out (a test counts them).
  static func rows(_ table: String) -> [GL200Model] {
    table.split(separator: "\n").compactMap { GL200Model($0) }
  }

  /// The model of a name; the last row is for all others.
  static func named(_ name: String) -> GL200Model {
    for model in all {
      let pattern = model.pattern
      if pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern {
        return model
      }
    }
    return usual
  }

  /// The model of a protocol version; the usual one if its device type is not known.
  static func of(version: Span<UInt8>) -> GL200Model {
    guard version.count >= 6 else { return usual }
    let type = version.extracting(0..<(version.count == 6 ? 2 : 6))
    return TextNumber.hexadecimal(type).flatMap { byType[$0] } ?? usual
  }

  /// Names of models by the device type; those of two digits and of six never have the same number.
  static let names: [(type: UInt64, name: String)] =
    GL200.deviceTypes.split { $0 == "\n" || $0 == "|" }.compactMap { entry in
      let parts = entry.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, let type = UInt64(parts[0], radix: 16) else { return nil }
      return (type, parts[1])
    }

  private static let all = rows(GL200.modelTable)
  private static let usual = all[all.count - 1]
  private static let byType = Dictionary(
    names.map { ($0.type, named($0.name)) }, uniquingKeysWith: { first, _ in first })
}
