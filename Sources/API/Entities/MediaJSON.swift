import Media
import Telemetry
import Timeline

extension JSONWriter {
  /// Writes a picture or sound of a device.
  mutating func media(_ item: MediaItem, device: Int64) {
    object { json in
      json.member("id", .integer(item.id))
      json.member("deviceId", .integer(device))
      json.member("protocol", .text(item.protocolName))
      json.member("file", .text(item.file))
      json.member("kind", .text(item.type.kind.rawValue))
      json.member("contentType", .text(item.type.rawValue))
      json.time("time", item.startedAt)
      json.time("lastTime", item.updatedAt)
      json.member("size", .integer(Int64(item.bytes)))
      json.member("announcedSize", item.size.map { .integer(Int64($0)) })
      json.member("complete", .boolean(item.state == .complete))
      json.member("open", .boolean(item.state == .open))
      json.member("unconfirmed", .boolean(item.isUnconfirmed))
      json.member("hash", item.hash.map { .text($0.text) })
    }
  }
}

extension StoredPosition {
  /// Its attributes, in which pictures and sounds have the names of their files in the API.
  var namedAttributes: [Attribute] {
    let attributes = position.attributes
    guard attributes.contains(where: { Self.isMedia($0.key) }) else { return attributes }
    return attributes.map { attribute in
      guard Self.isMedia(attribute.key), case .text(let name) = attribute.value else {
        return attribute
      }
      return Attribute(
        attribute.key, .text(MediaName(sequence: sequence, name: name).text))
    }
  }

  private static func isMedia(_ key: AttributeKey) -> Bool {
    key == .image || key == .audio || key == .video
  }
}
