import Telemetry

extension BCE {
  static let about = About(
    name: "bce",
    title: "Baltic Car Equipment (Xirgo Global) FM-500, FM-Blue, FMS 500",
    transports: [.tcp, .udp],
    firstBytes: Array(0x00...0xFF),
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [.outputControl],
    sources: [
      "Baltic Car Equipment data protocol (services, masks)", "recorded traffic of FM-500 units",
    ],
    models: """
      BCE | FM-500 Light, Light+, S | places, inputs
      BCE | FM-500 Blue, FM-Blue | sensors by Bluetooth
      BCE | FM500 FMS, FMS 500 StCAN | values of the vehicle
      """,
    notes: """
      Over TCP a unit begins with `#BCE#`, which is not answered; over UDP it does not. Every
      packet has the IMEI. Stored records are confirmed block by block.

      The clock counts 28 bits of two seconds from 2008 on, so that it began anew in 2025; a time
      of more than ten years ago is taken for one of the next turn.

      `input` is the word on the wire; what its bits mean depends on the unit's profile. Fuel,
      engine hours and odometer of the vehicle are the numbers on the wire.

      Commands: `outputControl` with `index` (1 or 2) and `data` (0 is off).
      """,
    examples: examples)
}
