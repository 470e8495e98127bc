import Telemetry

extension Teltonika {
  static let about = About(
    name: "teltonika",
    title: "Teltonika FM, FMB, FMC, FMM, FMT, FMU, GH, TAT, TMT, TST, MTB, MSP and RUT",
    transports: [.tcp, .udp],
    firstBytes: Array(0x00...0x07) + [keepAlive],
    longestFrame: longestFrame,
    identifiesEveryMessage: false,
    commands: [.custom, .engineStop, .engineResume],
    sources: [
      "Teltonika Data Sending Protocols (codecs 7, 8, 8 Extended, 12, 13, 14, 15, 16)",
      "recorded traffic of FM, FMB, GH3000 and cameras",
    ],
    models: """
      Teltonika | FMB, FMC, FMM, FMT, FMU, FMP | set the model (FMB130 …): names more elements
      Teltonika | FMB640, FMC640, FMC650, FMM650 … | set the model: the six hundreds have numbers of \
      their own and cards of drivers
      Teltonika | FMB003 | set the model: odometer of the vehicle
      Teltonika | MTB100, MSP500 | set the model
      Teltonika | TAT140, TMT250, TST100 … | set the model: cells
      Teltonika | TAT100 | set the model: up to four cells
      Teltonika | GH3000 | codec 7
      Teltonika | RUT850, RUT955 | routers: codec 8
      Teltonika | DualCam | photos through a tracker: codec 12
      """,
    notes: """
      The login identifies the connection; nothing else does over TCP. Over UDP every datagram
      has the IMEI.

      What an element means depends on the model, and no packet says which it is. With the model
      of the device (`FMB130`, `FMC640`, `TAT100` …; case does not matter) more elements have
      names; without it they are `io` and their number.

      Some firmware has a group of elements of 16 bytes. It is told by where the records end, so
      that nothing is to be set.

      The answer is the number of records. A packet that is sound but cannot be read to its end
      is kept as it is and answered, because it would come again for ever.

      Photos are asked for in parts of 2048 bytes.

      Commands are text in codec 12: `custom` with `data` such as `getinfo`. Data that is nothing
      but pairs of hexadecimal digits is sent as these bytes.

      Set up by SMS: `<login> <password> setparam 2001:<access point>;2004:<address>;2005:8888`
      (two blanks in front if neither is set).
      """,
    examples: examples)
}
