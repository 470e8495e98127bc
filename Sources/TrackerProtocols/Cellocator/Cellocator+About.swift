import Telemetry

extension Cellocator {
  static let about = About(
    name: "cellocator",
    title: "Pointer and PowerFleet Cellocator: Cello, CelloTrack, Compact, CR, Olympic, Merlin",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "M")],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [.outputControl],
    sources: [
      "Cellocator wireless communication protocol", "recorded traffic of Cello and Compact units",
    ],
    models: """
      Pointer, PowerFleet | Cello, Cello-F, Compact, Merlin, PointerCept | status
      Pointer, PowerFleet | Cello-IQ, CR200, CR300, CR400 | status, modules
      Pointer, PowerFleet | CelloTrack | status, modules
      Pointer, PowerFleet | Olympic | system code MCPG: another layout of the status
      """,
    notes: """
      A unit is known by its number, up to ten digits without zeros in front, which is no IMEI.

      Every message is acknowledged; it comes again with the same number until then.

      `event` is the reason for the message; 70 (distress), 80 (main power cut) and 81 (main power
      low) are alarms. A place in a message of modules is never valid, because it is not known
      what its marks mean. What a unit of the odometer is depends on the unit's configuration.

      Commands: `outputControl` with `index` (0 to 15) and `data` (1 or 0).
      """,
    examples: examples)
}
