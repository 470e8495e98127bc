import Telemetry

extension Suntech {
  static let about = About(
    name: "suntech",
    title: "Suntech SA200, ST2xx to ST600, ST400, ST900 and the newer ST33xx, ST43xx, ST49xx",
    transports: [.tcp, .udp],
    firstBytes: Array("ABCERSTU-".utf8) + [SuntechPacked.start] + SuntechPacked.maskedStarts,
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [
      .custom, .rebootDevice, .positionSingle, .engineStop, .engineResume, .alarmArm,
      .alarmDisarm, .outputControl,
    ],
    sources: ["fact sheet on the maker's manuals", "recorded traffic of some twenty units"],
    models: """
      Suntech | SA200 | identifier of 6 digits; no number of the model in its lines
      Suntech | ST2xx | as SA200, with 9 digits
      Suntech | ST300, ST310, ST340, ST350, ST390 | 9 digits
      Suntech | ST400, ST410, ST440 | battery units: seven cells in front of the position
      Suntech | ST500 | no cell; no inputs and outputs
      Suntech | ST600 | a cell with its network
      Suntech | ST900, ST910 | battery units; two layouts, told by the cell behind the time
      Suntech | ST3310, ST4305, ST4315, ST4955 | newer form with a mask; 10 digits
      """,
    options: [
      DeviceOption(
        "hbm", .words(["1", "2"]),
        "The unit's setting HBM: the tail of older reports has this form, whatever it looks like."),
      DeviceOption(
        "includeAdc", .flag, "With `hbm`: three analogue inputs stand in the tail."),
      DeviceOption("includeRpm", .flag, "With `hbm`: the engine's speed stands in the tail."),
      DeviceOption("includeTemp", .flag, "With `hbm`: three temperatures stand in the tail."),
      .zone(),
    ],
    notes: """
      There is no login: every message has the identifier. Lines end with a carriage return alone;
      those within the data of a serial port are told by its length. Nothing is answered over TCP;
      over UDP reports of the older form are confirmed, which a unit with UDP_ACK waits for.

      What the unit's setting HBM adds to older reports (hour meter, backup battery, mark of stored
      records, analogue inputs, engine speed, driver, temperatures, cell) is told by the form of the
      fields; where that fails, the options say what the unit was told to send. A report without
      date and time takes the time of receipt.

      The inputs of newer units are characters 0 and 1; `input` is the number that these digits are
      (`00000101` is 101). A newer crash record (CRR) is read when all its parts came one after the
      other; its layout is not sure.

      Commands go out in the newer form if the model has four digits, or there is no model and the
      identifier has ten; else with the model in front (`ST300CMD`), without one as `SA200CMD`.
      `custom` is sent as it is, with a carriage return behind it.
      """,
    examples: examples,
    simulation: """
      position: Status of an ST300 with its tail, south and west
      stored: Stored status of an ST300
      without: Compact form of the newer status
      without: Compact form of the newer alert: who drives
      without: Compact form of the newer alert: jamming, without place
      """)
}
