#include <cstdio>  // cld2's headers use FILE without including it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "CLanguageDetector.h"

bb_language_guess bb_language_detect(const char *text, int32_t count) {
    CLD2::Language language[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
    int percent[3] = {0, 0, 0};
    double score[3] = {0, 0, 0};
    int text_bytes = 0, valid_prefix = 0;
    bool is_reliable = false;
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    if (text != nullptr && count > 0) {
        CLD2::ExtDetectLanguageSummaryCheckUTF8(text, count, true, &hints, 0, language, percent, score, nullptr,
                                                &text_bytes, &is_reliable, &valid_prefix);
    }
    bb_language_guess guess;
    for (int i = 0; i < 3; i++) {
        guess.code[i] = CLD2::LanguageCode(language[i]);
        guess.percent[i] = percent[i];
    }
    guess.is_reliable = is_reliable;
    return guess;
}
