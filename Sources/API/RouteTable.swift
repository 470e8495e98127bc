import Fleet
import WebServer

/// Everything that can be asked, and who may ask it. Whoever adds a line here says with it who may
/// do what; tests go through all lines.
let routeTable: [Route] =
  mainRoutes + reportRoutes + choiceRoutes + objectRoutes

private let mainRoutes: [Route] = [
  Route(.get, "/api/server", .open, .quick) { api, call in api.readServer(call) },
  Route(.put, "/api/server", .administrator, .slow) { api, call throws(Problem) in
    try api.changeServer(call)
  },
  Route(.post, "/api/setup", .open, .password) { api, call throws(Problem) in
    try api.setUp(call)
  },

  Route(.get, "/api/session", .optional, .slow) { api, call throws(Problem) in
    try api.readSession(call)
  },
  Route(.post, "/api/session", .open, .password) { api, call throws(Problem) in
    try api.openSession(call)
  },
  Route(.delete, "/api/session", .optional, .slow) { api, call throws(Problem) in
    try api.closeSession(call)
  },
  Route(.get, "/api/session/{id}", .user, .slow) { api, call throws(Problem) in
    try api.enterAsUser(call)
  },
  Route(.post, "/api/session/token", .user, .slow) { api, call throws(Problem) in
    try api.makeToken(call)
  },
  Route(.post, "/api/session/token/revoke", .user, .slow) { api, call throws(Problem) in
    try api.revokeToken(call)
  },
  Route(.get, "/api/session/tokens", .user, .slow) { api, call throws(Problem) in
    try api.listTokens(call)
  },
  Route(.delete, "/api/session/tokens/{id}", .user, .slow) { api, call throws(Problem) in
    try api.endToken(call)
  },
  Route(.post, "/api/users/totp", .user, .quick) { api, call throws(Problem) in
    try api.makeCodeKey(call)
  },
  Route(.post, "/api/share/device", .user, .slow) { api, call throws(Problem) in
    try api.share(.device, call)
  },
  Route(.post, "/api/share/group", .user, .slow) { api, call throws(Problem) in
    try api.share(.group, call)
  },
  Route(.get, "/api/shares", .user, .slow) { api, call throws(Problem) in
    try api.listShares(call)
  },
  Route(.delete, "/api/shares/{id}", .user, .slow) { api, call throws(Problem) in
    try api.endShare(call)
  },
  Route(.get, "/api/sessions", .user, .slow) { api, call throws(Problem) in
    try api.listSessions(call)
  },
  Route(.delete, "/api/sessions/{id}", .user, .slow) { api, call throws(Problem) in
    try api.revokeSession(call)
  },

  Route(.get, "/api/users", .user, .slow) { api, call throws(Problem) in
    try api.listUsers(call)
  },
  Route(.post, "/api/users", .optional, .password) { api, call throws(Problem) in
    try api.addUser(call)
  },
  Route(.get, "/api/users/{id}", .user, .quick) { api, call throws(Problem) in
    try api.readUser(call)
  },
  Route(.put, "/api/users/{id}", .user, .password) { api, call throws(Problem) in
    try api.changeUser(call)
  },
  Route(.delete, "/api/users/{id}", .user, .slow) { api, call throws(Problem) in
    try api.removeUser(call)
  },

  Route(.get, "/api/devices", .user, .slow) { api, call throws(Problem) in
    try api.listDevices(call)
  },
  Route(.post, "/api/devices", .user, .slow) { api, call throws(Problem) in
    try api.addDevice(call)
  },
  Route(.get, "/api/devices/{id}", .user, .quick) { api, call throws(Problem) in
    try api.readDevice(call)
  },
  Route(.put, "/api/devices/{id}", .user, .slow) { api, call throws(Problem) in
    try api.changeDevice(call)
  },
  Route(.delete, "/api/devices/{id}", .user, .slow) { api, call throws(Problem) in
    try api.removeDevice(call)
  },
  Route(.put, "/api/devices/{id}/accumulators", .user, .slow) { api, call throws(Problem) in
    try api.setAccumulators(call)
  },
  Route(.post, "/api/devices/{id}/image", .user, .slow) { api, call throws(Problem) in
    try api.setImage(call)
  },
  Route(.get, "/api/devices/{id}/frames", .user, .slow) { api, call throws(Problem) in
    try api.listFrames(call)
  },
  Route(.get, "/api/devices/{id}/media", .user, .slow) { api, call throws(Problem) in
    try api.listMedia(call)
  },
  Route(.get, "/api/media/{id}", .user, .slow) { api, call throws(Problem) in
    try api.readMedia(call)
  },
  Route(.get, "/api/media/{uniqueId}/{file}", .user, .slow) { api, call throws(Problem) in
    try api.readMediaFile(call)
  },
  Route(.post, "/api/devices/{id}/erase", .administrator, .slow) { api, call throws(Problem) in
    try api.eraseDevice(call)
  },
  Route(.get, "/api/erasures", .administrator, .slow) { api, call throws(Problem) in
    try api.listErasures(call)
  },
  Route(.get, "/api/devices/{id}/setup", .user, .quick) { api, call throws(Problem) in
    try api.readDeviceSetup(call)
  },
  Route(.get, "/api/devices/{id}/options", .user, .quick) { api, call throws(Problem) in
    try api.listOptions(call)
  },
  Route(.get, "/api/devices/{id}/versions", .user, .quick) { api, call throws(Problem) in
    try api.listVersions(call)
  },
  Route(.get, "/api/permissions", .user, .slow) { api, call throws(Problem) in
    try api.listLinks(call)
  },
  Route(.post, "/api/permissions", .user, .slow) { api, call throws(Problem) in
    try api.link(call)
  },
  Route(.delete, "/api/permissions", .user, .slow) { api, call throws(Problem) in
    try api.unlink(call)
  },
  Route(.post, "/api/permissions/bulk", .user, .slow) { api, call throws(Problem) in
    try api.linkMany(call)
  },
  Route(.delete, "/api/permissions/bulk", .user, .slow) { api, call throws(Problem) in
    try api.unlinkMany(call)
  },

  Route(.post, "/api/commands/send", .user, .slow) { api, call throws(Problem) in
    try api.sendCommand(call)
  },
  Route(.get, "/api/commands/send", .user, .slow) { api, call throws(Problem) in
    try api.listSavedCommands(call)
  },
  Route(.get, "/api/commands/queue", .user, .slow) { api, call throws(Problem) in
    try api.listQueuedCommands(call)
  },
  Route(.delete, "/api/commands/queue/{id}", .user, .slow) { api, call throws(Problem) in
    try api.withdrawCommand(call)
  },
  Route(.get, "/api/events/{id}", .user, .slow) { api, call throws(Problem) in
    try api.readEvent(call)
  },
  Route(.get, "/api/commands/types", .user, .quick) { api, call throws(Problem) in
    try api.listCommandTypes(call)
  },

  Route(.get, "/api/positions", .user, .slow) { api, call throws(Problem) in
    try api.listPositions(call)
  },
  Route(.delete, "/api/positions", .user, .slow) { api, call throws(Problem) in
    try api.removePositions(call)
  },
  Route(.delete, "/api/positions/{id}", .user, .slow) { api, call throws(Problem) in
    try api.removePosition(call)
  },
  Route(.get, "/api/positions/csv", .user, .slow) { api, call throws(Problem) in
    try api.exportPositions(call, CSVPositions())
  },
  Route(.get, "/api/positions/gpx", .user, .slow) { api, call throws(Problem) in
    try api.exportPositions(call, GPXPositions())
  },
  Route(.get, "/api/positions/kml", .user, .slow) { api, call throws(Problem) in
    try api.exportPositions(call, KMLPositions())
  },
  Route(.get, "/api/positions/kmz", .user, .slow) { api, call throws(Problem) in
    try api.exportArchive(call)
  },
  Route(.get, "/api/arrivals", .administrator, .slow) { api, call throws(Problem) in
    try api.listArrivals(call)
  },
  Route(.post, "/api/arrivals/{id}/adopt", .administrator, .slow) { api, call throws(Problem) in
    try api.adopt(call)
  },
  Route(
    .get, "/api/connections", .administrator, .quick,
    action: .deferred { api, call, responder in api.listConnections(call, responder) }),
  Route(
    .post, "/api/connections/{id}/confirm", .administrator, .quick,
    action: .deferred { api, call, responder in api.confirmConnection(call, responder) }),
  Route(.get, "/api/connections/refused", .administrator, .slow) { api, _ in
    api.listRefusals()
  },
  Route(.post, "/api/simulation", .administrator, .quick) { api, call throws(Problem) in
    try api.playTracker(call)
  },
  Route(.post, "/api/decode", .user, .slow) { api, call throws(Problem) in
    try api.decode(call)
  },
  Route(.get, "/api/models", .user, .quick) { _, call in API.listModels(call) },
  Route(.get, "/api/models/{id}", .user, .quick) { _, call throws(Problem) in
    try API.readModel(call)
  },
  Route(.get, "/api/models/{id}/setup", .user, .quick) { api, call throws(Problem) in
    try api.readModelSetup(call)
  },
  Route(.get, "/api/protocols", .user, .quick) { _, _ in API.protocols },
  Route(.get, "/api/protocols/{name}", .user, .quick) { _, call throws(Problem) in
    try API.readProtocol(call)
  },
  Route(.get, "/api/vocabulary", .user, .quick) { _, _ in API.vocabulary },

  Route(.get, "/api/statistics", .administrator, .slow) { api, call throws(Problem) in
    try api.listStatistics(call)
  },
  Route(.get, "/api/audit", .administrator, .slow) { api, call throws(Problem) in
    try api.listActions(call)
  },

  Route(.get, "/api/openapi.json", .open, .slow) { api, _ in api.readDescription() },
  Route(.get, "/api/health", .open, .quick) { api, _ in api.health },
  Route(.get, "/health", .open, .quick) { api, _ in api.health },
  Route(.get, "/metrics", .local, .slow) { api, _ in api.metrics() },
  // Becomes a WebSocket; asked for without that, it says so.
  Route(.get, "/api/socket", .user, .quick) { _, _ throws(Problem) in
    throw Problem(400, "This address is a WebSocket: ask for it with Upgrade: websocket.")
  },
]
