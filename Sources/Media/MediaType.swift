/// What kind of content something is, told by its first bytes and by nothing else: names come from
/// strangers.
public enum MediaType: String, Sendable, CaseIterable {
  case jpeg = "image/jpeg"
  case png = "image/png"
  case gif = "image/gif"
  case webp = "image/webp"
  case amr = "audio/amr"
  case wideAMR = "audio/amr-wb"
  case wav = "audio/wav"
  case mp3 = "audio/mpeg"
  case ogg = "audio/ogg"
  case mp4 = "video/mp4"
  case mobileVideo = "video/3gpp"
  /// Anything else: to be downloaded, never to be shown.
  case other = "application/octet-stream"

  /// What a page does with it.
  public enum Kind: String, Sendable {
    case image, audio, video, file
  }

  /// What a page does with it.
  public var kind: Kind {
    switch self {
    case .jpeg, .png, .gif, .webp: .image
    case .amr, .wideAMR, .wav, .mp3, .ogg: .audio
    case .mp4, .mobileVideo: .video
    case .other: .file
    }
  }

  /// So many bytes are enough to tell.
  public static let bytesNeeded = 16

  /// The type of what begins with these bytes.
  public init(of start: some Collection<UInt8>) {
    let bytes = Array(start.prefix(Self.bytesNeeded))
    func has(_ text: String, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: text.utf8)
    }
    self =
      if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
        .jpeg
      } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
        .png
      } else if has("GIF87a") || has("GIF89a") {
        .gif
      } else if has("#!AMR\n") {
        .amr
      } else if has("#!AMR-WB\n") {
        .wideAMR
      } else if has("RIFF") {
        has("WEBP", at: 8) ? .webp : has("WAVE", at: 8) ? .wav : .other
      } else if has("OggS") {
        .ogg
      } else if has("ftyp", at: 4) {
        has("3g", at: 8) ? .mobileVideo : .mp4
      } else if has("ID3") || Self.isMP3Frame(bytes) {
        .mp3
      } else {
        .other
      }
  }

  /// Whether these are the two bytes that a frame of MPEG audio layer III begins with.
  private static func isMP3Frame(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0xFF && [0xFA, 0xFB, 0xF2, 0xF3, 0xE2, 0xE3].contains(bytes[1])
  }
}
