// What glibc's allocator can be told and Swift's overlay does not name.
#ifndef C_MEMORY_H
#define C_MEMORY_H

#include <malloc.h>

// At most so many arenas: each keeps what was freed in it for itself.
static inline void cm_limit_arenas(int count) {
#ifdef M_ARENA_MAX
    mallopt(M_ARENA_MAX, count);
#endif
}

// Gives memory that was freed back to the system.
static inline void cm_give_back(void) { malloc_trim(0); }

#endif
