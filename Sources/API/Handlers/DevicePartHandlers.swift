import Fleet
import Telemetry
import WebServer

extension API {
  /// Sets the meters of a device: `totalDistance` in metres and `hours` in milliseconds.
  func setAccumulators(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    let requester = try call.requester()
    let body = try JSONObject(body: call.request.body)
    if let named = try body.integer("deviceId"), named != 0, named != id {
      throw Problem(400, "The address names the device \(id), the field deviceId \(named).")
    }
    var distance: Double?
    if body.has("totalDistance") {
      var metres = 0.0
      try body.read("totalDistance", into: &metres)
      distance = metres
    }
    let hours = try Self.milliseconds(body, "hours")
    do throws(FleetError) {
      try fleet.setAccumulators(
        of: id, totalDistance: distance, hours: hours, by: requester)
    } catch {
      throw Problem(error)
    }
    return .noContent
  }

  /// Clients that multiply hours do not always come to a whole number.
  private static func milliseconds(
    _ body: JSONObject, _ name: String
  ) throws(Problem) -> Int64? {
    guard body.has(name) else { return nil }
    var value = 0.0
    try body.read(name, into: &value)
    guard let whole = Int64(exactly: value.rounded()) else {
      throw Problem(400, "The field \(name) must be milliseconds.")
    }
    return whole
  }

  /// Takes the picture of a device; answers the name that it is served under.
  func setImage(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    let requester = try call.requester()
    guard call.request.body.count <= DeviceImage.mostBytes else {
      throw Problem(413, "A picture may have at most \(DeviceImage.mostBytes) bytes.")
    }
    do throws(FleetError) {
      let name = try fleet.setImage(call.request.body, of: id, by: requester)
      live.changed(id)
      return .text(name)
    } catch {
      throw Problem(error)
    }
  }

  /// The picture of a device by its name; nil if the device has none of that name.
  func image(of device: Device, named name: String, _ call: Call) throws(Problem) -> HTTPResponse? {
    let requester = try call.requester()
    let image: DeviceImage?
    do throws(FleetError) {
      image = try fleet.image(named: name, of: device.id, for: requester)
    } catch {
      throw Problem(error)
    }
    guard let image else { return nil }
    let tag = "\"\(image.name)\""
    let fields = [
      HTTPResponse.Field("Content-Type", image.contentType),
      // Whatever the content is besides a picture, nothing in it runs.
      HTTPResponse.Field("Content-Security-Policy", "default-src 'none'; sandbox"),
      HTTPResponse.Field("Cross-Origin-Resource-Policy", "same-origin"),
      // The browser asks each time, so that whoever may no longer see it does not.
      HTTPResponse.Field("Cache-Control", "private, no-cache"),
      HTTPResponse.Field("ETag", tag),
    ]
    guard call.request.headers["if-none-match"] != tag else {
      return HTTPResponse(status: 304, fields: fields)
    }
    return HTTPResponse(status: 200, fields: fields, body: .bytes(image.content))
  }
}
