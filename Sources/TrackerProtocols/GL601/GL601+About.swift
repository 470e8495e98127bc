import Telemetry

extension GL601 {
  static let about = About(
    name: "gl601",
    title: "Queclink GL601 and units with the later binary messages",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "+"), UInt8(ascii: "-")],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [],
    sources: ["recorded traffic of GL601"],
    models: "Queclink | GL601 | asset tracker",
    notes: """
      The layout is known from recordings: places and batteries are read, other items (such as 55,
      which seems to hold cells) are kept as they are. No answer is known.
      """,
    examples: examples)
}
