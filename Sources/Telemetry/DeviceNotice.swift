/// What a frame says of the device itself, such as which firmware it runs.
public struct DeviceNotice: Sendable, Hashable {
  /// The most facts of one frame; more are left out when it is stored.
  public static let mostFacts = 16

  /// The device's clock when it said so; nil if it gave no time.
  public var deviceTime: Timestamp?
  /// The facts.
  public var facts: [Attribute]

  /// A notice.
  public init(deviceTime: Timestamp? = nil, _ facts: [Attribute] = []) {
    self.deviceTime = deviceTime
    self.facts = facts
  }
}

extension CompactReport {
  /// Appends a notice, in the form of a record without a place.
  ///
  /// - Parameter receivedAt: the time of receipt that reading needs again.
  public static func append(
    _ notice: DeviceNotice, receivedAt: Timestamp, to output: inout [UInt8]
  ) {
    var reports = Reports()
    reports.begin()
    reports.current.deviceTime = notice.deviceTime
    for fact in notice.facts.prefix(DeviceNotice.mostFacts) {
      switch fact.value {
      case .integer(let value): reports.set(fact.key, value)
      case .number(let value): reports.set(fact.key, value)
      case .boolean(let value): reports.set(fact.key, value)
      case .text(let value): reports.set(fact.key, text: value)
      }
    }
    append(reports, record: 0, receivedAt: receivedAt, to: &output)
  }
}
