import Fleet
import Synchronization
import Telemetry
import Timeline
import WebServer

extension API {
  /// The most positions of one answer.
  static let mostPositions = 50_000
  /// The most identifiers in one request.
  private static let mostIdentifiers = 1_000

  func listPositions(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    let ids = try call.integers("id")
    if !ids.isEmpty { return try positions(ids, for: requester) }
    guard let number = try call.integer("deviceId"), number != 0 else {
      return try lastPositions(for: requester)
    }
    let device: Device
    do throws(FleetError) {
      device = try fleet.device(number, for: requester)
    } catch {
      throw Problem(error)
    }
    let from = try call.time("from")
    let to = try call.time("to")
    guard from != nil || to != nil else { return try lastPosition(of: device) }
    guard let from, let to else { throw Problem(400, "Give both from and to, or neither.") }
    return history(of: device, from: from, to: to)
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

  private func lastPosition(of device: Device) throws(Problem) -> HTTPResponse {
    let last = try lastKnown(of: device.identity)
    return .json { $0.array([last].compactMap(\.self)) { $0.position($1, device: device.id) } }
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

  private func history(of device: Device, from: Timestamp, to: Timestamp) -> HTTPResponse {
    let reader = HistoryReader(
      timeline: services.timeline, workers: workers, device: device, from: from, to: to)
    return HTTPResponse(
      status: 200,
      fields: [
        HTTPResponse.Field("Content-Type", "application/json"),
        HTTPResponse.Field("Cache-Control", "no-store"),
      ],
      body: .stream { reader.supply($0) })
  }
}

/// Reads a history piece by piece, as fast as a client takes it.
private final class HistoryReader: Sendable {
  /// How many positions are read at once.
  private static let pieceLength = 500

  private struct State {
    var cursor: TimelineCursor?
    var count = 0
    var isComplete = false
  }

  private let timeline: any Timeline
  private let workers: WorkerPool
  private let device: Device
  private let from: Timestamp
  private let to: Timestamp
  // Only one piece is asked for at a time; the lock is for the threads that take turns.
  private let state = Mutex(State())

  init(
    timeline: any Timeline, workers: WorkerPool, device: Device, from: Timestamp, to: Timestamp
  ) {
    self.timeline = timeline
    self.workers = workers
    self.device = device
    self.from = from
    self.to = to
  }

  func supply(_ demand: BodyDemand) {
    let isAccepted = workers.submit { self.read(for: demand) }
    // The client sees an answer that is broken off, and asks again.
    if !isAccepted { demand.fail() }
  }

  private func read(for demand: BodyDemand) {
    let before = state.withLock { $0 }
    guard !before.isComplete else { return demand.finish() }
    do throws(TimelineError) {
      let limit = min(Self.pieceLength, API.mostPositions - before.count)
      let positions = try timeline.positions(
        of: device.identity, from: from, to: to, after: before.cursor, limit: limit)
      let count = before.count + positions.count
      let isComplete = positions.count < limit || count >= API.mostPositions
      state.withLock { state in
        state.cursor = positions.last?.cursor ?? state.cursor
        state.count = count
        state.isComplete = isComplete
      }
      demand.supply(piece(positions, isFirst: before.count == 0, isLast: isComplete))
    } catch {
      demand.fail()
    }
  }

  /// A part of the array: brackets at its ends, commas in between.
  private func piece(_ positions: [StoredPosition], isFirst: Bool, isLast: Bool) -> [UInt8] {
    var json = JSONWriter()
    json.array(positions) { $0.position($1, device: device.id) }
    var bytes = json.bytes
    if !isLast { bytes.removeLast() }
    if !isFirst {
      if positions.isEmpty { return [UInt8(ascii: "]")] }
      bytes[0] = UInt8(ascii: ",")
    }
    return bytes
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
