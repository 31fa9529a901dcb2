import Cooperation
import Testing

@testable import Desk

@Suite("Passwords") struct PasswordRuleTests {
    @Test(
        "what everybody thinks of is refused, in any guise",
        arguments: [
            "password1234", "Password!!2026", "PASSWORDPASSWORD", "1234567890123", "qwertyuiop[]12", "qwertyuiopasdf",
            "aaaaaaaaaaaa", "abcabcabcabc", "motdepasse2026", "Contraseña2026", "парольпароль12", "Biodiversity2026",
            "correct horse battery staple", "iloveyou iloveyou", "abcdefghijklm", "zyxwvutsrqponm", "пароль-пароль",
        ])
    func common(password: String) {
        #expect(PasswordRule.problems(password).map(\.code) == [.tooCommon], "\(password)")
    }

    @Test(
        "what only she would put together is taken",
        arguments: [
            "a long password", "lamp river eleven", "le lac dort sous la lune", "鸟在湖面上飞过了一百次呢", "ыфвжэ горы чай снег",
            "Tr0ub4dor&three!", "قمر فوق البحيرة هادئ", "demonstration-2026",
        ])
    func taken(password: String) {
        #expect(PasswordRule.problems(password, known: ["Ama Mensah", "ama@example.org"]).isEmpty, "\(password)")
    }

    @Test("her own name and address are no password; length is counted in characters")
    func own() {
        let known = ["Ama Mensah", "amensah@example.org"]
        #expect(PasswordRule.problems("amensahexample12", known: known).map(\.code) == [.tooCommon])
        #expect(PasswordRule.problems("short").map(\.code) == [.tooFew])
        #expect(PasswordRule.problems(String(repeating: "lamp ", count: 41)).map(\.code) == [.tooLong])
    }
}
