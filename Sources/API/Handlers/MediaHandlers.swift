import Fleet
import Media
import Synchronization
import Telemetry
import WebServer

extension API {
  /// The most pictures and sounds of one answer, and how many if nobody says.
  private static let mostMedia: Int64 = 500
  private static let usualMedia: Int64 = 100

  func listMedia(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    let id = try call.number()
    let device: Device
    do throws(FleetError) {
      device = try fleet.device(id, for: requester)
    } catch {
      throw Problem(error)
    }
    let limit = min(max(try call.integer("limit") ?? Self.usualMedia, 1), Self.mostMedia)
    let before = try call.integer("before") ?? .max
    let items = try look { store throws(MediaError) in
      try store.items(of: device.identity, before: before, limit: Int(limit))
    }
    return .json { $0.array(items ?? []) { $0.media($1, device: device.id) } }
  }

  func readMedia(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    let id = try call.number()
    let item = try look { store throws(MediaError) in try store.item(id: id) } ?? nil
    guard let item, let device = fleet.device(of: item.identity),
      fleet.maySee(requester, device: device.id)
    else { throw Self.noMedia }
    return try content(of: item, for: call.request)
  }

  /// As existing clients ask: by the device's identifier, and the name that a position gives.
  func readMediaFile(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    guard let device = fleet.device(uniqueId: call.parts["uniqueId"] ?? ""),
      fleet.maySee(requester, device: device.id)
    else { throw Self.noMedia }
    let file = call.parts["file"] ?? ""
    // The picture that people gave the device is asked for in the same way.
    if let image = try image(of: device, named: file, call) { return image }
    guard let name = MediaName(file) else { throw Self.noMedia }
    let item = try look { store throws(MediaError) in
      try store.item(of: device.identity, named: name)
    }
    guard let item = item ?? nil else { throw Self.noMedia }
    return try content(of: item, for: call.request)
  }

  private static let noMedia = Problem(404, "There is no such picture or sound.")

  private func look<Value>(
    _ body: (MediaStore) throws(MediaError) -> Value
  ) throws(Problem) -> Value? {
    guard let store = services.media else { return nil }
    do throws(MediaError) {
      return try body(store)
    } catch {
      throw Problem(500, error.description)
    }
  }

  // MARK: Bytes

  /// The bytes, in a way that no browser takes for anything but what they are: what is unknown is
  /// only to be downloaded.
  private func content(
    of item: MediaItem, for request: HTTPRequest
  ) throws(Problem) -> HTTPResponse {
    guard let store = services.media else { throw Self.noMedia }
    var fields = [
      HTTPResponse.Field("Content-Type", item.type.rawValue),
      HTTPResponse.Field("X-Content-Type-Options", "nosniff"),
      HTTPResponse.Field("Content-Security-Policy", "default-src 'none'; sandbox"),
      HTTPResponse.Field("Cross-Origin-Resource-Policy", "same-origin"),
      // The browser asks each time, so that whoever may no longer see it does not.
      HTTPResponse.Field("Cache-Control", "private, no-cache"),
    ]
    let isShown = item.type.kind != .file && request.query["download"] != "true"
    let name = item.type == .other ? item.file + ".bin" : item.file
    fields.append(
      HTTPResponse.Field(
        "Content-Disposition", "\(isShown ? "inline" : "attachment"); filename=\"\(name)\""))
    guard let hash = item.hash else {
      let bytes = try look { store throws(MediaError) in try store.content(ofOpen: item) }
      return HTTPResponse(status: 200, fields: fields, body: .bytes(bytes ?? []))
    }
    let tag = "\"\(hash.text)\""
    fields.append(HTTPResponse.Field("ETag", tag))
    if request.headers["if-none-match"] == tag { return HTTPResponse(status: 304, fields: fields) }
    let reader = MediaReader(store: store, hash: hash, workers: workers)
    return HTTPResponse(status: 200, fields: fields, body: .stream { reader.supply($0) })
  }
}

/// Reads a content piece by piece, as fast as a client takes it.
private final class MediaReader: Sendable {
  private let store: MediaStore
  private let hash: ContentHash
  private let workers: WorkerPool
  // Only one piece is asked for at a time; the lock is for the threads that take turns.
  private let place = Mutex(0)

  init(store: MediaStore, hash: ContentHash, workers: WorkerPool) {
    self.store = store
    self.hash = hash
    self.workers = workers
  }

  func supply(_ demand: BodyDemand) {
    let isAccepted = workers.submit { self.read(for: demand) }
    // The client sees an answer that is broken off, and asks again.
    if !isAccepted { demand.fail() }
  }

  private func read(for demand: BodyDemand) {
    do throws(MediaError) {
      let bytes = try store.content(hash, from: place.withLock { $0 })
      guard !bytes.isEmpty else { return demand.finish() }
      place.withLock { $0 += bytes.count }
      demand.supply(bytes)
    } catch {
      demand.fail()
    }
  }
}
