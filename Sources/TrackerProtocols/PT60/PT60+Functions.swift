import Telemetry

extension PT60 {
  /// What a function of the new form is, as a line of a table says it.
  struct Function: Sendable {
    /// What becomes of a message.
    enum Record: Sendable {
      /// Nothing is stored.
      case nothing
      /// The values in front of the time, and the place behind it if there is one.
      case values
      /// As values, and what stands last is the kind of alarm.
      case sos
      /// The answer to a command.
      case answer
    }

    /// Names of the values in front of the time.
    let values: [String]
    /// Whether the server answers with the function's number and one more; nil if only messages
    /// with data behind the time are answered.
    let isAnswered: Bool?
    let record: Record
    /// The alarm that the function is.
    let alarm: Alarm?
    /// What it is, in words.
    let title: String
  }

  /// Function, values in front of the time, answered or not, record, alarm, words. Sheet B2, B5.
  /// What has no record is as other servers have it.
  static let functionTable = """
    1|worn,battery|yes|values|-|position
    3|firmware,state,battery|yes|none|-|started
    5|battery|no|values|powerOff|switched off
    6||yes|sos|sos|SOS key
    9||no|answer|-|family numbers are set
    10|state,battery,pressureLow,pressureHigh|yes|values|-|blood pressure
    12||yes|none|-|heart rate, steps and sleep
    15||no|answer|-|measuring cycle is set
    17||no|answer|-|quiet periods are set
    19||no|answer|-|switches are set
    21||no|answer|-|white list is set
    27||no|answer|-|volume is set
    28|battery|no|values|lowBattery|battery low
    29|heartRate|yes|values|-|abnormal heart rate
    32|bloodOxygen|no|values|-|blood oxygen
    33|state,value|data|none|-|state of the watch
    43||no|answer|-|service centre is set
    45||no|answer|-|voice file has come
    47||no|answer|-|alarm clocks are set
    50||no|answer|-|time zone is set
    52||no|answer|-|switches off
    54||no|answer|-|limits of the heart rate are set
    58||no|answer|-|measures
    59||yes|none|-|asks for the weather
    61|bodyTemperature|yes|values|-|body temperature
    64||no|answer|-|measures the temperature
    """

  private static let functions: [Int: Function] = rows(functionTable)

  static func rows(_ table: String) -> [Int: Function] {
    var functions: [Int: Function] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 6, let number = Int(parts[0]) else { continue }
      let records: [String: Function.Record] = [
        "none": .nothing, "values": .values, "sos": .sos, "answer": .answer,
      ]
      guard let record = records[parts[3]] else { continue }
      functions[number] = Function(
        values: parts[1].split(separator: ",").map(String.init),
        isAnswered: parts[2] == "data" ? nil : parts[2] == "yes",
        record: record, alarm: Alarm(rawValue: parts[4]), title: parts[5])
    }
    return functions
  }

  /// The function of a number; nil if it is not known.
  static func function(_ number: Int) -> Function? { functions[number] }

  /// The attribute of a value that stands in front of the time; nil if it is not stored.
  static func key(ofValue name: String) -> AttributeKey? {
    switch name {
    case "battery": .batteryLevel
    case "heartRate": .heartRate
    case "pressureLow": "pressureLow"
    case "pressureHigh": "pressureHigh"
    case "bloodOxygen": "bloodOxygen"
    case "bodyTemperature": "bodyTemperature"
    default: nil
    }
  }
}
