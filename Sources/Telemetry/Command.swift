/// What a person can ask a device to do; the raw value is the name in the API.
public enum CommandType: String, Sendable, Hashable, CaseIterable {
  case custom, deviceIdentification, positionSingle, positionPeriodic, positionStop, engineStop
  case engineResume, alarmArm, alarmDisarm, alarmDismiss, setTimezone, requestPhoto, powerOff
  case rebootDevice, factoryReset, sendSms, sendUssd, sosNumber, silenceTime, setPhonebook
  case message, voiceMessage, outputControl, voiceMonitoring, setAgps, setIndicator
  case configuration, getVersion, firmwareUpdate, setConnection, setOdometer, getModemStatus
  case getDeviceStatus, setSpeedLimit, modePowerSaving, modeDeepSleep, videoStart, videoStop
  case alarmGeofence, alarmBattery, alarmSos, alarmRemove, alarmClock, alarmSpeed, alarmFall
  case alarmVibration
}

/// A request to a device, before a protocol turns it into bytes.
public struct Command: Sendable, Hashable {
  /// What is asked.
  public var type: CommandType
  /// Its parameters by the API's names (`data`, `index`, `frequency` …), as typed values.
  public var parameters: [String: AttributeValue]

  /// A request with its parameters.
  public init(_ type: CommandType, _ parameters: [String: AttributeValue] = [:]) {
    self.type = type
    self.parameters = parameters
  }

  /// A parameter as text; numbers as they are usually written. Nil if it is not given.
  public func text(_ name: String) -> String? { parameters[name]?.description }

  /// A parameter as a whole number; nil if it is not given or is none.
  public func integer(_ name: String) -> Int64? {
    switch parameters[name] {
    case .integer(let value): value
    case .number(let value): Int64(exactly: value)
    case .text(let value): Int64(value)
    case .boolean(let value): value ? 1 : 0
    case nil: nil
    }
  }

  /// A parameter as yes or no; nil if it is not given.
  public func boolean(_ name: String) -> Bool? {
    switch parameters[name] {
    case .boolean(let value): value
    case .integer(let value): value != 0
    case .text(let value): ["true": true, "1": true, "false": false, "0": false][value]
    case .number, nil: nil
    }
  }
}
