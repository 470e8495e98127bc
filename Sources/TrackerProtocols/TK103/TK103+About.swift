import Telemetry

extension TK103 {
  static let about = About(
    name: "tk103",
    title: "TK103B, TK102B, TK116, KX402 and copies",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "(")],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [
      .custom, .positionSingle, .positionPeriodic, .positionStop, .getVersion, .rebootDevice,
      .setOdometer, .engineStop, .engineResume, .outputControl, .getDeviceStatus,
      .deviceIdentification, .powerOff, .modeDeepSleep, .modePowerSaving, .alarmSos,
      .setConnection, .sosNumber,
    ],
    sources: ["fact sheet on the vendors' texts", "recorded traffic"],
    models: """
      unnamed | TK103B | compact dialect, identifier of 12 characters
      unnamed | TK102B | copies; compact dialect
      unnamed | TK116 | compact dialect
      unnamed | KX402 | compact dialect
      unnamed | units with an IMEI of 15 digits | fields with commas; cells and access points
      unnamed | battery management units | BS50, BS51 through a tracker
      """,
    options: [
      .password(usual: "123456"),
      DeviceOption(
        "tk103.alternative", .flag,
        "Whether the unit takes its commands as text messages (`[begin]sms2,…,[end]`)."),
    ],
    notes: """
      Xexun's TK102 and TK103 (`xexun`) and Coban's TK103 (`imei:…;`, gps103) speak other
      protocols. Messages stand in round brackets here.

      The login BP00 and a position with login, BP05, are answered; a unit that misses the answer
      repeats BP00 and reports nothing. The identifier is usually a zero and the last eleven digits
      of the IMEI. Where a unit sends eleven digits only, the bracket counts as the first character
      of the identifier, as other servers have it. An IMEI of 15 digits is taken as it is; other
      servers have the command behind it in the identifier then.

      Dates are year, month, day in the compact dialect, and day, month, year between commas. Bits
      of inputs that some firmwares name differently keep short names (`hs1`, `ls1`, `panic`).
      """,
    examples: examples,
    simulation: """
      login: Handshake
      position: Position with inputs, fuel and odometer
      """)
}
