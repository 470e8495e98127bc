import Telemetry

extension Navis {
  static let about = About(
    name: "navis",
    title: "Navtelecom SIGNAL S-2xxx, SMART S-23xx and S-24xx, START S-20xx (NTCB and FLEX)",
    transports: [.tcp],
    firstBytes: [at, tilde],
    longestFrame: longestFrame,
    identifiesEveryMessage: false,
    commands: [.custom],
    sources: [
      "documents of Navtelecom, by a fact sheet",
      "recorded traffic of units with NTCB formats 5.2 and 6, and FLEX 1.0 to 3.0",
    ],
    models: """
      Navtelecom | SIGNAL S-2115, S-2117, S-2551, S-2651 | NTCB records, FLEX
      Navtelecom | SMART S-2333, S-2423, S-2425, S-2430, S-2433, S-2435 | FLEX; CAN, Bluetooth
      Navtelecom | START S-2010, S-2011, S-2013 | FLEX
      """,
    notes: """
      A unit says its IMEI in the handshake, then agrees with the server on the fields of its FLEX
      records; both are forgotten when the connection ends. FLEX packets have no length: without
      that agreement they cannot be cut or read, and are not answered, so that the unit connects
      anew.

      A packet is confirmed by its number or its count of records; a damaged one is neither taken
      nor confirmed, and the unit sends it again. Records of the NTCB formats 1, 3 and 4 have no
      place, and are only confirmed.

      Packets of extra records (`~E`) are read as far as they have a place; `~X` is not read.

      `custom` sends text as it is; commands of the maker begin with `*!`, such as `*!SETOUT 1Y`.
      """,
    examples: examples,
    simulation: """
      login: Login: the handshake
      login: The unit chooses other fields, version 1.0
      position: Position of a vehicle
      without: Record of an event with all that becomes an attribute
      without: Stored records, one with an alarm, one without a fix, in the south and west
      without: The state at this moment
      without: Record of format 5.2
      without: Records of format 6, the second with an alarm and without a fix
      without: Record of format 2, of a unit with letters of its own
      """)
}
