import FrontDesk
import Telemetry
import Timeline

extension JSONWriter {
  /// Writes a position with the API's names and units: knots, metres, degrees, ISO 8601.
  ///
  /// A record without a place of its own is `outdated` and has the last known place.
  ///
  /// - Parameter device: the API's number of the device; 0 for an arrival.
  mutating func position(_ stored: StoredPosition, device: Int64) {
    let place = stored.location
    object { json in
      json.member("id", .integer(stored.id))
      json.key("attributes")
      json.attributes(stored.namedAttributes)
      json.member("deviceId", .integer(device))
      json.member("protocol", .text(stored.protocolName))
      json.time("serverTime", stored.receivedAt)
      json.time("deviceTime", stored.position.deviceTime ?? stored.time)
      json.time("fixTime", stored.fixTime ?? stored.time)
      json.member("outdated", .boolean(stored.isOutdated))
      json.member("valid", .boolean(place?.isValid ?? false))
      json.member("latitude", .number(place?.latitude ?? 0))
      json.member("longitude", .number(place?.longitude ?? 0))
      json.member("altitude", .number(place?.altitude ?? 0))
      json.member("speed", .number(stored.isOutdated ? 0 : place?.speed ?? 0))
      json.member("course", .number(place?.course ?? 0))
      json.member("address", nil)
      json.member("accuracy", .number(place?.accuracy ?? 0))
      json.key("network")
      if stored.position.network.isEmpty {
        json.value(nil)
      } else {
        json.network(stored.position.network)
      }
      json.member("geofenceIds", nil)
    }
  }
}
