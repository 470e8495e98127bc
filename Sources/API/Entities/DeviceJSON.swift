import Fleet
import Telemetry

extension JSONWriter {
  /// Writes a device with the API's names.
  ///
  /// - Parameter isBrief: whether its attributes are left out.
  mutating func device(_ device: Device, _ watch: DeviceWatch, isBrief: Bool = false) {
    var attributes = device.attributes
    // What it said of itself stands with what people entered.
    for (kind, version) in device.versions { attributes[kind.key.name] = .text(version) }
    if isBrief { attributes = [:] }
    let position = watch.positions.number(of: device.identity)
    object { json in
      json.member("id", .integer(device.id))
      json.key("attributes")
      json.attributes(attributes)
      json.member("groupId", .integer(device.groupId))
      json.member("calendarId", .integer(device.calendarId))
      json.member("name", .text(device.name))
      json.member("uniqueId", .text(device.uniqueId))
      json.member("status", .text(watch.status(of: device).rawValue))
      json.time("lastUpdate", device.lastUpdate)
      json.member("positionId", .integer(position))
      json.member("phone", device.phone.map { .text($0) })
      json.member("model", device.model.map { .text($0) })
      json.member("contact", device.contact.map { .text($0) })
      json.member("category", device.category.map { .text($0) })
      json.member("disabled", .boolean(device.disabled))
      json.time("expirationTime", device.expirationTime)
    }
  }

  /// Writes a version that a device reported.
  mutating func version(_ version: DeviceVersion) {
    object { json in
      json.member("kind", .text(version.kind.rawValue))
      json.member("value", .text(version.value))
      json.time("firstSeen", version.firstSeen)
      json.time("lastSeen", version.lastSeen)
    }
  }

  /// Writes further settings as an object, by the alphabet.
  mutating func attributes(_ attributes: [String: AttributeValue]) {
    object { json in
      for (name, value) in attributes.sorted(by: { $0.key < $1.key }) { json.member(name, value) }
    }
  }

  /// Writes a moment, or null.
  mutating func time(_ name: String, _ time: Timestamp?) {
    member(name, time.map { .text($0.iso8601) })
  }
}

extension JSONObject {
  /// Takes over what a client entered about a device.
  func read(into device: inout Device) throws(Problem) {
    try read("name", into: &device.name)
    try read("uniqueId", into: &device.uniqueId)
    try read("disabled", into: &device.disabled)
    try readReference("groupId", into: &device.groupId)
    try readReference("calendarId", into: &device.calendarId)
    try read("phone", into: &device.phone)
    try read("model", into: &device.model)
    try read("contact", into: &device.contact)
    try read("category", into: &device.category)
    try read("expirationTime", into: &device.expirationTime)
    try read("attributes", into: &device.attributes)
    // They are the device's to say; clients send back what they were given.
    for kind in VersionSighting.Kind.allCases { device.attributes[kind.key.name] = nil }
  }
}
