import Detection
import EventLoop
import Gateway
import TestKit

/// A gateway on free ports of the loopback interfaces, stopped when the test lets go of it.
final class RunningGateway {
  let sink: ControlledSink
  let directory = OpenDirectory()
  let gateway: Gateway
  let port: UInt16
  let port6: UInt16

  init(
    isAutomatic: Bool = true, loops: Int = 2, proxies: [String] = [],
    detector: Detector = testDetector, _ change: (inout GatewayLimits) -> Void = { _ in }
  ) throws {
    var limits = GatewayLimits()
    change(&limits)
    sink = ControlledSink(isAutomatic: isAutomatic)
    let configuration = GatewayConfiguration(
      addresses: [Address(.any(.v4), port: 0), Address(.any(.v6), port: 0)], loops: loops,
      proxies: proxies.compactMap { AddressPrefix($0) }, limits: limits)
    gateway = try Gateway(
      configuration, detector: detector, sink: sink, directory: directory)
    port = gateway.addresses[0].port
    port6 = gateway.addresses[1].port
    try gateway.start()
  }

  deinit { gateway.stop() }

  func connect(from local: String? = nil) throws -> TestSocket {
    try TestSocket(connectingTo: "127.0.0.1", port: port, from: local)
  }

  var statistics: GatewayStatistics { gateway.statistics }
}
