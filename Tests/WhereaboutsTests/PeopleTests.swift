import Foundation
import TestKit
import Testing

/// People, groups and settings on the page, in both of its languages.
@Suite(.serialized) struct PeopleTests {
  private static let hostile = "<img src=x onerror=document.title='broken'>"

  /// The page that shows; the others are there, but hidden.
  private static let page = ".page.is-form:not([hidden])"
  private static let save = #"{"click": "\#(page) .form > button[type=submit]"}"#

  private struct User: Decodable {
    let id: Int
    let name: String
    let readonly: Bool
    let attributes: [String: String]?
  }

  private struct Device: Decodable {
    let name: String
    let groupId: Int
    let category: String?
    let attributes: [String: String]
  }

  private static func look(
    _ server: TestServer, _ steps: String, _ options: [String] = []
  ) throws {
    let run = try Browser.run(
      server.web + "/", steps: "[\(Browser.login), {\"wait\": \".shell\"}, \(steps)]", options)
    #expect(run.status == 0, "\(run.output) \(run.complaints)")
  }

  /// A server with three devices, one of which has a name that is no name.
  private static func server(_ folder: TemporaryFolder) async throws -> TestServer {
    let server = try TestServer(data: folder.path("data"))
    for (number, name) in ["Van 1", "Van 2", hostile].enumerated() {
      let device = #"{"name": "\#(name)", "uniqueId": "3587650400002\#(number)"}"#
      let made = try await server.ask("POST", "/api/devices", json: device)
      #expect(made.status == 200)
    }
    return server
  }

  /// Chooses in the form of language and units by the order of its selections.
  private static func choose(_ values: String...) -> String {
    let sets = values.enumerated()
      .map { "document.querySelectorAll('.settings-display select')[\($0)].value = '\($1)'" }
    return """
      {"evaluate": "(\(sets.joined(separator: ", ")), 1)"},
      {"click": ".settings-display button[type=submit]"}
      """
  }

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func somebodyIsAddedAndGivenAGroup() async throws {
    let folder = try TemporaryFolder()
    let server = try await Self.server(folder)
    let add = """
      {"goto": "/#/people/new"}, {"type": "\(Self.hostile)", "into": "\(Self.page) input"},
      {"type": "eva@example.org", "into": "\(Self.page) input[type=email]"},
      {"type": "calm-river-9921", "into": "\(Self.page) input[type=password]"}, \(Self.save),
      {"waitText": "can sign in now"}, {"waitText": "0 of 3"},
      {"click": ".check-list:last-child .check-row input"}, {"waitText": "1 of 3"},
      {"screenshot": "people-person.png"}, {"goto": "/#/people"}, {"waitText": "eva@example.org"},
      {"screenshot": "people-list.png"},
      """
    let group = """
      {"goto": "/#/groups/new"}, {"type": "Harbour", "into": "\(Self.page) input"}, \(Self.save),
      {"waitText": "0 of 3"}, {"click": "\(Self.page) .check-tools .button"},
      {"waitText": "3 of 3"}, {"screenshot": "groups-group.png"}, {"goto": "/#/groups"},
      {"waitText": "3 devices"}, {"evaluate": "document.title", "equals": "Groups · Whereabouts"}
      """
    try Self.look(server, add + group, ["--size", "1280x1400"])
    let users: [User] = try await server.json("/api/users")
    let added = try #require(users.first { $0.name == Self.hostile })
    let seen: [Device] = try await server.json("/api/devices?userId=\(added.id)")
    #expect(seen.count == 1)
    let devices: [Device] = try await server.json("/api/devices?all=true")
    #expect(devices.allSatisfy { $0.groupId == 1 })

    let remove = """
      {"goto": "/#/people/\(added.id)"}, {"waitText": "Remove this user"},
      {"click": ".confirm .button"}, {"waitText": "devices stay"}, {"press": "Escape"},
      {"waitGone": ".confirm p"}, {"click": ".confirm .button"}, {"click": ".confirm .is-danger"},
      {"waitText": "Removed."}, {"waitGone": "[href='#/people/\(added.id)']"},
      {"evaluate": "document.documentElement.scrollWidth <= innerWidth", "equals": true},
      {"screenshot": "people-phone-dark.png"}
      """
    try Self.look(server, remove, ["--size", "390x844", "--phone", "--scheme", "dark"])
    let left: [User] = try await server.json("/api/users")
    #expect(left.count == 1)
    #expect(server.stop().status == 0)
  }

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func thePageSpeaksSpanishAndKeepsTheUnits() async throws {
    let folder = try TemporaryFolder()
    let server = try await Self.server(folder)
    let settings = """
      {"goto": "/#/settings"}, {"waitText": "This browser"},
      \(Self.choose("es", "mph", "mi", "ft", "f")),
      {"waitText": "Idioma, unidades y hora"}, {"waitText": "Este navegador"},
      {"evaluate": "document.documentElement.lang", "equals": "es"},
      {"screenshot": "settings-spanish.png"}, {"goto": "/#/devices/1"},
      {"waitText": "Aún no ha enviado ninguna posición."}, {"screenshot": "panel-spanish.png"}
      """
    try Self.look(server, settings, ["--size", "1280x1200"])
    let user: User = try await server.json("/api/users/1")
    #expect(
      user.attributes == [
        "language": "es", "speedUnit": "mph", "distanceUnit": "mi", "altitudeUnit": "ft",
        "temperatureUnit": "f",
      ])
    // Another browser learns it when the user signs in.
    let phone = """
      {"waitText": "Recién llegados"}, {"goto": "/#/connections"},
      {"waitText": "No hay nadie conectado."},
      {"evaluate": "document.documentElement.scrollWidth <= innerWidth", "equals": true},
      {"screenshot": "connections-spanish-phone.png"}
      """
    try Self.look(server, phone, ["--size", "390x844", "--phone", "--scheme", "dark"])
    #expect(server.stop().status == 0)
  }

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func aDeviceAndTheServerAreChanged() async throws {
    let folder = try TemporaryFolder()
    let server = try await Self.server(folder)
    let form = ".device-form .form"
    let device = """
      {"goto": "/#/devices/1"}, {"click": ".panel [aria-expanded]"}, {"wait": "\(form)"},
      {"type": "Ferry", "into": "\(form) input"},
      {"evaluate": "document.querySelector('\(form) select').value = 'boat'"},
      {"click": "\(form) summary"}, {"type": "+02:00", "into": ".device-options input"},
      {"type": "no value", "into": ".device-options textarea"},
      {"click": "\(form) > .button"}, {"waitText": "Write name = value"},
      {"type": "berth = north", "into": ".device-options textarea"},
      {"screenshot": "device-form.png"}, {"click": "\(form) > .button"}, {"waitText": "Saved."},
      {"waitGone": ".device-form"}, {"waitText": "Boat"}, {"screenshot": "device-saved.png"},
      """
    let remove = """
      {"goto": "/#/devices/3"},
      {"waitFor": "document.querySelector('.panel').innerText.includes('onerror')"},
      {"click": ".panel [aria-expanded]"}, {"click": ".confirm .button"},
      {"click": ".confirm .is-danger"}, {"waitText": "Removed."}, {"waitGone": ".panel"},
      """
    let settings = """
      {"goto": "/#/server"}, {"waitText": "Where the map starts"},
      {"type": "Ferries <b>rest</b> today", "into": "\(Self.page) textarea"}, \(Self.save),
      {"wait": ".announcement"}, {"waitText": "Ferries <b>rest</b> today"},
      {"screenshot": "server-settings.png"}, {"evaluate": "document.title",
      "equals": "Server settings · Whereabouts"}
      """
    try Self.look(server, device + remove + settings, ["--size", "1280x1300"])
    let devices: [Device] = try await server.json("/api/devices?all=true")
    #expect(devices.count == 2)
    let ferry = try #require(devices.first { $0.name == "Ferry" })
    #expect(ferry.category == "boat")
    #expect(ferry.attributes == ["decoder.timezone": "+02:00", "berth": "north"])
    #expect(server.stop().status == 0)
  }
}
