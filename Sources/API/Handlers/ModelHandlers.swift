import Fleet
import Models
import Telemetry
import WebServer

extension API {
  /// All models, or those that have the words of `keyword`.
  static func listModels(_ call: Call) -> HTTPResponse {
    let found = ModelCatalogue.search(call.request.query["keyword"] ?? "")
    return .json { $0.array(found) { $0.brief($1) } }
  }

  static func readModel(_ call: Call) throws(Problem) -> HTTPResponse {
    let model = try Self.model(call)
    return .json { $0.model(model) }
  }

  /// The text messages that set a model up, with the values of the parameters.
  func readModelSetup(_ call: Call) throws(Problem) -> HTTPResponse {
    let model = try Self.model(call)
    let values = try setupValues(call, of: nil)
    return .json { $0.setup(model, values) }
  }

  /// The same for a device whose model was entered, with what is known of it.
  func readDeviceSetup(_ call: Call) throws(Problem) -> HTTPResponse {
    try call.requireLasting()
    let id = try call.number()
    let device: Device
    do throws(FleetError) {
      device = try fleet.device(id, for: try Self.requester(call))
    } catch {
      throw Problem(error)
    }
    guard let model = ModelCatalogue.model(entered: device.model ?? "") else {
      throw Problem(
        404, "The device has no model that is known. Enter one of those of GET /api/models.")
    }
    let values = try setupValues(call, of: device)
    return .json { $0.setup(model, values) }
  }

  private static func model(_ call: Call) throws(Problem) -> TrackerModel {
    let id = call.parts["id"] ?? ""
    guard let model = ModelCatalogue.model(id: id) else {
      throw Problem(404, "There is no model \(id). GET /api/models lists all.")
    }
    return model
  }

  // MARK: Values

  /// The values of the parameters; those of this server and of the device where none are given.
  private func setupValues(_ call: Call, of device: Device?) throws(Problem) -> SetupValues {
    var values = SetupValues()
    for (placeholder, text) in defaults(call, device) {
      // What does not fit is not given; the person is asked for it.
      try? values.set(placeholder, text)
    }
    do throws(SetupValueError) {
      for placeholder in Placeholder.given {
        guard let text = call.request.query[placeholder.rawValue], !text.isEmpty else { continue }
        try values.set(placeholder, text)
      }
    } catch {
      throw Problem(400, "The parameter \(error.description).")
    }
    return values
  }

  private func defaults(_ call: Call, _ device: Device?) -> [(Placeholder, String)] {
    let settings = options.serverAttributes.merging(fleet.server.attributes) { $1 }
    var found: [(Placeholder, String)] = []
    if let host = settings["trackerHost"]?.description, !host.isEmpty {
      found.append((.server, host))
    } else if let host = Self.publicHost(call.request.headers["host"]) {
      found.append((.server, host))
    }
    if let port = settings["trackerPort"]?.description { found.append((.port, port)) }
    guard let device else { return found }
    found.append((.identifier, device.uniqueId))
    if let password = device.attributes["devicePassword"]?.description {
      found.append((.password, password))
    }
    return found
  }

  /// The host that a browser was given, unless it means the browser's own machine.
  private static func publicHost(_ header: String?) -> String? {
    guard let host = header?.split(separator: ":").first.map(String.init) else { return nil }
    let isLoopback = host == "localhost" || host.hasPrefix("127.") || host.hasPrefix("[")
    return isLoopback ? nil : host
  }
}
