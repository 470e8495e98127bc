import Telemetry

extension Castel {
  static let about = About(
    name: "castel",
    title: "Sinocastel IDD-212, IDD-213, D-218L, 234L, PT-690, MPIP-620",
    transports: [.tcp, .udp],
    firstBytes: [0x24, 0x40],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [.custom, .engineStop, .engineResume],
    sources: [
      "Sinocastel communication protocols of OBD units (SC) and trackers (CC)",
      "recorded traffic of these models",
    ],
    models: """
      Sinocastel | IDD-212G, IDD-213G, L, W, EP, GD | OBD, version 3 or 4
      Sinocastel | D-218L, 234L | OBD, version 4; 234L sends all together (401F)
      Sinocastel | PT-690 | tracker, version 0C
      Sinocastel | MPIP-620 | tracker, version 05; older ones begin with `$$`
      """,
    notes: """
      Which messages a unit speaks shows in the version byte: 3 and 4 are OBD units, others
      trackers; frames with `$$` have none. The same type means another message in another family.

      A message whose list of places is empty is answered, but makes no record. Fuel is given as it
      is sent (hundredths of a litre by the vendor). The battery of a tracker is a number of no
      unit, 255 if it is not known. Cells come without country and network.
      """,
    examples: examples,
    simulation: """
      login: Login without position
      position: Position
      """)
}
