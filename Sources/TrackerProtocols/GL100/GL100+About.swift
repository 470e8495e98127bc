import Telemetry

extension GL100 {
  static let about = About(
    name: "gl100",
    title: "Quectel and Queclink GL100, GV100",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "+"), UInt8(ascii: "A")],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [],
    sources: [
      "Quectel GL100 @Track Air Interface Protocol 2.03 (reports and heartbeat)",
      "recorded traffic of GL100 and its relatives",
    ],
    models: """
      Quectel, Queclink | GL100, GL100M | the first of their kind
      Queclink | GV100 | the same messages
      """,
    notes: """
      The older relative of gl200: the identifier stands directly behind the header, and a message
      ends with NUL. A unit whose messages end with `$` speaks gl200.

      The manual gives the speed in km/h and calls a fix of 1 a success. Other servers store the
      number as knots and call a fix of 0 valid; so that histories agree, so does this one.

      A heartbeat is answered with its own identifier, time and count.
      """,
    examples: examples)
}
