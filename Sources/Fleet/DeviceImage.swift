import Secrets
import Synchronization
import Telemetry

/// The picture of a device.
public struct DeviceImage: Sendable, Hashable {
  /// The most bytes of a picture.
  public static let mostBytes = 500_000

  /// What it is called: made from its content.
  public let name: String
  /// Its media type, by its content.
  public let contentType: String
  /// Its bytes.
  public let content: [UInt8]

  /// Nil if the content is no JPEG, PNG, GIF or WebP.
  init?(_ content: [UInt8]) {
    guard let (ending, type) = Self.kind(of: content) else { return nil }
    let hash = Digest(of: content).bytes.prefix(12)
    let text = hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    self.init(name: "device-\(text).\(ending)", contentType: type, content: content)
  }

  init(name: String, contentType: String, content: [UInt8]) {
    self.name = name
    self.contentType = contentType
    self.content = content
  }

  private static func kind(of content: [UInt8]) -> (String, String)? {
    if content.starts(with: [0xFF, 0xD8, 0xFF]) { return ("jpg", "image/jpeg") }
    if content.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      return ("png", "image/png")
    }
    if content.starts(with: "GIF87a".utf8) || content.starts(with: "GIF89a".utf8) {
      return ("gif", "image/gif")
    }
    if content.starts(with: "RIFF".utf8), content.dropFirst(8).starts(with: "WEBP".utf8) {
      return ("webp", "image/webp")
    }
    return nil
  }
}

extension Fleet {
  /// Gives a device a picture, instead of the one that it has; its name is in the attribute
  /// `deviceImage` from then on.
  ///
  /// - Returns: the picture's name.
  public func setImage(
    _ content: [UInt8], of id: Int64, by requester: Requester
  ) throws(FleetError) -> String {
    guard content.count <= DeviceImage.mostBytes, let image = DeviceImage(content) else {
      throw .invalid(
        field: "body",
        reason: "must be a JPEG, PNG, GIF or WebP picture of at most \(DeviceImage.mostBytes) bytes"
      )
    }
    return try change { store, snapshot in
      var device = try snapshot.editableDevice(id, for: requester)
      device.attributes["deviceImage"] = .text(image.name)
      _ = try store.write(device)
      try store.write(image, of: id)
      let changed = device
      return Change(image.name) { $0.snapshot.put(changed) }
    }
  }

  /// The picture of a device that a requester may see; nil if it has none of that name.
  public func image(
    named name: String, of id: Int64, for requester: Requester
  ) throws(FleetError) -> DeviceImage? {
    _ = try device(id, for: requester)
    do {
      return try store.withLock { try $0.image(named: name, of: id) }
    } catch {
      throw Self.typed(error)
    }
  }
}
