internal import Glibc

/// What the operating system refused to do with a file or folder.
public struct PlatformError: Error, Hashable, CustomStringConvertible {
  /// What was tried, such as `remove`.
  public let operation: String
  /// The path that it was tried on.
  public let path: String
  /// The error number of the operating system.
  public let number: Int32

  init(_ operation: String, _ path: String, _ number: Int32) {
    self.operation = operation
    self.path = path
    self.number = number
  }

  /// For people: what was tried, on what, and why it failed.
  public var description: String {
    "cannot \(operation) \(path): \(String(cString: strerror(number)))"
  }
}
