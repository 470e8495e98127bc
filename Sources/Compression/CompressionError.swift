/// Why bytes could not be compressed, or not be read back.
public struct CompressionError: Error, Hashable, CustomStringConvertible {
  /// For people.
  public let description: String

  init(_ description: String) { self.description = description }
}
