import Telemetry
import Wire

/// What the fields of records hold: the tables of the sheet as data.
enum NavisFields {
  typealias Field = TableField<Special>

  /// What is more than a plain number.
  enum Special: String, Sendable {
    case eventTime, time, clock, latitude, longitude, radians, altitude, speed, course
    case validity, navigation, visible, dilution, tank, blueTank
    case guardBits, guardNumber, state, stateHigh
    case inputs, inputsHigh, outputs, outputsHigh
    case wideInputs, mixedInputs, wideOutputs, fourOutputs, twoOutputs
  }

  /// The fields that a unit chooses from by a mask.
  static let flexible = FieldTable<Special>(table, radix: 10)

  /// The fields of a record of a fixed format; nil if it is not known.
  static func fixed(_ format: UInt16) -> [Field]? { formats[format] }

  private static let formats: [UInt16: [Field]] = {
    let numbers: [String: UInt16] = [
      "1": 0x01, "2": 0x02, "3": 0x03, "4": 0x04, "5": 0x05, "5.1": 0x15, "5.2": 0x25, "6": 0x06,
    ]
    var formats: [UInt16: [Field]] = [:]
    for line in fixedTable.split(separator: "\n") {
      let columns = FieldTable<Special>.columns(line)
      guard columns.count == 4, let field = Field(columns[1...]) else { continue }
      let names = columns[0] == ["*"] ? Array(numbers.keys) : columns[0]
      for format in names.compactMap({ numbers[$0] }) { formats[format, default: []].append(field) }
    }
    return formats
  }()

  /// formats, `*` for all | bytes | name | meaning, in the order of the record.
  private static let fixedTable = """
    * | 4 | number of the record | index
    * | 2 | event | event
    * | 6 | time of the event | -
    6 | 1 | guard | @guardBits
    1 2 3 4 5 5.1 5.2 | 1 | guard | @guardNumber
    * | 1 | state | status
    * | 1 | signal | rssi
    1 2 3 | 2 | outputs | @wideOutputs
    5 5.1 5.2 | 1 | outputs and satellites | @twoOutputs
    4 6 | 1 | outputs | @fourOutputs
    1 2 3 | 2 | inputs | @wideInputs
    4 | 2 | inputs | @mixedInputs
    5 5.1 5.2 6 | 1 | inputs | @inputs
    * | 2 | supply voltage | power /1000
    * | 2 | battery voltage | battery /1000
    1 2 3 | 2 | temperature | temp signed *1
    1 2 5 5.1 5.2 6 | 2 | analogue input | adc *1
    1 2 5 5.1 5.2 6 | 2 | analogue input | adc *2
    6 | 2 | analogue input | adc *3
    2 5 5.1 5.2 6 | 8 | pulse counters | -
    6 | 28 | fuel sensors | -
    6 | 1 | temperature | temp signed *1
    6 | 1 | temperature | temp signed *2
    6 | 1 | temperature | temp signed *3
    6 | 1 | temperature | temp signed *4
    6 | 4 | axle weight | axleWeight signed
    6 | 2 | engine speed | rpm
    6 | 1 | navigation | @navigation
    2 5 5.1 5.2 | 1 | navigation | @validity
    2 5 5.1 5.2 6 | 6 | time of the place | @clock
    2 5 5.1 5.2 | 8 | place | @radians
    6 | 4 | latitude | @latitude
    6 | 4 | longitude | @longitude
    6 | 4 | altitude | @altitude
    2 5 5.1 5.2 6 | 4 | speed | @speed
    2 5 5.1 5.2 6 | 2 | course | @course
    2 5 5.1 5.2 6 | 4 | mileage | odometer float x1000
    2 5 5.1 5.2 6 | 4 | mileage of the segment | distance float x1000
    2 5 5.1 5.2 6 | 4 | seconds of the segment | -
    5.1 5.2 | 15 | not known | -
    4 5.2 | 1 | temperature | temp signed *1
    4 5.2 | 1 | temperature | temp signed *2
    4 5.2 | 1 | temperature | temp signed *3
    4 5.2 | 1 | temperature | temp signed *4
    """

  private static let table = """
    0 | 4 | number of the record | index
    1 | 2 | event | event
    2 | 4 | time of the event | @eventTime
    3 | 1 | guard | @guardBits
    4 | 1 | state | @state
    5 | 1 | state, high byte | @stateHigh
    6 | 1 | signal | rssi
    7 | 1 | navigation | @navigation
    8 | 4 | time of the place | @time
    9 | 4 | latitude | @latitude
    10 | 4 | longitude | @longitude
    11 | 4 | altitude | @altitude
    12 | 4 | speed | @speed
    13 | 2 | course | @course
    14 | 4 | mileage | odometer float x1000
    15 | 4 | mileage of the segment | distance float x1000
    16-17 | 2 | seconds of the segment | -
    18 | 2 | supply voltage | power /1000
    19 | 2 | battery voltage | battery /1000
    20-27 | 2 | analogue input | adc *1
    28 | 1 | inputs | @inputs
    29 | 1 | inputs, high byte | @inputsHigh
    30 | 1 | outputs | @outputs
    31 | 1 | outputs, high byte | @outputsHigh
    32-33 | 4 | counter | count *1
    34-35 | 2 | frequency | freq *1
    36 | 4 | engine hours | hours x1000
    37-42 | 2 | fuel sensor | fuel *1 <65500
    43 | 2 | fuel sensor | fuel <65500
    44-51 | 1 | temperature | temp signed *1
    52 | 2 | tank | @tank
    53 | 4 | fuel used | fuelUsed float /2 >=0
    54 | 2 | engine speed | rpm !FFFF
    55 | 1 | coolant temperature | coolantTemp signed !80
    56 | 4 | mileage of the vehicle | obdOdometer float x1000
    57-61 | 2 | axle weight | axleWeight *1 !FFFF
    62 | 1 | accelerator | acceleratorPosition !FF
    63 | 1 | brake | brakePosition !FF
    64 | 1 | engine load | engineLoad !FF
    65 | 2 | tank of urea | @blueTank
    66 | 4 | engine hours of the vehicle | obdHours x1000
    67 | 2 | distance to service | serviceOdometer x5000 !FFFF
    68 | 1 | speed of the vehicle | obdSpeed
    69 | 8 | satellites in view | @visible
    70 | 2 | dilution of precision | @dilution
    71 | 1 | precise navigation | -
    72 | 16 | precise navigation | -
    73 | 4 | precise navigation | -
    74 | 2 | precise navigation | -
    75 | 4 | precise navigation | -
    76 | 37 | precise navigation | -
    77-82 | 1 | fuel temperature | fuelTemp signed *1
    83-92 | 3 | not known | -
    93 | 6 | not known | -
    94 | 12 | not known | -
    95 | 24 | not known | -
    96 | 48 | not known | -
    97-100 | 1 | not known | -
    101-102 | 4 | not known | -
    103 | 1 | not known | -
    104 | 4 | not known | -
    105 | 2 | not known | -
    106 | 6 | not known | -
    107 | 2 | not known | -
    108 | 6 | not known | -
    109-116 | 2 | not known | -
    117 | 1 | not known | -
    118-120 | 2 | not known | -
    121-125 | 1 | not known | -
    126-131 | 4 | not known | -
    132-137 | 2 | not known | -
    138-139 | 1 | not known | -
    140 | 2 | not known | -
    141 | 3 | not known | -
    142 | 2 | not known | -
    143-144 | 1 | not known | -
    145 | 3 | not known | -
    146-161 | 2 | not known | -
    162-165 | 2 | temperature | temp signed *9 /20 !8000
    166-169 | 1 | humidity | humidity *1 /2 !FF
    170 | 2 | not known | -
    171-173 | 4 | not known | -
    174 | 2 | not known | -
    175 | 4 | not known | -
    176-177 | 2 | not known | -
    178 | 4 | not known | -
    179-191 | 2 | not known | -
    192-195 | 4 | not known | -
    196 | 6 | not known | -
    197 | 3 | not known | -
    198 | 1 | not known | -
    199-200 | 2 | not known | -
    201 | 1 | not known | -
    202 | 4 | not known | -
    203 | 5 | not known | -
    204-205 | 4 | not known | -
    206-221 | 1 | user's byte | user1Byte *1
    222-236 | 2 | user's word | user2Byte *1
    237-251 | 4 | user's long word | user4Byte *1
    252-254 | 8 | user's number | user8Byte signed *1
    """
}

/// Which fields the records of a conversation have, as the unit said when it chose them.
struct NavisMask: Sendable {
  private var words = InlineArray<4, UInt64>(repeating: 0)
  /// The bytes of a record.
  private(set) var recordSize = 0

  /// Reads a mask: the first bit of the first byte is field 0.
  init(_ bytes: Span<UInt8>) {
    let fields = NavisFields.flexible.fields
    for number in 0..<min(bytes.count * 8, 255)
    where bytes[number / 8] & (0x80 >> (number % 8)) != 0 {
      words[number / 64] |= 1 << UInt64(number % 64)
      if case .fixed(let count) = fields[number]?.size { recordSize += count }
    }
  }

  /// Whether records begin with their number.
  var hasNumber: Bool { words[0] & 1 != 0 }

  /// The first field of a record.
  var first: Int? { hasNumber ? 0 : field(behind: 0) }

  /// The field behind one.
  func field(behind number: Int) -> Int? {
    var word = (number + 1) / 64
    guard (0..<4).contains(word) else { return nil }
    var rest = words[word] & (UInt64.max << UInt64((number + 1) % 64))
    while rest == 0 {
      word += 1
      guard word < 4 else { return nil }
      rest = words[word]
    }
    return word * 64 + rest.trailingZeroBitCount
  }
}
