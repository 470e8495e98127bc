extension Rule {
  /// The rooms that touch C, and so may hold unsafe code: the list `borders` of Package.swift. In
  /// `Configuration` it is one file.
  static let borders: Set<String> = {
    let code = SwiftTokens.all(in: Repository.text(of: "Package.swift"))[...]
    guard let start = code.indices.first(where: { code.text($0) == "borders" }),
      let open = code[start...].indices.first(where: { code.text($0) == "=" })
    else { return [] }
    let list = code[(open + 1)...]
    let end = code.closing(from: open + 1) ?? open
    return Set(
      list.indices.filter { $0 < end && list.text($0) == "name" && list.text($0 + 1) == ":" }
        .map { list.text($0 + 2).filter { $0 != "\"" } })
  }()
  private static let borderFiles: Set<String> = ["Sources/Configuration/INIFile.swift"]

  /// The rooms that every message passes through.
  static let hotRooms: Set<String> = [
    "Detection", "EventLoop", "Gateway", "Ledger", "SQLite", "Telemetry", "TrackerProtocols",
    "Wire",
  ]

  private static func isBehindBorder(_ file: SourceFile) -> Bool {
    file.isInSources && !borders.contains(file.room) && !borderFiles.contains(file.path)
  }

  private static let unsafeWords = ["Unsafe", "Unmanaged", "withUnsafe", "unsafe", "withMemory"]

  /// Rules about what may be used where.
  static let rooms: [Rule] = [
    .tokens(
      "nonisolated(unsafe)", advice: "use a Mutex or an Atomic; C belongs into a border room",
      in: isBehindBorder
    ) {
      $0.text($1) == "nonisolated" && $0.text($1 + 1) == "(" && $0.text($1 + 2) == "unsafe"
    },
    .tokens(
      "unsafe code", advice: "unsafe code belongs into a border room: \(borders.sorted())",
      in: isBehindBorder
    ) { code, index in
      code[index].kind == .word && code.text(index - 2) != "nonisolated"
        && unsafeWords.contains { code[index].text.hasPrefix($0) }
    },
    .tokens(
      "Foundation on the hot path",
      advice: "the hot path knows neither Foundation nor a part of it",
      in: { $0.isInSources && hotRooms.contains($0.room) }
    ) {
      $0.text($1).hasPrefix("Foundation") && $0.text($1 - 1) == "import"
    },
    .tokens(
      "Foundation", advice: "import FoundationEssentials; all of Foundation only with a reason",
      in: { $0.isInSources && !hotRooms.contains($0.room) }
    ) {
      $0.text($1) == "Foundation" && $0.text($1 - 1) == "import"
    },
  ]
}
