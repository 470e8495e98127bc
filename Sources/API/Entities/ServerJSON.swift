import Fleet
import Platform
import Telemetry

/// What the API says of the server besides its settings.
struct ServerFacts: Sendable {
  /// The program's version.
  let version: String
  /// Whether there is no user yet.
  let isNew: Bool
  /// Settings of the program that the page needs, such as where map tiles come from. What an
  /// administrator entered goes before them.
  let attributes: [String: AttributeValue]
  /// The room of the disk, for those who may know it.
  var space: DiskSpace?
}

extension JSONWriter {
  /// Writes the server with the API's names.
  mutating func server(_ server: ServerSettings, _ facts: ServerFacts) {
    object { json in
      json.member("id", .integer(1))
      json.key("attributes")
      json.attributes(facts.attributes.merging(server.attributes) { _, entered in entered })
      json.member("registration", .boolean(server.registration))
      json.member("readonly", .boolean(server.readonly))
      json.member("deviceReadonly", .boolean(server.deviceReadonly))
      json.member("limitCommands", .boolean(server.limitCommands))
      json.member("disableReports", .boolean(server.disableReports))
      json.member("map", server.map.map { .text($0) })
      json.member("bingKey", server.bingKey.map { .text($0) })
      json.member("mapUrl", server.mapUrl.map { .text($0) })
      json.member("overlayUrl", server.overlayUrl.map { .text($0) })
      json.member("poiLayer", server.poiLayer.map { .text($0) })
      json.member("announcement", server.announcement.map { .text($0) })
      json.member("latitude", .number(server.latitude))
      json.member("longitude", .number(server.longitude))
      json.member("zoom", .integer(server.zoom))
      json.member("forceSettings", .boolean(server.forceSettings))
      json.member("coordinateFormat", server.coordinateFormat.map { .text($0) })
      json.member("version", .text(facts.version))
      json.member("newServer", .boolean(facts.isNew))
      if let space = facts.space {
        json.key("storageSpace")
        json.array([space.free, space.total]) { $0.value(.integer($1)) }
      }
      for name in [
        "emailEnabled", "textEnabled", "geocoderEnabled", "openIdEnabled", "openIdForce",
      ] { json.member(name, .boolean(false)) }
    }
  }
}

extension JSONObject {
  /// Takes over what an administrator entered about the server. Settings that come from the
  /// program and were only given back are not stored.
  func read(
    into server: inout ServerSettings, except given: [String: AttributeValue]
  ) throws(Problem) {
    try read("registration", into: &server.registration)
    try read("readonly", into: &server.readonly)
    try read("deviceReadonly", into: &server.deviceReadonly)
    try read("limitCommands", into: &server.limitCommands)
    try read("disableReports", into: &server.disableReports)
    try read("map", into: &server.map)
    try read("bingKey", into: &server.bingKey)
    try read("mapUrl", into: &server.mapUrl)
    try read("overlayUrl", into: &server.overlayUrl)
    try read("poiLayer", into: &server.poiLayer)
    try read("announcement", into: &server.announcement)
    try read("latitude", into: &server.latitude)
    try read("longitude", into: &server.longitude)
    try read("zoom", into: &server.zoom)
    try read("forceSettings", into: &server.forceSettings)
    try read("coordinateFormat", into: &server.coordinateFormat)
    try read("attributes", into: &server.attributes)
    server.attributes = server.attributes.filter { given[$0.key] != $0.value }
  }
}
