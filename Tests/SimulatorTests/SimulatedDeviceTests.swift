import Simulator
import Telemetry
import Testing
import TrackerProtocols

/// A simulated device sends what its protocol's own decoder reads as the truth, whatever becomes
/// of the link.
@Suite struct SimulatedDeviceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let transport: Transport
    var testDescription: String { "\(name) \(transport.name)" }
  }

  static let cases = SimulatedFleet.protocols.flatMap { name in
    Transport.allCases.filter { Catalogue.named(name)?.about.transports.contains($0) == true }
      .map { Case(name: name, transport: $0) }
  }

  static let start = Timestamp(milliseconds: 1_780_000_000_000)

  private static func script(_ subject: Case) throws -> ProtocolScript {
    try #require(try SimulatedFleet.scripts([subject.name], subject.transport).first)
  }

  @Test(arguments: cases)
  func nothingIsLostOrMadeUp(_ subject: Case) throws {
    let script = try Self.script(subject)
    var plan = DevicePlan()
    plan.alarmEvery = 4
    plan.surroundingsEvery = 11
    plan.offline = 900
    plan.uploadOrder = .shuffled
    plan.loss = 10
    plan.isDual = true
    var play = Play(
      SimulatedDevice(script, plan, number: 7, seed: 3, start: Self.start), script,
      start: Self.start)
    play.run(seconds: 2_500)
    let (device, server) = (play.device, play.server)
    #expect(server.refused == [])
    if subject.transport == .udp { #expect(server.skipped == 0) }
    #expect(server.identifiers == [device.identifier])
    #expect(device.truth.count > 240)
    let times = Set(device.truth.map(\.time))
    let got = Dictionary(grouping: server.positions) { $0.fixTime ?? $0.deviceTime }
    for time in got.keys.compactMap(\.self) {
      #expect(times.contains(time), "made up: \(time.iso8601)")
    }
    let waiting = device.waiting
    var missing = 0
    var lost: [String] = []
    for record in device.truth where record.isCertain {
      // Frames without a time of their own cannot be told apart.
      if script.hasTime(record) == false { continue }
      guard let copies = got[record.time] else {
        missing += 1
        lost.append("\(record)")
        continue
      }
      // A heartbeat may be of the same second.
      #expect(
        copies.contains { Self.isLike($0, record) },
        "\(record) is read as \(copies.map(ExampleText.lines))")
    }
    // What is on its way when the test ends is not lost.
    #expect(missing <= waiting, "\(lost)")
    #expect(device.sent > 200)
  }

  private static func isLike(_ copy: Position, _ record: SimulatedRecord) -> Bool {
    if case .alarm(let name) = record.kind {
      let alarms = copy[.alarm]?.description.split(separator: ",").map(String.init) ?? []
      guard alarms.contains(name) else { return false }
    }
    let isThere = copy.location.map { place in
      [abs(place.latitude - record.latitude), abs(place.longitude - record.longitude)].map {
        $0 < 3e-5
      }
    }
    // Where no place can be written, none is made up of half of it.
    guard record.hasPlace else {
      return isThere?.contains(true) != true || isThere == [true, true]
    }
    guard let place = copy.location, isThere == [true, true] else { return false }
    guard case .position = record.kind else { return true }
    return (place.speed == 0 || abs(place.speed - record.speed) < 1.1)
      && (place.course == 0 || abs(place.course - record.course) < 2.1)
  }

  @Test(arguments: cases)
  func everyAlarmIsSent(_ subject: Case) throws {
    let script = try Self.script(subject)
    let wanted = try Self.alarmsOfExamples(script.type.about)
    #expect(script.alarmNames.count >= min(3, wanted.count))
    #expect(Set(script.alarmNames).count == script.alarmNames.count)
    var plan = DevicePlan()
    plan.alarmEvery = 1
    plan.surroundingsEvery = 0
    var play = Play(
      SimulatedDevice(script, plan, number: 1, seed: 1, start: Self.start), script,
      start: Self.start)
    play.run(seconds: 10 * (script.alarmNames.count + 4))
    let raised = Set(
      play.server.positions.flatMap {
        $0[.alarm]?.description.split(separator: ",").map(String.init) ?? []
      })
    for name in script.alarmNames { #expect(raised.contains(name), "\(name) was not raised") }
    for (name, title) in wanted {
      #expect(raised.contains(name), "\(name) of '\(title)' is missing")
    }
  }

  /// Every alarm of a worked frame that needs no setting, and the title of one; without those that
  /// the protocol says a usual device does not send.
  private static func alarmsOfExamples(_ about: About) throws -> [String: String] {
    let excluded = about.simulation.split(separator: "\n").filter { $0.hasPrefix("without: ") }
      .map { $0.dropFirst("without: ".count) }
    var alarms: [String: String] = [:]
    for example in try WorkedExample.parse(about.examples)
    where example.settings == .none && example.command == nil && example.isSealed
      && !excluded.contains(example.title[...])
    {
      for line in example.expected {
        guard let range = line.firstRange(of: "alarm=\"") else { continue }
        for name in line[range.upperBound...].prefix(while: { $0 != "\"" }).split(separator: ",") {
          alarms[String(name)] = example.title
        }
      }
    }
    return alarms
  }

  @Test func theSameSeedDoesTheSame() throws {
    let script = try Self.script(Case(name: "gt06", transport: .tcp))
    func run(_ seed: UInt64) -> [SimulatedRecord] {
      var plan = DevicePlan()
      plan.loss = 5
      var play = Play(
        SimulatedDevice(script, plan, number: 1, seed: seed, start: Self.start), script,
        start: Self.start)
      play.run(seconds: 300)
      return play.device.truth
    }
    #expect(run(1) == run(1))
    #expect(run(1) != run(2))
  }

  @Test func aCommandIsAnswered() throws {
    let script = try Self.script(Case(name: "startek", transport: .tcp))
    var play = Play(
      SimulatedDevice(script, DevicePlan(), number: 1, seed: 1, start: Self.start), script,
      start: Self.start)
    play.run(seconds: 20)
    let command = Array("$$:20,\(play.device.identifier),800D2\r\n".utf8)
    play.perform(play.device.receive(command, over: 0, at: play.now))
    #expect(play.device.commands == [command])
    #expect(play.server.positions.contains { $0[.result] == .text("OK") })
  }

  @Test func identifiersHaveTheRightCheckDigit() throws {
    let script = try Self.script(Case(name: "startek", transport: .tcp))
    let identifiers = (0..<50).map { script.identifier(number: $0) }
    #expect(Set(identifiers).count == 50)
    for identifier in identifiers {
      var sum = 0
      for (index, digit) in identifier.utf8.reversed().map({ Int($0) - 48 }).enumerated() {
        let doubled = index % 2 == 1 ? digit * 2 : digit
        sum += doubled > 9 ? doubled - 9 : doubled
      }
      #expect(identifier.utf8.count == 15 && sum % 10 == 0)
    }
  }
}
