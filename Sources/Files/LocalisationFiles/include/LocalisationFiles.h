// The message catalogues of the six languages, compiled in.
#pragma once

#define DECLARE_MESSAGES(language)                                                                                     \
    extern const unsigned char messages_##language[];                                                                  \
    extern const unsigned long messages_##language##_size;                                                             \
    static inline const void *messages_##language##_bytes(void) { return messages_##language; }

DECLARE_MESSAGES(ar)
DECLARE_MESSAGES(zh)
DECLARE_MESSAGES(en)
DECLARE_MESSAGES(fr)
DECLARE_MESSAGES(ru)
DECLARE_MESSAGES(es)
