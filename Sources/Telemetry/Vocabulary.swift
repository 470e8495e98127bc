/// A word of the common vocabulary of attributes.
public struct VocabularyWord: Sendable, Hashable {
  /// The key; a family has number 0 here.
  public let key: AttributeKey
  /// Whether the word is a family whose members carry a number (`temp1`).
  public let isFamily: Bool
  /// The unit of its values, or empty.
  public let unit: String
  /// What it is, in a few words.
  public let title: String
}

/// The attributes that mean the same in every protocol: names as existing clients of the API know
/// them, units, and a few words for people.
public enum Vocabulary {
  /// All words in the order of their codes, the first with code 1.
  public static let words: [VocabularyWord] = parse(table)

  /// The key of a name such as `power` or `temp1`; nil if the vocabulary does not have it.
  public static func key(named name: String) -> AttributeKey? {
    if let word = byName[name], !word.isFamily { return word.key }
    let digits = name.utf8.reversed().prefix { (48...57).contains($0) }.count
    let stem = String(name.dropLast(digits))
    guard digits > 0, let number = Int16(name.suffix(digits)), String(number).count == digits,
      let family = families[stem]
    else { return nil }
    return AttributeKey(code: family.key.code, word: family.key.word, number: number)
  }

  /// The key with a code and a number (-1 for none), as stored on disk.
  public static func key(code: UInt16, number: Int16) -> AttributeKey? {
    guard code > 0, Int(code) <= words.count else { return nil }
    return AttributeKey(code: code, word: words[Int(code) - 1].key.word, number: number)
  }

  /// The word that a key belongs to; nil for a protocol's own.
  public static func word(of key: AttributeKey) -> VocabularyWord? {
    key.code > 0 && Int(key.code) <= words.count ? words[Int(key.code) - 1] : nil
  }

  /// Whether the word with a code takes a number.
  public static func isFamily(code: UInt16) -> Bool {
    code > 0 && Int(code) <= isFamilyByCode.count && isFamilyByCode[Int(code) - 1]
  }

  /// Whether a code is that of a word.
  public static func has(code: UInt16) -> Bool { code > 0 && Int(code) <= isFamilyByCode.count }

  private static let isFamilyByCode = words.map(\.isFamily)

  private static let byName = Dictionary(
    words.filter { !$0.isFamily }.map { ($0.key.word, $0) }, uniquingKeysWith: { first, _ in first }
  )
  private static let families = Dictionary(
    words.filter(\.isFamily).map { ($0.key.word, $0) }, uniquingKeysWith: { first, _ in first })

  private static func parse(_ table: String) -> [VocabularyWord] {
    table.split(separator: "\n").enumerated().map { index, line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
      let isFamily = parts[0].hasSuffix("*")
      let word = String(isFamily ? parts[0].dropLast() : parts[0])
      let key = AttributeKey(code: UInt16(index + 1), word: word, number: isFamily ? 0 : -1)
      return VocabularyWord(
        key: key, isFamily: isFamily, unit: String(parts[1]), title: String(parts[2]))
    }
  }

  /// name | unit | what it is. A name with `*` is a family. Lines are only ever added at the end:
  /// the number of a line is the word's code on disk.
  private static let table = """
    index||message number
    hdop||horizontal dilution of precision
    vdop||vertical dilution of precision
    pdop||dilution of precision
    sat||satellites used
    satVisible||satellites in view
    rssi||signal strength of the mobile network
    gps||state of the satellite receiver
    roaming||in a foreign network
    event||event number of the device
    alarm||alarms, a comma list
    status||state bits
    odometer|m|distance driven
    serviceOdometer|m|distance since service
    tripOdometer|m|distance of this trip
    hours|ms|engine hours
    steps||steps
    heartRate|1/min|heart rate
    input||input bits
    output||output bits
    image||picture
    video||video
    audio||sound
    power|V|supply voltage
    battery|V|battery voltage
    batteryLevel|%|battery level
    fuel|l|fuel
    fuelUsed|l|fuel used
    fuelConsumption|l/h|fuel consumption
    fuelLevel|%|fuel level
    versionFw||firmware
    versionHw||hardware
    type||message type
    ignition||ignition
    flags||flags
    antenna||antenna
    charge||charging
    ip||network address
    archive||stored record, sent later
    distance|m|distance
    totalDistance|m|distance in all
    rpm|1/min|engine speed
    vin||vehicle identification number
    approximate||estimated place
    throttle|%|throttle
    motion||in motion
    armed||armed
    geofence||geofence number of the device
    acceleration||acceleration
    humidity|%|humidity
    deviceTemp|°C|device temperature
    coolantTemp|°C|coolant temperature
    engineLoad|%|engine load
    engineTemp|°C|engine temperature
    operator||network operator
    command||command
    blocked||engine blocked
    lock||lock
    door||door open
    axleWeight|kg|axle weight
    gSensor||acceleration sensor
    iccid||SIM card number
    phone||phone number
    speedLimit|kn|speed limit
    drivingTime||driving time
    dtcs||trouble codes
    obdSpeed|km/h|speed by the vehicle
    obdOdometer|m|odometer of the vehicle
    result||answer to a command
    driverUniqueId||driver
    card||card
    temp*|°C|temperature
    adc*|V|analogue input
    io*||value
    count*||counter
    in*||input
    out*||output
    raw||bytes as received
    tamper||tampering
    mute||muted
    power*|V|supply voltage
    battery*|V|battery voltage
    fuel*||fuel
    humidity*|%|humidity
    driverUniqueId*||driver
    pressure|kPa|pressure
    altitude|m|altitude
    """
}
