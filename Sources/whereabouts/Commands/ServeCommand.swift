import Configuration
import EventLoop
import Fleet
import FoundationEssentials
import Gateway
import Telemetry

/// Runs the server.
enum ServeCommand: Subcommand {
  static let name = "serve"
  static let summary = "run the server"
  static let help = """
    whereabouts serve [settings]

    Runs the server until it is told to stop (Ctrl-C or SIGTERM). Trackers of every protocol come
    to one port, 8888, TCP and UDP; the web page and the API are on port 8080 of this machine.

      --data-folder FOLDER    where everything is stored (./data)
      --gateway-port 8888     the port for trackers
      --web-port 8080         the port of the page
      --web-address 0.0.0.0   serve the page to other machines too
      --config FILE           read settings from a file

    'whereabouts config' lists all settings with their values.
    """

  static func run(_ words: [String]) throws -> Int32 {
    let configuration = try ConfigCommand.configuration(words)
    let server = try Server(configuration)
    try server.start()
    announce(server)
    try waitForSignal(server)
    Log.write("stopping: no new messages, answering what was read")
    server.stop()
    Log.write("stopped")
    return 0
  }

  private static func announce(_ server: Server) {
    let folder = URL(filePath: server.data.path).standardizedFileURL.path
    let ports = Set(server.gateway.addresses.map(\.port)).sorted().map(String.init)
    Terminal.write("whereabouts \(Version.text)")
    Terminal.write("data: \(folder)")
    Terminal.write("trackers: port \(ports.joined(separator: ", ")), TCP and UDP")
    Terminal.write("web: \(server.web.address)/")
    announceSetup(server)
  }

  /// Prints the link for the first administrator, while there is none.
  private static func announceSetup(_ server: Server) {
    guard let code = server.fleet.makeSetupCode() else { return }
    Terminal.write("first start: \(server.web.address)/#setup=\(code)")
    Terminal.write("  (open it within 30 minutes to make the administrator's account)")
  }

  private static func waitForSignal(_ server: Server) throws {
    let loop = try Loop()
    var handles: [Handle] = []
    for signal in [ProcessSignal.terminate, .interrupt] {
      handles.append(try SignalWatcher(signal, on: loop) { loop.stop() })
    }
    // A service manager that sends SIGHUP means "read your settings"; they are read at the start.
    handles.append(
      try SignalWatcher(.hangUp, on: loop) {
        Log.write("settings are read at the start only; restart to change them")
      })
    var seconds = 0
    let timer = try LoopTimer(on: loop) {
      seconds += 1
      server.everySecond(now: .now)
      // A minute after the start for the first time, when the history has caught up.
      if seconds % 3_600 == 60 { server.everyHour(now: .now) }
      // A code ends after half an hour or five wrong tries; a new one once a minute at most.
      if seconds % 60 == 0, !server.fleet.hasUsers, !server.fleet.isWaitingForSetup {
        announceSetup(server)
      }
    }
    timer.start(milliseconds: 1_000, every: 1_000)
    loop.run()
    timer.close()
    for handle in handles { handle.close() }
    loop.close()
  }
}
