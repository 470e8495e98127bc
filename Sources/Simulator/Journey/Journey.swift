/// Where a simulated device goes: through a town that it makes up, or along a path.
struct Journey: Sendable {
  private var drive: Drive
  private var path: PathDrive?

  /// A journey along a path, or of its own if there is none.
  init(seed: UInt64, path: [PathPoint]) {
    drive = Drive(seed: seed)
    self.path = PathDrive(path)
  }

  /// Goes on for some seconds.
  mutating func step(seconds: Double) {
    if path == nil { drive.step(seconds: seconds) } else { path?.step(seconds: seconds) }
  }

  var latitude: Double { path?.latitude ?? drive.latitude }
  var longitude: Double { path?.longitude ?? drive.longitude }
  /// Kilometres an hour.
  var speed: Double { max(path?.speed ?? drive.speed, 0) }
  var course: Double { path?.course ?? drive.course }
}
