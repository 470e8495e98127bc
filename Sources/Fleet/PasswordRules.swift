/// Which passwords are too easy to guess.
enum PasswordRules {
  /// The shortest password in characters.
  static let shortest = 8

  /// Why a password is not good enough, for people; nil if it is.
  ///
  /// - Parameter names: what others know of the user: the e-mail address, the name.
  static func problem(with password: String, names: [String]) -> String? {
    guard password.count >= shortest else {
      return "a password has at least \(shortest) characters"
    }
    guard password.utf8.count <= 1_024 else { return "a password has at most 1024 bytes" }
    let plain = simplified(password)
    if isPattern(plain) || withoutTail(plain).map(isPattern) == true {
      return "this password is one of the first that are guessed; choose a longer phrase"
    }
    let known = names.flatMap { [$0] + $0.split(separator: "@").map(String.init) }
    if known.contains(where: { isName(simplified($0), in: plain) }) {
      return "a password must not be made of the user's name or address"
    }
    return nil
  }

  /// Small letters without spaces.
  private static func simplified(_ text: String) -> [Character] {
    text.lowercased().filter { !$0.isWhitespace }.map { $0 }
  }

  /// The letters that people write as digits and signs.
  private static let substitutes: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s",
    "!": "i",
  ]

  /// The word before a few digits and signs: `summer2026!` is `summer`; nil if the text is no such.
  private static func withoutTail(_ text: [Character]) -> [Character]? {
    let head = text.prefix { $0.isLetter }
    let tail = text.dropFirst(head.count)
    guard head.count >= 4, tail.count <= 6, !tail.contains(where: \.isLetter) else { return nil }
    return Array(head)
  }

  private static func isName(_ name: [Character], in password: [Character]) -> Bool {
    guard name.count >= 4, password.count >= name.count else { return false }
    return password.starts(with: name) && password.count - name.count < 5
  }

  private static func isPattern(_ text: [Character]) -> Bool {
    guard !text.isEmpty else { return true }
    let letters = text.map { substitutes[$0] ?? $0 }
    return Set(text).count <= 3 || isRow(text) || isRepeated(text) || isCommon(text)
      || isCommon(letters) || isDate(text)
  }

  /// Neighbours in the alphabet, among the digits or on a keyboard, in either direction, the row
  /// taken up anew as often as one likes (`qwertyqwerty`, `1234567890`, `abcabcabc1`).
  private static func isRow(_ text: [Character]) -> Bool {
    var jumps = 0
    for (left, right) in zip(text, text.dropFirst()) where !areNeighbours(left, right) {
      jumps += 1
    }
    return jumps * 4 <= text.count
  }

  private static let rows = [
    "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
    "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn",
    "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujm", "!@#$%^&*()",
  ]
  private static let neighbours: Set<String> = {
    var pairs: Set<String> = []
    for row in rows {
      for (left, right) in zip(row, row.dropFirst()) {
        pairs.insert("\(left)\(right)")
        pairs.insert("\(right)\(left)")
      }
    }
    return pairs
  }()

  private static func areNeighbours(_ left: Character, _ right: Character) -> Bool {
    left == right || neighbours.contains("\(left)\(right)")
  }

  /// A short piece again and again: `passpass`, `12ab12ab`.
  private static func isRepeated(_ text: [Character]) -> Bool {
    for length in 1...max(text.count / 2, 1) where text.count % length == 0 && length < text.count {
      let piece = text.prefix(length)
      if stride(from: 0, to: text.count, by: length).allSatisfy({
        text[$0..<$0 + length].elementsEqual(piece)
      }) {
        return isCommon(Array(piece)) || length <= 4
      }
    }
    return false
  }

  /// Eight digits that are a date.
  private static func isDate(_ text: [Character]) -> Bool {
    guard text.count == 8, let number = Int(String(text)) else { return false }
    let yearFirst = (1900...2099).contains(number / 10_000) && isDay(number % 10_000)
    let yearLast = (1900...2099).contains(number % 10_000) && isDay(number / 10_000)
    return yearFirst || yearLast
  }

  private static func isDay(_ number: Int) -> Bool {
    let pair = (number / 100, number % 100)
    return (1...31).contains(pair.0) && (1...12).contains(pair.1)
      || (1...12).contains(pair.0) && (1...31).contains(pair.1)
  }

  private static func isCommon(_ text: [Character]) -> Bool {
    let word = String(text)
    if words.contains(word) { return true }
    // Two of the words together are no better: `adminadmin`, `gpstracker`.
    return words.contains { word.hasPrefix($0) && words.contains(String(word.dropFirst($0.count))) }
  }

  /// Words that guessers begin with, with and without what follows them.
  private static let words = Set(
    """
    password passwort passw pass passphrase motdepasse contrasena senha parola haslo wachtwoord
    admin administrator root user guest test tester testing demo default login logon welcome
    willkommen bienvenue changeme change secret geheim letmein letme master access enter open
    temp temporary hello hallo hola bonjour please computer internet server system service
    manager operator support office company business private public security secure
    whereabouts traccar tracker tracking track gps position location device vehicle fleet car
    truck driver map maps road home house family
    love iloveyou you sweet honey baby angel princess prince king queen lover friend friends
    happy sunshine rainbow flower butterfly summer winter spring autumn fall monday friday sunday
    january february march april may june july august september october november december
    football soccer baseball basketball hockey tennis golf liverpool arsenal chelsea barcelona
    real madrid bayern juventus yankees cowboys lakers eagles steelers
    dragon monkey tiger lion bear wolf eagle shadow phoenix falcon panther horse dolphin kitten
    pokemon naruto superman batman spiderman starwars matrix ninja pirate wizard hunter ranger
    killer ghost devil heaven freedom liberty peace trust trustno money gold silver diamond
    mercedes ferrari porsche toyota honda yamaha suzuki harley mustang corvette jaguar
    michael daniel andrew jordan thomas robert george charlie michelle jessica ashley amanda
    jennifer nicole hannah maria anna peter martin alexander anthony joshua matthew william
    london paris berlin madrid america canada australia germany france england brazil india china
    google facebook amazon apple samsung microsoft windows linux android iphone
    cheese coffee chocolate cookie banana orange pepper ginger whisky vodka
    qwerty qwertz azerty asdf zxcv abc abcd one two three me my the is in i a
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
