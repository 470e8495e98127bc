import Foundation
import Models
import Simulator
import Telemetry
import TestKit
import Testing

/// The first five models from the first call to the answer of a command, over both transports.
@Suite(.serialized) struct WalkThroughTests {
  /// A model with the protocol in which it can raise all alarms that it has by its data.
  struct Model: Sendable {
    let id: String
    let protocolName: String
    /// A command with its parameters, and what the device's answer has in its record.
    let command: String
    let answer: (key: String, value: String)

    /// By the server's names.
    var alarms: [String] {
      ModelCatalogue.model(id: id)?.alarms.map(\.value.rawValue) ?? []
    }
  }

  static let models = [
    Model(
      id: "istartek-pt60", protocolName: "startek",
      command: #""type": "positionSingle", "attributes": {}"#, answer: ("result", "OK")),
    Model(
      id: "istartek-pt32", protocolName: "gt06",
      command: #""type": "custom", "attributes": {"data": "PARAM#"}"#,
      answer: ("result", "Cut off the fuel supply: Success!")),
    Model(
      id: "istartek-vt600", protocolName: "meiligao",
      command: #""type": "engineStop", "attributes": {}"#, answer: ("result", "done")),
    Model(
      id: "bofan-pt-60", protocolName: "pt502",
      command: #""type": "positionSingle", "attributes": {}"#, answer: ("type", "OPC")),
    Model(
      id: "tk-star-tk970", protocolName: "jt808",
      command: #""type": "positionPeriodic", "attributes": {"frequency": 60}"#,
      answer: ("result", "SET OK,60!")),
  ]

  struct Walk: CustomTestStringConvertible, Sendable {
    let model: Model
    let transport: Transport
    var testDescription: String { "\(model.id) over \(transport.name)" }
  }

  static let walks = models.flatMap { model in
    Transport.allCases.map { Walk(model: model, transport: $0) }
  }

  @Test(arguments: walks)
  func fromFirstContactToCommand(_ walk: Walk) async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"), ["--fleet-adopt", "no"])
    let (began, interval) = (Self.wholeMinute(hoursAgo: 9), 180)
    let script = try #require(
      try SimulatedFleet.scripts([walk.model.protocolName], walk.transport).first)
    let model = try #require(ModelCatalogue.model(id: walk.model.id))
    #expect(model.protocols.contains { $0.value == walk.model.protocolName })
    #expect(!model.alarms.isEmpty && Set(walk.model.alarms).isSubset(of: script.alarmNames))

    // Two devices on the same way; one of them has no link for six hours.
    var plan = Self.plan(walk.model, interval: interval)
    let steady = LinkedDevice(
      SimulatedDevice(script, plan, number: 0, seed: 1, start: began), walk.transport,
      port: server.trackerPort, start: began)
    plan.offline = 6 * 3_600
    plan.offlineAfter = 3_600
    plan.uploadOrder = .shuffled
    let tried = LinkedDevice(
      SimulatedDevice(script, plan, number: interval, seed: 1, start: began), walk.transport,
      port: server.trackerPort, start: began)

    // First contact, arrival, adoption, live positions.
    var numbers: [Int64] = []
    for linked in [steady, tried] {
      try linked.run(to: began.advanced(byMilliseconds: 20 * 60_000))
      let identity = try await Self.arrival(linked.device.identifier, server)
      let answer = try await server.ask("POST", "/api/arrivals/\(identity)/adopt", json: "{}")
      #expect(answer.status == 200)
      let number = try JSONDecoder().decode(Entity.self, from: answer.body).id
      numbers.append(number)
      try linked.run(to: began.advanced(byMilliseconds: 50 * 60_000))
      let newest = try #require(linked.device.truth.last)
      try await Self.until("the live position") {
        let live: [Place] = try await server.json("/api/positions?deviceId=\(number)")
        return live.last.map { $0.isAt(newest) } ?? false
      }
    }

    // Six hours offline and an upload in random order: the same history as without.
    let end = began.advanced(byMilliseconds: 8 * 3_600_000)
    for linked in [steady, tried] {
      try linked.run(to: end)
      try linked.drain()
    }
    let truth = steady.device.truth
    #expect(truth == tried.device.truth && truth.count >= 155)
    let expected = truth.filter(\.hasPlace).count
    var histories: [[Place]] = []
    for number in numbers {
      var history: [Place] = []
      try await Self.until("the history") {
        history = try await Self.history(of: number, began, end, server)
        return history.count { !$0.outdated } >= expected
      }
      histories.append(history.filter { !$0.outdated || $0.attributes.alarm != nil })
    }
    #expect(histories[0] == histories[1])
    #expect(histories[0].count { !$0.outdated } == expected)
    for (place, record) in zip(histories[0].filter { !$0.outdated }, truth.filter(\.hasPlace)) {
      #expect(place.isAt(record), "\(place) is not \(record)")
    }
    let raised = Set(
      histories[1].flatMap { ($0.attributes.alarm ?? "").split(separator: ",").map(String.init) })
    // Some alarms come with others in one message.
    #expect(raised.isSuperset(of: walk.model.alarms))

    try await Self.command(walk.model, tried, numbers[1], server)
    #expect(server.stop().status == 0)
  }

  /// A command reaches the device, and its answer the history.
  private static func command(
    _ model: Model, _ linked: LinkedDevice, _ number: Int64, _ server: TestServer
  ) async throws {
    let sent = try await server.ask(
      "POST", "/api/commands/send", json: "{\"deviceId\": \(number), \(model.command)}")
    #expect(sent.status == 200, "\(String(decoding: sent.body, as: UTF8.self))")
    #expect(linked.hearCommand())
    let from = linked.now.advanced(byMilliseconds: -24 * 3_600_000)
    try await until("the answer to the command") {
      let to = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000) + 3_600_000)
      let history = try await history(of: number, from, to, server)
      return history.contains { $0.attributes.text(model.answer.key) == model.answer.value }
    }
    let types = try await server.ask("GET", "/api/commands/types?deviceId=\(number)")
    #expect(String(decoding: types.body, as: UTF8.self).contains("\"custom\""))
  }

  // MARK: Helpers

  private struct Entity: Decodable { let id: Int64 }

  private struct Arrival: Decodable {
    let id: Int64
    let identifier: String
  }

  /// A position as the API shows it.
  private struct Place: Decodable, Equatable {
    struct Attributes: Decodable, Equatable {
      let alarm: String?
      let result: String?
      let type: String?

      init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Keys.self)
        alarm = try values.decodeIfPresent(String.self, forKey: .alarm)
        result = try values.decodeIfPresent(String.self, forKey: .result)
        // A number in some protocols, which no test here looks at.
        type = try? values.decodeIfPresent(String.self, forKey: .type)
      }

      enum Keys: CodingKey { case alarm, result, type }

      func text(_ key: String) -> String? { key == "result" ? result : type }
    }
    let fixTime: String
    let latitude: Double
    let longitude: Double
    let speed: Double
    let course: Double
    let outdated: Bool
    let attributes: Attributes

    func isAt(_ record: SimulatedRecord) -> Bool {
      Timestamp(iso8601: fixTime) == record.time && abs(latitude - record.latitude) < 3e-5
        && abs(longitude - record.longitude) < 3e-5
    }
  }

  private static func plan(_ model: Model, interval: Int) -> DevicePlan {
    var plan = DevicePlan()
    plan.interval = interval
    plan.heartbeat = 600
    plan.alarmEvery = 3
    plan.alarms = model.alarms
    plan.surroundingsEvery = 25
    // Patience is measured by a clock that runs much faster than the server's.
    plan.patience = 86_400
    plan.path = [
      PathPoint(latitude: 50.10, longitude: 8.60), PathPoint(latitude: 50.40, longitude: 8.80),
      PathPoint(latitude: 50.35, longitude: 9.40), PathPoint(latitude: 51.20, longitude: 9.50),
    ]
    return plan
  }

  private static func wholeMinute(hoursAgo: Int64) -> Timestamp {
    let minutes = Int64(Date().timeIntervalSince1970) / 60 - hoursAgo * 60
    return Timestamp(seconds: minutes * 60)
  }

  private static func arrival(_ identifier: String, _ server: TestServer) async throws -> Int64 {
    var found: Int64?
    try await until("the arrival") {
      let arrivals: [Arrival] = try await server.json("/api/arrivals")
      found = arrivals.first { $0.identifier == identifier }?.id
      return found != nil
    }
    return try #require(found)
  }

  private static func history(
    of number: Int64, _ from: Timestamp, _ to: Timestamp, _ server: TestServer
  ) async throws -> [Place] {
    try await server.json(
      "/api/positions?deviceId=\(number)&from=\(from.iso8601.replacing("+", with: "%2B"))"
        + "&to=\(to.iso8601.replacing("+", with: "%2B"))")
  }

  /// Asks again until it is so; half a minute at most.
  private static func until(
    _ what: String, _ isSo: () async throws -> Bool
  ) async throws {
    for _ in 0..<600 {
      if try await isSo() { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw TestServerFailure("\(what) did not come")
  }
}
