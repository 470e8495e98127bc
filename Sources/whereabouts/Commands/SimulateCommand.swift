import EventLoop
import FoundationEssentials
import Models
import Simulator
import Telemetry
import TrackerProtocols

/// Plays devices that behave as real ones do.
enum SimulateCommand: Subcommand {
  static let name = "simulate"
  static let summary = "play devices: drives, alarms, outages, answers to commands"
  static let help = """
    whereabouts simulate --protocol NAME|--model NAME [options]

    Plays devices that log in, drive through a town and stop, send heartbeats, alarms and reports
    with cells only, keep records while they have no link and send them later, send again what was
    not answered, and answer commands. Ctrl-C ends it.

      --protocol NAMES   protocols with commas between, or 'all'
      --model NAME       the protocols that a model may speak, and its alarms only
      --devices N        how many (1)
      --interval S       seconds from one record to the next (10)
      --udp              datagrams instead of connections
      --to HOST:PORT     where to (127.0.0.1:8888)
      --offline S        every device is so many seconds without link now and then, and sends
                         afterwards what it stored meanwhile
      --upload ORDER     stored records newest, oldest or shuffled (newest)
      --loss P           percent of messages that are lost on the way
      --dual HOST:PORT   a second server that gets the same
      --path FILE        a GPX file to follow
      --seed N           other numbers make other drives and identifiers (1)
      --duration S       ends after so many seconds
      --speedup N        the devices' clocks run so many times faster; they begin in the past, so
                         that they show the present time at the end of --duration
      --list             says which worked frame plays which part, and ends
      --quiet            no line every ten seconds

    Example: whereabouts simulate --protocol gt06 --devices 5 --interval 5 --offline 120
    """

  static func run(_ words: [String]) throws -> Int32 {
    let words = try Words(
      words,
      withValue: [
        "protocol", "model", "devices", "interval", "to", "offline", "upload", "loss", "path",
        "seed", "duration", "speedup", "dual",
      ], alone: ["udp", "list", "quiet"])
    let scripts = try scripts(words)
    if words.has("list") {
      for script in scripts {
        Terminal.write("\(script.type.about.name)")
        for line in script.summary { Terminal.write("  \(line)") }
      }
      return 0
    }
    var addresses = [try Destination.address(words["to"] ?? "127.0.0.1:8888", flag: "to")]
    if let second = words["dual"] {
      addresses.append(try Destination.address(second, flag: "dual"))
    }
    let duration = try number(words, "duration", 0...31_536_000) ?? 0
    let speedup = try number(words, "speedup", 1...86_400) ?? 1
    guard speedup == 1 || duration > 0 else {
      throw UsageProblem("--speedup needs --duration, so that the devices know when to begin")
    }
    var plan = try plan(words)
    // Answers come as late as ever, however fast the devices' clocks run.
    plan.patience *= speedup
    if let problem = problem(plan, scripts) { throw UsageProblem(problem) }
    let simulation = try Simulation(
      SimulatedFleet.devices(
        try number(words, "devices", 1...10_000) ?? 1, scripts, plan,
        seed: UInt64(try number(words, "seed", 0...Int.max) ?? 1),
        start: Simulation.start(duration: duration, speedup: speedup)),
      to: addresses, duration: duration, speedup: speedup, isQuiet: words.has("quiet"))
    try simulation.run()
    Terminal.write(simulation.summary)
    return simulation.isInVain ? 1 : 0
  }

  private static func model(_ text: String) throws -> TrackerModel {
    guard let model = ModelCatalogue.model(entered: text) else {
      throw UsageProblem(
        "no model is called '\(text)'; 'whereabouts models' lists them, or say --protocol")
    }
    return model
  }

  private static func scripts(_ words: Words) throws -> [ProtocolScript] {
    let names: [String]
    switch (words["protocol"], words["model"]) {
    case ("all", nil): names = SimulatedFleet.protocols
    case (let list?, nil): names = list.split(separator: ",").map(String.init)
    case (nil, let model?):
      names = try Self.model(model).protocols.map(\.value)
    case (nil, nil): throw UsageProblem("say --protocol NAME or --model NAME")
    case (_?, _?): throw UsageProblem("say either --protocol or --model, not both")
    }
    do throws(ProtocolScript.Problem) {
      return try SimulatedFleet.scripts(names, words.has("udp") ? .udp : .tcp)
    } catch {
      throw UsageProblem(error.description)
    }
  }

  private static func plan(_ words: Words) throws -> DevicePlan {
    var plan = DevicePlan()
    plan.interval = try number(words, "interval", 1...86_400) ?? plan.interval
    plan.heartbeat = max(plan.heartbeat, plan.interval * 3)
    plan.offline = try number(words, "offline", 0...31_536_000) ?? plan.offline
    plan.loss = try number(words, "loss", 0...90) ?? plan.loss
    if let name = words["model"] { plan.alarms = try model(name).alarms.map(\.value.rawValue) }
    plan.isDual = words["dual"] != nil
    switch words["upload"] ?? "newest" {
    case "newest": plan.uploadOrder = .newestFirst
    case "oldest": plan.uploadOrder = .oldestFirst
    case "shuffled": plan.uploadOrder = .shuffled
    case let other: throw UsageProblem("--upload is newest, oldest or shuffled, not '\(other)'")
    }
    if let file = words["path"] { plan.path = try path(file) }
    return plan
  }

  private static func path(_ file: String) throws -> [PathPoint] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw UsageProblem("'\(file)' cannot be read")
    }
    let points: [PathPoint]
    do {
      points = try GPXPath.read(Array(data))
    } catch {
      throw UsageProblem("'\(file)' is no GPX file: \(error)")
    }
    guard points.count > 1 else {
      throw UsageProblem("'\(file)' has no path of two points or more")
    }
    return points
  }

  /// Why a path cannot be followed.
  private static func problem(_ plan: DevicePlan, _ scripts: [ProtocolScript]) -> String? {
    guard plan.path.contains(where: { $0.latitude < 0 || $0.longitude < 0 }),
      let fixed = scripts.first(where: { !$0.goesAnywhere })
    else { return nil }
    return "the worked frame of \(fixed.type.about.name) has no place for south or west, where "
      + "the path goes"
  }

  private static func number(_ words: Words, _ name: String, _ range: ClosedRange<Int>) throws
    -> Int?
  {
    guard let text = words[name] else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw UsageProblem(
        "--\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound), "
          + "not '\(text)'"
      )
    }
    return value
  }
}
