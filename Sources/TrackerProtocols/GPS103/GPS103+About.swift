import Telemetry

extension GPS103 {
  static let about = About(
    name: "gps103",
    title: "Coban TK102B, TK103A/B, GPS103, GPS105, GPS303, GPS403, Xexun and Rewire relatives",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "#"), UInt8(ascii: "i")] + Array("0123456789".utf8),
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [
      .custom, .positionSingle, .positionPeriodic, .positionStop, .alarmDismiss, .setSpeedLimit,
      .engineStop, .engineResume, .alarmArm, .alarmDisarm, .requestPhoto,
    ],
    sources: [
      "fact sheet on the texts of several vendors", "recorded traffic of units of many makers",
    ],
    models: """
      Coban | TK102B | personal; no vehicle items
      Coban | TK103A, TK103B | vehicle; ignition, door, fuel, photos with a camera
      Coban | TK104, TK106 | as TK102B
      Coban | GPS103, GPS105, GPS106 | vehicle; ignition, door, fuel, temperature
      Coban | GPS303, GPS306 | motorcycle; OBD plug (records with keyword OBD)
      Coban | GPS403 | as GPS103
      Xexun | relatives of TK102, TK103 | as Coban
      Rewire | 103, 104 | newer units put the battery level in the place of the phone number
      TK-Star | boards with the Xexun command set | as Coban
      unnamed | copies | coordinates with letters in front or without, altitude, no UTC
      unnamed | line that ends with * (Chile) | UTC, signed degrees, km/h
      """,
    options: [
      .zone(
        "By which zone the clock goes of copies that send no time of day in UTC; the others are "
          + "read by their own.")
    ],
    notes: """
      A unit logs in (`##,imei:…`), is answered LOAD, and from then on sends its number as a
      heartbeat, which is answered ON. Every record names its unit. `help me` is answered with the
      end of the emergency, without which the unit repeats it.

      The date is in local time and the zone is not said; it follows from the time of day in UTC
      that stands behind the fix. Clocks that are wrong by more than minutes therefore move
      positions by the difference. The local time of copies without a time of day in UTC is read by
      the option `decoder.timezone`.

      Over TCP a frame ends with a semicolon, an asterisk or a line end; over UDP with the
      datagram. A lone number with a line end is a login of T55, not of this protocol.

      What stands behind the course may end anywhere. The first item of another form ends it.
      Fuel levels are percent, with or without the sign. A second one in digits alone is not
      stored.

      Photos: the keyword `vt` and a number announces so many parts (`vr`), which are joined.

      `custom` sends its text as the code: `G` arms the movement alarm, `109` and `110` cut and
      restore the fuel on newer firmware.

      Set up by SMS (password 123456 unless changed): `adminip123456 <host> 8888` for the server,
      `apn123456 <apn>` for the access point, `gprs123456` to start.
      """,
    examples: examples,
    simulation: """
      position: Position, local time two hours ahead, all items
      answer: An answer to a command
      """)
}
