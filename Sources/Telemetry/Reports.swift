/// What one frame gave: who spoke, the records in it, and what is to be answered.
///
/// A decoder fills it; the gateway empties and reuses it, so that in the long run nothing is
/// allocated for a field, a record or a frame. Records are filled one after the other: ``begin()``
/// starts one, ``current`` is its time and place, and ``set(_:_:)-(_,Int64)`` and its siblings add
/// attributes to it.
public struct Reports: Sendable {
  /// The most records that one frame may give. What finds no room is left out, and
  /// ``overflow`` tells.
  public static let mostRecords = 1_024
  /// The most attributes, cells or access points of one frame.
  public static let mostItems = 16_384
  /// The most words of protocols' own that are remembered.
  public static let mostOwnWords = 1_024
  /// The most bytes of text and of replies of one frame.
  public static let mostText = 262_144

  /// The device's own name for itself (IMEI …) as text, if the frame gives it. At most 15
  /// characters are free of allocation.
  public var identifier: String?
  /// Other identifiers that the frame gives for the same device, in order of preference.
  public var otherIdentifiers: [String] = []
  /// The checksum did not hold. The frame is decoded all the same, and the record is marked.
  public var checksumFailed = false
  /// What the frame says of the device itself and of no moment of its history, such as versions;
  /// nil if it says nothing of that kind. It is stored with the frame, but makes no record.
  public var notice: DeviceNotice?
  /// Pieces of pictures or sound.
  public private(set) var media: [MediaPiece] = []
  /// The time and place of the record that was begun last. Without one, what is written here is
  /// never read.
  public var current = ReportRecord.empty
  /// Whether ``current`` is one.
  private var hasCurrent = false
  /// The records before the current one. Most frames have one record, for which this is not used.
  private var earlier: [ReportRecord] = []
  /// What of the frame found no room, such as `records`; nil if everything did. A frame of which
  /// something is left out must not be answered as if it had been taken.
  public private(set) var overflow: String?

  private var attributes: [FlatAttribute] = []
  /// Bits of the codes of the current record's attributes: most attributes are set for the first
  /// time, and need not be looked for then.
  private var mayHave: UInt64 = 0
  /// Words of the protocol's own that occurred; kept from frame to frame, because they recur.
  private var ownWords: [String] = []
  private var towers: [CellTower] = []
  private var accessPoints: [WiFiAccessPoint] = []
  private var text: [UInt8] = []
  private var replyBytes: [UInt8] = []
  private var replyEnds: [Int] = []

  /// Nothing yet.
  public init() {}

  /// Forgets everything and keeps the memory.
  public mutating func removeAll() {
    identifier = nil
    if !otherIdentifiers.isEmpty { otherIdentifiers.removeAll() }
    checksumFailed = false
    overflow = nil
    if notice != nil { notice = nil }
    // Nothing refers to the words now; with a full table no protocol's next word would find room.
    if ownWords.count >= Self.mostOwnWords { ownWords.removeAll(keepingCapacity: true) }
    if !media.isEmpty { media.removeAll() }
    mayHave = 0
    // Most of these are empty, and asking is cheaper than emptying.
    hasCurrent = false
    current = .empty
    if !earlier.isEmpty { earlier.removeAll(keepingCapacity: true) }
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    if !towers.isEmpty { towers.removeAll(keepingCapacity: true) }
    if !accessPoints.isEmpty { accessPoints.removeAll(keepingCapacity: true) }
    if !text.isEmpty { text.removeAll(keepingCapacity: true) }
    if !replyEnds.isEmpty {
      replyBytes.removeAll(keepingCapacity: true)
      replyEnds.removeAll(keepingCapacity: true)
    }
  }

  // MARK: Records

  /// Starts a record without a place. What is set from now on belongs to it.
  public mutating func begin() {
    guard recordCount < Self.mostRecords else { return overflow = "records" }
    if hasCurrent { earlier.append(current) }
    hasCurrent = true
    mayHave = 0
    current = ReportRecord(
      firstAttribute: attributes.count, firstTower: towers.count,
      firstAccessPoint: accessPoints.count)
  }

  /// Takes the times of all records, which were read as UTC, for those of a clock in another zone.
  public mutating func readTimes(by clock: ClockZone) {
    for index in earlier.indices { earlier[index].readTimes(by: clock) }
    if hasCurrent { current.readTimes(by: clock) }
  }

  /// Drops the record that was begun last, with all that was set on it.
  public mutating func discardCurrent() {
    guard hasCurrent else { return }
    attributes.removeSubrange(current.firstAttribute...)
    towers.removeSubrange(current.firstTower...)
    accessPoints.removeSubrange(current.firstAccessPoint...)
    hasCurrent = !earlier.isEmpty
    current = earlier.popLast() ?? .empty
    // Of the record before it is not known what it has.
    mayHave = .max
  }

  /// Sets an attribute to a whole number.
  public mutating func set(_ key: AttributeKey, _ value: Int64) { put(key, .integer(value)) }
  /// Sets an attribute to a whole number.
  public mutating func set(_ key: AttributeKey, _ value: Int) { put(key, .integer(Int64(value))) }
  /// Sets an attribute to a whole number; above the range of `Int64` it becomes a number with
  /// less precision.
  public mutating func set(_ key: AttributeKey, _ value: UInt64) {
    if let exact = Int64(exactly: value) {
      put(key, .integer(exact))
    } else {
      put(key, .number(Double(value)))
    }
  }
  /// Sets an attribute to a number.
  public mutating func set(_ key: AttributeKey, _ value: Double) { put(key, .number(value)) }
  /// Sets an attribute to yes or no.
  public mutating func set(_ key: AttributeKey, _ value: Bool) { put(key, .boolean(value)) }

  /// Sets an attribute to text, given as UTF-8; ASCII is right as it is.
  public mutating func set(_ key: AttributeKey, text value: Span<UInt8>) {
    guard text.count + value.count <= Self.mostText else { return overflow = "text" }
    let start = text.count
    for index in value.indices { text.append(value[index]) }
    put(key, .text(start: start, count: value.count))
  }

  /// Sets an attribute to text.
  public mutating func set(_ key: AttributeKey, text value: String) {
    guard text.count + value.utf8.count <= Self.mostText else { return overflow = "text" }
    let start = text.count
    text.append(contentsOf: value.utf8)
    put(key, .text(start: start, count: value.utf8.count))
  }

  /// Raises an alarm; several of one record stand in a comma list in the order they were raised.
  public mutating func raise(_ alarm: Alarm) {
    let name = alarm.rawValue
    guard text.count + name.utf8.count < Self.mostText else { return overflow = "text" }
    guard let index = indexOfAttribute(.alarm),
      case .text(let start, let count) = attributes[index].value
    else {
      set(.alarm, text: name)
      return
    }
    let end = text.count
    // The list grows in place if it is the newest text, else a longer copy is made.
    if start + count != end {
      for offset in start..<start + count { text.append(text[offset]) }
    }
    text.append(UInt8(ascii: ","))
    text.append(contentsOf: name.utf8)
    let newStart = start + count == end ? start : end
    attributes[index].value = .text(start: newStart, count: text.count - newStart)
  }

  /// Removes an attribute from the current record.
  public mutating func remove(_ key: AttributeKey) {
    if let index = indexOfAttribute(key) { attributes.remove(at: index) }
  }

  /// Whether the current record has an attribute.
  public func has(_ key: AttributeKey) -> Bool { indexOfAttribute(key) != nil }

  /// Adds a cell to the current record; one that is equal in all parts is kept once.
  public mutating func add(_ tower: CellTower) {
    guard hasCurrent, !towers[current.firstTower...].contains(tower) else { return }
    guard towers.count < Self.mostItems else { return overflow = "cells" }
    towers.append(tower)
  }

  /// Adds an access point to the current record; one that is equal in all parts is kept once.
  public mutating func add(_ point: WiFiAccessPoint) {
    guard hasCurrent, !accessPoints[current.firstAccessPoint...].contains(point) else { return }
    guard accessPoints.count < Self.mostItems else { return overflow = "access points" }
    accessPoints.append(point)
  }

  /// Adds a piece of a picture or sound.
  public mutating func add(_ piece: MediaPiece) {
    guard media.count < Self.mostRecords else { return overflow = "media" }
    media.append(piece)
  }

  // MARK: Replies

  /// Adds one answer, written by the closure; an answer that stays empty is none.
  public mutating func reply(_ write: (inout [UInt8]) -> Void) {
    let before = replyBytes.count
    write(&replyBytes)
    if replyBytes.count > Self.mostText {
      replyBytes.removeSubrange(before...)
      overflow = "answers"
    } else if replyBytes.count > before {
      replyEnds.append(replyBytes.count)
    }
  }

  /// The answers one after the other, as they go onto a stream.
  public var replies: [UInt8] { replyBytes }

  /// How many answers there are.
  public var replyCount: Int { replyEnds.count }

  /// One answer.
  public func reply(at index: Int) -> ArraySlice<UInt8> {
    replyBytes[(index == 0 ? 0 : replyEnds[index - 1])..<replyEnds[index]]
  }

  // MARK: Reading

  /// The times and places of all records. It makes a list: the hot path asks ``record(at:)``.
  public var records: [ReportRecord] { hasCurrent ? earlier + [current] : earlier }

  /// How many records there are.
  public var recordCount: Int { earlier.count + (hasCurrent ? 1 : 0) }

  /// The time and place of a record.
  public func record(at index: Int) -> ReportRecord {
    index < earlier.count ? earlier[index] : current
  }

  /// The attributes of a record in flat form, with texts as ranges of ``textBytes``.
  public func flatAttributes(ofRecord index: Int) -> ArraySlice<FlatAttribute> {
    attributes[record(at: index).firstAttribute..<end(of: index).attributes]
  }

  /// The cells of a record.
  public func towers(ofRecord index: Int) -> ArraySlice<CellTower> {
    towers[record(at: index).firstTower..<end(of: index).towers]
  }

  /// The access points of a record.
  public func accessPoints(ofRecord index: Int) -> ArraySlice<WiFiAccessPoint> {
    accessPoints[record(at: index).firstAccessPoint..<end(of: index).accessPoints]
  }

  /// The bytes that the texts of flat attributes are ranges of.
  public var textBytes: [UInt8] { text }

  /// All that belongs to a record besides its time and place.
  @_lifetime(borrow self)
  func items(ofRecord index: Int) -> RecordItems {
    let first = record(at: index)
    let end = end(of: index)
    return RecordItems(
      attributes: attributes.span.extracting(first.firstAttribute..<end.attributes),
      towers: towers.span.extracting(first.firstTower..<end.towers),
      accessPoints: accessPoints.span.extracting(first.firstAccessPoint..<end.accessPoints))
  }

  /// The word of an attribute that is a protocol's own.
  func word(of attribute: FlatAttribute) -> String {
    Int(attribute.ownWord) < ownWords.count ? ownWords[Int(attribute.ownWord)] : ""
  }

  /// A record in the convenient form.
  public func position(at index: Int) -> Position {
    let record = record(at: index)
    return Position(
      fixTime: record.fixTime, deviceTime: record.deviceTime,
      location: record.hasLocation ? record.location : nil,
      attributes: flatAttributes(ofRecord: index).map { Attribute(key(of: $0), value(of: $0)) },
      network: RadioNetwork(
        cellTowers: Array(towers(ofRecord: index)),
        accessPoints: Array(accessPoints(ofRecord: index))))
  }

  /// All records in the convenient form.
  public var positions: [Position] { (0..<recordCount).map(position(at:)) }

  private func value(of attribute: FlatAttribute) -> AttributeValue {
    switch attribute.value {
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .boolean(let value): .boolean(value)
    case .text(let start, let count):
      .text(String(decoding: text[start..<start + count], as: UTF8.self))
    }
  }

  /// Where the items of a record end.
  private func end(of index: Int) -> (attributes: Int, towers: Int, accessPoints: Int) {
    guard index + 1 < recordCount else {
      return (attributes.count, towers.count, accessPoints.count)
    }
    let next = record(at: index + 1)
    return (next.firstAttribute, next.firstTower, next.firstAccessPoint)
  }

  /// The key of an attribute in flat form.
  public func key(of attribute: FlatAttribute) -> AttributeKey {
    if attribute.code == 0 {
      return AttributeKey(code: 0, word: word(of: attribute), number: attribute.number)
    }
    return Vocabulary.key(code: attribute.code, number: attribute.number) ?? ""
  }

  private func indexOfAttribute(_ key: AttributeKey) -> Int? {
    let own = key.code == 0 ? ownWords.firstIndex(of: key.word).map { UInt16($0) } : 0
    return own.flatMap { indexOfAttribute(key, own: $0) }
  }

  /// Within a record a word is written one way only, so comparing numbers decides.
  private func indexOfAttribute(_ key: AttributeKey, own: UInt16) -> Int? {
    guard mayHave & Self.bit(key.code) != 0, hasCurrent else { return nil }
    var index = current.firstAttribute
    while index < attributes.count {
      let other = attributes[index]
      if other.code == key.code, other.number == key.number, other.ownWord == own { return index }
      index += 1
    }
    return nil
  }

  /// The bit of a code, which it shares with some others.
  private static func bit(_ code: UInt16) -> UInt64 { 1 &<< UInt64(code) }

  /// The number of a word of the protocol's own; nil if there are too many.
  private mutating func number(ofOwn word: String) -> UInt16? {
    if let index = ownWords.firstIndex(of: word) { return UInt16(index) }
    guard ownWords.count < Self.mostOwnWords else { return nil }
    ownWords.append(word)
    return UInt16(ownWords.count - 1)
  }

  private mutating func put(_ key: AttributeKey, _ value: FlatAttribute.Value) {
    guard hasCurrent else { return }
    var own: UInt16 = 0
    if key.code == 0 {
      guard let number = number(ofOwn: key.word) else { return overflow = "attributes" }
      own = number
    }
    // Asked here, because calling the search copies what it looks at.
    if mayHave & Self.bit(key.code) != 0, let index = indexOfAttribute(key, own: own) {
      attributes[index].value = value
    } else if attributes.count < Self.mostItems {
      mayHave |= Self.bit(key.code)
      attributes.append(
        FlatAttribute(code: key.code, number: key.number, ownWord: own, value: value))
    } else {
      overflow = "attributes"
    }
  }
}
