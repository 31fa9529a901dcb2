// The cues of six languages, our own examples, and the trained weights, compiled in as bytes.
#pragma once

#define NEEDS_MINING_FILE(name)                                                            \
    extern const unsigned char needs_mining_##name[];                                      \
    extern const unsigned long needs_mining_##name##_size;                                 \
    static inline const void *needs_mining_##name##_bytes(void) { return needs_mining_##name; }

NEEDS_MINING_FILE(cues)
NEEDS_MINING_FILE(examples)
NEEDS_MINING_FILE(weights)

#undef NEEDS_MINING_FILE
