import Fleet
import Telemetry
import WebServer

/// The routes of everything that is stored by a form: groups, geofences, drivers and so on.
let objectRoutes: [Route] = ObjectForm.all.flatMap { form in
  let list = "/api/\(form.path)"
  let one = list + "/{id}"
  return [
    Route(.get, list, .user, .slow) { api, call throws(Problem) in
      try api.listObjects(form, call)
    },
    Route(.post, list, .user, .slow) { api, call throws(Problem) in
      try api.addObject(form, call)
    },
    Route(.get, one, .user, .quick) { api, call throws(Problem) in
      try api.readObject(form, call)
    },
    Route(.put, one, .user, .slow) { api, call throws(Problem) in
      try api.changeObject(form, call)
    },
    Route(.delete, one, .user, .slow) { api, call throws(Problem) in
      try api.removeObject(form, call)
    },
  ]
}

extension API {
  func listObjects(_ form: ObjectForm, _ call: Call) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    var objects: [StoredObject]
    if let owner = try call.owner() {
      do throws(FleetError) {
        objects = try fleet.objects(form.kind, of: owner, for: requester)
      } catch {
        throw Problem(error)
      }
    } else {
      objects = fleet.objects(form.kind, for: requester, all: call.wantsAll)
    }
    if let keyword = call.request.query["keyword"]?.lowercased(), !keyword.isEmpty {
      objects.removeAll { !$0.matches(keyword) }
    }
    if call.excludesAttributes {
      for index in objects.indices { objects[index].attributes = [:] }
    }
    let page = Page(try call.integer("offset"), try call.integer("limit")).of(objects)
    return .json { $0.array(page) { $0.object($1, form) } }
  }

  func readObject(_ form: ObjectForm, _ call: Call) throws(Problem) -> HTTPResponse {
    let object = try object(form, call)
    return .json { $0.object(object, form) }
  }

  func addObject(_ form: ObjectForm, _ call: Call) throws(Problem) -> HTTPResponse {
    var object = StoredObject(form.kind)
    try JSONObject(body: call.request.body).read(into: &object, form)
    do throws(FleetError) {
      let made = try fleet.createObject(object, by: try Self.requester(call))
      return .json { $0.object(made, form) }
    } catch {
      throw Problem(error)
    }
  }

  func changeObject(_ form: ObjectForm, _ call: Call) throws(Problem) -> HTTPResponse {
    var object = try object(form, call)
    let body = try JSONObject(body: call.request.body)
    try body.requireNumber(object.id)
    try body.read(into: &object, form)
    do throws(FleetError) {
      let changed = try fleet.updateObject(object, by: try Self.requester(call))
      if form.kind == .group { live.checkClients() }
      return .json { $0.object(changed, form) }
    } catch {
      throw Problem(error)
    }
  }

  func removeObject(_ form: ObjectForm, _ call: Call) throws(Problem) -> HTTPResponse {
    let reference = ObjectReference(form.kind, try call.number())
    do throws(FleetError) {
      try fleet.deleteObject(reference, by: try Self.requester(call))
    } catch {
      throw Problem(error)
    }
    if form.kind == .group { live.checkClients() }
    return .noContent
  }

  private func object(_ form: ObjectForm, _ call: Call) throws(Problem) -> StoredObject {
    let reference = ObjectReference(form.kind, try call.number())
    let requester = try call.requester()
    do throws(FleetError) {
      return try fleet.object(reference, for: requester)
    } catch {
      throw Problem(error)
    }
  }
}

extension Call {
  /// Whether everything is asked for. Only administrators are given it; existing clients ask for
  /// others too, who get what is theirs.
  var wantsAll: Bool { request.query["all"] == "true" }

  /// Whether a list is asked for without further settings, which may be long.
  var excludesAttributes: Bool { request.query["excludeAttributes"] == "true" }

  /// The user, device or group whose objects are asked for; nil if none is named.
  func owner() throws(Problem) -> ObjectReference? {
    if let user = try integer("userId") { return ObjectReference(.user, user) }
    if let device = try integer("deviceId") { return ObjectReference(.device, device) }
    if let group = try integer("groupId") { return ObjectReference(.group, group) }
    return nil
  }
}

extension StoredObject {
  /// Whether a word in lower case is in one of the texts.
  fileprivate func matches(_ keyword: String) -> Bool {
    values.values.contains { value in
      if case .text(let text) = value { text.lowercased().contains(keyword) } else { false }
    }
  }
}
