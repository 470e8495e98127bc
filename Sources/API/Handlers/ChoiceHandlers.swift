import Fleet
import FoundationEssentials
import Telemetry
import WebServer

extension API {
  /// Where systems list the time zones: a line each, with the name in the third column. One has a
  /// zone for every country, the other one those that differ.
  private static let zoneFiles = [
    "/usr/share/zoneinfo/zone.tab", "/usr/share/zoneinfo/zone1970.tab",
  ]

  /// The names of time zones that this machine knows, by the alphabet.
  func listTimeZones() -> HTTPResponse {
    var names: Set<String> = ["UTC"]
    for file in Self.zoneFiles {
      guard let data = FileManager.default.contents(atPath: file) else { continue }
      for line in String(decoding: data, as: UTF8.self).split(separator: "\n")
      where !line.hasPrefix("#") {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        if columns.count > 2 { names.insert(String(columns[2])) }
      }
    }
    return .json { $0.array(names.sorted()) { $0.value(.text($1)) } }
  }

  /// What somebody can be told of.
  static let notificationTypes: HTTPResponse = .json { json in
    json.array(ObjectForm.eventTypes) { json, type in
      json.object { $0.member("type", .text(type)) }
    }
  }

  /// By what somebody can be told: nothing yet.
  static let notificators: HTTPResponse = .json { json in
    json.array([String]()) { json, type in
      json.object { $0.member("type", .text(type)) }
    }
  }

  /// Nothing is sent to anybody yet.
  static let nothingIsSent = Problem(
    501, "Notifications are stored, but this server does not send any yet.")

  /// No mail is sent yet, so a forgotten password cannot be replaced by one.
  static let noMailIsSent = Problem(
    501,
    "This server sends no mail yet. An administrator can set a new password, and so can "
      + "'whereabouts user password' on the server itself.")
}

extension API {
  /// Expressions are stored and not computed.
  static let nothingIsComputed = Problem(
    501, "Computed attributes are stored, but this server does not compute them yet.")

  /// No service that knows addresses is asked.
  static let noAddresses = Problem(501, "This server does not look up addresses yet.")

  /// What existing servers let administrators do to the process by the API.
  static let notByRequest = Problem(
    501,
    "This server is not run by requests: restart it with its service manager, see GET /metrics "
      + "for what it holds, and name the page's own files with the setting web.files.")
}

/// Routes for what people choose from, and for what the server does not do yet.
let choiceRoutes: [Route] =
  [
    Route(.get, "/api/server/timezones", .user, .slow) { api, _ in api.listTimeZones() },
    Route(.get, "/api/notifications/types", .user, .quick) { _, _ in API.notificationTypes },
    Route(.get, "/api/notifications/notificators", .user, .quick) { _, _ in API.notificators },
  ]
  + ["/api/notifications/test", "/api/notifications/test/{notificator}"].map { path in
    Route(.post, path, .user, .quick) { _, _ throws(Problem) in throw API.nothingIsSent }
  } + [
    Route(.post, "/api/notifications/send/{notificator}", .administrator, .quick) {
      _, _ throws(Problem) in throw API.nothingIsSent
    }
  ]
  + [
    Route(.post, "/api/attributes/computed/test", .user, .quick) { _, _ throws(Problem) in
      throw API.nothingIsComputed
    },
    Route(.get, "/api/server/geocode", .user, .quick) { _, _ throws(Problem) in
      throw API.noAddresses
    },
  ]
  + [
    (HTTPMethod.get, "/api/server/gc"), (.get, "/api/server/cache"),
    (.post, "/api/server/reboot"), (.post, "/api/server/file/{path}"),
  ].map { method, path in
    Route(method, path, .administrator, .quick) { _, _ throws(Problem) in throw API.notByRequest }
  }
  + ["/api/password/reset", "/api/password/update"].map { path in
    Route(.post, path, .open, .quick) { _, _ throws(Problem) in throw API.noMailIsSent }
  }
