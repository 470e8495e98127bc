import API
import Ledger
import Synchronization
import TestKit
import Testing
import WebServer

/// Questions of clients that have left before their turn came.
@Suite struct AbandonedTests {
  @Test func nobodyWorksForThoseWhoHaveLeft() throws {
    let asked = Atomic(0)
    let mayGoOn = Atomic(false)
    let fixture = try APIFixture { services, options in
      options.workers = 1
      services.derivationProgress = {
        asked.add(1, ordering: .relaxed)
        _ = eventually { mayGoOn.load(ordering: .relaxed) }
        return []
      }
    }
    let api = fixture.api
    let responders = Mutex<[Responder]>([])
    let server = try WebServer(WebServerConfiguration()) { request, responder in
      responders.withLock { $0.append(responder) }
      api.handle(request, responder)
    }
    defer { server.stop() }
    let question = "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n"
    // The one worker is busy with the first question; the others wait behind it.
    let patient = try WebClient(port: server.port)
    patient.send(question)
    #expect(eventually { asked.load(ordering: .relaxed) == 1 })
    do {
      let others = try (0..<20).map { _ in try WebClient(port: server.port) }
      for client in others { client.send(question) }
      #expect(eventually { responders.withLock { $0.count == 21 } })
    }
    // They are gone with the end of the block.
    #expect(eventually { responders.withLock { $0.count { $0.isAwaited } == 1 } })
    mayGoOn.store(true, ordering: .relaxed)
    #expect(try patient.answer().status == 200)
    #expect(try fixture.ask("GET", "/metrics").status == 200)
    #expect(asked.load(ordering: .relaxed) == 2)
  }
}
