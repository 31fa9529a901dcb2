import HTTPTypes
import Hummingbird
import Testing

@testable import WebSupport

@Suite("Where a request comes from")
struct ClientAddressTests {
    private func key(_ forwarded: String?, peer: String? = "192.0.2.1", proxies: Int) throws -> String {
        var fields = HTTPFields()
        fields[try #require(HTTPField.Name("X-Forwarded-For"))] = forwarded
        let head = HTTPRequest(method: .get, scheme: "http", authority: "x", path: "/", headerFields: fields)
        return ClientAddress.key(
            for: Request(head: head, body: .init(buffer: .init())), peer: peer, trustedProxies: proxies)
    }

    @Test("Only what our own proxies wrote is believed")
    func proxies() throws {
        #expect(try key("10.9.9.9", proxies: 0) == "192.0.2.1")
        #expect(try key("6.6.6.6, 203.0.113.7", proxies: 1) == "203.0.113.7")
        #expect(try key("6.6.6.6, 203.0.113.7, 10.0.0.1", proxies: 2) == "203.0.113.7")
        #expect(try key(nil, proxies: 1) == "192.0.2.1")
        #expect(try key(nil, peer: nil, proxies: 0) == "unknown")
        #expect(try key(String(repeating: "x", count: 5_000), proxies: 1).utf8.count == 64)
    }

    @Test(
        "Addresses of one IPv6 subscriber are one",
        arguments: [
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"), ("2001:DB8:1:2::9", "2001:db8:1:2"),
            ("2001:db8::9", "2001:db8:0:0"),
            ("::1", "0:0:0:0"), ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "::ffff:192.0.2.1"),
        ])
    func networks(address: String, network: String) {
        #expect(ClientAddress.network(of: address) == network)
    }

    @Test("Case numbers are short, plain and differ")
    func caseNumbers() {
        let numbers = Set((0..<1_000).map { _ in CaseNumber().description })
        #expect(numbers.count == 1_000)
        #expect(numbers.allSatisfy { $0.wholeMatch(of: #/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/#) != nil })
    }
}
