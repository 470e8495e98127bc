import Fleet
import Telemetry
import WebServer

extension API {
  func listDevices(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    let ids = try call.integers("id")
    let uniqueIds = call.request.query.all("uniqueId")
    var devices: [Device]
    if !ids.isEmpty || !uniqueIds.isEmpty {
      devices = try self.devices(ids, uniqueIds, for: requester)
    } else {
      devices = fleet.devices(for: requester, all: call.wantsAll)
    }
    if let owner = try call.owner() {
      devices = try self.devices(of: owner, for: requester)
    }
    if let keyword = call.request.query["keyword"]?.lowercased(), !keyword.isEmpty {
      devices.removeAll { !$0.matches(keyword) }
    }
    let page = Page(try call.integer("offset"), try call.integer("limit")).of(devices)
    let isBrief = call.excludesAttributes
    return .json { $0.array(page) { $0.device($1, watch, isBrief: isBrief) } }
  }

  private func devices(
    _ ids: [Int64], _ uniqueIds: [String], for requester: Requester
  ) throws(Problem) -> [Device] {
    var devices: [Device] = []
    do throws(FleetError) {
      for id in ids { devices.append(try fleet.device(id, for: requester)) }
    } catch {
      throw Problem(error)
    }
    for uniqueId in uniqueIds {
      guard let device = fleet.device(uniqueId: uniqueId),
        fleet.maySee(requester, device: device.id)
      else { throw Problem(404, "There is no device \(uniqueId).") }
      devices.append(device)
    }
    return devices
  }

  /// The devices that are linked to a user or to a device themselves, or that stand in a group.
  private func devices(
    of owner: ObjectReference, for requester: Requester
  ) throws(Problem) -> [Device] {
    do throws(FleetError) {
      switch owner.kind {
      case .user:
        let user = try fleet.user(owner.id, for: requester)
        let direct = Set(fleet.properties(of: owner, .device))
        return fleet.devices(for: .user(user.id)).filter { direct.contains($0.id) }
      case .group:
        let group = try fleet.object(owner, for: requester)
        return fleet.devices(for: requester, all: true).filter { $0.groupId == group.id }
      default:
        _ = try fleet.device(owner.id, for: requester)
        return fleet.properties(of: owner, .linkedDevice).compactMap {
          try? fleet.device($0, for: requester)
        }
      }
    } catch {
      throw Problem(error)
    }
  }

  func readDevice(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    let requester = try call.requester()
    do throws(FleetError) {
      return json(try fleet.device(id, for: requester))
    } catch {
      throw Problem(error)
    }
  }

  func addDevice(_ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    let body = try JSONObject(body: call.request.body)
    let uniqueId = try body.requiredText("uniqueId")
    var device = Device(name: uniqueId, uniqueId: uniqueId)
    try body.read(into: &device)
    try OptionCheck.check(device, instead: [:])
    do throws(FleetError) {
      let made = try fleet.createDevice(device, by: requester)
      live.changed(made.id)
      return json(try fleet.device(made.id, for: requester))
    } catch {
      throw Problem(error)
    }
  }

  func changeDevice(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    let requester = try call.requester()
    let body = try JSONObject(body: call.request.body)
    try body.requireNumber(id)
    do throws(FleetError) {
      var device = try fleet.device(id, for: requester)
      let entered = device.attributes
      do throws(Problem) {
        try body.read(into: &device)
        try OptionCheck.check(device, instead: entered)
      } catch {
        return error.response
      }
      _ = try fleet.updateDevice(device, by: requester)
      live.changed(id)
      return json(try fleet.device(id, for: requester))
    } catch {
      throw Problem(error)
    }
  }

  func removeDevice(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    let requester = try call.requester()
    do throws(FleetError) {
      try fleet.deleteDevice(id, by: requester)
    } catch {
      throw Problem(error)
    }
    return .noContent
  }

  /// The versions that a device reported, by its own clock.
  func listVersions(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    do throws(FleetError) {
      let versions = try fleet.versions(ofDevice: id, for: try Self.requester(call))
      return .json { $0.array(versions) { $0.version($1) } }
    } catch {
      throw Problem(error)
    }
  }

  private func json(_ device: Device) -> HTTPResponse {
    .json { $0.device(device, watch) }
  }
}

extension Device {
  /// Whether a word in lower case is in what was entered.
  fileprivate func matches(_ keyword: String) -> Bool {
    [name, uniqueId, phone ?? "", model ?? "", contact ?? ""]
      .contains { $0.lowercased().contains(keyword) }
  }
}
