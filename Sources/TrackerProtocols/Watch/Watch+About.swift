import Telemetry

extension Watch {
  static let about = About(
    name: "watch",
    title: "SeTracker and Aibeile watches (Q50, Q90, GW…, D99), Wonlex, TK-Star TK905/TK915",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "[")],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [
      .custom, .positionSingle, .positionPeriodic, .rebootDevice, .powerOff, .sosNumber,
      .alarmSos, .alarmBattery, .alarmRemove, .silenceTime, .alarmClock, .setPhonebook,
      .setIndicator, .message, .voiceMessage, .setTimezone,
    ],
    sources: [
      "fact sheet on the texts of several vendors", "recorded traffic of units of four makers",
    ],
    models: """
      SeTracker | Q50, Q60, Q90 | children's watches; maker 3G or SG; 10 digits
      SeTracker | DF…, D99, GW… | watches for children and elderly people
      Aibeile | all | as SeTracker
      Wonlex | all | as SeTracker; 4G units send UD_LTE
      unnamed | A36E and other 4G watches | maker ZJ: frames carry an index; 15 digits; health
      unnamed | pendants with fall detector | maker 3G; bits 21 and 22 of the status
      TK-Star | TK905 | magnet; maker SG; ids 9051… (2G) and 9059… (4G); lengths 3 too small
      TK-Star | TK915 | magnet, 4G; maker SG; ids 9159…
      TK-Star | ids 908… | maker SG; no letter behind the longitude
      """,
    options: [
      DeviceOption(
        "watch.maker", .code(2...2), usual: "CS",
        "The maker's two characters in front of its frames, such as `SG` (`SG` also for `3G`): "
          + "a unit takes commands of its own maker only."),
      DeviceOption(
        "watch.index", .flag, "Its frames have a number between identifier and length."),
    ],
    notes: """
      There is no login: each frame names its unit. The identifier is ten digits that are printed
      on the label, cut from the IMEI or the maker's own, or the whole IMEI.

      A frame ends with its closing bracket. The length is read, but not relied upon: TK-Star
      units count the last three characters of a position out. It proves a stranger where it holds.

      LK, INIT, AL, TKQ and JXTK are answered; without the answer to LK a unit reconnects or
      restarts after some minutes. An alarm without a bit in the status is `general`; TK-Star
      sends such a one for its vibration sensor.

      Status bit 3 is the state of the bracelet and not stored. UD2 repeats stored positions and
      looks like UD. A coordinate without letter is read with its own sign, so that TK-Star units
      in the west that leave the W out show in the east.

      A list of cells whose network code is FFFF is dropped, and so is one of access points alone
      whose first address holds a letter.

      Commands: makers differ, and a unit listens only to its own; the options say which it is.

      Set up TK-Star by SMS (password 123456 unless changed): `adminip123456 <host> 8888` for the
      server, `apn123456 <apn>` for the access point, `upload123456 <seconds>` for the interval.
      """,
    examples: examples,
    simulation: """
      position: Position of a live report
      stored: Position with cells and access points
      heartbeat: Keep-alive with steps, turn-overs and battery
      answer: An answer to a command
      """)
}
