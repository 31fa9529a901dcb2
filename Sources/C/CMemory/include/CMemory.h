// What glibc's allocator can be told and its search in bytes: Swift's overlay names neither.
#ifndef C_MEMORY_H
#define C_MEMORY_H

#include <malloc.h>
#include <stdbool.h>
#include <stddef.h>

// At most so many arenas: each keeps what was freed in it for itself.
static inline void cm_limit_arenas(int count) {
#ifdef M_ARENA_MAX
    mallopt(M_ARENA_MAX, count);
#endif
}

// Gives memory that was freed back to the system.
static inline void cm_give_back(void) { malloc_trim(0); }

// Whether some bytes stand in others, one after another.
bool cm_holds(const void *bytes, size_t count, const void *wanted, size_t wantedCount);

#endif
