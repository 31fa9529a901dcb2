// Pages of SQLite files that are held against their checksums whenever SQLite reads them.
//
// A file is guarded by its sums, one for each page. What SQLite reads of it is what was summed, or what this process has
// written since; anything else is an error (SQLITE_IOERR_DATA), so that no damaged page is ever used. Files without a guard are
// opened as ever. All functions may be called from any thread.
#ifndef C_SEALED_PAGES_H
#define C_SEALED_PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Bytes of a page: what SQLite uses where nothing else is asked for.
#define SP_PAGE_SIZE 4096

// Guards the file at a path (absolute, without symbolic links) from now on: those opened later. The sums are copied. False where
// there is no memory or SQLite has no file system to put this in front of.
bool sp_guard(const char *path, const uint32_t *sums, uint32_t count);

// Ends it for files opened later. Files that are open stay guarded.
void sp_release(const char *path);

// Whether a page of the guarded file was found to be other than it was summed. False where it is not guarded.
bool sp_is_broken(const char *path);

// Holds pages of a guarded file, from one on, against their sums, as read by nobody else. Pages written since are passed
// over. False where one is wrong or cannot be read.
bool sp_check(const char *path, int descriptor, uint32_t first, uint32_t count);

// The sum of a page as it was when it was guarded; false where it was written since or is not guarded.
bool sp_sum(const char *path, uint32_t page, uint32_t *sum);

// The checksum of some bytes: a CRC-32C.
uint32_t sp_sum_of(const void *bytes, size_t count);

#endif
