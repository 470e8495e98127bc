internal import Glibc

/// The room on the disk that a folder is on.
public struct DiskSpace: Sendable, Hashable {
  /// How little is left.
  public enum Shortage: Int, Sendable, Hashable, Comparable {
    /// A tenth of the disk or less.
    case tenth
    /// A twentieth of the disk or less.
    case twentieth

    /// The greater shortage is the greater.
    public static func < (left: Shortage, right: Shortage) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// What the disk has in all, in bytes.
  public let total: Int64
  /// What a program without special rights may still write, in bytes.
  public let free: Int64

  /// A disk by its figures.
  public init(total: Int64, free: Int64) {
    self.total = total
    self.free = free
  }

  /// The disk of a folder; nil if the operating system does not tell.
  public init?(of folder: String) {
    var facts = statvfs()
    guard statvfs(folder, &facts) == 0 else { return nil }
    let block = Int64(clamping: facts.f_frsize)
    total = block.multipliedReportingOverflow(by: Int64(clamping: facts.f_blocks)).partialValue
    free = block.multipliedReportingOverflow(by: Int64(clamping: facts.f_bavail)).partialValue
  }

  /// Whether little is left, and how little; nil if there is enough.
  public var shortage: Shortage? {
    // Some file systems have no figures and say 0 of 0.
    guard total > 0 else { return nil }
    if free <= total / 20 { return .twentieth }
    return free <= total / 10 ? .tenth : nil
  }
}
