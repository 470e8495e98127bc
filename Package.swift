// swift-tools-version: 6.2
import PackageDescription

// Every room is a target. What a room may import is what its declaration lists here; a wrong import fails the build.

let common: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// Rooms that see bytes from the wire: no unsafe construct compiles without being marked.
// `Lifetimes` is what lets a reader be a view on the bytes that it reads (docs/decisions).
let pure: [SwiftSetting] =
  common + [.strictMemorySafety(), .enableExperimentalFeature("Lifetimes")]

let rooms: [Target] = [
  // Rounding is in the C mathematics library, which nothing else here would bring in.
  .target(name: "Telemetry", swiftSettings: pure, linkerSettings: [.linkedLibrary("m")]),
  .target(name: "Wire", dependencies: ["Telemetry"], swiftSettings: pure),
  .target(name: "TrackerProtocols", dependencies: ["Telemetry", "Wire"], swiftSettings: pure),
  // What is known of trackers' models, as data.
  .target(name: "Models", dependencies: ["Telemetry"], swiftSettings: pure),
  .target(
    name: "Detection", dependencies: ["Telemetry", "Wire", "TrackerProtocols"], swiftSettings: pure),
  .target(
    name: "Gateway",
    dependencies: ["Telemetry", "Wire", "TrackerProtocols", "Detection", "EventLoop"],
    swiftSettings: pure),
  .target(
    name: "Ledger", dependencies: ["Telemetry", "SQLite", "Compression", "Platform"],
    swiftSettings: pure),
  .target(
    name: "Timeline",
    dependencies: ["Telemetry", "Ledger", "SQLite", "Compression", "Platform"],
    swiftSettings: pure),
  .target(
    name: "Media", dependencies: ["Telemetry", "Ledger", "SQLite", "Secrets", "Platform"],
    swiftSettings: pure),
  .target(
    name: "Fleet", dependencies: ["Telemetry", "SQLite", "Secrets", "Platform"],
    swiftSettings: common),
  .target(
    name: "FrontDesk",
    dependencies: ["Telemetry", "Wire", "TrackerProtocols", "Models", "Detection", "Gateway"],
    swiftSettings: pure),
  .target(
    name: "Commands", dependencies: ["Telemetry", "TrackerProtocols"], swiftSettings: pure),
  .target(
    name: "API",
    dependencies: [
      "Telemetry", "TrackerProtocols", "Models", "Detection", "EventLoop", "Gateway", "Commands",
      "Ledger", "Timeline", "Media", "Fleet", "FrontDesk", "WebServer", "Platform", "Secrets",
    ],
    swiftSettings: common),
  .target(
    name: "Simulator", dependencies: ["Telemetry", "Wire", "TrackerProtocols", "XML"],
    swiftSettings: pure),
  .target(name: "Configuration", dependencies: ["CINI"], swiftSettings: common),
  .executableTarget(
    name: "whereabouts",
    dependencies: [
      "Telemetry", "Wire", "TrackerProtocols", "Models", "Detection", "Gateway", "Ledger",
      "Timeline", "Media", "Fleet", "FrontDesk", "API", "Configuration", "WebServer", "EventLoop",
      "Secrets", "PacketCapture", "Simulator", "Platform", "SQLite",
    ],
    swiftSettings: common),
]

// The only places that touch C. Each offers a small safe interface; unsafe code says why it is sound.
let borders: [Target] = [
  .systemLibrary(name: "CUV", pkgConfig: "libuv", providers: [.apt(["libuv1-dev"])]),
  .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
  .systemLibrary(
    name: "CWebSockets", pkgConfig: "libwebsockets", providers: [.apt(["libwebsockets-dev"])]),
  .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
  .systemLibrary(name: "CINI", pkgConfig: "inih", providers: [.apt(["libinih-dev"])]),
  .systemLibrary(name: "CPcap", pkgConfig: "libpcap", providers: [.apt(["libpcap-dev"])]),
  .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
  .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
  .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  .target(name: "XML", dependencies: ["CExpat"], swiftSettings: common),
  .target(name: "PacketCapture", dependencies: ["CPcap"], swiftSettings: common),
  .target(name: "CPlatform"),
  .target(name: "Platform", dependencies: ["CPlatform"], swiftSettings: common),
  .target(name: "EventLoop", dependencies: ["CUV", "CPlatform"], swiftSettings: common),
  .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: common),
  .target(name: "Compression", dependencies: ["CZstd", "CZlib"], swiftSettings: common),
  .target(
    name: "WebServer", dependencies: ["CWebSockets", "Compression", "Platform"],
    swiftSettings: common),
  .target(name: "Secrets", dependencies: ["CSodium", "CCrypto"], swiftSettings: common),
]

let tests: [Target] = [
  // A file system for SQLite that fails and forgets as told.
  .target(name: "CFaultVFS", dependencies: ["CSQLite"], path: "Tests/CFaultVFS"),
  // Random schedules of messages, crashes and power losses, and what must come of them.
  .target(
    name: "Schedules",
    dependencies: [
      "Telemetry", "Wire", "TrackerProtocols", "Detection", "EventLoop", "Gateway", "Ledger",
      "Timeline", "Simulator", "Platform", "CFaultVFS", "TestKit",
    ], path: "Tests/Schedules", swiftSettings: common),
  // Runs very many of them; scripts/simulate builds it with optimisation.
  .executableTarget(
    name: "simulate", dependencies: ["Schedules", "Platform"], path: "Tests/Simulate",
    swiftSettings: common),
  // Gives recorded frames to every decoder and counts what they take; scripts/hostile builds it
  // with optimisation.
  .target(name: "CHeapMeter", path: "Tests/CHeapMeter"),
  .executableTarget(
    name: "hostile",
    dependencies: ["TrackerProtocols", "Wire", "Telemetry", "Platform", "CHeapMeter"],
    path: "Tests/Hostile", swiftSettings: common),
  // Helpers that several test targets share: sockets, processes, temporary folders.
  .target(name: "TestKit", path: "Tests/TestKit", swiftSettings: common),
  .testTarget(
    name: "TelemetryTests", dependencies: ["Telemetry", "TestKit"], swiftSettings: pure),
  .testTarget(name: "WireTests", dependencies: ["Wire", "Telemetry"], swiftSettings: pure),
  .testTarget(
    name: "TrackerProtocolsTests",
    dependencies: ["TrackerProtocols", "Wire", "Telemetry", "Detection", "TestKit"],
    swiftSettings: pure),
  .testTarget(
    name: "ModelsTests", dependencies: ["Models", "TrackerProtocols", "Telemetry", "TestKit"],
    swiftSettings: pure),
  .testTarget(
    name: "DetectionTests",
    dependencies: ["Detection", "TrackerProtocols", "Wire", "Telemetry", "TestKit"],
    swiftSettings: pure),
  .testTarget(
    name: "FrontDeskTests",
    dependencies: [
      "FrontDesk", "Simulator", "Detection", "TrackerProtocols", "Wire", "Telemetry", "XML",
    ],
    swiftSettings: common),
  .testTarget(
    name: "SimulatorTests",
    dependencies: ["Simulator", "TrackerProtocols", "Wire", "Telemetry", "XML"],
    swiftSettings: common),
  .testTarget(
    name: "GatewayTests",
    dependencies: [
      "Gateway", "Detection", "TrackerProtocols", "Wire", "Telemetry", "EventLoop", "TestKit",
    ], swiftSettings: common),
  .testTarget(
    name: "LedgerTests",
    dependencies: ["Ledger", "SQLite", "Platform", "Telemetry", "TestKit", "CFaultVFS"],
    swiftSettings: common),
  .testTarget(
    name: "TimelineTests",
    dependencies: [
      "Timeline", "Ledger", "SQLite", "Compression", "Platform", "Telemetry", "TestKit",
      "CFaultVFS", "Schedules",
    ],
    swiftSettings: common),
  .testTarget(
    name: "MediaTests", dependencies: ["Media", "Ledger", "SQLite", "Telemetry", "TestKit"],
    swiftSettings: common),
  .testTarget(
    name: "CompressionTests", dependencies: ["Compression", "TestKit"], swiftSettings: common),
  .testTarget(
    name: "FleetTests", dependencies: ["Fleet", "Secrets", "SQLite", "Telemetry", "TestKit"],
    swiftSettings: common),
  .testTarget(
    name: "APITests",
    dependencies: [
      "API", "Commands", "Fleet", "Secrets", "EventLoop", "Gateway", "Timeline", "Ledger", "Media",
      "Telemetry", "WebServer", "Platform", "TestKit",
    ],
    swiftSettings: common),
  .testTarget(
    name: "ConfigurationTests", dependencies: ["Configuration", "TestKit"], swiftSettings: common),
  .testTarget(
    name: "WebServerTests", dependencies: ["WebServer", "Platform", "TestKit"],
    swiftSettings: common),
  // The program as a user runs it: real processes, sockets, files and browser.
  .testTarget(
    name: "WhereaboutsTests",
    dependencies: [
      "whereabouts", "TestKit", "Telemetry", "Ledger", "Timeline", "Fleet", "Configuration",
      "SQLite",
      "Platform", "Simulator", "TrackerProtocols", "Models",
    ],
    swiftSettings: common),
  // House rules that a program can check.
  .testTarget(name: "TidyTests", exclude: ["ratchet.txt"], swiftSettings: common),
]

// The fuzzer is built from instrumented copies of the rooms (scripts/fuzz), never with the rest. It
// is a library because the program around it, with its `main`, is libFuzzer's.
let isFuzzing = Context.environment["WHEREABOUTS_FUZZ"] != nil
let fuzzers: [Target] = [
  .target(
    name: "Fuzz", dependencies: ["Telemetry", "Wire", "TrackerProtocols", "Detection"],
    path: "Fuzz/Sources/Fuzz",
    swiftSettings: common + [.enableExperimentalFeature("Lifetimes")])
]

let package = Package(
  name: "Whereabouts",
  products: [.executable(name: "whereabouts", targets: ["whereabouts"])]
    + (isFuzzing ? [.library(name: "Fuzz", type: .static, targets: ["Fuzz"])] : []),
  targets: rooms + borders + tests + (isFuzzing ? fuzzers : [])
)
