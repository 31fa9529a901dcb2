#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

// curl_easy_setopt is variadic, which Swift does not call: one wrapper for each type of value.
static inline CURLcode bb_curl_set_number(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode bb_curl_set_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode bb_curl_set_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}

// Where libcurl writes what went wrong, in words: CURL_ERROR_SIZE bytes.
static inline CURLcode bb_curl_set_error(CURL *curl, char *buffer) {
    return curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, buffer);
}

// What is sent: `read` fills a buffer and says how many bytes it has put there, 0 at the end.
typedef size_t (*bb_curl_read)(char *buffer, size_t size, size_t count, void *context);
static inline CURLcode bb_curl_set_source(CURL *curl, bb_curl_read read, void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_READFUNCTION, read);
    return code == CURLE_OK ? curl_easy_setopt(curl, CURLOPT_READDATA, context) : code;
}

// The server's last answer: its three digits, 0 where there was none.
static inline long bb_curl_answer(CURL *curl) {
    long code = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    return code;
}

// Where what comes is put: `write` takes bytes and says how many it took; fewer than given ends the transfer.
typedef size_t (*bb_curl_write)(char *bytes, size_t size, size_t count, void *context);
static inline CURLcode bb_curl_set_sink(CURL *curl, bb_curl_write write, void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, write);
    return code == CURLE_OK ? curl_easy_setopt(curl, CURLOPT_WRITEDATA, context) : code;
}
static inline CURLcode bb_curl_set_header_sink(CURL *curl, bb_curl_write write, void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, write);
    return code == CURLE_OK ? curl_easy_setopt(curl, CURLOPT_HEADERDATA, context) : code;
}

// Addresses of the open Internet, after the registries of special addresses of IANA (RFC 6890): nothing of one's own machine
// or network, nothing kept for documentation, tests or many receivers at once.
static inline int bb_is_public4(uint32_t a) {
    if (a >> 24 == 0 || a >> 24 == 10 || a >> 24 == 127 || a >> 24 >= 224) return 0;
    if (a >> 22 == 0x191 || a >> 16 == 0xA9FE || a >> 20 == 0xAC1 || a >> 16 == 0xC0A8) return 0;
    if (a >> 8 == 0xC00000 || a >> 8 == 0xC00002 || a >> 17 == 0xC612 >> 1) return 0;
    if (a >> 8 == 0xC63364 || a >> 8 == 0xCB0071) return 0;
    return 1;
}
static inline int bb_is_public6(const uint8_t *b) {
    static const uint8_t zeros[12] = {0};
    uint32_t last = (uint32_t)b[12] << 24 | (uint32_t)b[13] << 16 | (uint32_t)b[14] << 8 | b[15];
    // An address of version 4 in the dress of version 6 is what is inside: mapped, translated (RFC 6052), 6to4.
    if (!memcmp(b, zeros, 10) && b[10] == 0xff && b[11] == 0xff) return bb_is_public4(last);
    if (b[0] == 0 && b[1] == 0x64 && b[2] == 0xff && b[3] == 0x9b) return bb_is_public4(last);
    if (b[0] == 0x20 && b[1] == 0x02)
        return bb_is_public4((uint32_t)b[2] << 24 | (uint32_t)b[3] << 16 | (uint32_t)b[4] << 8 | b[5]);
    // What is given out lies in 2000::/3; of that 2001::/23 is for protocols and 2001:db8::/32 for documentation.
    if (b[0] >> 5 != 1) return 0;
    if (b[0] == 0x20 && b[1] == 0x01 && b[2] < 2) return 0;
    return !(b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0d && b[3] == 0xb8);
}
static inline int bb_is_public(const struct sockaddr *address) {
    if (address->sa_family == AF_INET)
        return bb_is_public4(ntohl(((const struct sockaddr_in *)address)->sin_addr.s_addr));
    if (address->sa_family == AF_INET6) return bb_is_public6(((const struct sockaddr_in6 *)address)->sin6_addr.s6_addr);
    return 0;
}
// The same of an address in words; 0 for what is none.
static inline int bb_is_public_text(const char *text) {
    struct sockaddr_in four = {.sin_family = AF_INET};
    struct sockaddr_in6 six = {.sin6_family = AF_INET6};
    if (inet_pton(AF_INET, text, &four.sin_addr) == 1) return bb_is_public((const struct sockaddr *)&four);
    if (inet_pton(AF_INET6, text, &six.sin6_addr) == 1) return bb_is_public((const struct sockaddr *)&six);
    return 0;
}

// Looks at the very address that is about to be connected to, after all names were resolved: a name that leads into one's own
// network, now or at its second resolution, is refused, and `refused` says so.
struct bb_curl_guard { int refused; };
static inline curl_socket_t bb_curl_open_public(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    (void)purpose;
    if (!bb_is_public(&address->addr)) {
        ((struct bb_curl_guard *)context)->refused = 1;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype, address->protocol);
}
static inline CURLcode bb_curl_set_guard(CURL *curl, struct bb_curl_guard *guard) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, bb_curl_open_public);
    return code == CURLE_OK ? curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, guard) : code;
}
