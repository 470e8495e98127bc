import FoundationEssentials
import Synchronization
import Telemetry

/// What the names of regions mean that operators enter for the clocks of devices, by the system's
/// zone database.
///
/// A region's file is small and read once, when a device for which it was entered first calls.
final class ZoneTable: Sendable {
  /// There are some 600 names; a table of more has been filled with others, and is emptied.
  private static let mostNames = 1_024
  private static let longestName = 64

  private let folder: String
  private let onUnknown: @Sendable (String) -> Void
  private let known = Mutex<[String: ClockZone?]>([:])

  /// - Parameter onUnknown: called once for each name that means nothing, with a line for people.
  init(
    folder: String = "/usr/share/zoneinfo",
    onUnknown: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.folder = folder
    self.onUnknown = onUnknown
  }

  /// Settings with the clock that they name.
  func resolve(_ settings: DeviceSettings) -> DeviceSettings {
    guard settings.clock == nil, let name = settings.options[DeviceSettings.zoneOption] else {
      return settings
    }
    var resolved = settings
    resolved.clock = clock(name)
    return resolved
  }

  private func clock(_ name: String) -> ClockZone? {
    known.withLock { known in
      if let clock = known[name] { return clock }
      if known.count >= Self.mostNames { known.removeAll() }
      let clock = read(name)
      known.updateValue(clock, forKey: name)
      if clock == nil {
        onUnknown(
          "the setting \(DeviceSettings.zoneOption)=\(name.prefix(Self.longestName)) of a device "
            + "has no effect: it is no offset such as +02:00, and \(folder) has no such region "
            + "(Debian's package tzdata brings them)")
      }
      return clock
    }
  }

  private func read(_ name: String) -> ClockZone? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isProper = parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy {
          (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
            || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains($0)
        }
    }
    guard isProper, name.utf8.count <= Self.longestName,
      let file = try? Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
    else { return nil }
    return ClockZone(zoneFile: Array(file))
  }
}
