import Platform
import Synchronization

/// An HTTP/1.1 and WebSocket server on a thread of its own.
///
/// ```swift
/// let server = try WebServer(configuration, handler: { request, responder in
///   responder.respond(.text("You asked for \(request.path)."))
/// })
/// print(server.port)
/// server.stop()
/// ```
public final class WebServer: Sendable {
  /// What is done with each request. It is called on the web thread and must not block: what
  /// takes long goes elsewhere and answers from there.
  public typealias Handler = @Sendable (HTTPRequest, Responder) -> Void
  /// What is done with each request to become a WebSocket; called on the web thread.
  public typealias SocketHandler = @Sendable (HTTPRequest) -> WebSocketDecision

  /// Why a server could not be started.
  public enum Failure: Error, Sendable, CustomStringConvertible {
    /// An address and port could not be listened on.
    case cannotListen(address: String, port: UInt16)
    /// The library could not be set up.
    case cannotStart

    /// What happened and what to do.
    public var description: String {
      switch self {
      case .cannotListen(let address, let port):
        """
        The web server cannot listen on \(address) port \(port). Another program may have the \
        port, or the address does not belong to this machine: choose another one.
        """
      case .cannotStart:
        "The web server cannot be set up: libwebsockets has no memory or no file descriptors left."
      }
    }
  }

  /// The port that is listened on.
  public let port: UInt16
  private let mailbox: Mailbox
  private let thread: Mutex<WorkerThread?>

  /// Starts a server and returns when it listens.
  ///
  /// - Parameters:
  ///   - configuration: where it listens, and its limits.
  ///   - socketHandler: decides about WebSockets; without one all are refused.
  ///   - tick: called about once a second on the web thread.
  ///   - handler: answers requests.
  public init(
    _ configuration: WebServerConfiguration,
    socketHandler: @escaping SocketHandler = { _ in
      .refuse(.problem(404, "There is no WebSocket at this address."))
    },
    tick: @escaping @Sendable () -> Void = {},
    handler: @escaping Handler
  ) throws(Failure) {
    let mailbox = Mailbox()
    let started = StartSignal(nil)
    let thread = try? WorkerThread(name: "web") {
      let service = Service(
        configuration: configuration, mailbox: mailbox, handler: handler,
        socketHandler: socketHandler, tick: tick)
      service.run(started)
    }
    guard let thread else { throw .cannotStart }
    self.mailbox = mailbox
    guard let result = started.wait(until: { $0 }) else { throw .cannotStart }
    port = try result.get()
    self.thread = Mutex(thread)
  }

  /// Ends the server: connections are closed, and when the function returns the thread is gone.
  /// A second call does nothing. Not to be called on the web thread.
  public func stop() {
    mailbox.post(.stop)
    let thread = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    thread?.join()
  }

  deinit { stop() }
}

/// How the starting thread learns whether the server listens.
typealias StartSignal = Monitor<Result<UInt16, WebServer.Failure>?>
