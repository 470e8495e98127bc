import Compression
import FoundationEssentials

/// A folder's files, held in memory and served from there.
///
/// A request's path is looked up among the names that were found at the start: no path from
/// outside ever reaches the file system.
public struct StaticFiles: Sendable {
  /// Why a folder cannot be served.
  public enum Failure: Error, Sendable, CustomStringConvertible {
    /// The folder cannot be read.
    case unreadable(path: String)
    /// There is more in it than ``mostFiles`` or ``mostBytes``.
    case tooMuch(path: String)

    /// What happened and what to do.
    public var description: String {
      switch self {
      case .unreadable(let path):
        """
        The folder \(path) of the web page cannot be read. Does it exist, and may this user read it?
        """
      case .tooMuch(let path):
        """
        The folder \(path) of the web page holds more than \(StaticFiles.mostFiles) files or \
        \(StaticFiles.mostBytes) bytes. Is it the right folder?
        """
      }
    }
  }

  /// The most files that are taken in.
  public static let mostFiles = 2_000
  /// The most bytes of all files together.
  public static let mostBytes = 67_108_864

  private struct File: Sendable {
    let contentType: String
    let tag: String
    let bytes: [UInt8]
    var compressed: [UInt8]?
  }

  private var files: [String: File] = [:]

  /// Nothing at all.
  public init() {}

  /// Takes in a folder with all folders in it. Hidden files and symbolic links are left out; a
  /// file `name.gz` beside `name` is its compressed form.
  public init(folder: String) throws(Failure) {
    var names: [String] = []
    try Self.list(folder, "", &names)
    var bytes = 0
    var contents: [String: [UInt8]] = [:]
    for name in names {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
        throw .unreadable(path: folder + "/" + name)
      }
      bytes += data.count
      if bytes > Self.mostBytes { throw .tooMuch(path: folder) }
      contents[name] = Array(data)
    }
    for (name, bytes) in contents { add("/" + name, bytes, compressed: contents[name + ".gz"]) }
  }

  /// Adds a file under a path such as `/index.html`, replacing one that is there. What gets shorter
  /// by it is compressed here, once.
  public mutating func add(_ path: String, _ bytes: [UInt8], compressed: [UInt8]? = nil) {
    let type = Self.contentType(of: path)
    files[path] = File(
      contentType: type, tag: Self.tag(bytes), bytes: bytes,
      compressed: compressed ?? Self.compressed(bytes, type))
  }

  /// The answer to a request; nil if there is no such file. `/` and `/folder/` are their
  /// `index.html`.
  public func response(to request: HTTPRequest) -> HTTPResponse? {
    let path = request.path.hasSuffix("/") ? request.path + "index.html" : request.path
    guard let file = files[path] else { return nil }
    guard request.method == .get || request.method == .head else {
      var response = HTTPResponse.problem(405, "This is a file: it can only be read, with GET.")
      response.fields.append(HTTPResponse.Field("Allow", "GET, HEAD"))
      return response
    }
    let compressed = request.takesGzip ? file.compressed : nil
    var fields = [
      // The browser keeps files and asks each time whether they are still the same.
      HTTPResponse.Field("Cache-Control", "no-cache"),
      HTTPResponse.Field("ETag", compressed == nil ? file.tag : file.tag.dropLast() + "-gzip\""),
    ]
    if file.compressed != nil { fields.append(HTTPResponse.Field("Vary", "Accept-Encoding")) }
    if Self.matches(request.headers["if-none-match"], fields[1].value) {
      return HTTPResponse(status: 304, fields: fields)
    }
    fields.append(HTTPResponse.Field("Content-Type", file.contentType))
    if compressed != nil { fields.append(HTTPResponse.Field("Content-Encoding", "gzip")) }
    return HTTPResponse(status: 200, fields: fields, body: .bytes(compressed ?? file.bytes))
  }

  // MARK: Details

  /// The short form of a file; nil if it is hardly shorter.
  private static func compressed(_ bytes: [UInt8], _ contentType: String) -> [UInt8]? {
    guard bytes.count >= ResponseCompressor.fewestBytes, HTTPResponse.isCompressible(contentType),
      let short = try? GzipStream.compress(bytes, level: 9), short.count < bytes.count * 9 / 10
    else { return nil }
    return short
  }

  private static func list(
    _ folder: String, _ prefix: String, _ names: inout [String]
  ) throws(Failure) {
    let entries: [String]
    do {
      entries = try FileManager.default.contentsOfDirectory(atPath: folder + "/" + prefix)
    } catch {
      throw .unreadable(path: folder + "/" + prefix)
    }
    for entry in entries.sorted() where !entry.hasPrefix(".") {
      let name = prefix + entry
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      switch attributes?[.type] as? FileAttributeType {
      case .typeRegular: names.append(name)
      case .typeDirectory: try list(folder, name + "/", &names)
      default: break
      }
      if names.count > mostFiles { throw .tooMuch(path: folder) }
    }
  }

  /// A name for the content that changes when a byte changes (FNV-1a, 64 bits, and the length).
  private static func tag(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return "\"" + String(hash, radix: 16) + "-" + String(bytes.count, radix: 16) + "\""
  }

  private static func matches(_ header: String?, _ tag: String) -> Bool {
    guard let header else { return false }
    return header.split(separator: ",").contains { part in
      let name = part.drop { $0 == " " }.prefix { $0 != " " }
      return name == "*" || name == tag || name == "W/" + tag
    }
  }

  private static func contentType(of path: String) -> String {
    let suffix = path.split(separator: ".").last.map(String.init)?.lowercased() ?? ""
    return contentTypes[suffix] ?? "application/octet-stream"
  }

  private static let contentTypes = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8",
    "json": "application/json", "map": "application/json", "svg": "image/svg+xml",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp",
    "ico": "image/x-icon", "woff2": "font/woff2", "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8", "webmanifest": "application/manifest+json",
    "pbf": "application/x-protobuf", "wasm": "application/wasm",
  ]
}
