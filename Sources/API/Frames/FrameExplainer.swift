import FrontDesk
import Ledger
import Telemetry
import TrackerProtocols

/// Explains messages of a device byte by byte, each in the conversation that it belongs to: what a
/// login said acts on what follows.
struct FrameExplainer {
  /// So many messages from the beginning of a conversation are read first.
  private static let mostOfBeginning = 8
  /// For so many conversations the beginning is looked for.
  private static let mostBeginnings = 4

  let search: FrameSearch
  let settings: DeviceSettings

  /// The explanations as JSON, by the messages' numbers.
  ///
  /// - Parameter records: messages, the newest first.
  func explain(_ records: [LedgerRecord]) throws(LedgerError) -> [Int64: [UInt8]] {
    var conversations: [UInt64: [LedgerRecord]] = [:]
    var order: [UInt64] = []
    for record in records {
      if conversations[record.connection] == nil { order.append(record.connection) }
      conversations[record.connection, default: []].append(record)
    }
    var explanations: [Int64: [UInt8]] = [:]
    for (index, connection) in order.enumerated() {
      let messages = Array((conversations[connection] ?? []).reversed())
      let begins = index < Self.mostBeginnings
      explain(messages, behind: begins ? try beginning(messages) : [], into: &explanations)
    }
    return explanations
  }

  /// What came first by the connection of messages; nothing for datagrams, which stand alone.
  private func beginning(_ messages: [LedgerRecord]) throws(LedgerError) -> [LedgerRecord] {
    guard let first = messages.first, let origin = first.origin, origin.transport == .tcp else {
      return []
    }
    return try search.beginning(
      of: origin, before: first.sequence, most: Self.mostOfBeginning)
  }

  private func explain(
    _ messages: [LedgerRecord], behind beginning: [LedgerRecord],
    into explanations: inout [Int64: [UInt8]]
  ) {
    let name = messages.first { !$0.protocolName.isEmpty }?.protocolName
    let type = name.flatMap { Catalogue.named($0) }
    var explainer = Explainer(type, settings: settings)
    for record in beginning { Self.feed(record, to: &explainer) }
    for record in messages {
      explainer.removeFrames()
      Self.feed(record, to: &explainer)
      explanations[record.sequence] = explainer.json()
    }
  }

  private static func feed(_ record: LedgerRecord, to explainer: inout Explainer) {
    let transport = record.origin?.transport ?? .tcp
    // The gateway has cut it already, so whatever can be decided is to be decided.
    explainer.feed(
      record.raw, StreamState(transport: transport, edge: .ended), receivedAt: record.receivedAt)
    explainer.end(transport, receivedAt: record.receivedAt)
  }
}
