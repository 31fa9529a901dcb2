#include <curl/curl.h>

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
