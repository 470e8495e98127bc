import Telemetry

extension T55 {
  static let about = About(
    name: "t55",
    title:
      "NMEA lines: CradlePoint and Sierra routers, Maxon modems, GoPass AVL-901, Aspicore, QZE",
    transports: [.tcp, .udp],
    firstBytes: Array("$0123456789ABCDEFIQ".utf8),
    longestFrame: longestFrame,
    identifiesEveryMessage: false,
    commands: [],
    sources: ["fact sheet on the vendors' texts", "recorded traffic of some twenty senders"],
    models: """
      GoPass | AVL-901, T55 boards | $PGID, then sentences
      Maxon | modems | sentences first, $GPFID later
      CradlePoint | routers | $PCPTI, or the identifier in front of each sentence
      Sierra | routers | the identifier in front of each sentence
      Aspicore | GSM Tracker | IMEI, then sentences
      u-blox | survey receivers | $PUBX with the identifier in it
      Wireless Measurement | WMCS | $ID with tags
      unnamed | QZE | a line of its own
      """,
    options: [
      DeviceOption(
        "ack", .flag, "Every RMC sentence is answered with `OK1` over TCP."),
      .zone(),
    ],
    notes: """
      Who it is stands in a line of its own, in front of each sentence, or in some sentences. A
      position that comes before belongs to nobody; the last one is delivered with $GPFID.

      Sentences with a time of day and no date (GGA, GLL, PUBX) get the date that makes them the
      last such moment before the receipt. A checksum that does not hold is marked; many senders
      have it wrong. Sentences of satellites, courses and clocks (GSA, GSV, VTG, ZDA, GST) are
      passed over, and so are lines without a form.
      """,
    examples: examples)
}
