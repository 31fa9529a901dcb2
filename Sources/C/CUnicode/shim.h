// The part of Unicode's ICU we use, from the copy inside Foundation: never beside another libicu, whose symbols clash.
#include <_foundation_unicode/ubrk.h>
#include <_foundation_unicode/ucol.h>
#include <_foundation_unicode/unorm2.h>
#include <_foundation_unicode/upluralrules.h>

static inline UBreakIterator *bb_break_open(UBreakIteratorType type, const char *locale, UErrorCode *status) {
    return ubrk_open(type, locale, NULL, 0, status);
}
static inline void bb_break_set_text(UBreakIterator *it, const UChar *text, int32_t count, UErrorCode *status) {
    ubrk_setText(it, text, count, status);
}
static inline int32_t bb_break_next(UBreakIterator *it) { return ubrk_next(it); }
static inline int32_t bb_break_first(UBreakIterator *it) { return ubrk_first(it); }
static inline int32_t bb_break_rule(UBreakIterator *it) { return ubrk_getRuleStatus(it); }
static inline void bb_break_close(UBreakIterator *it) { ubrk_close(it); }

static inline UCollator *bb_collator_open(const char *locale, UErrorCode *status) { return ucol_open(locale, status); }
static inline int32_t bb_collator_key(const UCollator *c, const UChar *text, int32_t count, uint8_t *out, int32_t size) {
    return ucol_getSortKey(c, text, count, out, size);
}
static inline void bb_collator_close(UCollator *c) { ucol_close(c); }

static inline UPluralRules *bb_plural_open(const char *locale, UErrorCode *status) { return uplrules_open(locale, status); }
static inline int32_t bb_plural_select(const UPluralRules *r, double n, UChar *out, int32_t size, UErrorCode *status) {
    return uplrules_select(r, n, out, size, status);
}
static inline void bb_plural_close(UPluralRules *r) { uplrules_close(r); }

static inline const UNormalizer2 *bb_nfkc_casefold(UErrorCode *status) { return unorm2_getNFKCCasefoldInstance(status); }
static inline const UNormalizer2 *bb_nfd(UErrorCode *status) { return unorm2_getNFDInstance(status); }
static inline int32_t bb_normalize(
    const UNormalizer2 *n, const UChar *text, int32_t count, UChar *out, int32_t size, UErrorCode *status) {
    return unorm2_normalize(n, text, count, out, size, status);
}

#include <_foundation_unicode/ulistformatter.h>
#include <_foundation_unicode/ureldatefmt.h>

// Items come joined in one buffer with their lengths, as Swift holds them best.
static inline UListFormatter *bb_list_open(const char *locale, int32_t choice, UErrorCode *status) {
    return ulistfmt_openForType(locale, choice ? ULISTFMT_TYPE_OR : ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, status);
}
static inline int32_t bb_list_format(const UListFormatter *f, const UChar *items, const int32_t *lengths, int32_t count,
                                     UChar *out, int32_t size, UErrorCode *status) {
    const UChar **starts = (const UChar **)__builtin_malloc(sizeof(UChar *) * (unsigned long)(count > 0 ? count : 1));
    if (!starts) return 0;
    for (int32_t i = 0, at = 0; i < count; at += lengths[i], i++) starts[i] = items + at;
    int32_t length = ulistfmt_format(f, starts, lengths, count, out, size, status);
    __builtin_free(starts);
    return length;
}
static inline void bb_list_close(UListFormatter *f) { ulistfmt_close(f); }

static inline URelativeDateTimeFormatter *bb_relative_open(const char *locale, UErrorCode *status) {
    return ureldatefmt_open(locale, NULL, UDAT_STYLE_LONG, UDISPCTX_CAPITALIZATION_NONE, status);
}
static inline int32_t bb_relative_days(const URelativeDateTimeFormatter *f, double days, UChar *out, int32_t size,
                                       UErrorCode *status) {
    return ureldatefmt_format(f, days, UDAT_REL_UNIT_DAY, out, size, status);
}
static inline void bb_relative_close(URelativeDateTimeFormatter *f) { ureldatefmt_close(f); }
