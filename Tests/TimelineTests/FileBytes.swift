import Foundation

/// The bytes of a file as they are on the disk.
enum FileBytes {
  static func read(_ path: String) throws -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
