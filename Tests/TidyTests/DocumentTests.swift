import Testing

@Suite("Documents")
struct DocumentTests {
  private static let documents = Repository.paths.filter { $0.hasSuffix(".md") }
  private static let decisions = documents.filter {
    $0.hasPrefix("docs/decisions/") && !$0.hasSuffix("/README.md")
  }

  @Test("the documents that everybody looks for are there")
  func theUsualOnes() {
    for name in [
      "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md",
    ] {
      #expect(Self.documents.contains(name))
    }
    #expect(Repository.text(of: "LICENSE").contains("Apache License"))
  }

  @Test("a link to a file of the repository leads somewhere", arguments: documents)
  func linksResolve(_ document: String) {
    for link in Markdown.links(in: Repository.text(of: document)) where !link.contains(":") {
      let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      let target = parts[0].isEmpty ? document : Markdown.resolve(parts[0], from: document)
      guard let target, Repository.exists(target) else {
        Issue.record("\(document): the link '\(link)' leads nowhere")
        continue
      }
      if parts.count > 1 {
        #expect(
          Markdown.anchors(in: Repository.text(of: target)).contains(parts[1]),
          "\(document): no heading of \(target) is called '\(parts[1])'")
      }
    }
  }

  @Test("no document names a folder of somebody's machine", arguments: documents)
  func noMachinePaths(_ document: String) {
    for folder in Repository.machineFolders {
      #expect(!Repository.text(of: document).contains(folder))
    }
  }

  @Test("the README is one screen")
  func readmeIsShort() {
    #expect(Repository.text(of: "README.md").split(separator: "\n").count <= 40)
  }

  @Test("a decision has a date, is in the index, and says what was rejected", arguments: decisions)
  func decisionIsWhole(_ path: String) throws {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    #expect(name.wholeMatch(of: /20[0-9]{6}-[a-z0-9-]+\.md/) != nil)
    #expect(Repository.text(of: "docs/decisions/README.md").contains("(\(name))"))
    let text = Repository.text(of: path)
    #expect(text.contains("\n## Rejected"))
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 60)
  }

  @Test func linksAreFound() {
    let text = "a [b](c.md) ![d](e/f.png#g)\n`[h](i)`\n```\n[j](k)\n```\n[l](#m)"
    #expect(Markdown.links(in: text) == ["c.md", "e/f.png#g", "#m"])
    #expect(Markdown.resolve("../c.md", from: "a/b/d.md") == "a/c.md")
    #expect(Markdown.resolve("../../c.md", from: "a/d.md") == nil)
    #expect(Markdown.anchors(in: "# Add a Protocol, now\ntext") == ["add-a-protocol-now"])
  }
}

@Suite("Scripts and make targets")
struct ScriptTests {
  private static let scripts = Repository.paths.filter {
    ($0.hasPrefix("scripts/") || $0.hasPrefix(".ci/")) && Repository.text(of: $0).hasPrefix("#!")
  }

  private static let targets: [String] = {
    let line = Repository.text(of: "Makefile").split(separator: "\n").first {
      $0.hasPrefix(".PHONY:")
    }
    return line?.split(separator: " ").dropFirst().map(String.init) ?? []
  }()

  @Test("a script can be run and stops at the first error", arguments: scripts)
  func scriptIsSafe(_ path: String) {
    #expect(Repository.isExecutable(path))
    let text = Repository.text(of: path)
    if text.hasPrefix("#!/bin/sh\n") { #expect(text.contains("\nset -eu\n")) }
    if text.hasPrefix("#!/usr/bin/env bash\n") { #expect(text.contains("\nset -euo pipefail\n")) }
  }

  @Test("a make target is one script, and CONTRIBUTING.md tells of it", arguments: targets)
  func targetIsDocumented(_ target: String) {
    #expect(Repository.text(of: "Makefile").contains("\n\(target): ; @scripts/\(target)\n"))
    #expect(Repository.exists("scripts/\(target)"))
    #expect(Repository.text(of: "CONTRIBUTING.md").contains("`make \(target)`"))
  }

  @Test("the scan reaches the scripts")
  func scanReachesScripts() {
    #expect(Self.targets.count >= 10)
    #expect(Self.scripts.contains("scripts/test"))
    #expect(Self.scripts.contains(".ci/run"))
  }
}
