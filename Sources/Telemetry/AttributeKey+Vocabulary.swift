// The words of the vocabulary as keys. The code of a word is its line in the vocabulary's table;
// a test compares the two.

extension AttributeKey {
  /// Message number.
  public static var index: AttributeKey { AttributeKey(code: 1, word: "index") }

  /// Horizontal dilution of precision.
  public static var hdop: AttributeKey { AttributeKey(code: 2, word: "hdop") }

  /// Vertical dilution of precision.
  public static var vdop: AttributeKey { AttributeKey(code: 3, word: "vdop") }

  /// Dilution of precision.
  public static var pdop: AttributeKey { AttributeKey(code: 4, word: "pdop") }

  /// Satellites used.
  public static var satellites: AttributeKey { AttributeKey(code: 5, word: "sat") }

  /// Satellites in view.
  public static var satellitesVisible: AttributeKey { AttributeKey(code: 6, word: "satVisible") }

  /// Signal strength of the mobile network.
  public static var rssi: AttributeKey { AttributeKey(code: 7, word: "rssi") }

  /// State of the satellite receiver.
  public static var gps: AttributeKey { AttributeKey(code: 8, word: "gps") }

  /// In a foreign network.
  public static var roaming: AttributeKey { AttributeKey(code: 9, word: "roaming") }

  /// Event number of the device.
  public static var event: AttributeKey { AttributeKey(code: 10, word: "event") }

  /// Alarms, a comma list.
  public static var alarm: AttributeKey { AttributeKey(code: 11, word: "alarm") }

  /// State bits.
  public static var status: AttributeKey { AttributeKey(code: 12, word: "status") }

  /// Distance driven, m.
  public static var odometer: AttributeKey { AttributeKey(code: 13, word: "odometer") }

  /// Distance since service, m.
  public static var serviceOdometer: AttributeKey {
    AttributeKey(code: 14, word: "serviceOdometer")
  }

  /// Distance of this trip, m.
  public static var tripOdometer: AttributeKey { AttributeKey(code: 15, word: "tripOdometer") }

  /// Engine hours, ms.
  public static var engineHours: AttributeKey { AttributeKey(code: 16, word: "hours") }

  /// Steps.
  public static var steps: AttributeKey { AttributeKey(code: 17, word: "steps") }

  /// Heart rate, 1/min.
  public static var heartRate: AttributeKey { AttributeKey(code: 18, word: "heartRate") }

  /// Input bits.
  public static var input: AttributeKey { AttributeKey(code: 19, word: "input") }

  /// Output bits.
  public static var output: AttributeKey { AttributeKey(code: 20, word: "output") }

  /// Picture.
  public static var image: AttributeKey { AttributeKey(code: 21, word: "image") }

  /// Video.
  public static var video: AttributeKey { AttributeKey(code: 22, word: "video") }

  /// Sound.
  public static var audio: AttributeKey { AttributeKey(code: 23, word: "audio") }

  /// Supply voltage, V.
  public static var power: AttributeKey { AttributeKey(code: 24, word: "power") }

  /// Battery voltage, V.
  public static var battery: AttributeKey { AttributeKey(code: 25, word: "battery") }

  /// Battery level, %.
  public static var batteryLevel: AttributeKey { AttributeKey(code: 26, word: "batteryLevel") }

  /// Fuel, l.
  public static var fuel: AttributeKey { AttributeKey(code: 27, word: "fuel") }

  /// Fuel used, l.
  public static var fuelUsed: AttributeKey { AttributeKey(code: 28, word: "fuelUsed") }

  /// Fuel consumption, l/h.
  public static var fuelConsumption: AttributeKey {
    AttributeKey(code: 29, word: "fuelConsumption")
  }

  /// Fuel level, %.
  public static var fuelLevel: AttributeKey { AttributeKey(code: 30, word: "fuelLevel") }

  /// Firmware.
  public static var firmware: AttributeKey { AttributeKey(code: 31, word: "versionFw") }

  /// Hardware.
  public static var hardware: AttributeKey { AttributeKey(code: 32, word: "versionHw") }

  /// Message type.
  public static var type: AttributeKey { AttributeKey(code: 33, word: "type") }

  /// Ignition.
  public static var ignition: AttributeKey { AttributeKey(code: 34, word: "ignition") }

  /// Flags.
  public static var flags: AttributeKey { AttributeKey(code: 35, word: "flags") }

  /// Antenna.
  public static var antenna: AttributeKey { AttributeKey(code: 36, word: "antenna") }

  /// Charging.
  public static var charge: AttributeKey { AttributeKey(code: 37, word: "charge") }

  /// Network address.
  public static var ip: AttributeKey { AttributeKey(code: 38, word: "ip") }

  /// Stored record, sent later.
  public static var archive: AttributeKey { AttributeKey(code: 39, word: "archive") }

  /// Distance, m.
  public static var distance: AttributeKey { AttributeKey(code: 40, word: "distance") }

  /// Distance in all, m.
  public static var totalDistance: AttributeKey { AttributeKey(code: 41, word: "totalDistance") }

  /// Engine speed, 1/min.
  public static var rpm: AttributeKey { AttributeKey(code: 42, word: "rpm") }

  /// Vehicle identification number.
  public static var vin: AttributeKey { AttributeKey(code: 43, word: "vin") }

  /// Estimated place.
  public static var approximate: AttributeKey { AttributeKey(code: 44, word: "approximate") }

  /// Throttle, %.
  public static var throttle: AttributeKey { AttributeKey(code: 45, word: "throttle") }

  /// In motion.
  public static var motion: AttributeKey { AttributeKey(code: 46, word: "motion") }

  /// Armed.
  public static var armed: AttributeKey { AttributeKey(code: 47, word: "armed") }

  /// Geofence number of the device.
  public static var geofence: AttributeKey { AttributeKey(code: 48, word: "geofence") }

  /// Acceleration.
  public static var acceleration: AttributeKey { AttributeKey(code: 49, word: "acceleration") }

  /// Humidity, %.
  public static var humidity: AttributeKey { AttributeKey(code: 50, word: "humidity") }

  /// Device temperature, °C.
  public static var deviceTemp: AttributeKey { AttributeKey(code: 51, word: "deviceTemp") }

  /// Coolant temperature, °C.
  public static var coolantTemp: AttributeKey { AttributeKey(code: 52, word: "coolantTemp") }

  /// Engine load, %.
  public static var engineLoad: AttributeKey { AttributeKey(code: 53, word: "engineLoad") }

  /// Engine temperature, °C.
  public static var engineTemp: AttributeKey { AttributeKey(code: 54, word: "engineTemp") }

  /// Network operator.
  public static var networkOperator: AttributeKey { AttributeKey(code: 55, word: "operator") }

  /// Command.
  public static var command: AttributeKey { AttributeKey(code: 56, word: "command") }

  /// Engine blocked.
  public static var blocked: AttributeKey { AttributeKey(code: 57, word: "blocked") }

  /// Lock.
  public static var lock: AttributeKey { AttributeKey(code: 58, word: "lock") }

  /// Door open.
  public static var door: AttributeKey { AttributeKey(code: 59, word: "door") }

  /// Axle weight, kg.
  public static var axleWeight: AttributeKey { AttributeKey(code: 60, word: "axleWeight") }

  /// Acceleration sensor.
  public static var gSensor: AttributeKey { AttributeKey(code: 61, word: "gSensor") }

  /// SIM card number.
  public static var iccid: AttributeKey { AttributeKey(code: 62, word: "iccid") }

  /// Phone number.
  public static var phone: AttributeKey { AttributeKey(code: 63, word: "phone") }

  /// Speed limit, kn.
  public static var speedLimit: AttributeKey { AttributeKey(code: 64, word: "speedLimit") }

  /// Driving time.
  public static var drivingTime: AttributeKey { AttributeKey(code: 65, word: "drivingTime") }

  /// Trouble codes.
  public static var dtcs: AttributeKey { AttributeKey(code: 66, word: "dtcs") }

  /// Speed by the vehicle, km/h.
  public static var obdSpeed: AttributeKey { AttributeKey(code: 67, word: "obdSpeed") }

  /// Odometer of the vehicle, m.
  public static var obdOdometer: AttributeKey { AttributeKey(code: 68, word: "obdOdometer") }

  /// Answer to a command.
  public static var result: AttributeKey { AttributeKey(code: 69, word: "result") }

  /// Driver.
  public static var driverUniqueId: AttributeKey { AttributeKey(code: 70, word: "driverUniqueId") }

  /// Card.
  public static var card: AttributeKey { AttributeKey(code: 71, word: "card") }

  /// Temperature, °C, numbered: `temp1`.
  public static func temperature(_ number: Int) -> AttributeKey {
    AttributeKey(code: 72, word: "temp", number: family(number))
  }

  /// Analogue input, V, numbered: `adc1`.
  public static func adc(_ number: Int) -> AttributeKey {
    AttributeKey(code: 73, word: "adc", number: family(number))
  }

  /// Value, numbered: `io1`.
  public static func io(_ number: Int) -> AttributeKey {
    AttributeKey(code: 74, word: "io", number: family(number))
  }

  /// Counter, numbered: `count1`.
  public static func counter(_ number: Int) -> AttributeKey {
    AttributeKey(code: 75, word: "count", number: family(number))
  }

  /// Input, numbered: `in1`.
  public static func input(_ number: Int) -> AttributeKey {
    AttributeKey(code: 76, word: "in", number: family(number))
  }

  /// Output, numbered: `out1`.
  public static func output(_ number: Int) -> AttributeKey {
    AttributeKey(code: 77, word: "out", number: family(number))
  }

  /// Bytes as received.
  public static var raw: AttributeKey { AttributeKey(code: 78, word: "raw") }

  /// Tampering.
  public static var tamper: AttributeKey { AttributeKey(code: 79, word: "tamper") }

  /// Muted.
  public static var mute: AttributeKey { AttributeKey(code: 80, word: "mute") }

  /// Supply voltage, V, numbered: `power1`.
  public static func power(_ number: Int) -> AttributeKey {
    AttributeKey(code: 81, word: "power", number: family(number))
  }

  /// Battery voltage, V, numbered: `battery1`.
  public static func battery(_ number: Int) -> AttributeKey {
    AttributeKey(code: 82, word: "battery", number: family(number))
  }

  /// Fuel, numbered: `fuel1`.
  public static func fuel(_ number: Int) -> AttributeKey {
    AttributeKey(code: 83, word: "fuel", number: family(number))
  }

  /// Humidity, %, numbered: `humidity1`.
  public static func humidity(_ number: Int) -> AttributeKey {
    AttributeKey(code: 84, word: "humidity", number: family(number))
  }

  /// Driver, numbered: `driverUniqueId1`.
  public static func driver(_ number: Int) -> AttributeKey {
    AttributeKey(code: 85, word: "driverUniqueId", number: family(number))
  }

  /// Pressure, kPa.
  public static var pressure: AttributeKey { AttributeKey(code: 86, word: "pressure") }

  /// Altitude, m.
  public static var altitude: AttributeKey { AttributeKey(code: 87, word: "altitude") }
}
