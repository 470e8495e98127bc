import Fleet
import Telemetry
import Timeline
import WebServer

extension API {
  /// The most identifiers in one request.
  private static let mostIdentifiers = 1_000

  func listPositions(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    let ids = try call.integers("id")
    if !ids.isEmpty { return try positions(ids, for: requester) }
    guard let number = try call.integer("deviceId"), number != 0 else {
      return try lastPositions(for: requester)
    }
    let from = try call.time("from")
    let to = try call.time("to")
    guard from != nil || to != nil else {
      return try lastPosition(of: try device(number, call), in: try area(call))
    }
    return try history(try historyQuestion(call), JSONPositions())
  }

  private func positions(
    _ ids: [Int64], for requester: Requester
  ) throws(Problem) -> HTTPResponse {
    guard ids.count <= Self.mostIdentifiers else {
      throw Problem(400, "Ask for at most \(Self.mostIdentifiers) positions at once.")
    }
    var found: [(StoredPosition, Int64)] = []
    for id in ids {
      guard let position = try position(id: id),
        let device = fleet.device(of: position.identity),
        fleet.maySee(requester, device: device.id)
      else { throw Problem(404, "There is no position \(id).") }
      found.append((position, device.id))
    }
    return .json { $0.array(found) { $0.position($1.0, device: $1.1) } }
  }

  private func lastPositions(for requester: Requester) throws(Problem) -> HTTPResponse {
    let found = try LastPositions(fleet: fleet, timeline: services.timeline).all(for: requester)
    return .json { $0.array(found) { $0.position($1.position, device: $1.device) } }
  }

  private func lastPosition(
    of device: Device, in area: GeofenceInterior?
  ) throws(Problem) -> HTTPResponse {
    var found: [StoredPosition] = []
    if let last = try lastKnown(of: device.identity), last.isIn(area) { found = [last] }
    return .json { $0.array(found) { $0.position($1, device: device.id) } }
  }

  func lastKnown(of identity: DeviceIdentity) throws(Problem) -> StoredPosition? {
    do throws(TimelineError) {
      return try services.timeline.lastKnown(of: identity)
    } catch {
      throw Problem(error)
    }
  }

  private func position(id: Int64) throws(Problem) -> StoredPosition? {
    do throws(TimelineError) {
      return try services.timeline.position(id: id)
    } catch {
      throw Problem(error)
    }
  }

  // MARK: History

  /// A history in a form, piece by piece.
  func history(
    _ question: HistoryQuestion, _ format: any PositionFormat
  ) throws(Problem) -> HTTPResponse {
    let answer = try HistoryScan.answer(to: question, from: services.timeline)
    let reader = HistoryReader(
      question, answer, format, timeline: services.timeline, workers: workers)
    return HTTPResponse(
      status: 200,
      fields: [
        HTTPResponse.Field("Content-Type", format.contentType),
        HTTPResponse.Field("Cache-Control", "no-store"),
      ],
      body: .stream { reader.supply($0) })
  }

  /// A history as a file.
  func exportPositions(
    _ call: Call, _ format: any PositionFormat
  ) throws(Problem) -> HTTPResponse {
    let question = try historyQuestion(call)
    var response = try history(question, format)
    response.fields.append(Self.attachment(question, format.fileExtension))
    return response
  }

  /// A history as a zip archive with KML. An archive says first how long its file is, so it is made
  /// as a whole; the limit on positions makes that some megabytes.
  func exportArchive(_ call: Call) throws(Problem) -> HTTPResponse {
    let question = try historyQuestion(call)
    let answer = try HistoryScan.answer(to: question, from: services.timeline)
    let reader = HistoryReader(
      question, answer, KMLPositions(), timeline: services.timeline, workers: workers)
    var content: [UInt8] = []
    do throws(TimelineError) {
      while let piece = try reader.next() { content += piece }
    } catch {
      throw Problem(error)
    }
    var response = HTTPResponse(
      contentType: "application/vnd.google-earth.kmz", StoredZip.archive("doc.kml", content))
    response.fields.append(HTTPResponse.Field("Cache-Control", "no-store"))
    response.fields.append(Self.attachment(question, "kmz"))
    return response
  }

  private static func attachment(
    _ question: HistoryQuestion, _ fileExtension: String
  ) -> HTTPResponse.Field {
    HTTPResponse.Field(
      "Content-Disposition", FileName.attachment(question.device.name, fileExtension))
  }

  // MARK: Removing

  /// Removes the history of a device between two times for good.
  func removePositions(_ call: Call) throws(Problem) -> HTTPResponse {
    let device = try requiredDevice(call)
    guard let from = try call.time("from"), let to = try call.time("to") else {
      throw Problem(400, "Give both from and to, moments such as 2026-11-20T09:30:00Z.")
    }
    return try remove(of: device, call) { () throws(TimelineError) in
      try services.timeline.remove(device.identity, from: from, to: to)
    }
  }

  /// Removes one position for good.
  func removePosition(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    let requester = try call.requester()
    guard let position = try position(id: id), let device = fleet.device(of: position.identity),
      fleet.maySee(requester, device: device.id)
    else { throw Problem(404, "There is no position \(id).") }
    return try remove(of: device, call) { () throws(TimelineError) in
      _ = try services.timeline.remove(position)
    }
  }

  private func remove(
    of device: Device, _ call: Call, _ body: () throws(TimelineError) -> Void
  ) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    do throws(FleetError) {
      try fleet.requireMayEdit(device: device.id, by: requester)
    } catch {
      throw Problem(error)
    }
    do throws(TimelineError) {
      try body()
    } catch {
      throw Problem(error)
    }
    watch.positions.forget(device.identity)
    live.changed(device.id)
    return .noContent
  }
}

extension StoredPosition {
  /// Whether it is in an area; without one everything is.
  fileprivate func isIn(_ area: GeofenceInterior?) -> Bool {
    guard let area else { return true }
    guard let location else { return false }
    return area.contains(latitude: location.latitude, longitude: location.longitude)
  }
}

/// The newest position of each device that somebody may see.
struct LastPositions: Sendable {
  /// Up to so many devices are looked up one by one; for more, all are read.
  private static let mostSingleReads = 200

  let fleet: Fleet
  let timeline: any Timeline

  func all(
    for requester: Requester
  ) throws(Problem) -> [(position: StoredPosition, device: Int64)] {
    let devices = fleet.visibleIdentities(for: requester)
    var found: [(position: StoredPosition, device: Int64)] = []
    do throws(TimelineError) {
      if devices.count <= Self.mostSingleReads {
        for (identity, device) in devices {
          if let last = try timeline.lastKnown(of: identity) { found.append((last, device)) }
        }
      } else {
        for last in try timeline.lastKnown() {
          if let device = devices[last.identity] { found.append((last, device)) }
        }
      }
    } catch {
      throw Problem(error)
    }
    return found.sorted { $0.device < $1.device }
  }
}
