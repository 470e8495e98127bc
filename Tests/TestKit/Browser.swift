public import Foundation

/// A real Chromium that does what a person would, by `scripts/browser`.
public enum Browser {
  /// Where pictures are kept.
  public static let artefacts = Program.repository.appending(path: "artefacts")

  /// Whether there is a Chromium on this machine.
  public static let isAvailable = ["/usr/bin/chromium", "/usr/bin/chromium-browser"]
    .contains { FileManager.default.isExecutableFile(atPath: $0) }

  /// Goes through steps, a JSON list as `scripts/browser --help` tells.
  ///
  /// - Parameter options: further flags, such as the size of the window.
  /// - Returns: the run; its status is 0 if every step succeeded and the page did not complain.
  public static func run(
    _ url: String, steps: String, _ options: [String] = []
  ) throws -> Program.Result {
    try FileManager.default.createDirectory(at: artefacts, withIntermediateDirectories: true)
    let script = Program.repository.appending(path: "scripts/browser").path
    let program = try Program(
      ["--url", url, "--steps", "-", "--out", artefacts.path] + options, input: steps,
      executable: script)
    return program.wait(seconds: 300)
  }

  /// The step that signs in as the test server's administrator.
  public static let login =
    #"{"login": {"email": "\#(TestServer.email)", "password": "\#(TestServer.password)"}}"#
}
