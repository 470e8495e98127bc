import Telemetry

extension JT600 {
  static let about = About(
    name: "jt600",
    title: "Jointech JT600, JT601, JT701, JT705, JT707 and re-brands such as Mobicom GL600",
    transports: [.tcp],
    firstBytes: [dollar, opening],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [.engineStop, .engineResume, .setTimezone, .rebootDevice],
    sources: [
      "documents of the maker, by a fact sheet",
      "recorded traffic of vehicle units and container locks",
    ],
    models: """
      Jointech | JT600, JT601 | vehicle; short packets, and texts U01 to U06
      Jointech | JT701, JT701D | container lock; long packets, and text P45 when it is opened
      Jointech | JT705, JT707 | lock; as JT701
      Mobicom | GL600 | as JT600
      """,
    notes: """
      There is no login: every message has an identifier of ten digits, which binary packets write
      without the zeros in front. Binary packets begin with `$` as those of h02 do: a length
      field, and the date in front of the time, tell them apart.

      Cells come without country and network. The place is stored whether it is valid or not. Speeds
      are in knots in packets, in kilometres an hour in W01, in miles an hour in the other texts.

      A lock is confirmed where it asks for it. `blocked` is its usual state: the motor is locked.
      `power` is a percentage in the records of a JT600, as the unit says it.
      """,
    examples: examples,
    simulation: "position: Position of a lock that wants an answer by number")
}
