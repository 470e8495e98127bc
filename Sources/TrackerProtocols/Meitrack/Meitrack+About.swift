import Telemetry

extension Meitrack {
  static let about = About(
    name: "meitrack",
    title: "Meitrack MVT100, MVT380, T1, T333, T366, T622, MT90, P99, MD500; TrackIDs",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "$")],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [
      .custom, .positionSingle, .engineStop, .engineResume, .alarmArm, .alarmDisarm,
      .requestPhoto, .sendSms,
    ],
    sources: ["fact sheet on Meitrack's protocol papers", "recorded traffic"],
    models: """
      Meitrack | MVT100 | text
      Meitrack | MVT340 | text; voltages in steps of its own
      Meitrack | MVT380 | text; voltages in steps of its own
      Meitrack | MVT600 | text
      Meitrack | MVT800 | text
      Meitrack | T1 | text; pictures
      Meitrack | T3 | text
      Meitrack | T322 | text
      Meitrack | T333 | text; taximeter, fuel sensors
      Meitrack | T366 | lists of parameters (CCE)
      Meitrack | T355 | lists of parameters (CCE)
      Meitrack | T622 | text and fixed records (CCC)
      Meitrack | T633 | lists of parameters (CCE)
      Meitrack | MT90 | personal; voltages in steps of its own
      Meitrack | TC68 | text; pictures
      Meitrack | P66 | personal; access points
      Meitrack | P88 | personal; access points
      Meitrack | P99 | personal; access points
      Meitrack | K211 | container lock
      Meitrack | MD500 | cameras; lists of parameters (CCE)
      TrackIDs | TrackIDs | as Meitrack
      """,
    options: [
      DeviceOption(
        "meitrack.alternative", .flag, "Whether `B21` arms and disarms the unit, and not `C01`.")
    ],
    notes: """
      There is no login: every message carries the IMEI. The older binary protocol of Meiligao
      (VT300, GT60) is another one.

      Voltages of battery and supply in text messages are taken for hundredths of a volt, unless
      the model says otherwise: `MVT340`, `MVT380`, `MT90`, `MT90G`, `T1`, `T3`, `MVT100`,
      `MVT600`, `MVT800`, `TC68` and `TC68S` count in steps of their own. Enter the model where
      they come out wrong.

      In lists of parameters `hdop` is ten times what it should be, as the unit sends it; other
      servers give it like this too.

      A picture is asked for after `requestPhoto`, and confirmed after every eighth part.
      """,
    examples: examples)
}
