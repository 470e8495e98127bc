import Telemetry

extension CalAmp {
  static let about = About(
    name: "calamp",
    title: "CalAmp LMU, TTU, VPOD and GenX (LM Direct)",
    transports: [.udp],
    firstBytes: Array(stride(from: 0x83, through: 0xFF, by: 4)),
    longestFrame: longestFrame,
    identifiesEveryMessage: false,
    commands: [],
    sources: [
      "CalAmp LM Direct Reference Guide (message formats)", "recorded traffic of LMU units",
    ],
    models: """
      CalAmp | LMU-200, LMU-300, LMU-700, LMU-800 | events
      CalAmp | LMU-1000, LMU-1100, LMU-1200 | events, short events
      CalAmp | LMU-2600, LMU-2700, LMU-3000, LMU-3030, LMU-3040 | events; vehicle data as text
      CalAmp | LMU-4200, LMU-4520, LMU-5530 | events; data of the user
      CalAmp | TTU-700, TTU-1200, TTU-2800 | trailers and assets
      CalAmp | VPOD, GenX | events
      """,
    notes: """
      Only UDP. The unit's number stands in front of a message, as a rule; a unit that leaves it
      out is known by the address that it had a number with before, and must send its number in
      its first message.

      `event` and the accumulators `acc0`, `acc1` … mean what the script in the unit makes of
      them; no alarm can be derived from them.

      The dilution `hdop` is the number on the wire, ten times the usual one.

      A message that asks for it is acknowledged; it comes again until then.

      No commands are known to be safe.
      """,
    examples: examples)
}
