import Foundation
import FrontDesk
import Simulator
import Testing

/// The handbook in docs/protocols is what the protocols say of themselves.
@Suite struct HandbookTests {
  private static let docs = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs")

  @Test func modelsAreUpToDate() throws {
    let file = try String(contentsOf: Self.docs.appending(path: "models.md"), encoding: .utf8)
    #expect(file == Handbook.modelsPage(), "docs/models.md is out of date; run 'make handbook'")
  }

  @Test func pagesAreUpToDate() throws {
    let folder = Self.docs.appending(path: "protocols")
    let differences = try String(
      contentsOf: Self.docs.appending(path: "known-differences.jsonl"), encoding: .utf8)
    let pages = Handbook.pages(
      differences: try KnownDifference.list(differences),
      alarms: ProtocolScript.alarmNames)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(files) == Set(pages.keys).union(["confusion.md"]), "run 'make handbook'")
    for (name, page) in pages {
      let file = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(file == page, "docs/protocols/\(name) is out of date; run 'make handbook'")
    }
  }
}
