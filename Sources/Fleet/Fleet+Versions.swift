extension Fleet {
  /// The versions that a device reported, by time; for whoever may see the device.
  ///
  /// - Throws: ``FleetError/notFound(_:)``, also if the requester may not see it.
  public func versions(
    ofDevice id: Int64, for requester: Requester
  ) throws(FleetError) -> [DeviceVersion] {
    let device = try device(id, for: requester)
    return read { $0.entries[device.identity]?.versions.versions ?? [] }
  }
}
