internal import CExpat

/// Reads an XML document, and tells what it meets: elements and the text in them.
///
/// The library refuses entities that blow up, and none from outside are read.
public enum XMLReader {
  /// Something in a document.
  public enum Event: Sendable, Hashable {
    /// An element begins, with its attributes.
    case start(String, [String: String])
    /// Text; an element's text may come in several pieces.
    case text(String)
    /// An element ends.
    case end(String)
  }

  /// What is wrong with a document.
  public struct Malformed: Error, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// What is wrong, in the library's words.
    public let reason: String
    /// One sentence for people.
    public var description: String { "line \(line): \(reason)" }
  }

  private final class Listener {
    let handle: (Event) -> Void
    init(_ handle: @escaping (Event) -> Void) { self.handle = handle }
  }

  /// The most bytes of a document; the library counts in 32 bits.
  public static let mostBytes = 256 << 20

  /// Reads a whole document.
  public static func read(
    _ document: [UInt8], _ handle: (Event) -> Void
  ) throws(Malformed) {
    guard document.count <= mostBytes else {
      throw Malformed(line: 1, reason: "the document has over \(mostBytes >> 20) MB")
    }
    guard let parser = XML_ParserCreate(nil) else {
      throw Malformed(line: 1, reason: "no memory for reading")
    }
    defer { XML_ParserFree(parser) }
    let isWhole = withoutActuallyEscaping(handle) { handle in
      let listener = Listener(handle)
      XML_SetUserData(parser, Unmanaged.passUnretained(listener).toOpaque())
      listen(parser)
      // The listener and the bytes outlive the call, which is the only one that uses them.
      return withExtendedLifetime(listener) {
        document.withUnsafeBytes { bytes in
          XML_Parse(
            parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 1)
            == XML_STATUS_OK
        }
      }
    }
    guard isWhole else {
      let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
      throw Malformed(
        line: Int(XML_GetCurrentLineNumber(parser)), reason: words ?? "cannot be read")
    }
  }

  private static func listen(_ parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let listener = XMLReader.listener(data), let name else { return }
        listener.handle(.start(String(cString: name), XMLReader.pairs(attributes)))
      },
      { data, name in
        guard let listener = XMLReader.listener(data), let name else { return }
        listener.handle(.end(String(cString: name)))
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let listener = XMLReader.listener(data), let text, count > 0 else { return }
      // The library says how many bytes stand there; they are UTF-8.
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
      listener.handle(.text(String(decoding: bytes, as: UTF8.self)))
    }
  }

  /// The listener is alive while the document is read, and nothing else is ever set.
  private static func listener(_ data: UnsafeMutableRawPointer?) -> Listener? {
    data.map { Unmanaged<Listener>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Names and values in turn up to a null pointer.
  private static func pairs(
    _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    var pairs: [String: String] = [:]
    guard var next = list else { return pairs }
    while let name = next[0], let value = next[1] {
      pairs[String(cString: name)] = String(cString: value)
      next += 2
    }
    return pairs
  }
}
