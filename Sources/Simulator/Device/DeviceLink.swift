import Telemetry
import TrackerProtocols

/// One link of a simulated device to a server.
struct DeviceLink: Sendable {
  /// What a message is for.
  enum Purpose: Sendable, Hashable {
    case login(Int)
    case heartbeat
    /// To a command.
    case answer
    /// Records by their numbers.
    case records([Int])
  }

  struct Unanswered: Sendable {
    let purpose: Purpose
    let expected: [UInt8]
    let sentAt: Timestamp
    let tries: Int
  }

  var isUp = false
  var isOpening = false
  /// How many messages of the login are done.
  var logins = 0
  var retryAt = Timestamp(milliseconds: .min)
  /// In the order of sending, which is that of the answers.
  var unanswered: [Unanswered] = []
  /// What came and is not yet understood.
  var received: [UInt8] = []
  /// The conversation as the server has it, which tells what will be answered.
  var session: any TrackerProtocol

  init(_ script: ProtocolScript) { session = script.type.init() }

  func isReady(_ script: ProtocolScript) -> Bool { isUp && logins >= script.login.count }

  /// Forgets the conversation.
  mutating func reset(_ script: ProtocolScript) {
    isUp = false
    isOpening = false
    logins = 0
    unanswered = []
    received = []
    session = script.type.init()
  }
}
