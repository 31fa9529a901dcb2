public import Cooperation
public import Desk
public import Localisation
internal import Matching
public import TextAnalysis
public import WebSupport

extension Site {
    /// The address the link of a letter has; without a token, the page of one's own account.
    public static func path(ofLink token: String?, in language: Language) -> String {
        (token.map { SitePath.link($0) } ?? SitePath(.account)).address(in: language)
    }

    /// The address of a request's page below the site's own, as in `/fr/requests/01hx…`, for letters and other programs.
    public static func path(of request: RequestID, in language: Language) -> String {
        SitePath.request(request).address(in: language)
    }

    /// Of any record with a page of its own.
    public static func path(ofRecord key: String, in language: Language) -> String? {
        SitePath.record(key)?.address(in: language)
    }

    /// Of a person's own page.
    public static func pathOfWork(in language: Language) -> String { SitePath(.work).address(in: language) }

    /// Where a person ends letters about news, without signing in.
    /// - Parameter key: that of the node.
    public static func path(endingNewsTo account: AccountID, key: SecretKey, in language: Language) -> String {
        SitePath.newsLetters(NewsPass(account, key: key).text).address(in: language)
    }

    /// Of a record that is kept.
    public static func path(of record: Kept, in language: Language) -> String {
        SitePath.kept(record).address(in: language)
    }

    /// Where a keeper says that a record still holds, without signing in.
    /// - Parameter key: that of the node.
    public static func path(
        confirming notice: UpkeepNotice, by account: AccountID, key: SecretKey, in language: Language
    ) -> String {
        SitePath.keeping(KeeperPass(account, notice.record, notice.until, key: key).text).address(in: language)
    }

    /// Why something new fits, strongest reason first, said to who watches.
    public static func reasons(_ news: AlertNews, in language: Language, saying messages: Messages) -> [String] {
        let words = Words(language, messages: messages)
        return switch news.fit {
        case .need(let need):
            need.parts.filter { $0.value > 0 }.map { NeedReasons(words: words, parts: need.parts).sentence($0) }
        case .candidate(let scored, _):
            scored.parts.filter { $0.value > 0 }.map { ReasonWords(words).sentence($0) }
        }
    }

    /// The address of the page of an exchange of letters.
    public static func path(of enquiry: EnquiryID, in language: Language) -> String {
        SitePath.enquiry(enquiry).address(in: language)
    }
}
