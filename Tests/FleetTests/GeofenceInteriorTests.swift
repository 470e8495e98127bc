import Fleet
import Testing

@Suite struct GeofenceInteriorTests {
  private func interior(_ area: String, margin: Double = 25) throws -> GeofenceInterior {
    GeofenceInterior(try GeofenceArea(area), lineMargin: margin)
  }

  @Test(arguments: [
    (52.0, 21.0, true), (52.0026, 21.0, true), (52.0028, 21.0, false), (52.0, 21.0043, true),
    (52.0, 21.0045, false), (-52.0, 21.0, false),
  ])
  func circlesHaveARadiusInMetres(latitude: Double, longitude: Double, isInside: Bool) throws {
    let circle = try interior("CIRCLE (52 21, 300)")
    #expect(circle.contains(latitude: latitude, longitude: longitude) == isInside)
  }

  @Test(arguments: [
    (1.0, 1.0, true), (5.0, 5.0, false), (8.0, 8.0, true), (11.0, 5.0, false), (5.0, -1.0, false),
    (5.0, 365.0, false), (1.0, 361.0, true),
  ])
  func polygonsHaveHoles(latitude: Double, longitude: Double, isInside: Bool) throws {
    let polygon = try interior(
      "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (3 3, 3 7, 7 7, 7 3, 3 3))")
    #expect(polygon.contains(latitude: latitude, longitude: longitude) == isInside)
  }

  @Test(arguments: [
    (0.0, 179.5, true), (0.0, -179.5, true), (0.0, 178.5, false), (0.0, -178.5, false),
    (0.0, 0.0, false),
  ])
  func aPolygonMayLieAcrossTheDateLine(
    latitude: Double, longitude: Double, isInside: Bool
  ) throws {
    let polygon = try interior("POLYGON ((-1 179, -1 -179, 1 -179, 1 179))")
    #expect(polygon.contains(latitude: latitude, longitude: longitude) == isInside)
  }

  @Test(arguments: [
    (48.0, 11.0, true), (48.0002, 11.005, true), (48.0003, 11.005, false),
    (48.0, 11.0103, true), (48.0, 11.0105, false),
  ])
  func linesHaveAMargin(latitude: Double, longitude: Double, isInside: Bool) throws {
    let line = try interior("LINESTRING (48 11, 48 11.01)")
    #expect(line.contains(latitude: latitude, longitude: longitude) == isInside)
    #expect(
      try interior("LINESTRING (48 11, 48 11.01)", margin: 5_000)
        .contains(latitude: latitude, longitude: longitude))
  }

  @Test func distancesAreThoseOfTheEarth() {
    #expect(abs(Earth.distance(0, 0, 0, 1) - 111_195) < 5)
    #expect(abs(Earth.distance(60, 10, 60, 11) - 55_597) < 10)
    #expect(abs(Earth.distance(90, 0, -90, 50) - 20_015_115) < 10)
    #expect(Earth.turn(from: 170, to: -170) == 20)
    #expect(Earth.turn(from: -170, to: 170) == -20)
  }
}
