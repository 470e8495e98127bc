import Telemetry

extension JT808 {
  static let about = About(
    name: "jt808",
    title: "JT/T 808 (2011, 2013, 2019) and dialects: Huabao, BSJ, TK-Star, AOVX, Jimi cameras, "
      + "Jointech padlocks, Micodus and many others",
    transports: [.tcp, .udp],
    firstBytes: [0x28, 0x7E, 0xE7],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [
      .custom, .engineStop, .engineResume, .rebootDevice, .positionSingle, .positionPeriodic,
      .alarmArm, .alarmDisarm, .videoStart, .videoStop,
    ],
    sources: [
      "JT/T 808 (2011, 2013, 2019), the Chinese standard for terminals of vehicles",
      "recorded traffic of TK-Star, AOVX, Jimi, Jointech, Micodus and others",
    ],
    models: """
      Huabao and many OEMs | terminals of the standard | the usual form
      TK-Star | TK905B-G, TK915 | item EB as a list; commands are the words of the SMS, in `custom`
      BSJ | BSJ-A6 and others | the usual form
      AOVX | AL300, GL100 | set the model: alarms, items F3, F6 and F8 differ; own `custom`
      AOVX | VL300 | set the model: no accident alarm; own engine commands and `custom`
      Jimi | JC181, JC182, JC371, JC450, JC451 | set the model: item E8 has events of the camera
      Jointech | JT701, JT709 and others | padlocks: messages 5501 and 5502, text in brackets
      G-360P, G-508P | G-360P, G-508P | set the model: the alarm bits differ
      Micodus | MV710G, MV810G | set the model: state and alarm of the door
      G1C | G1C Pro | set the model: movement in the status word
      DT800 | DT800 | set the model: item E2 is no fuel
      W15L | W15L | set the model: other engine commands
      C5 | C5, C5L | set the model: item F8 counts steps
      YDA, ThinkRace | several | the usual form
      """,
    options: [
      .zone(usual: "+08:00", "By which zone the clock goes; padlocks send UTC."),
      DeviceOption(
        "jt808.version", .words(["2011", "2013", "2019"]), usual: "2013",
        "The version of the standard that the device speaks: for 2019 commands get its long "
          + "header."),
      DeviceOption(
        "jt808.alternative", .flag, "The engine is stopped with message A006."),
    ],
    notes: """
      Every message names the terminal, so none has to come first: many units send positions
      without registration. The identifier is the number in the header, without the zeros in
      front; a number with letters among its digits is an IMEI in packed form.

      Times are those of China (UTC+8) unless another zone was entered; padlocks send UTC.

      An unreadable body is answered all the same, or the unit would send it for ever; it stays in
      the ledger as it came. A record of a batch that cannot be read costs no other.

      A batch that is split into several messages is read message by message, a record across two
      of them included, if they come in order. Pictures, sound and videos (message 0801) may come
      in any order; the unit is asked for parts that are missing at the end. Of other split
      messages the first part is read as far as it goes.

      The cell of a padlock's position has no country and network.

      `custom` with `data` sends text in the form of the model, and for all others in the
      standard's message 8300; hexadecimal text of a whole message (`7e` … `7e`, without escapes)
      is sent as it is. Only ASCII can be sent. `videoStart` needs `server` and `port`, where the
      camera sends its picture; `index` is the channel, by default 1.
      """,
    examples: examples,
    simulation: """
      login: Registration
      login: Authentication
      position: Position
      stored: Batch of late positions
      without: Vehicle behind item 80
      """)
}
