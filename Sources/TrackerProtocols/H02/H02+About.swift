import Telemetry

extension H02 {
  static let about = About(
    name: "h02",
    title: "Sinotrack ST-90x, TK-Star TK90x, LKGPS, CanTrack, MiCODUS, other relay trackers",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "*"), UInt8(ascii: "$"), UInt8(ascii: "X")],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [
      .custom, .alarmArm, .alarmDisarm, .engineStop, .engineResume, .positionPeriodic,
    ],
    sources: [
      "fact sheet on the texts of several vendors",
      "recorded traffic of units of ten makers",
    ],
    models: """
      Sinotrack | ST-901, ST-902, ST-906 | relay; 10 digits; text and 45-byte packets
      TK-Star | TK905, TK909 | magnet; 10 digits; the 4G TK905 sends packets of 47 bytes
      TK-Star | TK816 | OBD plug; 10 digits
      LKGPS, CanTrack | all | 10 digits
      unnamed | CJ720, CJ730 | relay; 4G units confirm commands without a position
      MiCODUS | older units | 10 digits
      unnamed | units with makers TH, DC, XY | as HQ; answers say HQ all the same
      """,
    options: [
      .zone(),
      DeviceOption(
        "h02.ack", .flag,
        "All positions are acknowledged (R12), not only V1, NBR, HTBT and V0, as some firmware "
          + "wants."),
      DeviceOption(
        "h02.alternative", .flag, "The interval is set with D1 instead of S71."),
    ],
    notes: """
      There is no login, checksum or length. The first text or packet identifies the unit; the same
      board may say its IMEI in texts and a number of ten digits in packets: then enter both.

      A binary packet has no length. Over TCP the first one of a conversation is held until the
      unit pauses or goes on with something else; then the length is known. Over UDP the datagram
      is the packet.

      V1, NBR, HTBT and V0 are answered. Times are UTC unless the unit's clock was set to another
      zone.

      A record without coordinates, as sent before the first fix, gives no position and is not
      answered: the unit is heard, but has nothing to show.

      `custom` takes a code and its parameters (`S14,100,10,1,3`); identifier and time of day are
      added.

      Set up by SMS (TK-Star, password 123456 unless changed): `adminip123456 <host> 8888` for the
      server, `apn123456 <apn>` for the access point, `upload123456 <seconds>` for the interval.
      """,
    examples: examples)
}
