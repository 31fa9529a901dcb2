// The papers of the demonstration, compiled in as bytes: real institutions, programmes and needs in our words (`data/`).
#pragma once

#define DEMONSTRATION_FILE(name)                                                       \
    extern const unsigned char demonstration_##name[];                                 \
    extern const unsigned long demonstration_##name##_size;                            \
    static inline const void *demonstration_##name##_bytes(void) { return demonstration_##name; }

DEMONSTRATION_FILE(organisations)
DEMONSTRATION_FILE(hubs)
DEMONSTRATION_FILE(providers)
DEMONSTRATION_FILE(opportunities)
DEMONSTRATION_FILE(practices)
DEMONSTRATION_FILE(partnerships)
DEMONSTRATION_FILE(projects)
DEMONSTRATION_FILE(resources)
DEMONSTRATION_FILE(needs)
DEMONSTRATION_FILE(requests)
DEMONSTRATION_FILE(wordings)
DEMONSTRATION_FILE(accounts)
DEMONSTRATION_FILE(taken_in)
DEMONSTRATION_FILE(strategy_2019)
DEMONSTRATION_FILE(strategy_2026)

#undef DEMONSTRATION_FILE
