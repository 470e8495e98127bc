import Compression
import Synchronization

/// Makes long answers shorter for clients that take gzip.
///
/// It works on the thread that calls it, and for a streamed answer on those that supply the
/// pieces: never give it much on a thread that others wait for.
public final class ResponseCompressor: Sendable {
  /// Shorter answers are sent as they are.
  public static let fewestBytes = 1_024
  /// How hard it tries: of what is made for each request the first step saves most by far.
  static let level = 1

  /// Streamed answers that are made shorter at once; each takes 256 KiB until it is sent.
  private let mostStreams: Int
  private let streams = Atomic(0)

  /// - Parameter mostStreams: further streamed answers go out as they are.
  public init(mostStreams: Int = 64) { self.mostStreams = mostStreams }

  /// The answer in the form that the client takes.
  public func compress(_ response: HTTPResponse, for request: HTTPRequest) -> HTTPResponse {
    guard response.isCompressible else { return response }
    var response = response
    response.fields.append(HTTPResponse.Field("Vary", "Accept-Encoding"))
    guard request.takesGzip else { return response }
    switch response.body {
    case .none: return response
    case .bytes(let bytes):
      guard let short = try? GzipStream.compress(bytes, level: Self.level),
        short.count < bytes.count
      else { return response }
      response.body = .bytes(short)
    case .stream(let supplier):
      guard let place = takePlace(), let stream = try? GzipStream(level: Self.level) else {
        return response
      }
      let encoder = StreamEncoder(stream, place)
      response.body = .stream { demand in supplier(demand.encoded(by: encoder.encode)) }
    }
    response.fields.append(HTTPResponse.Field("Content-Encoding", "gzip"))
    return response
  }

  private func takePlace() -> Place? {
    let count = streams.add(1, ordering: .relaxed).newValue
    let place = Place(self)
    return count <= mostStreams ? place : nil
  }

  fileprivate func leave() { streams.subtract(1, ordering: .relaxed) }
}

/// One of the places for streamed answers, given back when the answer is gone.
private final class Place: Sendable {
  private let compressor: ResponseCompressor
  init(_ compressor: ResponseCompressor) { self.compressor = compressor }
  deinit { compressor.leave() }
}

/// The compression of one streamed answer.
private final class StreamEncoder: Sendable {
  // Only one piece is asked for at a time; the lock is for the threads that take turns.
  private let stream: Mutex<GzipStream>
  private let place: Place

  init(_ stream: sending GzipStream, _ place: Place) {
    self.stream = Mutex(stream)
    self.place = place
  }

  /// What can be sent of the next bytes; nil if the answer has to be broken off.
  func encode(_ bytes: [UInt8], isLast: Bool) -> [UInt8]? {
    stream.withLock { try? $0.compress(bytes, isLast: isLast) }
  }
}

extension HTTPRequest {
  /// Whether the client takes an answer in the form gzip (RFC 9110, 12.5.3).
  var takesGzip: Bool {
    guard let header = headers["accept-encoding"]?.lowercased() else { return false }
    var any = false
    for part in header.split(separator: ",") {
      let words = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let name = words.first, ["gzip", "x-gzip", "*"].contains(name) else { continue }
      let weight = words.dropFirst().first { $0.hasPrefix("q=") }.flatMap {
        Double($0.dropFirst(2))
      }
      let isTaken = (weight ?? 1) > 0
      if name != "*" { return isTaken }
      any = isTaken
    }
    return any
  }
}

extension HTTPResponse {
  /// Whether it is text, long enough, and not compressed yet.
  fileprivate var isCompressible: Bool {
    if case .bytes(let bytes) = body, bytes.count < ResponseCompressor.fewestBytes { return false }
    if case .none = body { return false }
    var type = ""
    for field in fields {
      switch field.name.lowercased() {
      case "content-encoding": return false
      case "content-type": type = field.value
      default: break
      }
    }
    return Self.isCompressible(type)
  }

  /// Whether what has a media type usually gets much shorter.
  static func isCompressible(_ contentType: String) -> Bool {
    let type = contentType.prefix { $0 != ";" }.lowercased()
    return type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("+json")
      || compressibleTypes.contains(type)
  }

  private static let compressibleTypes: Set<String> = [
    "application/json", "application/wasm", "application/x-protobuf",
  ]
}
