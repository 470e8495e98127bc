internal import CPlatform
internal import CUV

/// An event loop: it waits for sockets, timers, signals and messages of other threads, and calls
/// back.
///
/// A loop and everything opened on it belong to the thread that runs it; only ``Mailbox`` may be
/// used from elsewhere.
public final class Loop {
  /// The most bytes that one read hands over.
  ///
  /// The buffer is shared by all sockets of the loop, so that a silent connection holds none.
  public static let readCapacity = 65_536

  let system: UnsafeMutablePointer<uv_loop_t>
  let readBuffer: UnsafeMutableBufferPointer<UInt8>
  private var isOpen = true

  /// A loop that watches nothing yet.
  public init() throws(LoopError) {
    // A write to a connection that the other side has closed is an ordinary error of that
    // connection; the system's default would end the process.
    platform_ignore_broken_pipes()
    system = .allocate(capacity: 1)
    readBuffer = .allocate(capacity: Self.readCapacity)
    readBuffer.initialize(repeating: 0)
    let result = uv_loop_init(system)
    guard result >= 0 else {
      isOpen = false
      throw LoopError(result, "start an event loop")
    }
    // Unretained: callbacks come only from within `run()` and `close()`, methods of this object.
    uv_loop_set_data(system, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    precondition(!isOpen, "a Loop must be closed before it is dropped")
    readBuffer.deallocate()
    system.deallocate()
  }

  /// How many loops suit this machine: one per core that the process may use.
  public static var recommendedCount: Int { Int(uv_available_parallelism()) }

  /// Raises the number of files and sockets that the process may have open as far as the system
  /// allows.
  ///
  /// - Returns: the number that is allowed now.
  public static func raiseOpenFileLimit() -> Int { Int(platform_raise_file_limit()) }

  /// Milliseconds of a clock that never jumps, as of the beginning of this turn.
  public var now: UInt64 { uv_now(system) }

  /// Nanoseconds of the same clock, read now.
  public static var nanoseconds: UInt64 { uv_hrtime() }

  /// Milliseconds since 1970 UTC by the machine's clock, which may jump.
  public static var wallClock: Int64 {
    var time = uv_timeval64_t()
    uv_gettimeofday(&time)
    return time.tv_sec * 1_000 + Int64(time.tv_usec) / 1_000
  }

  /// Handles events until ``stop()`` is called or nothing is left to watch.
  public func run() {
    guard isOpen else { return }
    uv_run(system, UV_RUN_DEFAULT)
  }

  /// Makes ``run()`` return after this turn.
  public func stop() { uv_stop(system) }

  /// Closes everything that is still open on the loop, then the loop.
  ///
  /// It is not usable afterwards.
  public func close() {
    guard isOpen else { return }
    uv_walk(
      system, { handle, _ in Handle.owner(of: UnsafeMutableRawPointer(handle))?.close() }, nil)
    // Runs the close callbacks, also after somebody asked to stop; the loop is empty then and
    // cannot fail to close.
    while uv_run(system, UV_RUN_DEFAULT) != 0 {}
    let result = uv_loop_close(system)
    precondition(result == 0, "handles were left open on an event loop")
    isOpen = false
  }
}
