import Glibc
import TrackerProtocols

// What libFuzzer calls. Its names and its C types are given; the bytes are copied into an array at
// once, so that nothing else here is unsafe and the address sanitizer sees their exact end.

/// Called once before the first input: writes the seeds and stops, if that is what is wanted.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
) -> CInt {
  if let folder = setting("WHEREABOUTS_FUZZ_SEEDS") {
    let written = Seeds.write(into: folder)
    print("\(written) seeds")
    exit(written > 0 ? 0 : 1)
  }
  return 0
}

/// Called with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let input = FuzzInput(bytes) else { return -1 }
  Drill.run(input)
  return 0
}

/// A variable of the environment.
func setting(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// Ends the process, which makes the input a finding, unless a promise is kept.
func promise(_ isKept: Bool, _ promise: @autoclosure () -> String) {
  guard !isKept else { return }
  complain("broken promise: \(promise())")
  abort()
}

/// Writes a line to the standard error output.
func complain(_ text: String) {
  let line = Array("\(text)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
}
