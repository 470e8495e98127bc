import Telemetry

extension Starlink {
  static let about = About(
    name: "starlink",
    title: "ERM StarLink Tracker, Asset, Key, Spider",
    transports: [.tcp],
    firstBytes: [UInt8(ascii: "$")],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [.custom],
    sources: ["fact sheet on the maker's documents", "recorded traffic of ten units"],
    models: """
      ERM | StarLink Tracker | identifier is the factory serial of 6 digits or the IMEI
      ERM | StarLink Asset | as the Tracker
      ERM | StarLink Key | as the Tracker
      ERM | StarLink Spider | as the Tracker
      """,
    options: [
      DeviceOption(
        "format", .text(longest: 500), usual: "what the shape of the fields says",
        "The order of fields that the unit is configured with (parameter 0177), such as "
          + "`#EDT#,#EID#,#PDT#,#LAT#,#LONG#`.")
    ],
    notes: """
      The fields of a report stand in an order that is configured in the unit and is not in the
      message. The orders that are known are told by the shape of their fields: an IMEI in front,
      the number of fields, and where the first voltage stands. For others enter `format`.

      A report without the time of a position has no place. Speed is in knots, except where the
      unit is configured with SPDK. Country and network of the cell are not said. `hours` is the
      number that the unit sends, in seconds as a rule. Nothing is answered.
      """,
    examples: examples)
}
