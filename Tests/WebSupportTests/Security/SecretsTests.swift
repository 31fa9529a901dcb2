import Testing

@testable import WebSupport

@Suite("Secrets")
struct SecretsTests {
    @Test("SHA-256 and HMAC give the values of their standards (FIPS 180-4; RFC 4231)")
    func knownValues() throws {
        func hexadecimal(_ bytes: [UInt8]) -> String {
            bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
        #expect(
            hexadecimal(Digest.sha256(Array("abc".utf8)))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        // RFC 4231 test case 2; HMAC fills a shorter key up with zeros.
        let key = try #require(SecretKey(bytes: Array("Jefe".utf8) + [UInt8](repeating: 0, count: 28)))
        #expect(
            hexadecimal(Digest.authentication(of: Array("what do ya want for nothing?".utf8), key: key))
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test("Base64 for addresses reads what it writes, and nothing else")
    func base64() {
        var random = SeededGenerator(seed: 1)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
        #expect(Base64URL.encode([0xFB, 0xFF]) == "-_8")
        for text in ["a", "ab=", "a+b/", "é", "-_9", "abcde"] { #expect(Base64URL.decode(text) == nil) }
    }

    @Test("A token is new each time, reads back, and is stored as its hash only")
    func tokens() throws {
        let token = Token.random()
        #expect(token != Token.random())
        #expect(token.text.utf8.count == 43)
        #expect(Token(token.text) == token)
        #expect(token.hash != token.text)
        #expect(token.hash == (try #require(Token(token.text))).hash)
        #expect(!"\(token) \(String(reflecting: token))".contains(token.text))
        for text in ["", "short", String(repeating: "é", count: 43), token.text + "A", " " + token.text.dropFirst()] {
            #expect(Token(text) == nil)
        }
    }

    @Test("Keys for two purposes differ, and a key of the wrong length is none")
    func keys() throws {
        let key = try #require(SecretKey(bytes: [UInt8](repeating: 1, count: 32)))
        #expect(key.derived(for: "forms").bytes == key.derived(for: "forms").bytes)
        #expect(key.derived(for: "forms").bytes != key.derived(for: "mail").bytes)
        #expect(SecretKey(bytes: [1]) == nil)
        #expect(String(reflecting: key) == "SecretKey")
    }

    @Test("Equal is equal")
    func comparison() {
        #expect(Digest.areEqual([1, 2], [1, 2]))
        #expect(!Digest.areEqual([1, 2], [1, 3]))
        #expect(!Digest.areEqual([1, 2], [1]))
        #expect(Digest.areEqual([], []))
    }
}
