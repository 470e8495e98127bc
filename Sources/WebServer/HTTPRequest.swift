/// A request as it came in, with its whole body.
public struct HTTPRequest: Sendable {
  /// What is asked for.
  public var method: HTTPMethod
  /// The path with percent signs decoded, without the query.
  public var path: String
  /// The query's parameters in their order, decoded.
  public var query: Parameters
  /// Header fields by lower-case name; only those that ``WebServer`` knows about are here.
  public var headers: [String: String]
  /// The body, at most as long as the configuration allows.
  public var body: [UInt8]
  /// The network address of the other side, without a port.
  public var peer: String

  /// A request; by default it has no query, no header fields and no body.
  public init(
    method: HTTPMethod, path: String, query: Parameters = Parameters(),
    headers: [String: String] = [:], body: [UInt8] = [], peer: String = ""
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.peer = peer
  }

  /// The value of a cookie.
  public func cookie(_ name: String) -> String? {
    guard let header = headers["cookie"] else { return nil }
    for pair in header.split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, parts[0].drop(while: { $0 == " " }) == name { return String(parts[1]) }
    }
    return nil
  }

  /// The parameters of a body that is a submitted form; none if it is something else.
  public var form: Parameters {
    let type = headers["content-type"]?.lowercased() ?? ""
    guard type.hasPrefix("application/x-www-form-urlencoded") else { return Parameters() }
    return Parameters(encoded: body)
  }

  /// The method, path and query for a log, with the values of secrets hidden.
  public var loggable: String {
    var line = method.rawValue + " " + path
    var separator = "?"
    for item in query.items {
      line += separator + item.name
      line += "=" + (Self.secretNames.contains(item.name) ? "[hidden]" : item.value)
      separator = "&"
    }
    return String(line.unicodeScalars.map { $0.value < 32 ? "?" : Character($0) })
  }

  private static let secretNames: Set<String> = ["token", "setup", "password", "code"]
}

/// Names and values, as in a query or in a submitted form; a name may occur several times.
public struct Parameters: Sendable {
  /// One name with its value.
  public struct Item: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value; empty if there was none.
    public var value: String
  }

  /// The most parameters that are kept; what comes behind them is dropped.
  public static let mostItems = 1_024
  /// All of them in their order.
  public private(set) var items: [Item] = []

  /// No parameters.
  public init() {}

  /// Parameters from the form encoding (`name=value&name=value`, percent signs, plus for space).
  public init(encoded bytes: [UInt8]) {
    for piece in bytes.split(separator: UInt8(ascii: "&")) where items.count < Self.mostItems {
      let parts = piece.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      append(
        Self.decode(parts[0]), parts.count > 1 ? Self.decode(parts[1]) : "")
    }
  }

  /// The first value under a name.
  public subscript(name: String) -> String? { items.first { $0.name == name }?.value }

  /// All values under a name.
  public func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

  /// Adds a parameter, if there is room.
  public mutating func append(_ name: String, _ value: String) {
    if items.count < Self.mostItems { items.append(Item(name: name, value: value)) }
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let high = hexadecimal(bytes[index + 1]), let low = hexadecimal(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
