public import Cooperation
public import TextAnalysis

extension Site {
    /// The address of a request's page below the site's own, as in `/fr/requests/01hx…`, for letters and other programs.
    public static func path(of request: RequestID, in language: Language) -> String {
        SitePath.request(request).address(in: language)
    }
}
