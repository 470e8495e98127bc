import Telemetry
import Wire

/// What a key of the values that an operator chooses means.
struct ATrackValue: Sendable {
  enum Meaning: Sendable {
    /// Moved over.
    case ignored
    /// A number times a factor, or plus an offset.
    case number(AttributeKey, factor: Double, offset: Int64)
    case text(AttributeKey)
    /// Whether it is above 0.
    case flag(AttributeKey)
    /// An alarm if it is above 0.
    case alarm(Alarm)
    case altitude, cell, area, network, signalQuality, hours, beacons
  }

  /// The field's name.
  let name: String
  /// How many bytes it takes in binary; 0 for a text that ends with a zero.
  let bytes: Int
  /// What it means in binary.
  let binary: Meaning
  /// What it means as text.
  let text: Meaning

  /// The value of a key; nil if nobody knows it.
  static func named(_ key: Span<UInt8>) -> ATrackValue? {
    guard let code = code(key) else { return nil }
    return values[code]
  }

  /// Up to four characters as a number.
  private static func code(_ key: Span<UInt8>) -> UInt32? {
    guard (1...4).contains(key.count) else { return nil }
    var code: UInt32 = 0
    for index in key.indices { code = code << 8 | UInt32(key[index]) }
    return code
  }

  private static let values: [UInt32: ATrackValue] = {
    var values: [UInt32: ATrackValue] = [:]
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 5, let bytes = Int(columns[1]) else { continue }
      for word in columns[0].split(separator: " ") {
        guard let code = code(Array(word.utf8).span) else { continue }
        values[code] = ATrackValue(
          name: columns[2], bytes: bytes, binary: meaning(columns[3]), text: meaning(columns[4]))
      }
    }
    return values
  }()

  private static func meaning(_ text: String) -> Meaning {
    let rest = String(text.dropFirst())
    switch text.first {
    case nil: return .ignored
    case "?": return .flag(AttributeKey(text: rest))
    case "!": return Alarm(rawValue: rest).map { .alarm($0) } ?? .ignored
    case "=": return .text(AttributeKey(text: rest))
    case ":": return special[rest] ?? .ignored
    default: break
    }
    let parts = text.split(separator: " ").map(String.init)
    let key = AttributeKey(text: parts[0])
    if parts.count == 3, parts[1] == "*" {
      return .number(key, factor: Double(parts[2]) ?? 1, offset: 0)
    }
    if parts.count == 3, parts[1] == "-" {
      return .number(key, factor: 1, offset: -(Int64(parts[2]) ?? 0))
    }
    return .number(key, factor: 1, offset: 0)
  }

  private static let special: [String: Meaning] = [
    "altitude": .altitude, "cell": .cell, "area": .area, "network": .network,
    "quality": .signalQuality, "hours": .hours, "beacons": .beacons,
  ]

  /// keys | bytes | field | meaning in binary | meaning as text
  private static let table = """
    SA|1|satellites|sat|sat
    MV|2|supply|power * 0.1|power * 0.1
    BV|2|battery|battery * 0.1|battery * 0.1
    GQ|1|signal quality|:quality|:quality
    GS|1|signal|rssi|rssi
    CE|4|cell|:cell|:cell
    LC|2|location area code|:area|:area
    CN|4|network|:network|:network
    PC|4|pulses|count1|count1
    AT|4|altitude|:altitude|:altitude
    RP|2|rpm|rpm|rpm
    DT|1|stored|?archive|?archive
    VN|0|vehicle|=vin|=vin
    TR|1|throttle|throttle|throttle
    ET|2|engine temperature|temp1|coolantTemp
    FL|1|fuel|fuel|fuel
    FC|4|fuel consumption|fuelConsumption|fuelConsumption
    AV1|2|analogue input|adc1|adc1
    CD|0|SIM card|=iccid|=iccid
    EH|4|hours|:hours|:hours
    IA|1|intake temperature||intakeTemp
    EL|1|engine load||engineLoad
    MT|1|motion|?motion|?motion
    HA|1|hard acceleration|!hardAcceleration|!hardAcceleration
    HB|1|hard braking|!hardBraking|!hardBraking
    HC|1|hard cornering|!hardCornering|!hardCornering
    IN0|1|ignition|?ignition|
    IN1|1|input 1|?in1|
    IN2|1|input 2|?in2|
    IN3|1|input 3|?in3|
    BC|0|beacons||:beacons
    CI NC GL MA|0|text||
    RL ML PD MP|1|value||
    MF SM|2|value||
    CM ME|8|value||
    GN|60|acceleration||
    GV|6|acceleration||
    EO|4|odometer|odometer * 1609.34|
    ZO1 ZO2 ZO3 ZO5 ZO7 ZO8 ZO11 ZO12 ZO13 ZO15 ZO16 ZO17|1|J1708 value||
    ZO4|1|throttle|throttle * 0.4|
    ZO6|1|vehicle speed|obdSpeed * 0.805|
    ZO9|1|engine load|engineLoad * 0.5|
    ZO10|1|fuel|fuel * 0.5|
    ZO14|1|coolant temperature|coolantTemp|
    ZH1|2|J1708 value||
    ZH2|2|fuel consumption|fuelConsumption * 0.004563333333333333|
    ZH3|2|rpm|rpm * 0.25|
    ZL1 ZL3|4|J1708 value||
    ZL2|4|odometer|odometer * 161|
    ZL4 JL2|4|hours|hours * 180000|
    ZS1 JS1|0|vehicle|=vin|
    JO1 JO2 JO3 JO6 JO7 JO8 JO9 JO10 JO12|1|J1939 value||
    JO4|1|engine load|engineLoad|
    JO5|1|fuel|fuel * 0.4|
    JO11|1|coolant temperature|coolantTemp - 40|
    JH1|2|vehicle speed|obdSpeed * 0.00390625|
    JH2|2|rpm|rpm * 0.125|
    JH3|2|axle weight|axleWeight1 * 0.5|
    JH4|2|axle weight|axleWeight2 * 0.5|
    JH5|2|axle weight|axleWeight3 * 0.5|
    JH6|2|axle weight|axleWeight4 * 0.5|
    JH7|2|axle weight|axleWeight5 * 0.5|
    JH8|2|distance to service|serviceOdometer * 5|
    JH9 JH10 JH12|2|J1939 value||
    JH11|2|fuel consumption|fuelConsumption * 0.05|
    JL1|4|fuel used|fuelUsed * 0.5|
    JL3|4|odometer|odometer * 1000|
    JL4|4|fuel used|fuelUsed * 0.001|
    JS2|0|text||
    JS3|0|driver 1|=driver1|
    JS4|0|driver 2|=driver2|
    JN1 JN2 JN3 JN4 JN5|4|J1939 value||
    """
}
