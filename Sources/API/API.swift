import EventLoop
import Fleet
public import Ledger
import Synchronization
public import Telemetry
public import Timeline
public import WebServer

/// The web API: what existing clients of trackers' servers know, and what is ours.
///
/// Give ``handle(_:_:)``, ``socket(for:)`` and ``tick()`` to a ``WebServer`` and tell ``live`` what
/// is new. ``WebServer/init(api:_:)`` does the first.
public final class API: Sendable {
  /// Header fields that the API looks at and the web server does not know by itself.
  public static let headers = ["x-setup-code", "x-forwarded-proto", "sec-fetch-site"]

  /// Everything that can be asked.
  public static let routes: [Route] = routeTable
  private static let router = Router(routes)

  let services: APIServices
  let options: APIOptions
  let watch: DeviceWatch
  let origins: OriginRule
  /// Tells clients what is new as it happens.
  public let live: LiveHub
  let workers: WorkerPool
  let dispatcher: CommandDispatcher
  private let compressor = ResponseCompressor()
  private let passwordWorkers: WorkerPool
  /// How often something was done and could not be recorded.
  let unrecorded = Atomic<Int64>(0)

  var fleet: Fleet { services.fleet }

  /// An API on what there is.
  public init(_ services: APIServices, _ options: APIOptions) {
    self.services = services
    self.options = options
    let watch = DeviceWatch(
      positions: LastPositionIndex(timeline: services.timeline), patience: options.statusTimeout,
      isConnected: services.isConnected, clock: options.clock)
    self.watch = watch
    origins = OriginRule(allowed: Set(options.publicOrigins.map { $0.lowercased() }))
    live = LiveHub(fleet: services.fleet, timeline: services.timeline, watch: watch)
    dispatcher = CommandDispatcher(services.fleet, services.commands, live, options.clock)
    // Long questions of people must not hold up the answers to trackers.
    workers = WorkerPool(
      name: "api", threads: options.workers, limit: options.mostWaiting, isBackground: true)
    passwordWorkers = WorkerPool(
      name: "password", threads: options.passwordWorkers, limit: options.mostWaiting,
      isBackground: true)
  }

  /// Ends the workers. To be called when the web server has stopped.
  public func stop() {
    passwordWorkers.stop()
    workers.stop()
    dispatcher.stop()
    live.stop()
  }

  /// To be called about once a second.
  public func tick() {
    live.tick()
    dispatcher.tick()
  }

  // MARK: News from other threads

  /// Devices have called, with or without a position; the fleet knows already.
  public func heard(_ identities: [DeviceIdentity]) {
    live.heard(identities)
    dispatcher.heard(identities)
  }

  /// Messages of devices are in the ledger; the fleet knows who sent them.
  public func received(_ records: [LedgerRecord]) { live.received(records) }

  /// Positions are new in the timeline.
  public func publish(_ updates: [TimelineUpdate]) {
    live.publish(updates)
    dispatcher.received(updates)
  }

  // MARK: Requests

  /// Answers a request, now or later.
  public func handle(_ request: HTTPRequest, _ responder: Responder) {
    fleet.count(.requests)
    switch Self.router.find(request.method, request.path) {
    case .route(let route, let parts):
      Errand(api: self, route: route, parts: parts, request: request, responder: responder)
        .begin()
    case .otherMethods(let methods): responder.respond(Self.other(methods, request.method))
    case .nothing: responder.respond(file(request))
    }
  }

  private func file(_ request: HTTPRequest) -> HTTPResponse {
    if let response = services.files.response(to: request) { return response }
    return Problem(404, "There is nothing at this address.").response
  }

  private static func other(_ methods: [HTTPMethod], _ asked: HTTPMethod) -> HTTPResponse {
    var names = methods.map(\.rawValue)
    if methods.contains(.get) { names.append(HTTPMethod.head.rawValue) }
    names.append(HTTPMethod.options.rawValue)
    let allow = HTTPResponse.Field("Allow", names.joined(separator: ", "))
    if asked == .options { return HTTPResponse(status: 204, fields: [allow]) }
    var response = Problem(
      405, "This address takes \(names.joined(separator: ", ")), not \(asked.rawValue)."
    ).response
    response.fields.append(allow)
    return response
  }

  // MARK: Where a request comes from

  /// The address that a request comes from, behind proxies that are trusted.
  func address(of request: HTTPRequest) -> String {
    guard isProxy(request.peer), let header = request.headers["x-forwarded-for"] else {
      return request.peer
    }
    // Each proxy adds whom it heard at the end: the last one that is no proxy of ours is true, and
    // whatever stands before it anybody may have written.
    var address = request.peer
    for part in header.split(separator: ",").reversed() {
      guard let known = IPAddress(String(part.filter { $0 != " " && $0 != "[" && $0 != "]" }))
      else { break }
      address = known.unmapped.description
      if !isProxy(address) { break }
    }
    return address
  }

  /// Whether an address is that of a proxy that is believed.
  func isProxy(_ address: String) -> Bool {
    guard !options.trustedProxies.isEmpty, let address = IPAddress(address) else { return false }
    return options.trustedProxies.contains { $0.contains(address.unmapped) }
  }

  /// Whether a browser reaches us encrypted, as it says itself or a trusted proxy does.
  func isSecure(_ request: HTTPRequest) -> Bool {
    if request.headers["origin"]?.lowercased().hasPrefix("https://") == true { return true }
    return isProxy(request.peer)
      && request.headers["x-forwarded-proto"]?.lowercased() == "https"
  }

  /// The most bytes that are compressed on the web thread.
  private static let mostQuickBytes = 32_768

  /// Answers in the form that the client takes; from a worker if that takes long.
  func respond(
    _ response: HTTPResponse, to request: HTTPRequest, at place: Route.Cost, _ responder: Responder
  ) {
    let isLong =
      if case .bytes(let bytes) = response.body { bytes.count > Self.mostQuickBytes } else { false }
    guard place == .quick, isLong else {
      responder.respond(compressor.compress(response, for: request))
      return
    }
    let isAccepted = workers.submit {
      responder.respond(self.compressor.compress(response, for: request))
    }
    // It is there already: sending it as it is costs less than refusing it.
    if !isAccepted { responder.respond(response) }
  }

  /// Has something done by a worker, for a user if one is known; false if too much waits already.
  func submit(
    _ cost: Route.Cost, for user: Int64? = nil, _ job: @escaping @Sendable () -> Void
  ) -> Bool {
    switch cost {
    case .quick:
      job()
      return true
    case .slow: return workers.submit(for: user, job)
    case .password: return passwordWorkers.submit(for: user, job)
    }
  }
}

extension WebServer {
  /// A web server that serves an API.
  public convenience init(
    api: API, _ configuration: WebServerConfiguration
  ) throws(WebServer.Failure) {
    var configuration = configuration
    configuration.furtherHeaders += API.headers
    try self.init(
      configuration, socketHandler: { api.socket(for: $0) }, tick: { api.tick() },
      handler: { api.handle($0, $1) })
  }
}
