import CWebSockets
import Glibc

/// What libwebsockets keeps pointers to while it runs: texts, tables and a timer at addresses
/// that do not change. It must outlive the context.
final class LibraryMemory {
  private var texts: [UnsafeMutablePointer<CChar>] = []
  private var options: [UnsafeMutablePointer<lws_protocol_vhost_options>] = []
  /// The one protocol of this server, and the entry that ends the table.
  let protocols = UnsafeMutablePointer<lws_protocols>.allocate(capacity: 2)
  /// When silent WebSocket clients are pinged and given up.
  let silence = UnsafeMutablePointer<lws_retry_bo_t>.allocate(capacity: 1)
  /// The timer of the service thread.
  let timer = UnsafeMutablePointer<cws_timer>.allocate(capacity: 1)

  init(pingSeconds: UInt16) {
    silence.initialize(to: lws_retry_bo_t())
    silence.pointee.secs_since_valid_ping = pingSeconds
    silence.pointee.secs_since_valid_hangup = pingSeconds &* 2
    timer.initialize(to: cws_timer())
    protocols.initialize(repeating: lws_protocols(), count: 2)
    protocols[0].name = UnsafePointer(text("http"))

    protocols[0].rx_buffer_size = 16_384
  }

  deinit {
    for text in texts { free(text) }
    for option in options { option.deallocate() }
    protocols.deallocate()
    silence.deallocate()
    timer.deallocate()
  }

  /// A text that stays where it is.
  func text(_ value: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = strdup(value) else { return nil }
    texts.append(copy)
    return copy
  }

  /// Header fields as the linked list that libwebsockets adds to answers of its own.
  func list(_ fields: [HTTPResponse.Field]) -> UnsafePointer<lws_protocol_vhost_options>? {
    var next: UnsafePointer<lws_protocol_vhost_options>?
    for field in fields.reversed() {
      let option = UnsafeMutablePointer<lws_protocol_vhost_options>.allocate(capacity: 1)
      option.initialize(to: lws_protocol_vhost_options())
      option.pointee.next = next
      option.pointee.name = UnsafePointer(text(field.name.lowercased() + ":"))
      option.pointee.value = UnsafePointer(text(field.value))
      options.append(option)
      next = UnsafePointer(option)
    }
    return next
  }
}
