import CCurl

/// libcurl as a whole. Everything that speaks through it asks here first: it must be made ready once, before any handle is
/// made, and by nobody beside.
public enum Curl {
    /// Whether it can be used. The first who asks makes it ready; all others wait for that.
    public static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}
