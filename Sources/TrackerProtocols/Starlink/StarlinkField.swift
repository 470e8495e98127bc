import Telemetry
import Wire

/// A field of a report by its tag, as the unit is configured with it.
struct StarlinkField: Sendable {
  /// What is read from it.
  enum Kind: String, Sendable {
    case deviceTime, fixTime, latitude, longitude, knots, kilometres, course, altitude
    case event, odometer, area, cell, ignition, armed, sensor
    /// An attribute: a whole number, a number, a text.
    case whole, number, text
    case ignored
  }

  let name: String
  let kind: Kind
  let key: AttributeKey

  private static let ignored = StarlinkField(name: "not used", kind: .ignored, key: "none")

  /// The fields of a list of tags, with or without `#` around them.
  static func list(_ tags: String) -> [StarlinkField] {
    let words = tags.split { !$0.isLetter && !$0.isNumber }
    return words.prefix(mostFields).map { byTag[String($0)] ?? ignored }
  }

  /// The most fields of an order.
  private static let mostFields = 128

  /// The tags: tag | what is read | attribute | name. Tags that are not here are passed over.
  private static let table = """
    EDT | deviceTime | - | time of the event
    PDT | fixTime | - | time of the position
    LAT | latitude | - | latitude
    LONG | longitude | - | longitude
    SPD | knots | - | speed
    SPDK | kilometres | - | speed
    HEAD | course | - | course
    ALT | altitude | - | altitude
    ALTD | altitude | - | altitude
    EID | event | - | event
    EDSC | text | reason | reason
    EDV1 | text | external1 | external 1
    EDV2 | text | external2 | external 2
    ODO | odometer | - | odometer in km
    ODOD | odometer | - | odometer in km
    IN1 | whole | in1 | input 1
    IN2 | whole | in2 | input 2
    IN3 | whole | in3 | input 3
    IN4 | whole | in4 | input 4
    OUT1 | whole | out1 | output 1
    OUT2 | whole | out2 | output 2
    OUT3 | whole | out3 | output 3
    OUT4 | whole | out4 | output 4
    OUTA | whole | out1 | output A
    OUTB | whole | out2 | output B
    OUTC | whole | out3 | output C
    OUTD | whole | out4 | output D
    LAC | area | - | location area code
    CID | cell | - | cell
    CSS | whole | rssi | signal in percent
    VIN | number | power | supply voltage
    VBAT | number | battery | battery voltage
    BATC | whole | batteryLevel | battery level
    BATH | whole | batteryHealth | battery health
    IGN | ignition | - | ignition
    IGNL | ignition | - | ignition
    ENG | ignition | - | engine
    DUR | whole | hours | hours
    TDUR | whole | hours | hours in all
    SAT | whole | satVisible | satellites in view
    SATN | whole | satVisible | satellites in view
    SATU | whole | sat | satellites
    PDOP | number | pdop | pdop
    DEST | text | destination | destination
    DAL | text | driverUniqueId | driver
    DID | text | driverUniqueId | driver
    IARM | armed | - | armed
    TVI | number | deviceTemp | temperature of the unit
    CFL | whole | fuel | fuel
    CFL2 | whole | fuel2 | fuel 2
    STRT | number | starter | starter voltage
    V3 | number | adc1 | analogue input 1
    V4 | number | adc2 | analogue input 2
    TS1 | whole | sensor1State | state of sensor 1
    TS2 | whole | sensor2State | state of sensor 2
    TD1 | sensor | - | sensor 1
    TD2 | sensor | - | sensor 2
    """

  private static let byTag: [String: StarlinkField] = {
    var fields: [String: StarlinkField] = [:]
    for row in table.split(separator: "\n") {
      let columns = row.split(separator: "|").map { $0.filter { $0 != " " } }
      guard columns.count == 4, let kind = Kind(rawValue: columns[1]) else { continue }
      let name = row.split(separator: "|")[3].drop { $0 == " " }
      fields[columns[0]] = StarlinkField(
        name: String(name), kind: kind, key: AttributeKey(text: columns[2]))
    }
    return fields
  }()
}

/// The orders that units are known to be configured with, and how they are told apart.
enum StarlinkOrder {
  private static let usual = StarlinkField.list(
    "EDT EID PDT LAT LONG SPD HEAD ODO IN1 IN2 IN3 IN4 OUT1 OUT2 OUT3 OUT4 LAC CID VIN VBAT DEST "
      + "IGN ENG")
  private static let short = StarlinkField.list(
    "EDT EID PDT LAT LONG SPD HEAD ODO LAC CID VIN VBAT")
  /// Some units put a figure in front of the voltages.
  private static let shifted = StarlinkField.list(
    "EDT EID PDT LAT LONG SPD HEAD ODO LAC CID NONE VIN VBAT")
  private static let sensors = StarlinkField.list(
    "EDT EID PDT LAT LONG SPD HEAD ODO LAC CID VIN VBAT TI1 TS1 TV1 TH1 TD1 EDSC TI2 TS2 TV2 TH2 "
      + "TD2")
  private static let analogue = StarlinkField.list(
    "EDT EID PDT LAT LONG SPD HEAD ODO ALT SATU CSS IGN VIN VBAT TV1 TS1 TV2 TS2 TV3 TS3 TV4 TS4 "
      + "V4")
  private static let imei =
    "IMEI EDT PDT LAT LONG SPD IGN ODO DUR TDUR LAC CID VIN VBAT EID EDSC DRV SATU CSS OUT1 OUT2"
  private static let withIMEI = StarlinkField.list(imei)
  private static let withFuel = StarlinkField.list(imei + " CFL")
  private static let withInput = StarlinkField.list(imei + " IN2 IND")
  private static let withBattery = StarlinkField.list(
    "IMEI EDT EDSC EID PDT LAT LONG SPDK IGNL HEAD ODO DUR TDUR VIN VBAT BATC SATU CSS IN2 TVI "
      + "OUT1 OUT2 OUT3 OUTC")

  /// The order of the fields that come next, by their shape.
  static func of(_ frame: borrowing FieldReader) -> [StarlinkField] {
    var ahead = frame.lookahead()
    var count = 0
    var isIMEI = false
    var isTimeThird = false
    var voltage = -1
    while !ahead.isAtEnd {
      let field = ahead.text("field")
      switch count {
      case 0: isIMEI = field.count == 15 && field.isDigits
      case 2: isTimeThird = (field.count == 12 || field.count == 14) && field.isDigits
      case 8...: if voltage < 0, hasThreeDecimals(field) { voltage = count }
      default: break
      }
      count += 1
    }
    // The text behind the last comma is a field as well, if there is nothing in it.
    if frame.remaining > 0, frame.peek(frame.remaining - 1) == Starlink.comma { count += 1 }
    guard isIMEI else { return byVoltage(voltage, count) }
    guard isTimeThird else { return withBattery }
    return count == 24 ? withFuel : count == 35 ? withInput : withIMEI
  }

  /// Where the supply voltage stands, which alone has three decimals, says which order it is.
  private static func byVoltage(_ index: Int, _ count: Int) -> [StarlinkField] {
    switch index {
    case 10: count > 18 ? sensors : short
    case 11: shifted
    case 12: analogue
    default: usual
    }
  }

  private static func hasThreeDecimals(_ field: Span<UInt8>) -> Bool {
    field.count > 4 && field[field.count - 4] == UInt8(ascii: ".")
      && TextNumber.decimal(field) != nil
  }
}
