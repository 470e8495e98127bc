import API
import Fleet
import Foundation
import Ledger
import Telemetry
import TestKit
import Testing
import Timeline
import WebServer

/// Two people ask anything, with numbers of their own and of each other's things; neither may ever
/// read a word of the other's, nor change a thing.
///
/// `WHEREABOUTS_WALK=1000000` sets how many requests are made; `make test` makes some thousand.
@Suite struct RandomWalkTests {
  private static let steps =
    ProcessInfo.processInfo.environment["WHEREABOUTS_WALK"].flatMap { Int($0) } ?? 3_000
  /// Routes that take long and tell everybody the same.
  private static let dull: Set<String> = ["/api/openapi.json", "/api/models", "/api/setup"]

  @Test(arguments: [1, 2]) func neitherLearnsOfTheOther(seed: UInt64) throws {
    var walk = try Walk(seed: seed)
    // First one alone: whatever that one does, the other's things stay as they are.
    let before = try walk.belongings(of: 1)
    for _ in 0..<Self.steps / 4 { try walk.step(by: 0) }
    #expect(try walk.belongings(of: 1) == before)
    for step in 0..<Self.steps / 4 { try walk.step(by: step % 2) }
    // Without doors that open, nothing would have been tried.
    #expect(walk.opened > Self.steps / 20)
  }

  private struct Walk {
    let fixture: APIFixture
    let people: [User]
    var generator: SeededGenerator
    var clients: [WebClient] = []
    var cookies: [[String: String]] = []
    var made = 0
    /// How many requests got what they asked for.
    var opened = 0
    /// Numbers of things, of whatever kind and whosever.
    var numbers: [Int64] = [0, 1, 999_999]
    let routes: [Route]

    init(seed: UInt64) throws {
      let ledger = try MemoryLedger()
      let fixture = try APIFixture { services, _ in services.attach(ledger) }
      self.fixture = fixture
      generator = SeededGenerator(seed)
      try fixture.user("chief") { $0.administrator = true }
      people = try ["secret-a", "secret-b"].enumerated().map { index, name in
        try fixture.user(name) { $0.userLimit = index == 0 ? -1 : 0 }
      }
      routes = API.routes.filter { !RandomWalkTests.dull.contains($0.path) }
      for person in people {
        try furnish(person)
        clients.append(try fixture.client)
        cookies.append(try fixture.cookie(of: person))
      }
    }

    /// Gives somebody two of everything.
    private mutating func furnish(_ person: User) throws {
      for index in 0..<2 {
        let device = try fixture.device("\(person.name)-\(index)", for: person)
        let updates = try fixture.report(device.identity, latitude: 51)
        numbers += [device.id, device.identity.rawValue] + updates.map(\.position.id)
        for form in ObjectForm.all {
          var object = StoredObject(form.kind)
          for field in form.fields where field.isRequired {
            object.values[field.name] = .text(field.choices.first ?? "\(person.name)-\(index)")
          }
          if form.kind == .geofence { object.values["area"] = .text("CIRCLE (10 20, 300)") }
          if form.kind == .calendar {
            let data = Data("BEGIN:VCALENDAR\nX:\(person.name)\nEND:VCALENDAR".utf8)
            object.values["data"] = .text(data.base64EncodedString())
          }
          numbers.append(try fixture.fleet.createObject(object, by: .user(person.id)).id)
        }
      }
      let end = fixture.clock.now.advanced(byMilliseconds: 600_000)
      numbers.append(try fixture.fleet.createToken(for: person.id, expiresAt: end).token.id)
      numbers.append(person.id)
    }

    mutating func step(by index: Int) throws {
      guard let route = routes.randomElement(using: &generator) else { return }
      made += 1
      let target = path(route) + query()
      let isForm = Bool.random(using: &generator)
      var headers = cookies[index]
      if isForm { headers["Content-Type"] = "application/x-www-form-urlencoded" }
      let body = route.method.isSafe ? nil : isForm ? String(query().dropFirst()) : json(index)
      let answer = try clients[index].request(
        route.method.rawValue, target, headers: headers, body: body)
      let secret = people[1 - index].name
      #expect(
        !answer.text.lowercased().contains(secret),
        "\(route.method.rawValue) \(target) \(body ?? ""): \(answer.text.prefix(300))")
      #expect(answer.status < 500 || answer.status == 501 || answer.status == 503, "\(target)")
      if answer.status < 300 { opened += 1 }
      if answer.status == 401 || made % 50 == 0 {
        cookies[index] = try fixture.cookie(of: people[index])
      }
      remember(answer)
    }

    /// Whatever has been made can be asked for by everybody.
    private mutating func remember(_ answer: WebAnswer) {
      guard answer.text.hasPrefix("{\"id\":"), numbers.count < 200 else { return }
      if let id = Int64(answer.text.dropFirst(6).prefix { $0.isNumber }) { numbers.append(id) }
    }

    private mutating func number() -> Int64 { numbers.randomElement(using: &generator) ?? 0 }

    private mutating func path(_ route: Route) -> String {
      var parts: [String] = []
      for part in route.path.split(separator: "/", omittingEmptySubsequences: false) {
        parts.append(part.hasPrefix("{") ? String(number()) : String(part))
      }
      return parts.joined(separator: "/")
    }

    private static let names = [
      "deviceId", "groupId", "userId", "geofenceId", "calendarId", "commandId", "driverId",
      "linkedDeviceId", "managedUserId", "attributeId", "maintenanceId", "notificationId", "id",
    ]

    private mutating func query() -> String {
      var items: [String] = []
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        items.append("\(Self.names.randomElement(using: &generator) ?? "id")=\(number())")
      }
      if Bool.random(using: &generator) {
        items.append("from=2020-01-01T00:00:00Z&to=2040-01-01T00:00:00Z")
      }
      return "?" + items.joined(separator: "&")
    }

    private mutating func json(_ index: Int) -> String {
      let name = "\(people[index].name)-\(made)"
      var members: [String] = []
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        members.append("\"\(Self.names.randomElement(using: &generator) ?? "id")\":\(number())")
      }
      if Bool.random(using: &generator) {
        members += [
          "\"name\":\"\(name)\"", "\"uniqueId\":\"\(name)\"", "\"description\":\"\(name)\"",
          "\"type\":\"alarm\"", "\"attributes\":{\"a\":\"\(name)\"}",
        ]
      }
      let object = "{" + members.joined(separator: ",") + "}"
      return Int.random(in: 0..<8, using: &generator) == 0 ? "[\(object)]" : object
    }

    /// All that is somebody's, as text.
    func belongings(of index: Int) throws -> [String] {
      let requester = Requester.user(people[index].id)
      let objects = ObjectForm.all.flatMap { fixture.fleet.objects($0.kind, for: requester) }
      let histories = try fixture.fleet.devices(for: requester).map { device in
        try fixture.timeline.lastKnown(of: device.identity)?.id ?? 0
      }
      return fixture.fleet.devices(for: requester).map { "\($0)" } + objects.map { "\($0)" }
        + fixture.fleet.links(for: requester).map { "\($0)" }.sorted()
        + fixture.fleet.tokens(of: people[index].id).map { "\($0)" } + ["\(histories)"]
        + ["\(try fixture.fleet.user(people[index].id, for: .machine))"]
    }
  }
}
