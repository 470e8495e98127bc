import Telemetry

extension Xexun {
  static let about = About(
    name: "xexun",
    title: "Xexun TK102, TK102-2, TK103-2, TK201, TK206, XT009, XT011 and clones",
    transports: [.tcp, .udp],
    firstBytes: Array("G,0123456789".utf8),
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [.engineStop, .engineResume],
    sources: ["fact sheet on the vendor's texts", "recorded traffic of some twenty units"],
    models: """
      Xexun | TK102, TK102-2 | handheld
      Xexun | TK103-2 | vehicle; relay
      Xexun | TK201, TK206 | handheld
      Xexun | XT009, XT011 | vehicle
      unnamed | clones | shorter lines, wrong checksums, no line end
      """,
    options: [.password(usual: "123456"), .zone()],
    notes: """
      There is no login, and nothing is answered. A record goes up to the comma behind `imei:` and
      its digits; the tail of a full line ends with a line end, the next record, or a pause. Some
      units break the line in the middle of a record.

      `serial` is the last digit of the local time in front of a full line, as other servers give
      it; `number` is the authorised phone number or the operator's name. The cell at the end of a
      full line is not kept. A record without a date takes the time of receipt.

      Set up by SMS (password 123456 unless changed): `adminip123456 <host> 8888` for the server,
      `t030s***n123456` for the interval.
      """,
    examples: examples)
}
