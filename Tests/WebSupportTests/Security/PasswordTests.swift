import Testing
import WebSupport

@Suite("Passwords")
struct PasswordTests {
    private let hasher = PasswordHasher(cost: .least)

    @Test("The right password opens, others do not")
    func verify() async throws {
        let hash = try await hasher.hash("forêt sèche 7")
        #expect(hash.hasPrefix("$argon2id$"))
        #expect(try await hasher.verify("forêt sèche 7", against: hash))
        #expect(try await !hasher.verify("forêt sèche 8", against: hash))
        #expect(try await !hasher.verify("", against: hash))
        #expect(try await hasher.hash("forêt sèche 7") != hash)
    }

    @Test("An unknown account is refused by the same work")
    func unknownAccount() async throws {
        #expect(try await !hasher.verify("anything", against: nil))
        let slow = PasswordHasher(cost: .init(passes: 3, bytes: 32 << 20))
        let clock = ContinuousClock()
        let known = try await slow.hash("x")
        var wrong: [Duration] = []
        var nobody: [Duration] = []
        for _ in 0..<3 {
            wrong.append(try await clock.measure { _ = try await slow.verify("y", against: known) })
            nobody.append(try await clock.measure { _ = try await slow.verify("y", against: nil) })
        }
        // The least of one, the most of the other: a busy machine stretches both.
        #expect(try #require(nobody.max()) > #require(wrong.min()) / 10)
    }

    @Test("A damaged hash, an empty and a huge password are refused, not fatal")
    func hostile() async throws {
        for hash in ["", "x", "$argon2id$v=19$m=8,t=1,p=1$", "$argon2id$v=19$m=4294967295,t=1,p=1$AAAA$AAAA"] {
            #expect(try await !hasher.verify("x", against: hash))
        }
        let huge = String(repeating: "a", count: 2_000)
        #expect(try await !hasher.verify(huge, against: nil))
        await #expect(throws: WebProblem.self) { try await hasher.hash(huge) }
    }

    @Test("A password with a null byte is the whole password")
    func nullByte() async throws {
        let hash = try await hasher.hash("a\0b")
        #expect(try await !hasher.verify("a\0c", against: hash))
        #expect(try await hasher.verify("a\0b", against: hash))
    }

    @Test("A hash made at another cost asks to be made anew")
    func cost() async throws {
        let hash = try await hasher.hash("x")
        #expect(!hasher.needsNewHash(hash))
        #expect(PasswordHasher().needsNewHash(hash))
    }

    @Test("Too many at once are told to come back")
    func bounded() async throws {
        let narrow = PasswordHasher(cost: .init(passes: 2, bytes: 16 << 20), threads: 1, waiting: 1)
        let codes = await withTaskGroup(of: WebProblem.Code?.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    do {
                        _ = try await narrow.hash("x")
                        return nil
                    } catch {
                        return (error as? WebProblem)?.code ?? .unexpected
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes.contains(nil))
        #expect(codes.contains(.busy))
        #expect(codes.allSatisfy { $0 == nil || $0 == .busy })
        #expect(try await narrow.hash("again").isEmpty == false)
    }
}
