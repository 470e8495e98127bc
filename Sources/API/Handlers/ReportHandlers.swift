import Fleet
import Telemetry
import Timeline
import WebServer

/// Routes for reports: those that tell what is stored, and those that nobody computes yet.
let reportRoutes: [Route] =
  [
    Route(.get, "/api/reports/route", .user, .slow) { api, call throws(Problem) in
      try api.reportRoute(call)
    },
    Route(.get, "/api/reports/events", .user, .slow) { api, call throws(Problem) in
      try api.reportEvents(call)
    },
  ]
  + [
    "/api/reports/summary", "/api/reports/trips", "/api/reports/stops", "/api/reports/geofences",
    "/api/reports/combined", "/api/reports/{type}/{form}",
  ].map { path in
    Route(.get, path, .user, .quick) { _, _ throws(Problem) in throw API.noSuchReport }
  }

extension API {
  /// Trips, stops and the like are computed by nobody, and nothing makes spreadsheets or mails.
  static let noSuchReport = Problem(
    501,
    "This server does not make reports of this kind yet. GET /api/reports/route and "
      + "/api/reports/events are there as JSON, and /api/positions/csv makes a table.")
  /// What existing clients ask for when they want every event.
  private static let allEvents = "allEvents"

  /// The positions of devices between two moments; of several devices in one answer not as many as
  /// of one.
  func reportRoute(_ call: Call) throws(Problem) -> HTTPResponse {
    let devices = try reportedDevices(call)
    let (from, to) = try call.range()
    let questions = devices.map {
      HistoryQuestion(device: $0, from: from, to: to, area: nil, mostPoints: nil)
    }
    if questions.count == 1 { return try history(questions[0], JSONPositions()) }
    var found: [(position: StoredPosition, device: Int64)] = []
    for question in questions {
      let answer = try HistoryScan.answer(to: question, from: services.timeline)
      guard case .kept(let positions) = answer,
        found.count + positions.count <= HistoryScan.mostKept
      else {
        throw Problem(
          400,
          "There are more than \(HistoryScan.mostKept) positions of these devices in this time. "
            + "Ask for less time, or for one device at a time.")
      }
      found += positions.map { ($0, question.device.id) }
    }
    return .json { $0.array(found) { $0.position($1.position, device: $1.device) } }
  }

  /// What happened to devices between two moments, the oldest first.
  func reportEvents(_ call: Call) throws(Problem) -> HTTPResponse {
    let devices = try reportedDevices(call).map(\.id)
    let (from, to) = try call.range()
    let types = Set(call.request.query.all("type"))
    let alarms = Set(call.request.query.all("alarm"))
    var events: [Event]
    do throws(FleetError) {
      events = try fleet.events(of: devices, from: from, to: to, for: try Self.requester(call))
    } catch {
      throw Problem(error)
    }
    if !types.isEmpty, !types.contains(Self.allEvents) {
      events.removeAll { !types.contains($0.type) }
    }
    if !alarms.isEmpty {
      events.removeAll { $0.type == "alarm" && alarms.isDisjoint(with: $0.alarms) }
    }
    return .json { $0.array(events) { $0.event($1) } }
  }

  /// The devices of the parameters `deviceId` and `groupId`, each once.
  private func reportedDevices(_ call: Call) throws(Problem) -> [Device] {
    let user = try call.requireCaller().user
    guard user.administrator || !(user.disableReports || fleet.server.disableReports) else {
      throw Problem(403, "An administrator has switched reports off for you.")
    }
    let isSheet = call.request.headers["accept"]?.contains("spreadsheet") == true
    if isSheet || call.request.query["mail"] == "true" { throw Self.noSuchReport }
    var devices: [Device] = []
    for id in try call.integers("deviceId") { devices.append(try device(id, call)) }
    for id in try call.integers("groupId") {
      do throws(FleetError) {
        devices += try fleet.devices(inGroup: id, for: .user(user.id))
      } catch {
        throw Problem(error)
      }
    }
    var seen: Set<Int64> = []
    return devices.filter { seen.insert($0.id).inserted }
  }
}

extension Event {
  /// The alarms that it tells of.
  fileprivate var alarms: Set<String> {
    guard case .text(let text) = attributes["alarm"] else { return [] }
    return Set(text.split(separator: ",").map(String.init))
  }
}
