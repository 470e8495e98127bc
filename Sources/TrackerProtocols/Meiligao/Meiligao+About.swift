import Telemetry

extension Meiligao {
  static let about = About(
    name: "meiligao",
    title: "iStartek VT600 and VT900, old Meitrack VT300 to VT400, Meiligao, TK218, TK510, GT08",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "$")],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [
      .positionSingle, .positionPeriodic, .positionStop, .engineStop, .engineResume,
      .outputControl, .alarmSpeed, .alarmGeofence, .alarmVibration, .setTimezone, .requestPhoto,
      .rebootDevice, .factoryReset, .getVersion, .voiceMonitoring, .custom,
    ],
    sources: [
      "iStartek GPRS Protocol V2.0 and Meitrack GPRS Protocol V2.00, by a fact sheet",
      "recorded traffic of units of several makers",
    ],
    models: """
      iStartek | VT600 | five inputs, five outputs; late units may speak startek or gt06
      iStartek | VT600-3G | as VT600
      iStartek | VT900 | as VT600
      Meitrack | VT310 | analogue inputs of 10 bits
      Meitrack | VT400 | analogue inputs of 12 bits, the first is the supply
      unnamed | TK218 | set the model: fence, fatigue, braking, acceleration, accident and idling \
      have other alarm codes
      unnamed | TK510, GT08, TK208, TK228, MT05 | set the model: five outputs are switched together
      unnamed | units with a camera | pictures are asked for and joined
      unnamed | units with an OBD plug | values of the vehicle and trouble codes
      """,
    options: [
      DeviceOption(
        "meiligao.server", .address,
        "What is answered to a unit that asks for the server's address; nothing unless it was "
          + "entered."),
      DeviceOption(
        "meiligao.alternative", .flag,
        "The relay is switched only below 10 km/h (4114 instead of 4115)."),
    ],
    notes: """
      The unit repeats its login every 30 seconds until it is answered, and sends nothing else
      before. Positions and alarms are not answered.

      The identifier is what the unit was set to, at most 14 digits. With 14 digits it is often the
      IMEI without its last digit: then either form finds the device.

      Over TCP the length shows where a packet ends; over UDP the datagram is the packet, because
      many units leave the length at zero there. A wrong checksum is marked, but does not refuse.

      `adc1` to `adc8` are raw numbers, not volts. The base station in a position is not stored.
      Alarm code 14 is `powerOn`, as the maker says; some servers call it an accident. Code 50,
      the external power was cut, is `powerOff`.

      Logged waypoints (9016) are stored, but not asked for.

      The relay of a unit with one output is output 2 for `outputControl`; `engineStop` and
      `engineResume` switch it as well. `custom` takes hexadecimal digits: two bytes of command,
      then data.

      Set up by SMS (password 000000 unless changed): `W000000,010,<identifier>`,
      `W000000,011,<apn>`, `W000000,012,<address>,8888`, `W000000,013,1` for TCP (2 for UDP),
      `W000000,014,00006` for a position every 60 seconds.
      """,
    examples: examples)
}
