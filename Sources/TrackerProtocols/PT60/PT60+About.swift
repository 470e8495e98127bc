import Telemetry

extension PT60 {
  static let about = About(
    name: "pt60",
    title: "Health watches H002, S6 and others",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "@")],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [.custom, .positionSingle, .positionPeriodic, .powerOff],
    sources: ["fact sheet on the functions of the watches", "recorded traffic"],
    models: """
      unnamed | H002 | new form (`@B#@`)
      unnamed | S6 | new form; place by cells, SOS key
      unnamed | older watches | old form (`@G#@`): track, steps, heart rate
      """,
    options: [
      .zone()
    ],
    notes: """
      The Bofan PT-60 does not speak this protocol, but pt502.

      Messages of the new form are answered with the number of the function and one more, those of
      the old form that carry a time with function 38; both give the time of receipt.

      Times are taken for UTC unless another zone was entered.

      The report after switching on (003), the state of the watch (033) and lists of cells of the
      old form (43) are answered as other servers do, and give no record.

      Commands are those of the new form, and their parameters are not certain. `custom` takes
      the function and its parameters: `014|2|10`.
      """,
    examples: examples)
}
