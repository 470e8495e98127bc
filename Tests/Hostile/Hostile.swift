import Foundation
import TrackerProtocols

/// Gives every frame of recorded traffic, of whatever protocol, to every decoder: none may crash,
/// hang, or take more memory than its share. Built with optimisation by scripts/hostile.
@main
enum Hostile {
  /// More are not written down.
  private static let mostFaults = 20

  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      print("hostile FRAMES.jsonl")
      exit(2)
    }
    let inputs = try HostileInput.recorded(CommandLine.arguments[1])
    var faults: [String] = []
    var count = 0
    for type in Catalogue.protocols {
      warmUp(type)
      let ordeal = run(type, inputs)
      count += ordeal.count
      faults += ordeal.faults
      print(
        "\(type.about.name): most memory \(ordeal.mostBytes) bytes (\(ordeal.worst)), longest "
          + "\(ordeal.mostMicroseconds) µs")
    }
    for fault in faults.prefix(mostFaults) { print(fault) }
    guard count > 0, faults.isEmpty else {
      print("hostile: FAILED: \(faults.count) faults in \(count) inputs")
      exit(1)
    }
    print("hostile: passed: \(count) inputs")
  }

  private static func run<Protocol: TrackerProtocol>(
    _ type: Protocol.Type, _ inputs: [HostileInput]
  ) -> Ordeal {
    var ordeal = Ordeal()
    for input in inputs { ordeal.run(type, input) }
    return ordeal
  }

  /// Tables that are made once are no part of what an input takes.
  private static func warmUp<Protocol: TrackerProtocol>(_ type: Protocol.Type) {
    var ordeal = Ordeal()
    for example in (try? WorkedExample.parse(type.about.examples)) ?? [] {
      ordeal.run(type, HostileInput(name: example.title, bytes: example.frame))
    }
  }
}
