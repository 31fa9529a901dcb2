#define _GNU_SOURCE
#include "CMemory.h"
#include <string.h>

bool cm_holds(const void *bytes, size_t count, const void *wanted, size_t wantedCount) {
    return memmem(bytes, count, wanted, wantedCount) != NULL;
}
