/// A text message as it is sent, or why it cannot be written yet.
public struct RenderedText: Sendable, Hashable {
  /// What it was made of.
  public let setup: SetupText
  /// The message; nil if something is in the way.
  public let message: String?
  /// Values that have to be given first.
  public let missing: [Placeholder]
  /// What else is in the way, a sentence.
  public let problem: String?

  init(_ setup: SetupText, _ values: SetupValues) {
    self.setup = setup
    var missing: [Placeholder] = []
    var problem: String?
    var message: String?
    do throws(SetupTemplate.Problem) {
      message = try setup.template.text(with: values)
      if setup.purpose == .serverByAddress, values.serverIsAddress == false {
        message = nil
        problem = "It takes a numeric address only; give that of the server instead of its name."
      }
    } catch {
      switch error {
      case .missing(let placeholders): missing = placeholders
      case .unfit(let placeholder, let reason):
        problem = "The value \(placeholder.rawValue) \(reason)."
      case .tooLong:
        problem =
          "With these values it has more than \(SetupTemplate.longestMessage) characters."
      }
    }
    self.message = message
    self.missing = missing
    self.problem = problem
  }
}

extension SetupGroup {
  /// The messages for values: those that do not apply to them are left out, such as a server by
  /// name where an address was given. The factory's password stands in for one that is not given.
  public func rendered(with given: SetupValues) -> [RenderedText] {
    var values = given
    if values[.password] == nil, let password { try? values.set(.password, password) }
    return texts.filter { applies($0.purpose, values) }.map { RenderedText($0, values) }
  }

  private func applies(_ purpose: SetupPurpose, _ values: SetupValues) -> Bool {
    switch purpose {
    case .serverByName: values.serverIsAddress != true || !has(.serverByAddress)
    case .serverByAddress: values.serverIsAddress != false || !has(.serverByName)
    case .apn: values[.apnUser] == nil || !has(.apnWithUser)
    case .apnWithUser, .apnUser, .apnPassword: values[.apnUser] != nil
    default: true
    }
  }

  private func has(_ purpose: SetupPurpose) -> Bool { texts.contains { $0.purpose == purpose } }
}
