public import Telemetry

/// From when to when a device reported a version.
public struct DeviceVersion: Sendable, Hashable {
  /// What has the version.
  public let kind: VersionSighting.Kind
  /// The version, as the device writes it.
  public let value: String
  /// When it was first reported, by the device's clock.
  public internal(set) var firstSeen: Timestamp
  /// When it was last reported; exact to an hour.
  public internal(set) var lastSeen: Timestamp
}

/// The versions that a device reported, in the order of its own clock: what comes late finds its
/// place among what is known, and makes no change where there was none.
struct VersionHistory: Sendable, Hashable {
  /// The most versions of a kind; the oldest give way.
  static let mostVersions = 32
  /// How much later a version has to be seen again to be worth writing down, in milliseconds.
  private static let precision: Int64 = 3_600_000

  /// By kind, and within a kind by time; they do not overlap.
  private(set) var versions: [DeviceVersion] = []

  init(_ versions: [DeviceVersion] = []) {
    self.versions = versions.sorted {
      ($0.kind.rawValue, $0.firstSeen) < ($1.kind.rawValue, $1.firstSeen)
    }
  }

  /// The versions that were reported last.
  var current: [VersionSighting.Kind: String] {
    Dictionary(versions.map { ($0.kind, $0.value) }) { _, last in last }
  }

  /// Takes over what was seen.
  ///
  /// - Returns: whether anything is different now.
  mutating func see(_ sightings: [VersionSighting]) -> Bool {
    var isChanged = false
    for sighting in sightings {
      var runs = versions.filter { $0.kind == sighting.kind }
      guard Self.see(sighting, &runs) else { continue }
      isChanged = true
      self = VersionHistory(
        versions.filter { $0.kind != sighting.kind } + runs.suffix(Self.mostVersions))
    }
    return isChanged
  }

  /// Puts a sighting among those of its kind, which are in order.
  private static func see(_ sighting: VersionSighting, _ runs: inout [DeviceVersion]) -> Bool {
    let time = sighting.time
    let next = runs.firstIndex { $0.firstSeen > time } ?? runs.endIndex
    if next > 0 {
      let previous = runs[next - 1]
      if previous.value == sighting.value {
        guard time.milliseconds >= previous.lastSeen.milliseconds + precision else { return false }
        runs[next - 1].lastSeen = time
        return true
      }
      if time <= previous.lastSeen { return split(at: next - 1, sighting, &runs) }
    }
    if next < runs.endIndex, runs[next].value == sighting.value {
      runs[next].firstSeen = time
      return true
    }
    return insert(sighting, at: next, &runs)
  }

  /// Another version within the time of one: it was there before and afterwards.
  private static func split(
    at index: Int, _ sighting: VersionSighting, _ runs: inout [DeviceVersion]
  ) -> Bool {
    let whole = runs[index]
    // Two versions at one moment: the one that was known stays.
    guard whole.firstSeen < sighting.time, sighting.time < whole.lastSeen else { return false }
    runs[index].lastSeen = whole.firstSeen
    var rest = whole
    rest.firstSeen = whole.lastSeen
    runs.insert(rest, at: index + 1)
    return insert(sighting, at: index + 1, &runs)
  }

  private static func insert(
    _ sighting: VersionSighting, at index: Int, _ runs: inout [DeviceVersion]
  ) -> Bool {
    if index == 0, runs.count >= mostVersions { return false }
    runs.insert(
      DeviceVersion(
        kind: sighting.kind, value: sighting.value, firstSeen: sighting.time,
        lastSeen: sighting.time), at: index)
    return true
  }
}
