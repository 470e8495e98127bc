public import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A running server on free ports, with an administrator.
public final class TestServer: Sendable {
  /// Who may do everything.
  public static let email = "admin@example.org"
  /// The administrator's password.
  public static let password = "quiet-harbour-4711"

  /// The process.
  public let program: Program
  /// The port of trackers.
  public let trackerPort: Int
  /// Where the page and the API are, without a slash at the end.
  public let web: String
  /// The data folder.
  public let data: String

  /// Starts a server on a data folder and waits until it accepts.
  ///
  /// - Parameter settings: further flags.
  public init(data: String, _ settings: [String] = []) throws {
    self.data = data
    if !FileManager.default.fileExists(atPath: data + "/fleet.sqlite") {
      let made = try Program.run(
        ["user", "add", Self.email, "--administrator", "--data-folder", data],
        input: Self.password + "\n")
      guard made.status == 0 else { throw TestServerFailure(made.complaints) }
    }
    program = try Program(
      [
        "serve", "--data-folder", data, "--gateway-port", "0", "--map-tiles", "",
      ] + (settings.contains("--web-port") ? [] : ["--web-port", "0"]) + settings)
    let deadline = Date().addingTimeInterval(60)
    var found: (Int, String)?
    while found == nil, Date() < deadline, program.isRunning {
      found = Self.addresses(program.outputSoFar)
      usleep(5_000)
    }
    guard let found else {
      program.signal(SIGKILL)
      throw TestServerFailure("no server: \(program.outputSoFar) \(program.complaintsSoFar)")
    }
    (trackerPort, web) = found
  }

  deinit { program.signal(SIGKILL) }

  private static func addresses(_ output: String) -> (Int, String)? {
    var port: Int?
    var web: String?
    for line in output.split(separator: "\n") {
      if line.hasPrefix("trackers: port ") {
        port = Int(line.dropFirst(15).prefix { $0.isNumber })
      } else if line.hasPrefix("web: ") {
        web = String(line.dropFirst(5)).trimmingCharacters(in: CharacterSet(charactersIn: "/ "))
      }
    }
    guard let port, let web, output.hasSuffix("\n") else { return nil }
    return (port, web)
  }

  /// Asks the API as the administrator.
  ///
  /// - Returns: the status and the body.
  public func ask(
    _ method: String, _ path: String, json: String? = nil
  ) async throws -> (status: Int, body: Data) {
    guard let url = URL(string: web + path) else { throw TestServerFailure("no address: \(path)") }
    var request = URLRequest(url: url)
    request.httpMethod = method
    let credentials = Data("\(Self.email):\(Self.password)".utf8).base64EncodedString()
    request.setValue("Basic \(credentials)", forHTTPHeaderField: "Authorization")
    if let json {
      request.httpBody = Data(json.utf8)
      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    }
    let (body, response) = try await URLSession.shared.data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, body)
  }

  /// Asks the API and reads the answer as JSON.
  public func json<Value: Decodable>(
    _ path: String, as type: Value.Type = Value.self
  ) async throws -> Value {
    let answer = try await ask("GET", path)
    guard answer.status == 200 else {
      throw TestServerFailure(
        "\(path): status \(answer.status), \(String(decoding: answer.body, as: UTF8.self))")
    }
    return try JSONDecoder().decode(type, from: answer.body)
  }

  /// Stops the server as a service manager does.
  @discardableResult
  public func stop() -> Program.Result {
    program.signal(SIGTERM)
    return program.wait()
  }
}

/// Why a test has no server.
public struct TestServerFailure: Error, CustomStringConvertible {
  /// One sentence.
  public let description: String
  /// A failure.
  public init(_ description: String) { self.description = description }
}
