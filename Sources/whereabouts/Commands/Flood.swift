import EventLoop
import FoundationEssentials
import Simulator
import Telemetry

/// What a load test is to do.
struct FloodPlan {
  let address: Address
  let protocolName: String
  let connections: Int
  let devices: Int
  let rate: Int
  let messages: Int
  let window: Int
  let first: Timestamp
  /// Seconds between the positions of a device.
  let interval: Int
  let hold: Int
  /// Seconds at the start whose latencies do not count.
  let settle: Int
  let silence: Int
}

/// A load test on one loop.
final class Flood {
  /// A message that is on its way: which device, and its number there.
  struct Sent {
    let device: Int
    let number: Int
    let at: UInt64
  }

  private let plan: FloodPlan
  private let loop: Loop
  private var devices: [FloodDevice] = []
  private var counts: [Int]
  private var lanes: [FloodLane] = []
  private var timer: LoopTimer?
  private var sent = 0
  private var answered: [Sent] = []
  private var latencies: [UInt32] = []
  private var started: UInt64 = 0
  private var lastAnswer: UInt64 = 0
  private var ended: UInt64 = 0
  private var turn = 0

  init(_ plan: FloodPlan) throws {
    self.plan = plan
    loop = try Loop()
    counts = [Int](repeating: 0, count: plan.devices)
    devices = (0..<plan.devices).compactMap { FloodDevice(plan.protocolName, number: $0) }
    guard devices.count == plan.devices else {
      throw UsageProblem("no load can be made of the worked examples of '\(plan.protocolName)'")
    }
    answered.reserveCapacity(min(plan.messages, 10_000_000))
  }

  func run() {
    _ = Loop.raiseOpenFileLimit()
    started = Loop.nanoseconds
    for index in 0..<plan.connections {
      let own = stride(from: index, to: plan.devices, by: plan.connections).map { $0 }
      let lane = FloodLane(plan.protocolName, own) { [weak self] in self?.answer($0) }
      lane.open(plan.address, loop, login: devices[index].login)
      lanes.append(lane)
    }
    lastAnswer = loop.now
    timer = try? LoopTimer(on: loop) { [weak self] in self?.tick() }
    timer?.start(milliseconds: 1, every: 1)
    loop.run()
    loop.close()
  }

  private func tick() {
    let elapsed = Double(Loop.nanoseconds - started) / 1e9
    let due =
      plan.rate == 0 ? plan.messages : min(plan.messages, Int(elapsed * Double(plan.rate)))
    var misses = 0
    while sent < due, misses < lanes.count {
      let lane = lanes[turn % lanes.count]
      turn += 1
      if send(lane) { misses = 0 } else { misses += 1 }
    }
    for lane in lanes { lane.flush() }
    let isDone = answered.count == plan.messages
    let isDead = lanes.allSatisfy(\.isBroken)
    let silence = loop.now - lastAnswer
    let isOver = isDone && lanes.allSatisfy { $0.isOpen || $0.isBroken }
    if isOver, silence >= UInt64(plan.hold) * 1_000 || isDead {
      finish()
    } else if isDead || silence > UInt64(max(plan.silence, plan.hold)) * 1_000 {
      finish()
    }
  }

  private func send(_ lane: FloodLane) -> Bool {
    guard lane.isOpen, lane.waiting.count - lane.head < plan.window else { return false }
    let device = lane.nextDevice()
    let number = counts[device]
    counts[device] += 1
    sent += 1
    lane.write(
      devices[device].position(at: time(number)),
      Sent(device: device, number: number, at: Loop.nanoseconds))
    return true
  }

  private func time(_ number: Int) -> Timestamp {
    plan.first.advanced(byMilliseconds: Int64(number * plan.interval) * 1_000)
  }

  private func answer(_ message: Sent) {
    answered.append(message)
    let now = Loop.nanoseconds
    if message.at - started >= UInt64(plan.settle) * 1_000_000_000 {
      latencies.append(UInt32(clamping: (now - message.at) / 1_000))
    }
    lastAnswer = loop.now
    ended = now
  }

  private func finish() {
    timer?.close()
    for lane in lanes { lane.close() }
    loop.stop()
  }

  /// Whether no connection was ever open.
  var isInVain: Bool { sent == 0 && lanes.allSatisfy(\.isBroken) }

  /// One line on what happened.
  var summary: String {
    let seconds = max(Double(ended) - Double(started), 1) / 1e9
    let sorted = latencies.sorted()
    let marks = [0.5, 0.99, 0.999].map { share -> String in
      guard !sorted.isEmpty else { return "-" }
      let index = min(Int(Double(sorted.count) * share), sorted.count - 1)
      return String(Double(sorted[index]) / 1_000)
    }
    let broken = lanes.count(where: \.isBroken)
    return "flood: \(sent) sent, \(answered.count) answered in \(Int(seconds * 1_000)) ms, "
      + "\(Int(Double(answered.count) / seconds)) a second; latency in ms p50 \(marks[0]), "
      + "p99 \(marks[1]), p99.9 \(marks[2]); \(broken) of \(lanes.count) connections broke"
      + (lanes.lazy.compactMap(\.problem).first.map { ", the first: \($0)" } ?? "")
  }

  /// Writes what was answered, a line each.
  func writeAnswered(to path: String) throws {
    var text: [UInt8] = []
    for message in answered {
      text.append(contentsOf: devices[message.device].identifier.utf8)
      text.append(32)
      text.append(contentsOf: String(time(message.number).milliseconds).utf8)
      text.append(10)
    }
    try Data(text).write(to: URL(filePath: path))
  }
}
