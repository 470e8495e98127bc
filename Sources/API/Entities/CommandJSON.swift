import Fleet
import Telemetry

extension JSONWriter {
  /// Writes a command as it was sent.
  mutating func command(_ order: CommandOrder, device: Int64) {
    object { json in
      json.member("id", .integer(order.savedId))
      json.key("attributes")
      json.attributes(order.command.parameters)
      json.member("deviceId", .integer(device))
      json.member("type", .text(order.command.type.rawValue))
      json.member("textChannel", .boolean(false))
      json.member("description", order.description.map { .text($0) })
    }
  }

  /// Writes a command that waits.
  mutating func queuedCommand(_ queued: QueuedCommand) {
    object { json in
      json.member("id", .integer(queued.id))
      json.key("attributes")
      json.attributes(queued.command.parameters)
      json.member("deviceId", .integer(queued.deviceId))
      json.member("type", .text(queued.command.type.rawValue))
      json.member("textChannel", .boolean(false))
      json.member("description", queued.description.map { .text($0) })
      json.member("userId", .integer(queued.userId))
      json.time("queuedAt", queued.queuedAt)
      json.time("expiration", queued.expiresAt)
      json.member("state", .text(queued.state.name))
      json.member("reason", queued.reason.isEmpty ? nil : .text(queued.reason))
    }
  }

  /// Writes what happened to a device.
  mutating func event(_ event: Event) {
    object { json in
      json.member("id", .integer(event.id))
      json.key("attributes")
      json.attributes(event.attributes)
      json.member("deviceId", .integer(event.deviceId))
      json.member("type", .text(event.type))
      json.time("eventTime", event.time)
      json.member("positionId", .integer(event.positionId))
      json.member("geofenceId", .integer(0))
      json.member("maintenanceId", .integer(0))
    }
  }
}
