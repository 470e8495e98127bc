import Telemetry
import Testing

@testable import Models
@testable import TrackerProtocols

/// The makers' texts: what they say must fit what the program speaks.
@Suite struct CatalogueTests {
  @Test(arguments: ModelCatalogue.texts)
  func textsAreRead(_ text: String) throws {
    #expect(try !ModelText.parse(text).isEmpty)
  }

  @Test func theFirstDevicesAreThere() {
    for id in ["istartek-pt60", "istartek-pt32", "istartek-vt600", "bofan-pt-60", "tk-star-tk970"] {
      #expect(ModelCatalogue.model(id: id) != nil, "\(id)")
    }
    #expect(Set(ModelCatalogue.models.map(\.id)).count == ModelCatalogue.models.count)
  }

  @Test(arguments: ModelCatalogue.models)
  func everythingIsSaid(_ model: TrackerModel) {
    #expect(!model.protocols.isEmpty && !model.abilities.isEmpty && !model.alarms.isEmpty)
    #expect(!model.setup.isEmpty && !model.title.isEmpty)
    let facts =
      model.protocols.map(\.sources) + model.abilities.map(\.sources) + model.alarms.map(\.sources)
      + model.setup.map(\.sources) + model.setup.flatMap { $0.texts.map(\.sources) }
    #expect(facts.allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: ModelCatalogue.models)
  func protocolsExist(_ model: TrackerModel) {
    for fact in model.protocols {
      #expect(Catalogue.named(fact.value) != nil, "\(fact.value)")
    }
  }

  @Test(arguments: ModelCatalogue.models)
  func alarmsCanBeSent(_ model: TrackerModel) throws {
    var possible: Set<Alarm> = []
    for fact in model.protocols {
      let type = try #require(Catalogue.named(fact.value))
      possible.formUnion(try Self.alarms(of: type))
    }
    for fact in model.alarms {
      #expect(possible.contains(fact.value), "no protocol of \(model.id) sends \(fact.value)")
    }
  }

  /// The alarms that a protocol's decoder can raise: those of its examples and of its tables.
  private static func alarms(of type: any TrackerProtocol.Type) throws -> Set<Alarm> {
    var found: Set<Alarm> = []
    for line in try WorkedExample.parse(type.about.examples).flatMap(\.expected) {
      guard line.hasPrefix("+"), let range = line.firstRange(of: /alarm="[^"]*"/) else { continue }
      let names = line[range].dropFirst(7).dropLast().split(separator: ",")
      found.formUnion(names.compactMap { Alarm(rawValue: String($0)) })
    }
    switch type.about.name {
    case "startek": found.formUnion((0...255).compactMap { Startek.alarm(of: $0) })
    case "gt06": found.formUnion((0...0xFFFF).compactMap { GT06.Alarms.alarm($0, nil) })
    case "meiligao": found.formUnion(words(of: Meiligao.alarmTable))
    case "pt502": found.formUnion(words(of: PT502.typeTable))
    default: break
    }
    return found
  }

  private static func words(of table: String) -> [Alarm] {
    table.split { !$0.isLetter }.compactMap { Alarm(rawValue: String($0)) }
  }

  @Test func modelsAreFoundAsPeopleWriteThem() {
    #expect(ModelCatalogue.model(entered: "istartek PT60")?.id == "istartek-pt60")
    #expect(ModelCatalogue.model(entered: "vt 600")?.id == "istartek-vt600")
    #expect(ModelCatalogue.model(entered: "bofan-pt-60")?.id == "bofan-pt-60")
    // Two makers have one of this name.
    #expect(ModelCatalogue.model(entered: "PT60") == nil)
    #expect(ModelCatalogue.model(entered: "") == nil)
    #expect(ModelCatalogue.search("meiligao 3g").map(\.id) == ["istartek-vt600-3g"])
    #expect(ModelCatalogue.search("").count == ModelCatalogue.models.count)
  }
}
