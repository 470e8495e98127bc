public import Foundation
import Glibc
import Synchronization

/// The program that is tested, run as its users run it: a process of its own.
public final class Program: Sendable {
  /// What a finished run gave.
  public struct Result: Sendable {
    /// The exit status; negative for the signal that ended it.
    public let status: Int32
    /// Standard output.
    public let output: String
    /// Standard error.
    public let complaints: String
  }

  /// Where the program is: as the environment says, or where the tests were built.
  public static let path: String =
    ProcessInfo.processInfo.environment["WHEREABOUTS_BINARY"]
    ?? repository.appending(path: ".build/debug/whereabouts").path

  /// The folder of the project.
  public static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private let process: Mutex<Process>
  private let output = Mutex<[UInt8]>([])
  private let complaints = Mutex<[UInt8]>([])
  /// How many of the two have not come to their end.
  private let openPipes = Mutex(2)

  /// Starts the program.
  public init(
    _ arguments: [String], input: String? = nil, executable: String = Program.path
  ) throws {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = Program.repository
    // Settings of whoever runs the tests must not reach the program.
    var environment = ProcessInfo.processInfo.environment.filter {
      !$0.key.hasPrefix("WHEREABOUTS_")
    }
    // A crash must end the process, not start a search for its cause that may hang.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = environment
    let (out, err, into) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    process.standardInput = into
    self.process = Mutex(process)
    try self.process.withLock { try $0.run() }
    Self.read(out) { [weak self] piece in
      self?.output.withLock { $0 += piece }
      if piece.isEmpty { self?.openPipes.withLock { $0 -= 1 } }
    }
    Self.read(err) { [weak self] piece in
      self?.complaints.withLock { $0 += piece }
      if piece.isEmpty { self?.openPipes.withLock { $0 -= 1 } }
    }
    if let input { into.fileHandleForWriting.write(Data(input.utf8)) }
    try into.fileHandleForWriting.close()
  }

  /// Gives what comes through a pipe, piece by piece, and an empty piece at its end. A thread of
  /// its own waits for it: those that are shared may all be busy with tests when the program ends.
  private static func read(
    _ pipe: Pipe, _ take: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) {
    let end = pipe.fileHandleForReading
    Thread.detachNewThread {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = Glibc.read(end.fileDescriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        take(buffer[..<max(count, 0)])
        if count <= 0 { return }
      }
    }
  }

  /// What it has written to standard output so far.
  public var outputSoFar: String { output.withLock { String(decoding: $0, as: UTF8.self) } }

  /// What it has written to standard error so far.
  public var complaintsSoFar: String {
    complaints.withLock { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether it runs.
  public var isRunning: Bool { process.withLock { $0.isRunning } }

  /// Its number.
  public var identifier: Int32 { process.withLock { $0.processIdentifier } }

  /// Sends a signal.
  public func signal(_ number: Int32) { kill(identifier, number) }

  /// Waits until it has ended; ends it by force after so many seconds.
  @discardableResult
  public func wait(seconds: Double = 60) -> Result {
    let deadline = Date().addingTimeInterval(seconds)
    while isRunning, Date() < deadline { usleep(5_000) }
    if isRunning { signal(SIGKILL) }
    while isRunning { usleep(5_000) }
    // The pipes may hold a last piece. Something that it started may keep them open for longer.
    let patience = Date().addingTimeInterval(5)
    while openPipes.withLock({ $0 }) > 0, Date() < patience { usleep(2_000) }
    let status = process.withLock {
      $0.terminationReason == .uncaughtSignal ? -$0.terminationStatus : $0.terminationStatus
    }
    return Result(status: status, output: outputSoFar, complaints: complaintsSoFar)
  }

  /// Runs the program to its end.
  public static func run(
    _ arguments: [String], input: String? = nil, seconds: Double = 60
  ) throws -> Result {
    try Program(arguments, input: input).wait(seconds: seconds)
  }
}
