import FoundationEssentials
import Telemetry

extension ObjectForm {
  /// All kinds that are stored in this way. Names and meanings are those that existing clients
  /// know.
  public static let all: [ObjectForm] = [
    ObjectForm(
      .group, "groups",
      [.text("name", isRequired: true), .reference("groupId", .group)]),
    ObjectForm(
      .geofence, "geofences",
      [
        .text("name", isRequired: true), .text("description"), .text("area", isRequired: true),
        .reference("calendarId", .calendar),
      ],
      missing: "Geofences are stored and shown; visits of devices are not computed yet.",
      fault: { fence in
        do throws(GeofenceArea.Fault) {
          _ = try GeofenceArea(fence.text("area") ?? "")
          return nil
        } catch {
          return ("area", error.description)
        }
      }),
    ObjectForm(
      .driver, "drivers",
      [.text("name", isRequired: true), .text("uniqueId", isRequired: true)]),
    ObjectForm(
      .maintenance, "maintenance",
      [
        .text("name", isRequired: true), .text("type", isRequired: true), .number("start"),
        .number("period"),
      ],
      missing: "Maintenance is stored; nobody is reminded of it yet."),
    ObjectForm(
      .notification, "notifications",
      [
        .choice("type", eventTypes), .text("description"), .boolean("always"),
        .text("notificators"), .reference("commandId", .command),
        .reference("calendarId", .calendar),
      ],
      missing: "Notifications are stored; none is sent yet."),
    ObjectForm(
      .calendar, "calendars",
      [.text("name", isRequired: true), .text("data", isRequired: true)],
      missing: "Calendars are stored; nothing is timed by them yet.",
      fault: { isCalendar($0.text("data") ?? "") ? nil : ("data", calendarRule) }),
    ObjectForm(
      .command, "commands",
      [
        .text("description"), .reference("deviceId", .device), .text("type", isRequired: true),
        .boolean("textChannel"),
      ]),
    ObjectForm(
      .attribute, "attributes/computed",
      [
        .text("description"), .text("attribute", isRequired: true),
        .text("expression", isRequired: true),
        .choice("type", ["string", "number", "boolean"]), .integer("priority"),
      ], hasAttributes: false,
      missing: "Computed attributes are stored; they are not computed yet."),
    ObjectForm(
      .order, "orders",
      [
        .text("uniqueId", isRequired: true), .text("description"), .text("fromAddress"),
        .text("toAddress"),
      ]),
    ObjectForm(
      .report, "reports",
      [
        .text("type", isRequired: true), .text("description"),
        .reference("calendarId", .calendar),
      ],
      missing: "Scheduled reports are stored; none is made yet."),
  ]

  /// What can be told of a device; the names that existing clients know.
  public static let eventTypes = [
    "alarm", "commandResult", "deviceFuelDrop", "deviceFuelIncrease", "deviceInactive",
    "deviceMoving", "deviceOffline", "deviceOnline", "deviceOverspeed", "deviceStopped",
    "deviceUnknown", "driverChanged", "geofenceCrossed", "geofenceEnter", "geofenceExit",
    "ignitionOff", "ignitionOn", "maintenance", "media", "proximityEnter", "proximityExit",
    "queuedCommandSent", "unaccompaniedMotion",
  ]

  private static let calendarRule =
    "must be a calendar in the form iCalendar (BEGIN:VCALENDAR … END:VCALENDAR), as base64"

  private static func isCalendar(_ text: String) -> Bool {
    guard let data = Data(base64Encoded: text) else { return false }
    let calendar = String(decoding: data, as: UTF8.self)
    let lines = calendar.split { $0.isNewline }.map { $0.filter { !$0.isWhitespace }.uppercased() }
    return lines.first == "BEGIN:VCALENDAR" && lines.last { !$0.isEmpty } == "END:VCALENDAR"
  }
}
