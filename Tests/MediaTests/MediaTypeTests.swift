import Media
import Testing

@Suite struct MediaTypeTests {
  @Test(
    arguments: [
      ([0xFF, 0xD8, 0xFF, 0xE1], MediaType.jpeg),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
      (Array("#!AMR\n<".utf8), .amr), (Array("#!AMR-WB\n".utf8), .wideAMR),
      (Array("RIFF....WAVEfmt".utf8), .wav), (Array("RIFF....AVI ".utf8), .other),
      (Array("....ftypisom".utf8), .mp4), (Array("....ftyp3gp4".utf8), .mobileVideo),
      (Array("ID3".utf8), .mp3), ([0xFF, 0xFB, 0x90], .mp3), (Array("OggS".utf8), .ogg),
      (Array("<html><script>alert(1)</script>".utf8), .other),
      (Array("<svg xmlns='http://www.w3.org/2000/svg'>".utf8), .other), ([], .other),
      ([0xFF], .other),
    ] as [([UInt8], MediaType)])
  func typesAreTold(start: [UInt8], type: MediaType) {
    #expect(MediaType(of: start) == type)
    #expect((type == .other) == (type.kind == .file))
  }

  @Test(arguments: [
    "", "1-", "-a.jpg", "0-a.jpg", "4711-../a", "4711-a/b", "4711-.hidden", "x-a.jpg",
  ])
  func namesThatAreNone(text: String) { #expect(MediaName(text) == nil) }

  @Test func namesAreMadeSafe() throws {
    let name = MediaName(sequence: 12, name: "../é a.jpg")
    #expect(name.text == "12-m..____a.jpg" || MediaName(name.text) == name)
    #expect(MediaName(name.text) == name)
    #expect(!name.text.contains("/"))
  }
}
