import Fleet
import Telemetry

extension JSONWriter {
  /// Writes a user with the API's names; never the password.
  mutating func user(_ user: User) {
    object { json in
      json.member("id", .integer(user.id))
      json.key("attributes")
      json.attributes(user.attributes)
      json.member("name", .text(user.name))
      json.member("login", user.login.map { .text($0) })
      json.member("email", .text(user.email))
      json.member("phone", user.phone.map { .text($0) })
      json.member("readonly", .boolean(user.readonly))
      json.member("administrator", .boolean(user.administrator))
      json.member("map", user.map.map { .text($0) })
      json.member("latitude", .number(user.latitude))
      json.member("longitude", .number(user.longitude))
      json.member("zoom", .integer(user.zoom))
      json.member("coordinateFormat", user.coordinateFormat.map { .text($0) })
      json.member("disabled", .boolean(user.disabled))
      json.time("expirationTime", user.expirationTime)
      json.member("deviceLimit", .integer(user.deviceLimit))
      json.member("userLimit", .integer(user.userLimit))
      json.member("deviceReadonly", .boolean(user.deviceReadonly))
      json.member("limitCommands", .boolean(user.limitCommands))
      json.member("disableReports", .boolean(user.disableReports))
      json.member("fixedEmail", .boolean(user.fixedEmail))
      json.member("poiLayer", user.poiLayer.map { .text($0) })
      // The key of the second factor is a secret; that there is one is not.
      json.member("totpKey", nil)
      json.member("totpEnabled", .boolean(user.totpKey != nil))
      json.member("temporary", .boolean(user.temporary))
    }
  }
}

extension JSONObject {
  /// Takes over what a client entered about a user.
  func read(into user: inout User) throws(Problem) {
    try read("name", into: &user.name)
    try read("login", into: &user.login)
    try read("email", into: &user.email)
    try read("phone", into: &user.phone)
    try read("readonly", into: &user.readonly)
    try read("administrator", into: &user.administrator)
    try read("map", into: &user.map)
    try read("latitude", into: &user.latitude)
    try read("longitude", into: &user.longitude)
    try read("zoom", into: &user.zoom)
    try read("coordinateFormat", into: &user.coordinateFormat)
    try read("disabled", into: &user.disabled)
    try read("expirationTime", into: &user.expirationTime)
    try read("deviceLimit", into: &user.deviceLimit)
    try read("userLimit", into: &user.userLimit)
    try read("deviceReadonly", into: &user.deviceReadonly)
    try read("limitCommands", into: &user.limitCommands)
    try read("disableReports", into: &user.disableReports)
    try read("fixedEmail", into: &user.fixedEmail)
    try read("poiLayer", into: &user.poiLayer)
    // Nobody gets to read the key, so null, as clients send it back, leaves it as it is.
    if let key = try text("totpKey") { user.totpKey = key.isEmpty ? nil : key }
    try read("attributes", into: &user.attributes)
  }
}
