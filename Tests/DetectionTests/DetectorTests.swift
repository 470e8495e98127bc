import Detection
import Telemetry
import Testing
import TrackerProtocols
import Wire

/// How the detector weighs what recognisers say, shown on protocols made for it.
@Suite struct DetectorTests {
  @Test func theStrongerProofWins() {
    let detector = Detector([Weak.self, Strong.self])
    let bytes = Array("!ab".utf8)
    guard case .found(let type, let certificate) = detector.detect(bytes.span, .open) else {
      Issue.record("nothing found")
      return
    }
    #expect(type.about.name == "strong")
    #expect(certificate.rivals.map(\.protocolName) == ["weak"])
  }

  @Test func equalProofsWaitAndMemoryBreaksTheTie() {
    let detector = Detector([Weak.self, Twin.self])
    let bytes = Array("!ab".utf8)
    guard case .undecided(let needs, _) = detector.detect(bytes.span, .open) else {
      Issue.record("decided between equals")
      return
    }
    #expect(needs > bytes.count)
    guard case .nobody = detector.detect(bytes.span, .datagram) else {
      Issue.record("decided between equals at the end")
      return
    }
    guard case .found(let type, _) = detector.detect(bytes.span, .open, remembered: "twin") else {
      Issue.record("memory did not help")
      return
    }
    #expect(type.about.name == "twin")
  }

  @Test func aWeakProofWaitsForOneThatMayStillCome() {
    let detector = Detector([Weak.self, Late.self])
    let bytes = Array("!ab".utf8)
    guard case .undecided(let needs, _) = detector.detect(bytes.span, .open) else {
      Issue.record("decided while another could still prove more")
      return
    }
    #expect(needs == 4)
    let more = Array("!abc".utf8)
    guard case .found(let type, _) = detector.detect(more.span, .open) else {
      Issue.record("nothing found")
      return
    }
    #expect(type.about.name == "late")
  }

  @Test func memoryNeverOutweighsProof() {
    let detector = Detector([Weak.self, Strong.self])
    let bytes = Array("!ab".utf8)
    guard case .found(let type, _) = detector.detect(bytes.span, .open, remembered: "weak") else {
      Issue.record("nothing found")
      return
    }
    #expect(type.about.name == "strong")
  }

  @Test func theCertificateSaysWhoFailedAndWhere() {
    let detector = Detector([Weak.self, Strong.self])
    let bytes = Array("!xx".utf8)
    guard case .nobody(let certificate) = detector.detect(bytes.span, .open) else {
      Issue.record("found something")
      return
    }
    #expect(certificate.refusals.map(\.offset) == [1, 1])
    #expect(certificate.summary.contains("byte 1"))
  }

  @Test func lineEndsInFrontAreSkipped() {
    let detector = Detector([Strong.self])
    let bytes = Array("\r\n!ab".utf8)
    guard case .found(_, let certificate) = detector.detect(bytes.span, .open) else {
      Issue.record("nothing found")
      return
    }
    #expect(certificate.skipped == 2)
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\n", Probe.http), ("SSH-2.0-x\r\n", .ssh),
    ("\u{16}\u{3}\u{1}\u{2}", .tls), ("\u{3}\0\0\u{13}", .rdp),
  ])
  func probesAreNobody(_ text: String, _ probe: Probe) {
    let bytes = Array(text.utf8)
    guard case .nobody(let certificate) = Detector().detect(bytes.span, .open) else {
      Issue.record("taken for a tracker")
      return
    }
    #expect(certificate.probe == probe)
  }

  /// What scanners say first to find out what listens, to all protocols of the catalogue.
  @Test(arguments: [
    "GET / HTTP/1.1\r\nHost: 198.51.100.7\r\nUser-Agent: a\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "OPTIONS / RTSP/1.0\r\n\r\n", "SSH-2.0-Go\r\n",
    "OPTIONS sip:nm SIP/2.0\r\nVia: SIP/2.0/TCP nm;branch=a\r\nCall-ID: 50000\r\n\r\n",
    "HELP\r\n", "stats\r\n", "JDWP-Handshake", "*1\r\n$4\r\nPING\r\n", "\r\n\r\n",
    "\u{5}\u{2}\0\u{1}", "\u{4}\u{1}\0P\u{1}\u{2}\u{3}\u{4}\0",
    "\u{10}\u{10}\0\u{4}MQTT\u{4}\u{2}\0<\0\u{4}abcd", "CNXN\0\0\0\u{1}\0\0\u{10}\0host::\0",
    "\0\0\0\u{1E}\0\u{6}\u{1}\0\0\u{1}\0\0\0\0\0\0\u{7}version\u{4}bind\0\0\u{10}\0\u{3}",
    "\u{16}\u{3}\u{1}\0f\u{1}\0\0b\u{3}\u{3}" + String(repeating: "a", count: 98),
    String(repeating: "\0", count: 64), String(repeating: "A", count: 200),
  ])
  func whatScannersSayIsNobodys(_ text: String) {
    let bytes = Array(text.utf8)
    let detector = Detector()
    let edges: [StreamState.Edge] = [.open, .paused, .ended]
    for transport in Transport.allCases {
      for edge in transport == .tcp ? edges : [.ended] {
        // Every beginning of it too: it comes in pieces.
        for count in 1...bytes.count {
          let state = StreamState(transport: transport, edge: edge)
          let verdict = detector.detect(bytes.span.extracting(0..<count), state)
          if case .found(let type, let certificate) = verdict {
            Issue.record("\(count) bytes: \(type.about.name), \(certificate.summary)")
          }
        }
      }
    }
  }
}

private func made(_ name: String) -> About {
  About(
    name: name, title: name, transports: [.tcp, .udp], firstBytes: [33], longestFrame: 16,
    identifiesEveryMessage: true, commands: [], sources: [], models: "", notes: "", examples: "")
}

private func recognise(_ bytes: Span<UInt8>, _ proofs: Proofs) -> Recognition {
  guard bytes.count >= 3 else { return .more(3) }
  return bytes[1] == 97 ? .yes(proofs, frame: 3) : .no(at: 1, expected: "'a'")
}

/// A protocol with a grammar only.
private struct Weak: TrackerProtocol {
  static var about: About { made("weak") }
  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    DetectionTests.recognise(bytes, [.sync, .grammar])
  }
  func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep { .frame(3) }
  func decode(_ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports) {}
}

/// Another with the same.
private struct Twin: TrackerProtocol {
  static var about: About { made("twin") }
  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    DetectionTests.recognise(bytes, [.sync, .grammar])
  }
  func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep { .frame(3) }
  func decode(_ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports) {}
}

/// A protocol whose checksum comes with the fourth byte.
private struct Late: TrackerProtocol {
  static var about: About { made("late") }
  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    guard bytes.count >= 4 else { return .more(4) }
    return .yes([.sync, .length, .checksum], frame: 4)
  }
  func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep { .frame(4) }
  func decode(_ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports) {}
}

/// A protocol with length and checksum.
private struct Strong: TrackerProtocol {
  static var about: About { made("strong") }
  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    DetectionTests.recognise(bytes, [.sync, .length, .checksum])
  }
  func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep { .frame(3) }
  func decode(_ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports) {}
}
