extension GL200 {
  /// How messages are read, by their type: types | kind | steps (sheet 4.2, 4.9). A type with
  /// several rows is read by the first that fits, and by its form if none does.
  static let layoutTable = """
    FRI RTL DOG GEO CTN STR | list |
    ERI | expanded |
    IGN IGF VGN VGF | ignition |
    INF | information |
    CAN | vehicle |
    LSW | strict-sent | _name:t _type:b in1:b @place
    TSW | strict-sent | _name:t _type:b in2:b @place
    IDA | strict-sent | _name:t _:- driverUniqueId:t _type:b _:1 @place odometer:n.1*1000 _:- _:- _:- _:-
    DAR | strict | _name:t @warning _:- _:- @place @rest
    DTT | strict-sent | _name:t _:- _:- _data_type:t _length:t @serial
    BAA | strict | _name:t _index:x _type:t _model:t _alarm:x @accessory @place @rest
    BID | strict | _name:t _count:t _model:t @accessory @place @rest
    LSA | strict-sent | _name:t _state:d1 _state:d1 _number:d @place _bit_errors:d lightLevel:d1 batteryLevel:d _mode:b _motion:b? temp1:s.~?
    WIF | strict-sent | _name:t @accessPoints _:- _:- _:- _:- batteryLevel:d3?
    GSM | strict-sent | _fix:t @neighbours
    LBS | open | _name:t _trigger:t _type:t batteryLevel:d _:t _:t _:t _:t _mask:t @cells
    VER | strict-stored | _name:t deviceType:t versionFw:x4 versionHw:x4
    PNA PFA | strict-sent | _name:t
    DAT | open | _name:t _type:t _:t _:t data:t @counted
    OBD | strict-sent | \(vehiclePort) _bus:w1 obdOdometer:d*1000 @place obdOdometer:n.1?*1000
    OBD | strict-sent | \(vehiclePort) obdOdometer:d*1000 @place obdOdometer:n.1?*1000
    """

  /// What stands in front of the odometer in OBD.
  private static let vehiclePort = """
    vin:w17? _name:t _type:b _mask:x _vin:w17? _connected:b _voltage:d? _supported:x8? rpm:d5? \
    obdSpeed:d3? temp1:s3.0? fuelConsumption:r? dtcsClearedDistance:d5? _distance_with_lamp:d5? \
    odbConnect:b? dtcsNumber:d3? dtcsCodes:x?" throttle:d3? engineLoad:d3? fuel:d3?
    """

  /// What may stand behind the last block of a list, in the order in which it is tried (sheet 4.4).
  static let tailTable = """
    _state:d2 battery:d5?/1000 batteryLevel:d3 _:b _:b? temp1:s.1?
    odometer:n.1?*1000 hours:c? adc1:x?" adc2:x?" _:d? batteryLevel:d3? status:x6?@status rpm:d? _rate:r? fuel:d?
    odometer:n.1?*1000 hours:c? adc1:x?" adc2:x?" batteryLevel:d3? status:x6?@status rpm:d? _rate:r? fuel:d?
    rssi:s1.0 batteryLevel:d3
    odometer:n.1?*1000 batteryLevel:d3?
    batteryLevel:d3?
    """
  /// Which of them says whether the report's type has motion and charging.
  static let tailWithSignal = 3

  /// The fields of a block that must have their form (sheet 4.3): up to the time, and from the cell
  /// on.
  static let placeForm = [GL200Step](
    steps: "_:n2.~? _:n3.1? _:n3.~? _:s5.1? _:s3.6? _:s3.6? _:x14?")
  static let cellForm = [GL200Step](steps: "_:d? _:d? _:x? _:x? _:n.~?")

  /// What an accessory says, by the bits of its mask from 0 (sheet 4.9, BAA).
  static let accessoryTable = """
    accessoryName:t accessoryMac:t accessoryStatus:d accessoryVoltage:d/1000 accessoryTemp:n \
    accessoryHumidity:n _event:t _event:t _event:t _tyre:t _time:t _temperature:t _magnet:t \
    _battery:t _relay:t _other:t
    """

  /// What the vehicle says, by bits of the mask in the order of the fields (sheet 4.8).
  static let vehicleTable = """
    0 vin:t
    1 ignition:d>
    2 obdOdometer:t@lettered
    3 fuelUsed:n
    5 rpm:d
    4 obdSpeed:d
    6 coolantTemp:s
    7 fuelConsumption:t@litresPerHour
    8 fuel:t@lettered
    9 range:d*100i
    10 throttle:d
    11 hours:n@hours
    12 drivingTime:n
    13 idleHours:n
    14 idleFuelConsumption:n
    15 axleWeight:d
    16 tachographInfo:x
    17 indicators:x
    18 lights:x
    19 doors:x
    20 vehicleOverspeed:n
    21 engineOverspeed:n
    """

  /// What the vehicle says further, by bits of the second mask; what has no name is read past.
  static let extensionTable = """
    0 adBlueLevel:t@lettered
    1 axleWeight1:d
    2 axleWeight3:d
    3 axleWeight4:d
    7 adc1:d/1000
    15 driver1Card:t
    16 driver2Card:t
    17 driver1Name:t
    18 driver2Name:t
    19 registration:t
    """

  /// Models by the device type in front of the protocol version (sheet 4.1).
  static let deviceTypes = """
    02 GL200|04 GV200|06 GV300|08 GMT100|09 GV50P|0F GV55|10 GV55 LITE|11 GL500|1A GL300|1F GV500
    21 GL200|25 GV300|27 GV300W|28 GL300VC|2C GL300W|2D GV500VC|2F GV55|30 GL300|31 GV65|35 GV200
    36 GV500|3F GMT100|40 GL500|41 GV75W|42 GT501|44 GL530|45 GB100|4F GV56|50 GV55W|52 GL50
    55 GL50B|5E GV500MAP|6E GV310LAU|BD CV200|C2 GV600M|C3 GL320M|DC GV600MG|DE GL500M|DF CV100LG
    F1 GV350M|F8 GV800W|FC GV600W|802004 GV58LAU|802005 GV355CEU|80201E GV30CEU
    """

  /// What is special in models: name or its beginning | words of ``GL200Model/Trait`` | fields
  /// between the last block of ERI and its groups (sheet 4.5). The first line that fits counts.
  static let modelTable = """
    GL5* | signal | batteryLevel:d _:t motion:d>
    GL320M | noAppendMask noAccessories externalBattery | odometer:n*1000 batteryLevel:d
    GV200 | - | \(engine) adc2:t@analogue adc3:t@analogue input:x output:x _serial_device:t
    GV310LAU | secondSupplyIgnored analogueInformation | \(engine) adc2:t@analogue adc3:t@analogue \(state)
    GV350M | secondSupplyIgnored sensorsByFirstBit vehicleReserve3 | \(engine) \(state)
    GV355CEU | vehicleReserve7 noVehiclePlace | \(engine) adc2:t@analogue _:t \(state)
    GV30CEU | - | \(engine) adc2:t@analogue _:t \(state)
    GV600M* | rawLength | \(engine) _:t \(state)
    GV6* | - | \(engine) \(state)
    GV500VC | secondSupplyMissing | \(engine) adc2:t@analogue \(state)
    GV* | - | \(engine) adc2:t@analogue \(state)
    CV200 | longIgnition | \(engine) \(state)
    * | - | \(engine) \(state)
    """
  private static let engine = "odometer:n*1000 hours:t@clock adc1:t@analogue"
  private static let state = "batteryLevel:d status:x@status _serial_device:t"

  /// Alarms by the type of the message (sheet 4.10).
  static let alarmTable = """
    SOS sos|SPD overspeed|TOW tow|IDL idle|PNA powerOn|PFA powerOff|EPN powerRestored
    MPN powerRestored|EPF powerCut|MPF powerCut|BPL lowBattery|STT movement|SWG geofence
    TMP temperature|TEM temperature|JDR jamming|JDS jamming
    """
}
