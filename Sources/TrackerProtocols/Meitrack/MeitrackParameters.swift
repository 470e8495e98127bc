import Telemetry

/// What the parameters of the records of command CCE mean.
enum MeitrackParameters {
  enum Meaning: Sendable {
    case latitude, longitude, altitude, fix, lock, speed, course, time, driver, minutes
    /// An attribute, and by what the number is divided.
    case number(AttributeKey, Double)
  }

  struct Entry: Sendable {
    let name: String
    let meaning: Meaning
  }

  /// The entry of a parameter in a list from 1 to 3; nil if it has no use.
  static func entry(_ list: Int, _ code: UInt16) -> Entry? {
    let index = place(list, code)
    return index < entries.count ? entries[index] : nil
  }

  private static func place(_ list: Int, _ code: UInt16) -> Int {
    (list << 9) | (code > 0xFF ? 0x100 : 0) | Int(code & 0xFF)
  }

  private static let entries: [Entry?] = {
    var entries = [Entry?](repeating: nil, count: 4 << 9)
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 5, let list = Int(parts[0]), let code = UInt16(parts[1], radix: 16)
      else { continue }
      let meaning =
        special[parts[3]] ?? .number(AttributeKey(text: parts[3]), Double(parts[4]) ?? 1)
      entries[place(list, code)] = Entry(name: parts[2], meaning: meaning)
    }
    return entries
  }()

  private static let special: [String: Meaning] = [
    ":latitude": .latitude, ":longitude": .longitude, ":altitude": .altitude, ":fix": .fix,
    ":lock": .lock, ":speed": .speed, ":course": .course, ":time": .time, ":driver": .driver,
    ":minutes": .minutes,
  ]

  /// list | parameter | field | attribute, or how it is read | divisor
  private static let table = """
    1|01|event|event|
    1|05|fix|:fix|
    1|06|satellites|sat|
    1|07|signal|rssi|
    1|14|outputs|output|
    1|15|inputs|input|
    1|47|lock|:lock|
    1|97|throttle|throttle|
    1|9D|fuel|fuel|
    1|FE69|battery level|batteryLevel|
    2|08|speed|:speed|
    2|09|course|:course|
    2|0A|hdop|hdop|
    2|0B|altitude|:altitude|
    2|16|analogue input 1|adc1|100
    2|17|analogue input 2|adc2|100
    2|19|battery|battery|100
    2|1A|supply|power|100
    2|29|fuel|fuel|100
    2|40|event|event|
    2|91|vehicle speed|obdSpeed|
    2|92|vehicle speed|obdSpeed|
    2|98|fuel used|fuelUsed|
    2|99|rpm|rpm|
    2|9C|coolant temperature|coolantTemp|
    2|9F|temperature|temp1|
    2|C9|fuel consumption|fuelConsumption|
    3|02|latitude|:latitude|
    3|03|longitude|:longitude|
    3|04|time|:time|
    3|0C|odometer|odometer|
    3|0D|run time|runtime|
    3|25|driver|:driver|
    3|9B|vehicle odometer|obdOdometer|
    3|A0|fuel used|fuelUsed|1000
    3|A2|fuel consumption|fuelConsumption|100
    3|FEF4|hours in minutes|:minutes|
    """
}
