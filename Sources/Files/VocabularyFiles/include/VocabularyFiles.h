// The lists of the field, compiled in as bytes. Each has its source and date inside (`data/`).
#pragma once

#define VOCABULARY_FILE(name)                                                          \
    extern const unsigned char vocabulary_##name[];                                    \
    extern const unsigned long vocabulary_##name##_size;                               \
    static inline const void *vocabulary_##name##_bytes(void) { return vocabulary_##name; }

VOCABULARY_FILE(countries)
VOCABULARY_FILE(country_groups)
VOCABULARY_FILE(country_names)
VOCABULARY_FILE(places)
VOCABULARY_FILE(forms)
VOCABULARY_FILE(subjects)
VOCABULARY_FILE(targets)
VOCABULARY_FILE(aims)
VOCABULARY_FILE(assistance_types)
VOCABULARY_FILE(definitions)
VOCABULARY_FILE(need_headings)
VOCABULARY_FILE(needs)
VOCABULARY_FILE(articulation_cues)
VOCABULARY_FILE(thesaurus_nature)
VOCABULARY_FILE(thesaurus_cooperation)
VOCABULARY_FILE(thesaurus_everyday)

#undef VOCABULARY_FILE
