import Telemetry

extension Teltonika {
  /// What more than a value can stand in an element.
  enum Special: String, Sendable {
    /// The speed of the position, in km/h.
    case speed
    /// A key of eight bytes, the last one first.
    case driverKey
    case networkOperator
    /// Area, 2G cell and 4G cell, which together name a tower.
    case area, cell, wideCell
    /// The two halves of a driver's card.
    case driverHigh, driverLow
    /// Whether a geofence was entered or left.
    case geofence
  }

  /// Elements of codecs 8, 8 Extended and 16 (chapters 4.3 and 4.4 of the sheet). Profiles: `fm`
  /// FM trackers, `usual` those of them that are not of the six hundreds, `six` these, `003`
  /// FMB003, `small` TAT, TMT and TST.
  static let elementTable = """
    1 | in1 | b1
    2 | in2 | b1
    3 | in3 | b1
    4 | in4 | b1
    16 | odometer | u4
    17 | axisX | i2
    18 | axisY | i2
    19 | axisZ | i2
    21 | rssi | u1
    25 | bleTemp1 | i2/100
    26 | bleTemp2 | i2/100
    27 | bleTemp3 | i2/100
    28 | bleTemp4 | i2/100
    66 | power | u2/1000
    67 | battery | u2/1000
    78 | @driverKey | u8
    179 | out1 | b1
    180 | out2 | b1
    181 | pdop | u2/10
    182 | hdop | u2/10
    199 | tripOdometer | u4
    236 | !general | u1>0
    239 | ignition | b1
    240 | motion | b1
    241 | @networkOperator | u4
    253 | !hardAcceleration | u1=1
    253 | !hardBraking | u1=2
    253 | !hardCornering | u1=3
    9 | adc1 | u2/1000 | fm
    10 | adc2 | u2/1000 | fm
    11 | iccid | d8 | fm
    12 | fuelUsed | u4/1000 | fm
    13 | fuelConsumption | u2/100 | fm
    24 | @speed | u2 | fm
    30 | faultCount | u1 | fm
    31 | engineLoad | u1 | fm
    32 | coolantTemp | i1 | fm
    36 | rpm | u2 | fm
    43 | milDistance | u2 | fm
    57 | hybridBatteryLevel | i1 | fm
    68 | batteryCurrent | u2/1000 | fm
    72 | temp1 | i4/10 | fm
    73 | temp2 | i4/10 | fm
    74 | temp3 | i4/10 | fm
    75 | temp4 | i4/10 | fm
    80 | dataMode | u1 | usual
    81 | obdSpeed | u1 | usual
    82 | throttle | u1 | usual
    83 | fuelUsed | u4/10 | usual
    84 | fuel | u2/10 | usual
    85 | rpm | u2 | usual
    87 | obdOdometer | u4 | usual
    89 | fuelLevel | u1 | usual
    107 | fuelUsed | u4/10 | fm
    110 | fuelConsumption | u2/10 | fm
    113 | batteryLevel | u1 | fm
    115 | engineTemp | i2/10 | fm
    175 | @geofence | u1 | fm
    195 | @driverHigh | u8 | six
    196 | @driverLow | u8 | six
    200 | sleepMode | u1 | fm
    205 | @cell | u2 | fm small
    206 | @area | u2 | fm small
    246 | !tow | u1>0 | fm
    247 | !accident | u1>0 | fm
    249 | !jamming | u1>0 | fm
    251 | !idle | u1>0 | fm
    252 | !powerCut | u1>0 | fm
    389 | obdOdometer | u4*1000 | 003
    636 | @wideCell | u4 | fm small
    662 | door | b1 | fm
    701 | bleTemp1 | i2/10 | six
    702 | bleTemp2 | i2/10 | six
    703 | bleTemp3 | i2/10 | six
    704 | bleTemp4 | i2/10 | six
    10644 | tempProbe1 | i2/100 | fm
    10645 | tempProbe2 | i2/100 | fm
    10646 | tempProbe3 | i2/100 | fm
    10647 | tempProbe4 | i2/100 | fm
    10648 | tempProbe5 | i2/100 | fm
    10649 | tempProbe6 | i2/100 | fm
    10800 | eyeTemp1 | i2/100 | fm
    10801 | eyeTemp2 | i2/100 | fm
    10802 | eyeTemp3 | i2/100 | fm
    10803 | eyeTemp4 | i2/100 | fm
    10832 | eyeRoll1 | i2 | fm
    10833 | eyeRoll2 | i2 | fm
    10834 | eyeRoll3 | i2 | fm
    10835 | eyeRoll4 | i2 | fm
    """

  /// Elements of codec 7 (chapter 4.9 of the sheet).
  static let oldElementTable = """
    1 | batteryLevel | u
    2 | usbConnected | o
    5 | uptime | u
    20 | hdop | u/10
    21 | vdop | u/10
    22 | pdop | u/10
    67 | battery | u/1000
    221 | button | u
    222 | !sos | u=1
    240 | motion | o
    244 | roaming | o
    """
}

/// What a model makes of the numbers of elements; they differ, and no packet says which it is.
enum TeltonikaProfile: Sendable {
  /// A model that is not known: only the elements that all have are named.
  case unknown
  case usual, sixHundred, fmb003
  /// TAT, TMT, TST: cells as in the others.
  case small
  /// TAT100, which has cells in elements of its own.
  case towers

  /// The profile of the model that the operator entered.
  init(_ settings: DeviceSettings) {
    guard let model = settings.model else {
      self = .unknown
      return
    }
    self.init(name: model)
  }

  /// The profile of a model's name, in any case.
  init(name: String) {
    let name = Array(name.uppercased().utf8)
    // FMA are older units, whose numbers mean other things.
    let letters = UInt8(ascii: "B")...UInt8(ascii: "Z")
    self = .unknown
    switch String(decoding: name, as: UTF8.self) {
    case "MTB100", "MSP500": self = .usual
    case "FMB003": self = .fmb003
    case "TAT100": self = .towers
    default:
      guard name.count == 6 else { return }
      if name.starts(with: "FM".utf8), letters.contains(name[2]) {
        self = name[3] == UInt8(ascii: "6") ? .sixHundred : .usual
      } else if name[0] == UInt8(ascii: "T"), name[2] == UInt8(ascii: "T") {
        self = .small
      }
    }
  }

  /// Its elements.
  var table: ElementTable<Teltonika.Special> {
    switch self {
    case .unknown, .towers: Self.unknownTable
    case .usual: Self.usualTable
    case .sixHundred: Self.sixHundredTable
    case .fmb003: Self.fmb003Table
    case .small: Self.smallTable
    }
  }

  private static let unknownTable = elements([])
  private static let usualTable = elements(["fm", "usual"])
  private static let sixHundredTable = elements(["fm", "six"])
  private static let fmb003Table = elements(["fm", "usual", "003"])
  private static let smallTable = elements(["small"])

  private static func elements(_ profiles: Set<String>) -> ElementTable<Teltonika.Special> {
    ElementTable(Teltonika.elementTable, profiles: profiles)
  }
}
