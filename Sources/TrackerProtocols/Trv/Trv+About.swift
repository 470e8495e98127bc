import Telemetry

extension Trv {
  static let about = About(
    name: "trv",
    title: "Thinkrace VT202, VT206, PT06 and other watches, Topten GF22, TR20 clones",
    transports: [.tcp],
    firstBytes: [UInt8(ascii: "T"), UInt8(ascii: "I")],
    longestFrame: longestFrame,
    identifiesEveryMessage: false,
    commands: [.custom],
    sources: ["fact sheet on the vendors' texts", "recorded traffic of eight units"],
    models: """
      Thinkrace | VT202, VT206 | vehicles; prefix TRV
      Topten | GF22 | magnet ("1903 protocol"); prefix TRV
      unnamed | TR20 clones | prefix TRV
      Thinkrace | PT06 and other watches | prefix IW
      """,
    notes: """
      The login AP00 says who it is; what comes before it on a connection is answered, but belongs
      to nobody. Messages are answered with their type, its first letter advanced by one, also
      what cannot be read: without the answer most units send it again and again.

      `battery` of positions and vehicles' heartbeats is a percentage, as `batteryLevel` of watches
      is. Zeros of ignition, arm and mode say that the unit does not know, and set nothing.

      `custom` is sent as it is, with `#` behind it: `TRVBP07,000001,60`. Units answer with the
      number of six digits.
      """,
    examples: examples)
}
