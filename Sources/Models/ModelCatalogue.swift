/// All models that the program knows.
public enum ModelCatalogue {
  /// The makers' texts.
  static let texts = [bofan, istartek, tkstar]

  /// The models, by maker and as the maker's text has them; read once. A text with a mistake has
  /// no models, which a test finds.
  public static let models: [TrackerModel] = texts.flatMap { (try? ModelText.parse($0)) ?? [] }

  /// The model with an identifier such as `istartek-pt60`.
  public static func model(id: String) -> TrackerModel? { models.first { $0.id == id } }

  /// The model that somebody entered, as identifier, as name, or as maker and name; letters may be
  /// written either way, and blanks and dashes left out.
  public static func model(entered text: String) -> TrackerModel? {
    let wanted = Self.plain(text)
    guard !wanted.isEmpty else { return nil }
    let named = models.filter { plain($0.name) == wanted }
    if named.count == 1 { return named[0] }
    return models.first { plain($0.fullName) == wanted }
  }

  /// The models that have all of some words in maker, name, title or protocols.
  public static func search(_ text: String) -> [TrackerModel] {
    let words = text.lowercased().split(separator: " ")
    return models.filter { model in
      let haystack = ([model.fullName, model.id, model.title] + model.protocols.map(\.value))
        .joined(separator: "\n").lowercased()
      return words.allSatisfy { haystack.contains($0) }
    }
  }

  private static func plain(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
