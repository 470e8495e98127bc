import Telemetry

extension Wialon {
  /// A line begins with `#`, or with an identifier, or with a version and an identifier.
  private static let firstBytes =
    [UInt8(ascii: "#")] + Array(48...57) + Array(65...90) + Array(97...122)

  static let about = About(
    name: "wialon",
    title: "Wialon IPS 1.1 to 2.1: Galileosky, Omnicomm, Arnavi, Navisoft, phone applications",
    transports: [.tcp, .udp],
    firstBytes: firstBytes,
    longestFrame: longestFrame,
    identifiesEveryMessage: false,
    commands: [.rebootDevice, .deviceIdentification, .sendUssd, .outputControl],
    sources: [
      "documents of the protocol, versions 1.1 to 2.1, by a fact sheet",
      "recorded traffic of trackers and phone applications",
    ],
    models: """
      Galileosky, Omnicomm, Arnavi, Navisoft | with the output Wialon IPS | IMEI or a free text
      any | phone applications with the output Wialon IPS | identifier as it was entered
      """,
    notes: """
      Over TCP the unit logs in first (`#L#identifier;password`); over UDP the identifier stands in
      front of each line. The password is not checked.

      From version 2.0 on a checksum ends the line; one that does not hold marks the record, because
      some units count it in another way. Times are UTC.

      Parameters keep their names in small letters. `mcc`, `mnc`, `lac` and `cell_id` make a cell
      when all four are there, `bat` is the level of the battery, `temp` the unit's temperature,
      `accuracy` that of the place. Inputs, outputs and analogue inputs are texts, as the unit
      writes them. A place with fewer than three satellites, or without their number, is not valid.

      Of a black box (`#B#`) every record that can be read is stored, and all are confirmed. Files,
      pictures and compressed packets (types I, T, IT, V and packets that begin with `FF`) are not
      read.
      """,
    examples: examples)
}
