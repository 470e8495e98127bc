import Telemetry

extension Ruptela {
  static let about = About(
    name: "ruptela",
    title: "Ruptela FM-Pro, FM-Eco, FM-Tco, FM-Plug, HCV, LCV and Trace5",
    transports: [.tcp, .udp],
    firstBytes: Array(0...highestFirstByte),
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [
      .custom, .engineStop, .engineResume, .requestPhoto, .configuration, .getVersion,
      .firmwareUpdate, .setConnection, .setOdometer, .outputControl,
    ],
    sources: [
      "Ruptela protocol of FM devices: records, extended records, files",
      "recorded traffic of FM-Eco, FM-Tco and FM-Pro",
    ],
    models: """
      Ruptela | FM-Pro3, FM-Eco3, FM-Tco3 | records
      Ruptela | FM-Pro4, FM-Eco4, FM-Tco4, FM-Plug4 | records with wide numbers
      Ruptela | HCV5, LCV5, Trace5 | records with wide numbers; cameras
      """,
    options: [.password(usual: usualPassword)],
    notes: """
      Every packet has the IMEI; there is no login.

      A record may be spread over several parts, which make one position. A record without a fix
      has its time and its values only.

      Several elements tell the same (65 and 163 the odometer, 98 and 205 fuel, 94, 166 and 197
      the engine speed); the last one in the packet counts.

      A packet that is sound but cannot be read to its end is kept as it is and answered, because
      it would come again for ever.

      Commands: `custom` with `data` such as `setio 2,1` is sent as a text command; data that is
      nothing but pairs of hexadecimal digits is a whole packet. The commands to stop and resume the
      engine carry the unit's SMS password, which is `pass` when it is new.
      """,
    examples: examples)
}
