import EventLoop
import Testing

@Suite struct AddressTests {
  @Test(arguments: [
    "127.0.0.1:8888", "[::1]:8888", "[2001:db8::7]:1", "198.51.100.23:65535",
  ])
  func textIsReadAndWritten(text: String) {
    #expect(Address(text)?.description == text)
  }

  @Test(arguments: [
    "127.0.0.1", "::1:8888", "[127.0.0.1]:1", "1.2.3:4", "1.2.3.4:65536", "1.2.3.4:", "",
  ])
  func otherTextIsRefused(text: String) {
    #expect(Address(text) == nil)
  }

  @Test func bytesAreReadAndWritten() {
    #expect(IPAddress("2001:db8::102:304")?.bytes.suffix(4) == [1, 2, 3, 4])
    #expect(IPAddress(bytes: [10, 0, 0, 1])?.description == "10.0.0.1")
    #expect(IPAddress(bytes: [1, 2, 3]) == nil)
    #expect(IPAddress("::ffff:10.0.0.1")?.unmapped == IPAddress("10.0.0.1"))
    #expect(IPAddress("127.3.2.1")?.isLoopback == true)
    #expect(IPAddress("::2")?.isLoopback == false)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.0", false),
    ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "::1", false),
    ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.6", false),
    ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::1", false),
    ("2001:db8::/96", "2001:db8::1.2.3.4", true), ("2001:db8::/96", "2001:db8::1:0:0", false),
    ("::/0", "2001:db8::1", true),
  ])
  func prefixes(prefix: String, address: String, isInside: Bool) throws {
    let prefix = try #require(AddressPrefix(prefix))
    let address = try #require(IPAddress(address))
    #expect(prefix.contains(address) == isInside)
  }

  @Test(arguments: ["10.0.0.0/33", "::/129", "10.0.0.0/", "a/8", "10.0.0.0/-1"])
  func otherPrefixesAreRefused(text: String) {
    #expect(AddressPrefix(text) == nil)
  }
}
