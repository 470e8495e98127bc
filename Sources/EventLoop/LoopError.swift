internal import CUV

/// What the operating system refused, and what was being done.
public struct LoopError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The system's error number, negative.
  public let code: Int32
  /// What was being done, such as `listen on 0.0.0.0:8888 (tcp)`.
  public let operation: String

  init(_ code: Int32, _ operation: String) {
    self.code = code
    self.operation = operation
  }

  /// What failed, why, and for the usual cases what to do.
  public var description: String {
    let reason = uv_strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return "cannot \(operation): \(reason)\(advice)"
  }

  /// Whether the machine does not have the address, or not this version of the internet protocol.
  public var isMissingAddress: Bool {
    code == UV_EADDRNOTAVAIL.rawValue || code == UV_EAFNOSUPPORT.rawValue
  }

  /// Whether somebody else uses the address and port.
  public var isTakenAddress: Bool { code == UV_EADDRINUSE.rawValue }

  private var advice: String {
    if code == UV_EADDRINUSE.rawValue {
      return "; stop the other program that uses this port, or choose another port"
    }
    if code == UV_EACCES.rawValue {
      return "; ports below 1024 need the right to bind them, choose a higher port"
    }
    if code == UV_ECONNREFUSED.rawValue {
      return "; nobody listens there: start the server, or name its address and port"
    }
    if code == UV_EADDRNOTAVAIL.rawValue {
      return "; this machine does not have that address"
    }
    if code == UV_EMFILE.rawValue {
      return "; raise the limit of open files (ulimit -n)"
    }
    return ""
  }
}

/// Throws unless a call to the event library succeeded.
func check(_ result: Int32, _ operation: @autoclosure () -> String) throws(LoopError) {
  if result < 0 { throw LoopError(result, operation()) }
}
