import FoundationEssentials

/// A recorded frame that this program reads in another way than the server that was recorded, on
/// purpose.
public struct KnownDifference: Sendable, Hashable, Decodable {
  /// The frame: protocol, slash, number.
  public let id: String
  /// Why, for people.
  public let reason: String

  /// The protocol of the frame.
  public var protocolName: Substring { id.prefix { $0 != "/" } }

  /// Reads a list, one JSON object a line.
  public static func list(_ text: String) throws -> [KnownDifference] {
    try text.split(separator: "\n").map { line in
      try JSONDecoder().decode(KnownDifference.self, from: Data(line.utf8))
    }
  }
}
