public import TextAnalysis

/// A person who can sign in. Only the name is ever shown to others, and never to visitors.
public struct Account: Paper {
    public static let kind = PaperKind.account

    public var name: String
    /// Lower case; unique by a claim. Never shown to others.
    public var email: String
    public var language: Language

    public init(name: String, email: String, language: Language) {
        self.name = name
        self.email = email
        self.language = language
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(name, "name", upTo: 120)
        check.email(email, "email")
        return check.problems
    }
}

/// What proves that it is her: the hash of her password. A secret kind: older bodies are not kept.
public struct Credential: Paper {
    public static let kind = PaperKind.credential

    public var account: AccountID
    /// argon2id, in the encoded form of libsodium.
    public var passwordHash: String

    public init(account: AccountID, passwordHash: String) {
        self.account = account
        self.passwordHash = passwordHash
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(passwordHash, "passwordHash", upTo: 256)
        return check.problems
    }
}
