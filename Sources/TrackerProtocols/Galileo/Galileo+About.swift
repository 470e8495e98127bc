import Telemetry

extension Galileo {
  static let about = About(
    name: "galileo",
    title: "Galileosky v2 to v5, 7.x, Base Block, BoxFinder, GPS Lite, Iridium modems",
    transports: [.tcp],
    firstBytes: [0x01, 0x07, 0x08],
    longestFrame: longestFrame,
    identifiesEveryMessage: false,
    commands: [.custom, .outputControl],
    relatives: ["blackkite"],
    sources: [
      "manuals of Galileosky, by a fact sheet",
      "recorded traffic of units with and without CAN, and of an Iridium modem",
    ],
    models: """
      Galileosky | v2, v2.5, v5.0, v5.1, 7.0, 7x | vehicle; CAN, RS232, RS485, pictures
      Galileosky | Base Block Lite, Base Block Optimum, Base Block Iridium | vehicle
      Galileosky | BoxFinder | battery
      Galileosky | GPS Lite | vehicle
      Galileosky | units with an Iridium modem | by the DirectIP gateway; the modem's IMEI
      """,
    notes: """
      A unit says its IMEI in the first packet of a connection, some in each record. A packet is
      confirmed with its own checksum; one that is damaged, or has a tag whose length is not
      known, is neither taken nor confirmed, and the unit sends it again.

      A record without time or place is dropped, as units send them before the first fix; an answer
      to a command is kept. Compressed packets tell no year: it is that of the receipt, or the one
      before where the record would lie in the future.

      Messages of the Iridium gateway (DirectIP) come to the same port. Whether the unit sends tags
      or compressed records in them shows by their form. They are not answered.

      Pictures come in parts with numbers and have no name.

      Thermometers are `thermometer0` to `thermometer7`, because `temp1` is the coolant as the vehicle
      says it; fuel sensors on RS485 are `fuel0` to `fuel15`, with `fuelTemp` where they say it.

      The number of satellites is not reported: the unit says at most 15. `acceleration` holds three
      times ten bits as one number.
      """,
    examples: examples,
    simulation: "without: Compressed records, one with an alarm")
}
