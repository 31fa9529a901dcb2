// A C face of CLD2, the compact language detector kept by Debian (libcld2-dev).
#ifndef C_LANGUAGE_DETECTOR_H
#define C_LANGUAGE_DETECTOR_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    const char *_Nullable code[3];  // ISO 639 code or "un"; static storage, never freed
    int32_t percent[3];             // share of the text's letters, 0 to 100
    int32_t is_reliable;
} bb_language_guess;

// The likeliest languages of a text of `count` bytes of UTF-8. Thread-safe. Text that is not valid UTF-8 is "un".
bb_language_guess bb_language_detect(const char *_Nullable text, int32_t count);

#ifdef __cplusplus
}
#endif
#endif
