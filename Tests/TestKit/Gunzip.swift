import Foundation

/// Unpacks what a server has packed, with a program that is not ours.
public enum Gunzip {
  /// The bytes; nil if they are not in the form gzip.
  public static func unpack(_ bytes: [UInt8]) throws -> [UInt8]? {
    let folder = try TemporaryFolder()
    let path = folder.path("packed.gz")
    try Data(bytes).write(to: URL(filePath: path))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "--decompress", "--stdout", path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let unpacked = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? Array(unpacked) : nil
  }
}
