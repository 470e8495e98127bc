import Telemetry

extension PT502 {
  static let about = About(
    name: "pt502",
    title: "Bofan PT-60, PT80, PT100, PT200, PT300X, PT500X, PT502, PT510, PT600X",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "$"), 0xBF],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [
      .custom, .outputControl, .positionSingle, .positionPeriodic, .positionStop, .setTimezone,
      .alarmSpeed, .requestPhoto, .sosNumber, .setConnection, .getVersion,
      .deviceIdentification, .getDeviceStatus, .factoryReset,
    ],
    sources: [
      "manuals of Bofan PT80, PT502 and PT600X, by a fact sheet",
      "recorded traffic of vehicle and personal units",
    ],
    models: """
      Bofan | PT-60 | personal: four inputs, one output; no recorded traffic of it is public
      Bofan | PT80 | personal: four inputs, one output
      Bofan | PT100 | as PT80
      Bofan | PT200 | as PT502
      Bofan | PT300X | as PT502
      Bofan | PT500X | as PT502; camera
      Bofan | PT502 | vehicle: five inputs, five outputs, four analogue inputs; camera
      Bofan | PT510 | vehicle: five inputs, two outputs, two analogue inputs; sends its firmware
      Bofan | PT600X | as PT502
      """,
    options: [
      .zone()
    ],
    notes: """
      There is no login and no heartbeat: each record has the identifier, which is what the unit
      was set to, as a rule the last 14 digits of the IMEI. Only pictures are answered: they are
      fetched in parts of 960 bytes.

      Newer firmware puts `BF FB`, a checksum and a length in front of one or several records.

      A record before the first fix has no coordinates: the unit is heard, but has nothing to show.
      A record with the fix `V` repeats the last place.

      `battery`, `rssi` and `sat` are three hexadecimal digits from 0 to 15; of the battery's the
      scale is not known. Times are UTC unless the unit was set to another zone.

      `custom` sends text as it is; commands of the maker begin with `#`, such as `#RST0`.

      Set up by SMS (password 000000 unless changed): `000000SVR<address>,8888` with a numeric
      address, `000000APN<apn>`, `000000GID<last 14 digits of the IMEI>`, `000000GTI60` for a
      record every 60 seconds.

      Watches of the protocol pt60 have nothing to do with the Bofan PT-60.
      """,
    examples: examples,
    simulation: """
      position: Position of a vehicle
      answer: Answer to a command
      """)
}
