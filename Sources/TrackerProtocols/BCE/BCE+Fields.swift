extension BCE {
  /// Fields that are more than a number.
  enum Special: String, Sendable {
    case skipped, place, cell, fuel1, fuel2, coolant, temperature, levels12, levels34, peaks
    case temperatures, drivers
  }

  static let fieldTable = ElementTable<Special>(fieldText)

  /// The fields of the masks: a hundred for each mask, and the bit.
  static let fieldText = """
    100 | @place | u17
    101 | input | u2
    102 | adc1 | u2
    103 | adc2 | u2
    104 | adc3 | u2
    105 | adc4 | u2
    106 | adc5 | u2
    107 | adc6 | u2
    108 | adc7 | u2
    109 | adc8 | u2
    110 | @skipped | u4
    111 | @skipped | u4
    112 | @fuel1 | u2
    113 | @fuel2 | u2
    114 | @cell | u9
    200 | @skipped | u2
    201 | @skipped | u1
    202 | fuelUsed | u4/2
    203 | fuel | u1
    204 | rpm | u2/8
    205 | hours | u4
    206 | odometer | u4
    207 | @coolant | u1
    208 | fuel2 | u1
    209 | engineLoad | u1
    210 | serviceOdometer | u2
    211 | @skipped | u8
    212 | @skipped | u2
    213 | @skipped | u8
    214 | fuelConsumption | u2
    300 | @skipped | u2
    301 | fuelConsumption | u4
    302 | axleWeight | u3
    303 | @skipped | u1
    304 | @skipped | u20
    305 | @skipped | u2
    306 | driverUniqueId | d8
    307 | @temperature | u2
    308 | @skipped | u2
    309 | @levels12 | u6
    310 | @levels34 | u6
    311 | @skipped | u21
    312 | @skipped | u20
    313 | @skipped | u9
    314 | @skipped | u21
    400 | @skipped | u4
    401 | @skipped | u30
    402 | @skipped | u4
    403 | @skipped | u10
    404 | @skipped | u1
    405 | @skipped | u2
    406 | @peaks | u3
    407 | @skipped | u16
    408 | @temperatures | u40
    409 | @drivers | u32
    410 | odometer | u4
    """
}
