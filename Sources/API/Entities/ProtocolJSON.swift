import Telemetry
import TrackerProtocols

extension JSONWriter {
  /// Writes what a protocol is.
  mutating func about(_ about: About) {
    object { json in
      json.member("name", .text(about.name))
      json.member("title", .text(about.title))
      json.key("transports")
      json.texts(Transport.allCases.filter { about.transports.contains($0) }.map(\.name))
      json.member("identifiesEveryMessage", .boolean(about.identifiesEveryMessage))
      json.key("commands")
      json.texts(about.commands.map(\.rawValue))
      json.key("relatives")
      json.texts(about.relatives)
      json.key("options")
      json.array(about.options) { $0.option($1) }
    }
  }

  /// Writes what may be entered about a device, and what it does.
  mutating func option(_ option: DeviceOption) {
    object { json in
      json.member("key", .text(option.key))
      json.member("kind", .text(option.values.kind))
      if case .words(let words) = option.values {
        json.key("words")
        json.texts(words)
      }
      let bounds = option.values.bounds
      json.member("least", bounds.least.map { .integer($0) })
      json.member("most", bounds.most.map { .integer($0) })
      json.member("usual", .text(option.usual))
      json.member("meaning", .text(option.meaning))
    }
  }

  private mutating func texts(_ texts: [String]) { array(texts) { $0.value(.text($1)) } }
}

extension DeviceOption.Values {
  /// What the API calls it.
  fileprivate var kind: String {
    switch self {
    case .flag: "flag"
    case .words: "words"
    case .number: "number"
    case .code: "code"
    case .text: "text"
    case .zone: "zone"
    case .address: "address"
    }
  }

  /// The least and the greatest number, or how many characters.
  fileprivate var bounds: (least: Int64?, most: Int64?) {
    switch self {
    case .number(let range): (range.lowerBound, range.upperBound)
    case .code(let range): (Int64(range.lowerBound), Int64(range.upperBound))
    case .text(let longest): (1, Int64(longest))
    case .flag, .words, .zone, .address: (nil, nil)
    }
  }
}
