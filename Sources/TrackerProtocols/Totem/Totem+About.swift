import Telemetry

extension Totem {
  static let about = About(
    name: "totem",
    title: "Totem AT03, AT05, AT07, AT09; Tzone AVL02, AVL05, AVL08",
    transports: [.tcp],
    firstBytes: [UInt8(ascii: "$")],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [
      .custom, .rebootDevice, .factoryReset, .positionSingle, .getVersion, .engineStop,
      .engineResume,
    ],
    sources: ["fact sheet on the makers' papers", "recorded traffic"],
    models: """
      Tzone | AVL02 | first generation (with `$GPRMC`)
      Tzone | AVL05 | first generation (with `$GPRMC`)
      Tzone | AVL08 | first generation (with `$GPRMC`)
      Totem | AT03 | third and fourth generation (fixed widths)
      Totem | AT05 | third and fourth generation (fixed widths)
      Totem | AT07 | fourth generation; driver cards
      Totem | AT09 | fourth generation; values of the vehicle
      """,
    options: [.password(usual: "000000")],
    notes: """
      There is no login: every message carries the IMEI. Every message is answered, also one that
      gives no position or cannot be read: `ACK OK`, or in the fourth generation a line with the message's serial
      number.

      Where the length of a message is wrong it ends with the line, before the next `$$`, or where
      the sender pauses. Analogue inputs, temperatures and `io1` are kept as texts with their
      zeros. The supply voltage of the first generation is given as sent, in hundredths of a volt.

      In the third generation the date is taken for day, month and year, as other servers do.
      `engineStop` and `engineResume` switch output C, to which a relay is usually wired.
      """,
    examples: examples)
}
