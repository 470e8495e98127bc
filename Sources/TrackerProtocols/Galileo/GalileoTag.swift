import Telemetry
import Wire

/// What the tags of a data packet hold: the table of the sheet as data.
enum GalileoTag {
  /// What is more than a plain number.
  enum Special: String, Sendable {
    case identifier, time, place, motion, altitude, driver, vehicle, result, array
    case level, thermometer
  }

  /// All tags by their numbers.
  static let all = FieldTable<Special>(table, radix: 16)

  /// tags (hexadecimal) | bytes | name | meaning, as ``FieldTable`` reads them.
  static let table = """
    01 | 1 | hardware | versionHw
    02 | 1 | firmware | versionFw
    03 | 15 | identifier | @identifier
    04 | 2 | number of the unit | deviceId
    10 | 2 | number of the record | index
    20 | 4 | time | @time
    21 | 2 | milliseconds | -
    30 | 9 | place | @place
    33 | 4 | speed and course | @motion
    34 | 2 | altitude | @altitude
    35 | 1 | hdop | hdop /10
    40 | 2 | status | status
    41 | 2 | supply voltage | power /1000
    42 | 2 | battery voltage | battery /1000
    43 | 1 | temperature of the unit | deviceTemp signed
    44 | 4 | acceleration | acceleration
    45 | 2 | outputs | output
    46 | 2 | inputs | input
    47 | 4 | driving style | -
    48 | 2 | extended status | statusExtended
    50-57 | 2 | analogue input | adc *0
    58-59 | 2 | serial port | rs232 *0
    5A | 4 | flow counter | -
    5B | 7 | refrigeration unit | -
    5C | 68 | tyre pressures | -
    5D | 3 | dosimeter | -
    60-62 | 2 | fuel level | fuel *0
    63-6F | 3 | fuel level and temperature | @level
    70-77 | 2 | thermometer | @thermometer
    78-7D | 2 | analogue input | adc *8
    80-87 | 3 | humidity sensor | -
    88-8C | 1 | further temperature | -
    90 | 4 | driver | @driver
    A0-AF | 1 | CAN byte | can8BitR *15
    B0-B9 | 2 | CAN word | can16BitR *5
    C0 | 4 | fuel used | fuelTotal /2
    C1 | 4 | vehicle | @vehicle
    C2-C3 | 4 | CAN block | canB *0
    C4-D2 | 1 | CAN byte | can8BitR *0
    D3 | 4 | second key | -
    D4 | 4 | odometer | odometer
    D5 | 1 | state of keys | -
    D6-DA | 2 | CAN word | can16BitR *0
    DB-DF | 4 | CAN long word | can32BitR *0
    E0 | 4 | number of the command | index
    E1 | n | answer | @result
    E2-E9 | 4 | user data | userData *0
    EA | n | user data | @array
    F0-F9 | 4 | CAN long word | can32BitR *5
    FA | 3 | not known | -
    FD | 8 | not known | -
    FE | N | extended tags | -
    """

  /// Where the first tag stands that is not known, or whose value leads past the end; nil if all
  /// are sound as far as the bytes go.
  ///
  /// - Parameters:
  ///   - bytes: tags from the first one on, perhaps not all of them.
  ///   - count: how many bytes of tags there are.
  static func firstUnsound(_ bytes: Span<UInt8>, of count: Int) -> Int? {
    let tags = all.fields
    var index = 0
    while index < bytes.count, index < count {
      guard let tag = tags[Int(bytes[index])] else { return index }
      var next = index &+ 1
      switch tag.size {
      case .fixed(let size): next &+= size
      case .counted:
        guard next < bytes.count else { return nil }
        next &+= 1 &+ Int(bytes[next])
      case .countedWide:
        guard next &+ 1 < bytes.count else { return nil }
        next &+= 2 &+ Int(bytes[next]) &+ Int(bytes[next &+ 1]) &* 256
      }
      if next > count { return index }
      index = next
    }
    return nil
  }
}
