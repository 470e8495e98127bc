import Telemetry

extension GL200 {
  static let about = About(
    name: "gl200",
    title: "Queclink GL200, GL300, GL320M, GL500, GV50 to GV800, GMT100, GB100, CV100, CV200",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "+")],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [
      .custom, .positionSingle, .deviceIdentification, .rebootDevice, .engineStop, .engineResume,
    ],
    sources: [
      "Queclink @Track Air Interface Protocol (GL200, GL300, GV, GMT and GB series)",
      "recorded traffic of many of these models, and of the Bolt4G",
    ],
    models: """
      Queclink | GL200, GL300, GL300W, GL300VC | lists with a battery level
      Queclink | GL320M | ERI without mask behind a block; external battery
      Queclink | GL50, GL50B, GL500, GL500M, GL530 | asset trackers: signal behind a cell; lists of \
      cells and access points
      Queclink | GT501, Bolt4G | access points in lists; motion and charging
      Queclink | GV50P, GV55, GV56, GV65, GV75W | vehicles: state of ignition and outputs
      Queclink | GV200, GV300, GV300W | two to three analogue inputs
      Queclink | GV310LAU | three analogue inputs; Bluetooth accessories
      Queclink | GV350M | numbered fuel sensors; fatigue warnings; Bluetooth accessories
      Queclink | GV500, GV500MAP, GV500VC | OBD: the vehicle's number in front of the name
      Queclink | GV58LAU, GV30CEU, GV355CEU | versions of ten digits; CAN with a second mask
      Queclink | GV600M, GV600MG, GV600W | Bluetooth accessories with a length
      Queclink | GV800W | as other vehicles
      Queclink | GMT100 | motorcycles
      Queclink | GB100 | binary; one point every second
      Queclink | CV100, CV100LG, CV200 | cameras; CV200 with two more fields at ignition
      Queclink | GMT200, GL601 and others | their later binary form is the protocol gl601
      """,
    options: [
      DeviceOption(
        "gl200.ack", .flag,
        "Every report is confirmed, as a unit wants that is set to wait for it (SACK); it repeats "
          + "the report if that fails to come. Usual over UDP."),
      .password(usual: "none"),
    ],
    notes: """
      There is no login: the unique id stands in every message, and several devices may share a
      connection. A stored report (`+BUFF`) looks like a live one. Which model it is shows in the
      first digits of the protocol version; a model that is set for the device overrides them.

      A heartbeat is always confirmed; reports only if the unit wants it. The password in commands is
      often `gv200` or `gl300`, as the unit is called.

      Units without a fresh fix send their last place with an accuracy (`hdop`) of 0.

      In the binary form other servers take the eight bytes of the identifier for one number; it is
      kept as a second identifier. Cells of FRI and its relatives are not shown, as elsewhere.

      Set up by SMS, for example `AT+GTBSI=gl300,<apn>,,,,,,FFFF$` and
      `AT+GTSRI=gl300,3,,1,<host>,8888,,,,,,,,,,FFFF$`.
      """,
    examples: examples)
}
