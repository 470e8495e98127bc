import Fleet
import Telemetry
import Timeline

/// What somebody wants to know of a device's history.
struct HistoryQuestion: Sendable {
  /// The most positions of one answer.
  static let mostPositions = 50_000

  /// The device, which the one who asks may see.
  let device: Device
  /// From when on.
  let from: Timestamp
  /// Until when.
  let to: Timestamp
  /// Where; nil for everywhere.
  let area: GeofenceInterior?
  /// How many points a track may have that is simplified; nil if all are wanted.
  let mostPoints: Int?
}

extension API {
  /// Reads a question from `deviceId`, `from`, `to`, `geofenceId` and `maxPoints`, all but the last
  /// two required.
  func historyQuestion(_ call: Call) throws(Problem) -> HistoryQuestion {
    let device = try requiredDevice(call)
    guard let from = try call.time("from"), let to = try call.time("to") else {
      throw Problem(400, "Give both from and to, moments such as 2026-11-20T09:30:00Z.")
    }
    return HistoryQuestion(
      device: device, from: from, to: to, area: try area(call), mostPoints: try mostPoints(call))
  }

  /// The device of the parameter `deviceId`.
  func requiredDevice(_ call: Call) throws(Problem) -> Device {
    guard let number = try call.integer("deviceId") else {
      throw Problem(400, "Name the device with the parameter deviceId.")
    }
    return try device(number, call)
  }

  /// A device that the one who asks may see.
  func device(_ number: Int64, _ call: Call) throws(Problem) -> Device {
    let requester = try call.requester()
    do throws(FleetError) {
      return try fleet.device(number, for: requester)
    } catch {
      throw Problem(error)
    }
  }

  /// The area of the parameter `geofenceId`; nil if there is none.
  func area(_ call: Call) throws(Problem) -> GeofenceInterior? {
    guard let number = try call.integer("geofenceId"), number != 0 else { return nil }
    let requester = try call.requester()
    let geofence: StoredObject
    do throws(FleetError) {
      geofence = try fleet.object(ObjectReference(.geofence, number), for: requester)
    } catch {
      throw Problem(error)
    }
    guard let interior = geofence.interior else {
      throw Problem(400, "The geofence \(number) has no area that can be read.")
    }
    return interior
  }

  private func mostPoints(_ call: Call) throws(Problem) -> Int? {
    guard let number = try call.integer("maxPoints") else { return nil }
    guard (2...Int64(HistoryQuestion.mostPositions)).contains(number) else {
      throw Problem(
        400, "The parameter maxPoints must be from 2 to \(HistoryQuestion.mostPositions).")
    }
    return Int(number)
  }
}
