import Configuration
import EventLoop
import Fleet
import Gateway
import Ledger
import Media
import Telemetry

/// The settings of the rooms, from the configuration.
extension Server {
  static func fleetOptions(_ configuration: Configuration) -> FleetOptions {
    var options = FleetOptions()
    options.adoptsAutomatically = configuration.adoptsAutomatically
    options.limits.bytesPerIdentifier = Int64(configuration[Settings.strangersPerIdentifier])
    options.limits.bytesPerNetwork = Int64(configuration[Settings.strangersPerNetwork])
    options.limits.bytesInAll = Int64(configuration[Settings.strangersTotal])
    let days = configuration[Settings.ledgerRetentionDays]
    options.limits.retentionDays = days > 0 ? days : nil
    return options
  }

  static func ledgerSettings(_ configuration: Configuration, _ fleet: Fleet) -> SQLiteLedgerSettings
  {
    var settings = SQLiteLedgerSettings()
    settings.segmentBytes = Int64(configuration[Settings.ledgerSegmentBytes])
    settings.pendingBytes = configuration[Settings.ledgerPendingBytes]
    settings.beforeCommit = { try fleet.makeDurable() }
    return settings
  }

  static func mediaLimits(_ configuration: Configuration) -> MediaLimits {
    var limits = MediaLimits()
    limits.fileBytes = configuration[Settings.mediaFileBytes]
    limits.deviceBytes = Int64(configuration[Settings.mediaDeviceBytes])
    limits.totalBytes = Int64(configuration[Settings.mediaTotalBytes])
    limits.patience = Int64(configuration[Settings.mediaPatienceHours]) * 3_600_000
    let days = configuration[Settings.mediaRetentionDays]
    limits.retention = days > 0 ? Int64(days) * 86_400_000 : nil
    return limits
  }

  /// Which messages may go; without limits none.
  static func ledgerRetention(_ configuration: Configuration, now: Timestamp) -> LedgerRetention {
    let days = configuration[Settings.ledgerRetentionDays]
    let bytes = configuration[Settings.ledgerRetentionBytes]
    return LedgerRetention(
      receivedBefore: days > 0 ? now.advanced(byMilliseconds: -Int64(days) * 86_400_000) : nil,
      bytes: bytes > 0 ? Int64(bytes) : nil)
  }

  static func gatewayConfiguration(_ configuration: Configuration) throws -> GatewayConfiguration {
    let port = UInt16(clamping: configuration[Settings.gatewayPort])
    let texts = configuration[Settings.gatewayAddresses]
    var ips = texts.compactMap { IPAddress($0) }
    // A machine without IPv6 is served over IPv4, unless only IPv6 was asked for.
    if ips.contains(where: { $0.family == .v4 }), !hasIPv6 {
      ips.removeAll { $0.family == .v6 }
    }
    let loops = configuration[Settings.gatewayLoops]
    return GatewayConfiguration(
      addresses: ips.map { Address($0, port: port) },
      loops: loops == 0 ? Loop.recommendedCount : loops,
      proxies: configuration[Settings.gatewayProxyFrom].compactMap { AddressPrefix($0) },
      limits: limits(configuration))
  }

  private static func limits(_ configuration: Configuration) -> GatewayLimits {
    var limits = GatewayLimits()
    limits.connections = configuration[Settings.gatewayConnections]
    limits.connectionsPerAddress = configuration[Settings.gatewayConnectionsPerAddress]
    limits.strangerBytes = configuration[Settings.gatewayFirstFrameBytes]
    limits.strangerSeconds = configuration[Settings.gatewayFirstFrameSeconds]
    limits.idleSeconds = configuration[Settings.gatewayIdleSeconds]
    limits.frameBytes = configuration[Settings.gatewayFrameBytes]
    return limits
  }

  private static var hasIPv6: Bool {
    guard let socket = try? BoundSocket.listen(on: Address(.loopback(.v6), port: 0)) else {
      return false
    }
    socket.close()
    return true
  }
}
