import EventLoop

/// Where a command sends to.
enum Destination {
  /// The usual place of a server.
  static let usual = "127.0.0.1:8888"

  /// The address of `--to HOST:PORT` or of another flag like it; for a name the system is asked.
  static func address(_ text: String, flag: String = "to") throws -> Address {
    if let address = Address(text) { return address }
    guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
      let port = UInt16(text[text.index(after: colon)...]), !text[..<colon].contains(":")
    else {
      throw UsageProblem(
        "--\(flag) takes a machine and a port such as tracker.example.org:8888, 192.0.2.1:8888 or "
          + "[2001:db8::1]:8888, not '\(text)'")
    }
    let name = String(text[..<colon])
    guard let address = Address(name: name, port: port) else {
      throw UsageProblem(
        "no address is known for the machine '\(name)'; check the name in --\(flag)")
    }
    return address
  }
}
