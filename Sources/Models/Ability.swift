/// What a tracker can do besides reporting where it is; the raw value is the name in the API.
public enum Ability: String, Sendable, Hashable, CaseIterable {
  case inputs, analogInputs, outputs, relay, externalPower, battery, sos, fall, tamper, vibration
  case geofence, overspeed, lightSensor, light, buzzer, microphone, speaker, camera, driverCard
  case fuelSensor, temperatureSensor, obd, cells, wifi, buffer, sleep, secondServer
  case firmwareOverTheAir

  /// The ability in a few words.
  public var title: String {
    switch self {
    case .inputs: "digital inputs"
    case .analogInputs: "analogue inputs"
    case .outputs: "outputs"
    case .relay: "relay that cuts fuel or ignition"
    case .externalPower: "supply from outside"
    case .battery: "battery of its own"
    case .sos: "SOS button"
    case .fall: "fall detection"
    case .tamper: "notices being taken off"
    case .vibration: "vibration or movement sensor"
    case .geofence: "fence of its own"
    case .overspeed: "speed limit of its own"
    case .lightSensor: "light sensor"
    case .light: "light"
    case .buzzer: "buzzer or siren"
    case .microphone: "microphone"
    case .speaker: "speaker"
    case .camera: "camera"
    case .driverCard: "driver's card or key"
    case .fuelSensor: "fuel sensor"
    case .temperatureSensor: "temperature sensor"
    case .obd: "values of the vehicle"
    case .cells: "place by mobile network cells"
    case .wifi: "place by access points"
    case .buffer: "stores positions while offline"
    case .sleep: "sleep modes"
    case .secondServer: "reports to a second server"
    case .firmwareOverTheAir: "firmware over the air"
    }
  }
}

/// What a text message sets up; the raw value is the name in the API.
public enum SetupPurpose: String, Sendable, Hashable, CaseIterable {
  case begin, identifier, apn, apnWithUser, apnUser, apnPassword, server, serverByName
  case serverByAddress, secondServer, transport, start, interval, timeZone, sosNumber, alarms
  case newPassword, position, status, version, restart, factoryReset

  /// The purpose in a few words.
  public var title: String {
    switch self {
    case .begin: "Begin"
    case .identifier: "Identifier"
    case .apn: "Access point"
    case .apnWithUser: "Access point with user and password"
    case .apnUser: "User of the access point"
    case .apnPassword: "Password of the access point"
    case .server: "Server"
    case .serverByName: "Server by name"
    case .serverByAddress: "Server by address"
    case .secondServer: "Second server"
    case .transport: "Transport"
    case .start: "Start reporting"
    case .interval: "Interval"
    case .timeZone: "Clock in UTC"
    case .sosNumber: "Phone number"
    case .alarms: "Alarms to the server"
    case .newPassword: "New device password"
    case .position: "Ask where it is"
    case .status: "Ask how it is"
    case .version: "Ask for its version"
    case .restart: "Restart"
    case .factoryReset: "Factory settings"
    }
  }
}
