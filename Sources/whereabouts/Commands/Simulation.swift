import EventLoop
import Simulator
import Telemetry

/// Simulated devices on real sockets, all on one loop.
final class Simulation {
  /// How often devices are asked what they want, in milliseconds.
  private static let turn: UInt64 = 100

  private let loop: Loop
  private let duration: Int
  private let speedup: Int
  private let isQuiet: Bool
  private let began: Timestamp
  private let start: Timestamp
  private var players: [SimulatedPlayer] = []
  private var lastLine: UInt64 = 0

  /// When the devices' clocks begin.
  static func start(duration: Int, speedup: Int) -> Timestamp {
    Timestamp(milliseconds: Loop.wallClock).advanced(
      byMilliseconds: Int64(duration) * Int64(speedup - 1) * -1_000)
  }

  init(
    _ devices: [SimulatedDevice], to addresses: [Address], duration: Int, speedup: Int,
    isQuiet: Bool
  ) throws {
    loop = try Loop()
    self.duration = duration
    self.speedup = speedup
    self.isQuiet = isQuiet
    began = Timestamp(milliseconds: Loop.wallClock)
    start = Self.start(duration: duration, speedup: speedup)
    players = devices.map { device in
      SimulatedPlayer(device, addresses, loop) { [unowned self] in clock }
    }
  }

  /// The devices' time.
  private var clock: Timestamp {
    start.advanced(byMilliseconds: (Loop.wallClock - began.milliseconds) * Int64(speedup))
  }

  /// Runs until the time is over or the program is told to stop.
  func run() throws {
    _ = Loop.raiseOpenFileLimit()
    var watchers: [SignalWatcher] = []
    for signal in [ProcessSignal.terminate, .interrupt] {
      watchers.append(try SignalWatcher(signal, on: loop) { [unowned self] in loop.stop() })
    }
    let timer = try LoopTimer(on: loop) { [unowned self] in tick() }
    timer.start(milliseconds: 0, every: Self.turn)
    loop.run()
    timer.close()
    for watcher in watchers { watcher.close() }
    for player in players { player.close() }
    loop.close()
  }

  private func tick() {
    for player in players { player.step() }
    if !isQuiet, loop.now - lastLine >= 10_000 {
      lastLine = loop.now
      Terminal.note(summary)
    }
    if duration > 0, Loop.wallClock - began.milliseconds >= Int64(duration) * 1_000 { loop.stop() }
  }

  /// Whether nothing at all could be sent.
  var isInVain: Bool { players.allSatisfy { $0.device.sent == 0 } }

  /// One line on what happened.
  var summary: String {
    let devices = players.map(\.device)
    let connected = devices.count(where: \.isReady)
    let sent = devices.reduce(0) { $0 + $1.sent }
    let answered = devices.reduce(0) { $0 + $1.answered }
    let commands = devices.reduce(0) { $0 + $1.commands.count }
    let waiting = devices.reduce(0) { $0 + $1.waiting }
    var line =
      "simulate: \(connected) of \(devices.count) devices connected, \(sent) messages sent, "
    line += "\(answered) answered, \(waiting) records waiting, \(commands) commands received"
    if let problem = players.compactMap(\.problem).first { line += "; \(problem)" }
    return line
  }
}
