extension Ruptela {
  /// Elements that are halves of something.
  enum Special: String, Sendable {
    case busDriverHigh, busDriverLow, cardDriverHigh, cardDriverLow, tagHigh, tagLow
  }

  static let elementTable = ElementTable<Special>(elementText)

  /// Chapter 4.3 of the sheet.
  static let elementText = """
    2 | in1 | u
    3 | in2 | u
    4 | in3 | u
    5 | in4 | u
    13 | motion | b
    20 | adc3 | u
    21 | adc4 | u
    22 | adc1 | u
    23 | adc2 | u
    29 | power | u/1000
    30 | battery | u/1000
    32 | deviceTemp | i
    34 | driverUniqueId | x
    39 | engineLoad | u
    65 | odometer | u
    74 | temp3 | i/10
    78 | temp0 | i/10
    79 | temp1 | i/10
    80 | temp2 | i/10
    88 | !jamming | u>0
    94 | rpm | u/4
    95 | obdSpeed | u
    98 | fuel | u*100/255
    100 | fuelConsumption | u/20
    126 | @busDriverHigh | u
    127 | @busDriverLow | u
    134 | !hardBraking | u>0
    136 | !hardAcceleration | u>0
    150 | operator | u
    155 | @cardDriverHigh | u
    156 | @cardDriverLow | u
    163 | odometer | u*5
    164 | tripOdometer | u*5
    165 | obdSpeed | u/256
    166 | rpm | u/8
    170 | charge | b
    173 | motion | b
    197 | rpm | u/8
    205 | fuel | u
    207 | fuelLevel | u*2/5
    208 | fuelUsed | u/2
    251 | ignition | b
    409 | ignition | b
    410 | !tow | u>0
    411 | !accident | u>0
    415 | !gpsAntennaCut | u=0
    645 | obdOdometer | u*1000
    758 | !tampering | u=1
    760 | @tagHigh | u
    761 | @tagLow | u
    """
}
