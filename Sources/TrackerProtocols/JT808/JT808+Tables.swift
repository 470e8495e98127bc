extension JT808 {
  /// Items of a position (chapter 5.4 of the sheet).
  static let items = JT808Table(itemTable)
  static let itemTable = """
    01 | 4 | * | odometer:4*100
    02 | 2 | * | @fuel
    06 | 1 | * | batteryLevel:1
    0B | * | * | @lockEvent
    14 | 4 | * | videoAlarm:4
    25 | 4 | * | input:4
    2B A7 | 4 | * | adc1:2/100 adc2:2/100
    30 | 1 | * | rssi:1
    31 | 1 | * | sat:1
    33 | 1 | * | mode:1
    33 | * | * | @text33
    51 | 2 | * | @temperatures
    51 | 16 | * | @temperatures
    56 | 2 | * | @batteryTenths
    57 | 8 | micodus | @driving57 @doors57
    57 | 8 | * | @driving57
    60 | 2+ | * | @event60
    63 | 11x | * | @locks63
    64 | 6+ | * | @assistance
    65 | 6+ | * | @driverAssistance
    67 | 8+ | * | password:t8
    68 | 2 | * | batteryLevel:2/100
    69 | 2 | * | battery:2/100
    70 | 6+ | * | @driving70
    77 | 8x | * | @tyres
    82 | 2 | * | power:2/10
    91 | 12+ | * | @vehicle91
    94 | * | * | vin:t
    AC | 4 | * | odometer:4
    BC | * | * | driver:t
    BD | * | * | driverUniqueId:t
    D0 | 4 | * | @vibrationD0
    D3 | 2 | * | power:2/10
    D4 E1 E9 | 1 | * | @chargeOrLevel
    E1 | 2 | * | power:2/10
    E1 | 8a | * | @cellsE1
    D4 E1 E9 | 4+ | * | @driverNumber
    D5 | 2 | * | battery:2/100
    D5 | 14+ | * | @locksD5
    DA | 3 | * | _cuts:2 @stringLock
    E2 | 4 | dt800 | _unknown:4
    E2 | 4 | * | fuel:4/10
    E3 | 4+ | * | _reserved:1 batteryLevel:1 battery:2/100
    E4 | 2 | * | @chargeE4
    E5 | 1 | * | motion:=
    E6 | * | * | @sensorsOrVehicle
    E7 | 8 | * | @alarmsE7
    E8 | 2+ | jimi | @camera
    E8 | 3 | * | lockStatus:x3
    EA | 3+ | * | @outside
    EB | 3+ | * | @extension
    EC F4 | 7x | * | @accessPoints
    ED | * | * | card:t
    EE | 6 | * | rssi:1 power:2/1000 battery:2/1000 sat:1
    F0 | 13x | * | @cellsF0
    F1 | 4 | * | power:4/1000
    F2 | * | * | versionFw:t
    F3 | 1+ | aovx | @tags
    F3 | 3+ | * | @vehicleF3
    F5 | 2 | * | illuminance:2
    F6 | 2+ | aovx | @sensorsF6
    F6 | 2 | * | airPressure:2
    F6 | 8 | * | @imei
    F6 | 2+ | * | @sensorsF6
    F7 | 2 | * | humidity:2/10
    F7 | 4+ | * | @batteryF7
    F8 | 19+ | aovx | _mode:1 _imei:8 iccid:x10
    F8 | 2+ | c5 | steps:2
    F8 | 2+ | * | temp2:2/10-50
    F9 | 2+ | * | @receiver
    FB | * | * | container:r
    FC | 1 | * | geofence:1
    FE | 1 | * | batteryLevel:1
    FE | 2 | * | power:2/10
    FE | 4 | * | odometer:4
    FE | 2+ | * | @drivingFE
    """

  /// What is in the list of item EB.
  static let extensions = JT808Table(extensionTable)
  static let extensionTable = """
    0001 | 2+ | * | fuel1:2/10
    0023 | 6+ | * | @fuelText
    002D | 4 | * | power:4/1000
    002D | 2+ | * | battery:2/1000
    0089 | 4 | * | @extendedState
    00A8 00E1 | 1+ | * | batteryLevel:1
    00B2 | 10 | * | @iccid
    00B9 | 1+ | * | @accessPointText
    00C5 | 4 | * | @motionState
    00C6 | 1+ | * | @batteryAlarm
    00CE | 2+ | * | power:2/100
    00D8 | 9+ | * | @cellD8
    """

  /// What follows item 80: values of the vehicle.
  static let vehicle = JT808Table(vehicleTable)
  static let vehicleTable = """
    01 | 4 | * | odometer:4*100
    02 | 2 | * | fuel:2/10
    03 | 2 | * | obdSpeed:2/10
    56 | 2+ | * | _unknown:1 batteryLevel:1
    61 | 2 | * | power:2/100
    69 | 2 | * | battery:2/100
    80 | 1 | * | obdSpeed:1
    81 | 2 | * | rpm:2
    82 | 2 | * | power:2/10
    83 | 1 | * | engineLoad:1
    84 | 1 | * | coolantTemp:1-40
    85 | 2 | * | fuelConsumption:2
    86 | 1 | * | intakeTemp:1-40
    87 | 2 | * | intakeFlow:2
    88 | 1 | * | intakePressure:1
    89 | 1 | * | throttle:1
    8B | 17+ | * | vin:t17
    8C | 4 | * | obdOdometer:4*100
    8D | 2 | * | tripOdometer:2*1000
    8E | 1 | * | fuel:1
    A0 | * | * | @troubleCodes
    CC | * | * | iccid:t
    """

  /// Item F3: values of the vehicle with wide numbers.
  static let wideVehicle = JT808Table(wideVehicleTable)
  static let wideVehicleTable = """
    0002 | 2 | * | obdSpeed:2/10
    0003 | 2 | * | rpm:2
    0004 | 2 | * | power:2/1000
    0005 | 4 | * | obdOdometer:4*100
    0007 | 2 | * | fuelConsumption:2/10
    0008 | 2 | * | engineLoad:2/10
    0009 | 2 | * | coolantTemp:2-40
    000B | 2 | * | intakePressure:2
    000C | 2 | * | intakeTemp:2-40
    000D | 2 | * | intakeFlow:2
    000E | 1 | * | throttle:1%
    000E | 2 | * | throttle:2%
    0050 | 17+ | * | vin:t17
    0051 | * | * | cvn:x
    0052 | 1+ | * | calid:r
    0100 | 2 | * | tripOdometer:2/10
    0102 | 2 | * | tripFuel:2/10
    0112 | 2 | * | hardAccelerationCount:2
    0113 | 2 | * | hardDecelerationCount:2
    0114 | 2 | * | hardCorneringCount:2
    """

  /// Values of the vehicle in a transparent message (F0, sub type 01).
  static let transparentVehicle = JT808Table(transparentVehicleTable)
  static let transparentVehicleTable = """
    0102 0528 0546 | 4 | * | odometer:4*100
    0103 | 4 | * | fuel:4/100
    0105 052C | 4 | * | fuelUsed:4/100
    0111 | 1 | * | fuelTemp:1-40
    012E | 2 | * | oilLevel:2/10
    014A 0537 0538 0539 | 2 | * | fuelConsumption:2/100
    052A | 2 | * | fuel:2/100
    052B | 1 | * | fuel:1
    052D | 1 | * | coolantTemp:1-40
    052E | 1 | * | airTemp:1-40
    0530 | 2 | * | power:2/1000
    0535 | 2 | * | obdSpeed:2/10
    0536 | 2 | * | rpm:2
    053D | 2 | * | intakePressure:2/10
    0544 | 1 | * | liquidLevel:1
    0547 0548 | 1 | * | throttle:1
    FEEC | * | * | vin:t
    """

  /// Values around a device (item EA).
  static let surroundings = JT808Table(surroundingsTable)
  static let surroundingsTable = """
    11 | 3 | * | externalAlarms:2 alarmThresholdType:1
    13 | 2 | * | externalIlluminance:2
    14 | 2 | * | externalAirPressure:2
    15 | 2 | * | externalHumidity:2/10
    16 | 2 | * | externalTemp:2/10-50
    """

  /// Values of cameras (item E8, type 2005).
  static let cameraValues = JT808Table(cameraTable)
  static let cameraTable = """
    0001 | 2 | * | battery:2/100
    0002 | 4 | * | dataUsage:4
    0003 | 1 | * | batteryLevel:1
    0004 | 1 | * | @chargeInverse
    0005 | 10 | * | @iccidOf19
    0007 | 2 | * | hdop:2/10
    2001 | 2 | * | power:2/10
    """

  /// Items of padlocks' positions (messages 5501 and 5502).
  static let padlockItems = JT808Table(padlockTable)
  static let padlockTable = """
    02 | 2 | * | @altitude
    0A | 3 | * | _country:2 _network:1
    0B | * | * | @lockEvent
    0C | 6 | * | @tilt
    10 | 1 | * | wakeSource:1
    FC | 1 | * | geofence:1
    """
}
