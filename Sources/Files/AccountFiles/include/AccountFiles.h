// Passwords that everybody thinks of, compiled in as bytes. Its source stands on top of the list (`data/`).
#pragma once

extern const unsigned char common_passwords[];
extern const unsigned long common_passwords_size;
static inline const void *common_passwords_bytes(void) { return common_passwords; }
