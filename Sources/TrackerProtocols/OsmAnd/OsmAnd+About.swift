import Telemetry

extension OsmAnd {
  static let about = About(
    name: "osmand",
    title: "Apps: Traccar Client, OsmAnd, GPSLogger, and other web requests",
    transports: [.tcp],
    firstBytes: HTTPRequestLine.firstBytes,
    longestFrame: longestFrame,
    identifiesEveryMessage: true,
    commands: [],
    sources: ["fact sheet on the apps' requests", "recorded traffic"],
    models: """
      Traccar | Traccar Client 9 | JSON; speed in m/s
      Traccar | Traccar Client up to 8 | parameters of the address; speed in knots
      OsmAnd | OsmAnd, online tracking | parameters by a template of the user's
      GPSLogger | GPSLogger for Android | parameters by a template of the user's
      any | scripts, home automation | parameters of the address, or a form
      """,
    options: [
      .zone(
        "By which zone a time among the parameters goes that names none (`2026-01-02 03:04:05`).")
    ],
    notes: """
      In the app the server's address is `http://<host>:8888`, and the device's identifier is what
      the app shows. A web browser on this port is no tracker: a request counts only if it has
      `id` (or `deviceid`) and a position, a time, cells, or another value that trackers send, or
      JSON with `device_id` and `location`.

      An answer `200` means that the position is stored for good; an app keeps and repeats what was
      answered with `400`, which means that it could not be read. An identifier that nobody entered
      is answered with `200` as well: its positions are kept as those of an arrival.

      The speed among parameters is taken for knots; OsmAnd's own template sends m/s on some
      platforms. A parameter without a meaning of its own becomes an attribute of that name.

      A template for OsmAnd:
      `http://<host>:8888/?id=<id>&lat={0}&lon={1}&timestamp={2}&hdop={3}&altitude={4}&speed={5}`

      `Expect: 100-continue` is not answered; clients that ask for it go on after a moment. A body
      may come in chunks. Commands cannot be delivered by this protocol yet.
      """,
    examples: examples,
    simulation: """
      without: A time with escapes, keys of the user's own
      without: JSON in another order, where extras overwrite all but the alarm
      """)
}
