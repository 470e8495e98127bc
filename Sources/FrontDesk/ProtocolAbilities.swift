import Telemetry
public import TrackerProtocols
import Wire

/// What a protocol can say, found by reading its worked examples.
public struct ProtocolAbilities: Sendable {
  /// An attribute of records, with the family's `*` if it is one.
  public struct AttributeUse: Sendable, Hashable {
    /// Its name in the API, such as `power` or `temp*`.
    public let name: String
    /// The unit of its values, or empty.
    public let unit: String
    /// What it is, in a few words; empty for a word of the protocol's own.
    public let title: String
  }

  /// Positions with a place.
  public private(set) var hasPositions = false
  /// Cells of the mobile network.
  public private(set) var hasCells = false
  /// Wi-Fi access points.
  public private(set) var hasAccessPoints = false
  /// Pictures or sound.
  public private(set) var hasMedia = false
  /// Whether messages are answered.
  public private(set) var answers = false
  /// The alarms, by the alphabet.
  public private(set) var alarms: [String] = []
  /// The attributes besides alarms, by the alphabet.
  public private(set) var attributes: [AttributeUse] = []

  /// Reads all examples of a protocol.
  ///
  /// - Parameter alarms: alarms that no example shows.
  public init(_ type: any TrackerProtocol.Type, alarms further: [String] = []) {
    var alarms = Set(further)
    var attributes: Set<AttributeUse> = []
    Self.eachExample(of: type, listens: false) { _, frame in
      guard let reports = frame?.reports else { return }
      hasMedia = hasMedia || !reports.media.isEmpty
      answers = answers || reports.replyCount > 0
      for position in reports.positions {
        hasPositions = hasPositions || position.location != nil
        hasCells = hasCells || !position.network.cellTowers.isEmpty
        hasAccessPoints = hasAccessPoints || !position.network.accessPoints.isEmpty
        for attribute in position.attributes {
          if attribute.key == .alarm {
            alarms.formUnion(attribute.value.description.split(separator: ",").map(String.init))
          } else {
            attributes.insert(AttributeUse(attribute.key))
          }
        }
      }
    }
    self.alarms = alarms.sorted()
    self.attributes = attributes.sorted { $0.name < $1.name }
  }

  /// Goes through the worked examples of a protocol in their conversations.
  ///
  /// - Parameter body: is given each example and, unless it is a command, its frame as read.
  static func eachExample(
    of type: any TrackerProtocol.Type, listens: Bool,
    _ body: (WorkedExample, ExplainedFrame?) -> Void
  ) {
    guard let examples = try? WorkedExample.parse(type.about.examples) else { return }
    var explainer = Explainer(type, listens: listens)
    for example in examples {
      guard example.command == nil else {
        body(example, nil)
        continue
      }
      if !example.continues {
        explainer = Explainer(type, settings: example.settings, listens: listens)
      }
      explainer.removeFrames()
      explainer.settings = example.settings
      let stream = StreamState(transport: example.transport, edge: .ended)
      explainer.feed(example.frame, stream, receivedAt: example.receivedAt)
      body(example, explainer.frames.first)
    }
  }
}

extension ProtocolAbilities.AttributeUse {
  fileprivate init(_ key: AttributeKey) {
    let word = Vocabulary.word(of: key)
    name = key.number < 0 ? key.name : key.word + "*"
    unit = word?.unit ?? ""
    title = word?.title ?? ""
  }
}
