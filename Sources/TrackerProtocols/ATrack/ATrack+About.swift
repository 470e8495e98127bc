import Telemetry

extension ATrack {
  static let about = About(
    name: "atrack",
    title:
      "ATrack AT1, AT3, AT5, AY5, AU7, AX5, AX7, AX9, AX11, AK1, AK7, AK11, AL1, AL7, AL11, AS1",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "@"), UInt8(ascii: "$"), 0xFE, 0x02, 0x03],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [.custom],
    sources: ["fact sheet on ATrack's protocol papers", "recorded traffic"],
    models: """
      ATrack | AT1 | binary or text
      ATrack | AT3 | binary or text
      ATrack | AT5 | binary or text; pictures
      ATrack | AY5 | motorcycles
      ATrack | AU7 | binary or text
      ATrack | AX5 | OBD plug
      ATrack | AX7 | OBD plug
      ATrack | AX9 | OBD plug
      ATrack | AX11 | OBD plug; J1708, J1939
      ATrack | AK1, AK7, AK11 | binary or text
      ATrack | AL1, AL7, AL11 | assets; beacons
      ATrack | AS1, AS3, AS11 | binary or text
      """,
    options: [
      DeviceOption(
        "form", .text(longest: 400),
        "Which values follow the usual ones, where the message does not say it: the unit's own "
          + "list, such as `%SA%MV%BV`."),
      DeviceOption(
        "atrack.decimalFuel", .flag,
        "Whether the level in a fuel sensor's text (`FULS:… N=…`) is decimal."),
    ],
    notes: """
      There is no login: every message carries the unit's number, the IMEI unless it was changed.
      Without a confirmation the unit repeats its oldest report for ever, so that a
      sound message is confirmed even if its records cannot be read. Text messages are
      confirmed with their length in the place of the unit's number, as other servers do.

      A unit that is set to put its list of values in front of them (`%CI…`) needs no option. The
      prefix of a unit may be set; besides `@P` and `@R` only 02 03 is recognised in binary, and
      as text one that begins with `@`, 02 or 03.

      Lines that begin with `$` (`$OK`, `$ERROR=101`, `$INFO=…`) answer commands, and belong to the
      device of the connection. Positions always count as valid, as the unit does not say it; an
      `hdop` of 99 means that there was no fix.
      """,
    examples: examples)
}
