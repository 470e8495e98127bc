import Detection
import Fleet
import Gateway
import Ledger
import Synchronization
import Telemetry
import Timeline
import WebServer

extension API {
  /// Counters in the text form that Prometheus reads.
  func metrics() -> HTTPResponse {
    var text = MetricsText()
    if let gateway = services.gatewayStatistics?() { text.add(gateway) }
    if let ledger = services.ledgerStatistics?() { text.add(ledger) }
    if let timeline = try? services.timeline.statistics() { text.add(timeline) }
    for progress in services.derivationProgress?() ?? [] {
      text.gauge(
        "derivation_lag", "Sequence numbers that a consumer is behind the ledger", progress.lag,
        label: ("consumer", progress.name))
    }
    text.counter(
      "actions_unrecorded", "Changes that could not be written to the record of actions",
      unrecorded.load(ordering: .relaxed))
    text.gauge("live_clients", "Connected WebSocket clients", Int64(live.clientCount))
    return HTTPResponse(
      contentType: "text/plain; version=0.0.4; charset=utf-8", Array(text.text.utf8))
  }
}

/// Writes metrics.
private struct MetricsText {
  private(set) var text = ""
  private var declared: Set<String> = []

  mutating func counter(
    _ name: String, _ help: String, _ value: Int64, label: (String, String)? = nil
  ) {
    add(name + "_total", help, "counter", value, label)
  }

  mutating func gauge(
    _ name: String, _ help: String, _ value: Int64, label: (String, String)? = nil
  ) {
    add(name, help, "gauge", value, label)
  }

  private mutating func add(
    _ name: String, _ help: String, _ type: String, _ value: Int64, _ label: (String, String)?
  ) {
    let name = "whereabouts_" + name
    if declared.insert(name).inserted {
      text += "# HELP \(name) \(help).\n# TYPE \(name) \(type)\n"
    }
    // The values of labels are words of our own, without anything to escape.
    let labels = label.map { "{\($0.0)=\"\($0.1)\"}" } ?? ""
    text += "\(name)\(labels) \(value)\n"
  }

  mutating func add(_ gateway: GatewayStatistics) {
    gauge("connections_open", "Open connections of trackers", Int64(gateway.open))
    gauge("connections_identified", "Those whose device is known", Int64(gateway.identified))
    let counters: [(String, String, UInt64)] = [
      ("connections_accepted", "Accepted connections", gateway.accepted),
      ("connections_refused", "Connections refused because of a limit", gateway.refusedByLimit),
      (
        "connections_unidentified", "Connections that ended without saying who they are",
        gateway.endedUnidentified
      ),
      ("datagrams", "Received datagrams", gateway.datagrams),
      ("received_bytes", "Received bytes", gateway.bytes),
      ("frames", "Frames read", gateway.frames),
      ("records", "Records in them", gateway.records),
      ("frames_undecodable", "Frames that could not be read", gateway.undecodable),
      ("frames_dropped", "Frames of senders that may not speak", gateway.dropped),
      ("frames_unconfirmed", "Frames of unconfirmed senders", gateway.unconfirmed),
      ("replies", "Answers sent", gateway.replies),
      ("batches", "Batches handed to the ledger", gateway.batches),
      ("batches_failed", "Batches that were lost", gateway.failedBatches),
      ("halts", "Times that reading was stopped because the ledger was full", gateway.halts),
    ]
    for (name, help, value) in counters { counter(name, help, Int64(clamping: value)) }
    for (probe, count) in gateway.probes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      counter(
        "probes", "Connections of other programs", Int64(clamping: count),
        label: ("kind", probe.rawValue))
    }
  }

  mutating func add(_ ledger: LedgerStatistics) {
    gauge("ledger_bytes", "Size of the ledger's files", ledger.bytes)
    gauge("ledger_pending_bytes", "Bytes that wait to be stored", Int64(ledger.pendingBytes))
    gauge("ledger_trouble", "1 while nothing can be stored", ledger.trouble == nil ? 0 : 1)
    gauge("ledger_damage", "1 if durable records were lost", ledger.damage == nil ? 0 : 1)
    counter("ledger_entries", "Entries stored", ledger.stored)
    counter("ledger_commits", "Commits", ledger.commits)
    counter("ledger_set_aside", "Entries set aside", ledger.setAside)
  }

  mutating func add(_ timeline: TimelineStatistics) {
    gauge("timeline_positions", "Positions in the history", timeline.positions)
    gauge("timeline_devices", "Devices with a history", timeline.devices)
    gauge("timeline_bytes", "Size of the timeline's files", timeline.bytes)
    gauge(
      "timeline_damaged_chunks", "Parts of the history that cannot be read",
      Int64(timeline.damagedChunks))
    counter(
      "timeline_forgotten", "Positions removed because they were older than what is kept",
      timeline.forgotten)
    counter(
      "timeline_late", "Positions not taken because they were older than what is kept",
      timeline.late)
  }
}
