import Telemetry

extension T800X {
  static let about = About(
    name: "t800x",
    title: "Topflytech T88xx, TLW1, TLW2, TLD1, TLD2, TLP1, TLP2, SolarGuardX",
    transports: [.tcp, .udp],
    firstBytes: [0x23, 0x25, 0x26, 0x27],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [.custom],
    sources: [
      "documents of Topflytech, by a fact sheet",
      "recorded traffic of all four lines of products",
    ],
    models: """
      Topflytech | T8801, T8803, T8803 Pro, T8803+E, T8806, T8806+R, T8808A | wired; begin with `##`
      Topflytech | T8808+, T8608, TLW1, TLW2-12B, TLW2-12BL, TLW2-6BL | wired; begin with `%%`
      Topflytech | TLW2-2BL | as TLW2; enter the model: its short positions have a battery voltage
      Topflytech | TLD1, TLD2 | diagnostic plug; begin with `&&`
      Topflytech | TLP1, TLP2, SolarGuardX | battery, solar panel; begin with `''`
      Topflytech | PioneerX, HeroX, Knight | not recorded
      """,
    notes: """
      Every message has the IMEI. A login that is not answered within 25 seconds makes the unit
      connect anew; positions are not answered, alarms with their code.

      A datagram may hold several messages; each is stored. Places from cells have no coordinates.

      The model of a device decides two things: a TLW2-2BL has a battery voltage in short positions,
      and commands begin as those of the model's line (of the first one where it is not known).

      `custom` sends text as it is, such as `RELAY,0000,1#`, `TIMER,0000,30:3600#`, `VERSION#`.
      """,
    examples: examples)
}
