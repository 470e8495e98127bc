public import SQLite
public import Telemetry

/// What an operator does with the file of a fleet, whether a server is using it or not.
public enum StoredFleet {
  /// Looks at a file; its number says how far the ledger has been counted for the arrivals.
  public static func inspect(path: String, isInUse: Bool) throws(FleetError) -> DatabaseFinding {
    do throws(SQLiteError) {
      return try DatabaseFinding(
        path: path, isInUse: isInUse,
        number: "SELECT value FROM meta WHERE key = 'contactsWatermark'")
    } catch {
      throw .storage(error)
    }
  }

  /// What people call the devices and arrivals of a file, such as `device 'Van 7' (00417)`.
  public static func names(
    path: String, isInUse: Bool
  ) throws(FleetError) -> [DeviceIdentity: String] {
    do throws(SQLiteError) {
      let database = try Database(lookingAt: path, isInUse: isInUse)
      var names: [DeviceIdentity: String] = [:]
      let arrivals = try database.prepare("SELECT identity, text FROM identifier")
      while try arrivals.step() {
        names[DeviceIdentity(rawValue: arrivals.integer(0))] = "arrival \(arrivals.text(1))"
      }
      let devices = try database.prepare("SELECT identity, name, uniqueId FROM device")
      while try devices.step() {
        names[DeviceIdentity(rawValue: devices.integer(0))] =
          "device '\(devices.text(1))' (\(devices.text(2)))"
      }
      return names
    } catch {
      throw .storage(error)
    }
  }

  /// Copies a file as it is at this moment to a new file, also while a server goes on writing it.
  ///
  /// - Parameter watermark: how far the ledger goes that belongs to the copy. It was copied
  ///   before, so that the fleet knows all devices in it; what has called since is forgotten.
  public static func copy(
    path: String, to target: String, watermark: Int64
  ) throws(FleetError) {
    do throws(SQLiteError) {
      try Database(lookingAt: path, isInUse: true).copy(to: target)
      let copy = try Database(path: target, mode: .write)
      let statement = try copy.prepare(
        "UPDATE meta SET value = min(value, ?) WHERE key = 'contactsWatermark'")
      try statement.bind(1, watermark)
      try statement.run()
    } catch {
      throw .storage(error)
    }
  }
}
