import Testing

@Suite("Protocols' folders and the catalogue")
struct CatalogueTests {
  private static let home = "Sources/TrackerProtocols/"
  /// Folders that hold no protocol.
  private static let common: Set<String> = ["Kit", "Shared"]

  private static let folders = Set(
    Repository.paths.filter { $0.hasPrefix(home) }.compactMap { path -> String? in
      let parts = path.dropFirst(home.count).split(separator: "/")
      return parts.count > 1 ? String(parts[0]) : nil
    }
  ).subtracting(common).sorted()

  /// The types in the list of a catalogue, in its order.
  private static func entries(of source: String) -> [String] {
    let code = SwiftTokens.all(in: source).filter { $0.kind != .comment }[...]
    return code.indices.compactMap { index in
      code.text(index + 1) == "." && code.text(index + 2) == "self" ? code.text(index) : nil
    }
  }

  @Test func entriesAreRead() {
    let source = "static let protocols = [\n  A.self,  // B.self\n  C.self,\n]"
    #expect(Self.entries(of: source) == ["A", "C"])
  }

  @Test("there are protocols")
  func thereAreProtocols() {
    #expect(!Self.folders.isEmpty)
  }

  @Test("a folder has the protocol and its worked examples", arguments: folders)
  func folderIsComplete(_ name: String) {
    #expect(Repository.exists("\(Self.home)\(name)/\(name).swift"))
    #expect(Repository.exists("\(Self.home)\(name)/\(name)+Examples.swift"))
  }

  @Test("the catalogue has one line for each folder, by the alphabet, and no other")
  func catalogueIsComplete() {
    let entries = Self.entries(of: Repository.text(of: "\(Self.home)Catalogue.swift"))
    #expect(entries == Self.folders)
  }
}
