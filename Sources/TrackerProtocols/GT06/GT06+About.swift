import Telemetry

extension GT06 {
  static let about = About(
    name: "gt06",
    title: "Concox and Jimi GT06, TR02, GV20, X3, JM-VL01 to VL04, JC400, and very many others",
    transports: [.tcp, .udp],
    firstBytes: [0x78, 0x79],
    longestFrame: longestFrame,
    identifiesEveryMessage: false,
    commands: [.custom, .engineStop, .engineResume],
    relatives: ["topin", "anytrek"],
    sources: [
      "Concox GPS Tracker Communication Protocol (GT06) V1.8.1",
      "recorded traffic of Concox, Jimi, Wanway, SeeWorld, Benway, TRX16i and others",
    ],
    models: """
      Concox, Jimi | GT06, GT06N, GT06E, GT06F | the usual form; GT06E adds a driver's card
      Concox, Jimi | GV20, GV25, GV40, TR02, TR06, ET25, OB22, HVT001, X3, AT4 | the usual form
      Concox, Jimi | JM01, JM-LL01, LL301, Qbit, WeTrack, VL842 | the usual form
      Jimi | JM-VL01, JM-VL02, JM-VL03, JM-VL04 | numbers of 4G cells; modules
      Jimi | JM-VL103, JM-VL512, LL303, G18 | set the model (VL103, VL512, LL303, G18): \
      alarm codes 09, 28 and 30 differ
      Jimi | NT11, NT20, NT26, NT40, NT46, VL100, XT40 | position with two clocks; told by its \
      length, or set the model
      Jimi | JC100, JC400 | dash cameras: alarms with names of files
      SeeWorld | S5L and others | set the model SEEWORLD: heartbeat with a voltage; alarm codes \
      28 and 29 differ
      LW | LW4G and others | set the model (LW…): heartbeat with a voltage; alarm codes 18 and 19 \
      differ
      R11 | R11 | set the model: heartbeat with a voltage of two bytes
      QH302R | QH302R | IMEI in front of each position; told by the login, or set the model
      G109 | G109 | set the model: other texts to stop and resume the engine
      Benway | Benway | inputs and a temperature behind the cell
      Wanway | S20, EV02 | list of cells with a count
      SR411 | SR411 Mini | position with two voltages
      SL4X | SL4X | altitude; wide cell numbers
      X1 | X1 | position with ports; photos
      AZ735 | AZ735 | position and alarm with the long header
      FM08ABC | FM08ABC | values of the vehicle (OBD)
      WD-209 | WD-209 | battery management
      TRX16i | TRX16i | RFID; alarm codes 09 and 0E differ
      others | LK210, GK310 and clones | the usual form
      """,
    options: [
      .zone(
        usual: "what the login says, else UTC",
        "By which zone the clock goes, where the login does not say it or says it wrong; it wins "
          + "over the login, and the name of a region knows summer time."),
      DeviceOption(
        "gt06.language", .flag, "Commands get the language word that some units need."),
      DeviceOption(
        "gt06.alternative", .flag,
        "The engine is stopped with `DYD,<password>#` and resumed with `HFYD,<password>#` instead "
          + "of `Relay,1#` and `Relay,0#`."),
      .password(usual: "123456"),
    ],
    notes: """
      The login identifies the connection; nothing else does. A unit that gets no answer to its
      login or heartbeat connects anew after three tries of five seconds.

      The clock of a unit may run in its own zone. Newer units say which in the login.

      A few models change the meaning of fields without saying so in their messages. Set the
      model of the device as in the table above; case does not matter.

      A wrong checksum is marked in the record, but does not refuse it: a part of the field sends
      wrong ones.

      `battery` and `power` of X1 are as other servers name them: the first voltage, which is the
      vehicle's, is `battery`. `eventData` of the short camera event is its serial number.

      Commands are text: `custom` with `data` such as `STATUS#`.

      Set up by SMS: `SERVER,0,<address>,8888,0#` (or `SERVER,1,<host name>,8888,0#`),
      `APN,<access point>#`, `GMT,E,0#` for a clock in UTC.
      """,
    examples: examples)
}
