import Fleet
import Telemetry
import WebServer

extension API {
  /// The most actions of one answer.
  private static let mostActions = 10_000

  /// What the server did, a day an entry.
  func listStatistics(_ call: Call) throws(Problem) -> HTTPResponse {
    let (from, to) = try call.range()
    let requester = try call.requester()
    do throws(FleetError) {
      // So that today is there up to now.
      try fleet.captureStatistics()
      let days = try fleet.statistics(from: from, to: to, by: requester)
      return .json { $0.array(days) { $0.statistics($1) } }
    } catch {
      throw Problem(error)
    }
  }

  /// What people did, the oldest first.
  func listActions(_ call: Call) throws(Problem) -> HTTPResponse {
    let (from, to) = try call.range()
    let requester = try call.requester()
    let actions: [Action]
    do throws(FleetError) {
      actions = try fleet.actions(from: from, to: to, most: Self.mostActions + 1, by: requester)
    } catch {
      throw Problem(error)
    }
    guard actions.count <= Self.mostActions else {
      throw Problem(
        400, "More than \(Self.mostActions) things were done in this time. Ask for less time.")
    }
    return .json { $0.array(actions) { $0.action($1) } }
  }
}

extension Call {
  /// The parameters `from` and `to`, which must be there.
  func range() throws(Problem) -> (from: Timestamp, to: Timestamp) {
    guard let from = try time("from"), let to = try time("to") else {
      throw Problem(400, "Give both from and to, moments such as 2026-11-20T09:30:00Z.")
    }
    return (from, to)
  }
}

extension JSONWriter {
  fileprivate mutating func statistics(_ day: Statistics) {
    object { json in
      json.member("id", .integer(day.captureTime.milliseconds / 86_400_000))
      json.key("attributes")
      json.attributes([String: AttributeValue]())
      json.time("captureTime", day.captureTime)
      json.member("activeUsers", .integer(day.activeUsers))
      json.member("activeDevices", .integer(day.activeDevices))
      for counter in Statistics.Counter.allCases {
        json.member(counter.rawValue, .integer(day[counter]))
      }
      json.key("protocols")
      json.attributes(day.protocols.mapValues { .integer($0) })
    }
  }

  fileprivate mutating func action(_ action: Action) {
    object { json in
      json.member("id", .integer(action.id))
      json.key("attributes")
      json.attributes(action.detail.isEmpty ? [:] : ["detail": .text(action.detail)])
      json.time("actionTime", action.time)
      json.member("address", .text(action.address))
      json.member("userId", .integer(action.userId))
      json.member("userEmail", .text(action.userEmail))
      json.member("actionType", .text(action.type))
      json.member("objectType", .text(action.objectType))
      json.member("objectId", .integer(action.objectId))
    }
  }
}
