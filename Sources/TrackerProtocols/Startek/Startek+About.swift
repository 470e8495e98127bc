import Telemetry

extension Startek {
  static let about = About(
    name: "startek",
    title: "iStartek PT60, VT100, VT110, VT200, VT300-L, VT800-L",
    transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "&")],
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [
      .custom, .engineStop, .engineResume, .outputControl, .positionPeriodic, .positionSingle,
      .getVersion, .getDeviceStatus,
    ],
    sources: [
      "iStartek GPS Tracker Communication Protocol V1.0 to V2.2 (opening pages and revision notes)",
      "recorded traffic of PT60, PT60-L, RG-WF1, VT200L",
    ],
    models: """
      iStartek | PT60 | eight digits of status; two voltages; no tail
      iStartek | PT60-L | four digits of status; supply 0.00 to 0.03 V on battery; two servers
      iStartek | VT100 | four voltages, pro-code and tail; input 2 is the ignition
      iStartek | VT110 | as VT100
      iStartek | VT120-L | as VT100
      iStartek | VT200 | as VT100
      iStartek | VT200L | as VT100
      iStartek | VT300-L | as VT100
      iStartek | VT800-L | as VT100
      iStartek | RG-WF1 | four digits of status; four voltages; pro-code 1
      """,
    notes: """
      There is no login: the first position identifies the unit. Whether a unit sends 000 (no
      confirmation wanted) or 010 (confirmation wanted) is a setting of the unit; 010 and 020 are
      confirmed with the same packet character once they are durable.

      A stored record looks like a live one. It may come twice with another packet character, so
      a copy is told by its time and event.

      Set up by SMS (password 0000 unless changed): `0000,100,1,<host>,8888` for the server,
      `0000,109,<apn>` for the access point, `0000,102,<seconds>` for the interval.
      """,
    examples: examples)
}
