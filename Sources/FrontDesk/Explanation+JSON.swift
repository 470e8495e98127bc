import Detection
public import Telemetry
import TrackerProtocols
import Wire

extension Explainer {
  /// Everything that can be said, as JSON for the page and for programs.
  public func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("protocol", type.map { .text($0.about.name) })
      json.member("identifier", identifier.map { .text($0) })
      if let certificate {
        json.key("certificate")
        json.object { json in
          json.member("summary", .text(certificate.summary))
          json.member("score", .integer(Int64(certificate.score)))
          json.key("proofs")
          json.array(certificate.proofs.names) { json, name in json.value(.text(name)) }
          json.key("refusals")
          json.array(certificate.refusals) { json, refusal in
            json.object { json in
              json.member("protocol", .text(refusal.protocolName))
              json.member("offset", .integer(Int64(refusal.offset)))
              json.member("expected", .text(refusal.expected))
            }
          }
          json.key("waiting")
          json.array(certificate.waiting) { json, name in json.value(.text(name)) }
        }
      }
      json.key("frames")
      json.array(frames) { json, frame in Self.write(frame, to: &json) }
      json.key("skipped")
      json.array(skipped) { json, run in
        json.object { json in
          json.member("offset", .integer(Int64(run.offset)))
          json.member("hex", .text(HexText.text(run.bytes)))
        }
      }
    }
    return json.bytes
  }

  private static func write(_ frame: ExplainedFrame, to json: inout JSONWriter) {
    json.object { json in
      json.member("offset", .integer(Int64(frame.offset)))
      json.member("hex", .text(HexText.text(frame.bytes)))
      if frame.wire != frame.bytes { json.member("wire", .text(HexText.text(frame.wire))) }
      json.member("error", frame.error.map { .text($0.description) })
      json.member("checksumFailed", .boolean(frame.reports.checksumFailed))
      json.key("fields")
      json.array(frame.shownFields) { json, field in
        json.object { json in
          json.member("name", .text(FieldText.name(field)))
          json.member("offset", .integer(Int64(field.range.lowerBound)))
          json.member("length", .integer(Int64(field.range.count)))
          if let bits = field.bits {
            json.member("firstBit", .integer(Int64(bits.lowerBound)))
            json.member("bits", .integer(Int64(bits.count)))
          }
          json.member("hex", .text(HexText.text(FieldText.raw(field, in: frame.bytes))))
          json.member("value", .text(FieldText.value(field, in: frame.bytes)))
          json.member("meaning", field.meaning.map { .text($0) })
        }
      }
      json.key("unclaimed")
      json.array(frame.unclaimed) { json, gap in
        json.object { json in
          json.member("offset", .integer(Int64(gap.lowerBound)))
          json.member("length", .integer(Int64(gap.count)))
        }
      }
      json.key("positions")
      json.array(frame.reports.positions) { json, position in json.position(position) }
      json.key("notice")
      if let notice = frame.reports.notice {
        json.object { json in
          for fact in notice.facts { json.member(fact.key.name, fact.value) }
        }
      } else {
        json.value(nil)
      }
      json.key("replies")
      json.array(0..<frame.reports.replyCount) { json, index in
        json.value(.text(HexText.text(frame.reports.reply(at: index))))
      }
    }
  }
}

extension JSONWriter {
  /// Writes a record as an object with the API's names and units.
  public mutating func position(_ position: Position) {
    object { json in json.positionMembers(position) }
  }

  /// Writes the members of a record; `outdated` says that it has no place of its own.
  public mutating func positionMembers(_ position: Position) {
    member("fixTime", (position.fixTime?.iso8601).map { .text($0) })
    member("deviceTime", (position.deviceTime?.iso8601).map { .text($0) })
    member("outdated", .boolean(position.location == nil))
    if let place = position.location {
      member("valid", .boolean(place.isValid))
      member("latitude", .number(place.latitude))
      member("longitude", .number(place.longitude))
      member("altitude", .number(place.altitude))
      member("speed", .number(place.speed))
      member("course", .number(place.course))
      member("accuracy", .number(place.accuracy))
    }
    key("attributes")
    attributes(position.attributes)
    if !position.network.isEmpty {
      key("network")
      network(position.network)
    }
  }

  /// Writes attributes as an object.
  public mutating func attributes(_ attributes: [Attribute]) {
    object { json in
      for attribute in attributes { json.member(attribute.key.name, attribute.value) }
    }
  }

  /// Writes what a device heard of radio networks, with the API's names.
  public mutating func network(_ network: RadioNetwork) {
    object { json in
      if !network.cellTowers.isEmpty {
        json.member("radioType", .text("gsm"))
        json.key("cellTowers")
        json.array(network.cellTowers) { json, tower in
          json.object { json in
            json.member("cellId", .integer(Int64(clamping: tower.cellIdentifier)))
            json.member("locationAreaCode", .integer(Int64(tower.locationAreaCode)))
            json.member("mobileCountryCode", .integer(Int64(tower.mobileCountryCode)))
            json.member("mobileNetworkCode", .integer(Int64(tower.mobileNetworkCode)))
            if let strength = tower.signalStrength {
              json.member("signalStrength", .integer(Int64(strength)))
            }
          }
        }
      }
      if !network.accessPoints.isEmpty {
        json.key("wifiAccessPoints")
        json.array(network.accessPoints) { json, point in
          json.object { json in
            json.member("macAddress", .text(point.addressText))
            if let strength = point.signalStrength {
              json.member("signalStrength", .integer(Int64(strength)))
            }
            if let channel = point.channel { json.member("channel", .integer(Int64(channel))) }
          }
        }
      }
    }
  }
}
