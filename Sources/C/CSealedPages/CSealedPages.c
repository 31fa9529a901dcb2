#include "CSealedPages.h"

#include "CSearchKernels.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Guard {
    struct Guard *next;
    char *path;
    uint32_t *sums;
    // 1: written since.
    atomic_uchar *written;
    uint32_t count;
    atomic_bool isBroken;
    // The list of guards and each open file.
    int holders;
} Guard;

// A file of SQLite: ours, then that of the file system behind it.
typedef struct {
    sqlite3_file base;
    Guard *guard;
} File;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static Guard *guards = NULL;
static sqlite3_vfs *behind = NULL;
static sqlite3_vfs ours;

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((File *)file + 1); }

// With the lock held.
static void let_go(Guard *guard) {
    if (--guard->holders > 0) return;
    free(guard->path);
    free(guard->sums);
    free((void *)guard->written);
    free(guard);
}

static Guard *take(const char *path) {
    if (path == NULL) return NULL;
    pthread_mutex_lock(&lock);
    Guard *guard = guards;
    while (guard != NULL && strcmp(guard->path, path) != 0) guard = guard->next;
    if (guard != NULL) guard->holders++;
    pthread_mutex_unlock(&lock);
    return guard;
}

static void give_back(Guard *guard) {
    pthread_mutex_lock(&lock);
    let_go(guard);
    pthread_mutex_unlock(&lock);
}

static bool is_right(Guard *guard, uint32_t page, const void *bytes) {
    if (page >= guard->count || atomic_load(&guard->written[page])) return true;
    if (bb_crc32c(0, bytes, SP_PAGE_SIZE) == guard->sums[page]) return true;
    // Written while it was read: SQLite itself sees to that.
    if (atomic_load(&guard->written[page])) return true;
    atomic_store(&guard->isBroken, true);
    return false;
}

static int guarded_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    Guard *guard = ((File *)file)->guard;
    sqlite3_file *source = real(file);
    if (count == SP_PAGE_SIZE && offset % SP_PAGE_SIZE == 0) {
        int result = source->pMethods->xRead(source, bytes, count, offset);
        if (result == SQLITE_IOERR_SHORT_READ && offset / SP_PAGE_SIZE < guard->count) {
            atomic_store(&guard->isBroken, true);
            return SQLITE_IOERR_DATA;
        }
        if (result != SQLITE_OK) return result;
        return is_right(guard, (uint32_t)(offset / SP_PAGE_SIZE), bytes) ? SQLITE_OK : SQLITE_IOERR_DATA;
    }
    // Parts of pages: the header, now and then. Whole pages are looked at for them.
    char page[SP_PAGE_SIZE];
    sqlite3_int64 size = 0;
    int result = source->pMethods->xFileSize(source, &size);
    if (result != SQLITE_OK) return result;
    for (sqlite3_int64 number = offset / SP_PAGE_SIZE; number * SP_PAGE_SIZE < offset + count; number++) {
        if (number >= guard->count || (number + 1) * SP_PAGE_SIZE > size) continue;
        result = source->pMethods->xRead(source, page, SP_PAGE_SIZE, number * SP_PAGE_SIZE);
        if (result != SQLITE_OK) return result;
        if (!is_right(guard, (uint32_t)number, page)) return SQLITE_IOERR_DATA;
    }
    return source->pMethods->xRead(source, bytes, count, offset);
}

static int guarded_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    Guard *guard = ((File *)file)->guard;
    for (sqlite3_int64 number = offset / SP_PAGE_SIZE; number * SP_PAGE_SIZE < offset + count; number++) {
        if (number < guard->count) atomic_store(&guard->written[number], 1);
    }
    return real(file)->pMethods->xWrite(real(file), bytes, count, offset);
}

static int guarded_close(sqlite3_file *file) {
    int result = real(file)->pMethods->xClose(real(file));
    give_back(((File *)file)->guard);
    return result;
}

static int guarded_truncate(sqlite3_file *f, sqlite3_int64 size) { return real(f)->pMethods->xTruncate(real(f), size); }
static int guarded_sync(sqlite3_file *f, int flags) { return real(f)->pMethods->xSync(real(f), flags); }
static int guarded_size(sqlite3_file *f, sqlite3_int64 *size) { return real(f)->pMethods->xFileSize(real(f), size); }
static int guarded_lock(sqlite3_file *f, int level) { return real(f)->pMethods->xLock(real(f), level); }
static int guarded_unlock(sqlite3_file *f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
static int guarded_reserved(sqlite3_file *f, int *out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); }
static int guarded_control(sqlite3_file *f, int op, void *arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); }
static int guarded_sector(sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); }
static int guarded_device(sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }
static int guarded_map(sqlite3_file *f, int page, int size, int extend, void volatile **out) {
    return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}
static int guarded_shm_lock(sqlite3_file *f, int offset, int n, int flags) {
    return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
static void guarded_barrier(sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); }
static int guarded_unmap(sqlite3_file *f, int deletes) { return real(f)->pMethods->xShmUnmap(real(f), deletes); }

// Without xFetch: what is mapped would not be looked at.
static const sqlite3_io_methods methods = {
    2, guarded_close, guarded_read, guarded_write, guarded_truncate, guarded_sync, guarded_size, guarded_lock,
    guarded_unlock, guarded_reserved, guarded_control, guarded_sector, guarded_device, guarded_map, guarded_shm_lock,
    guarded_barrier, guarded_unmap, NULL, NULL,
};

static int guarded_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    Guard *guard = (flags & SQLITE_OPEN_MAIN_DB) ? take(name) : NULL;
    if (guard == NULL) return behind->xOpen(behind, name, file, flags, out);
    File *own = (File *)file;
    own->base.pMethods = NULL;
    own->guard = guard;
    int result = behind->xOpen(behind, name, real(file), flags, out);
    if (real(file)->pMethods != NULL) {
        own->base.pMethods = &methods;
    } else {
        give_back(guard);
    }
    return result;
}

// With the lock held.
static bool install(void) {
    if (behind != NULL) return true;
    sqlite3_vfs *usual = sqlite3_vfs_find(NULL);
    if (usual == NULL) return false;
    ours = *usual;
    ours.zName = "biobridge-guarded";
    ours.szOsFile = (int)sizeof(File) + usual->szOsFile;
    ours.pNext = NULL;
    ours.xOpen = guarded_open;
    behind = usual;
    if (sqlite3_vfs_register(&ours, 1) == SQLITE_OK) return true;
    behind = NULL;
    return false;
}

bool sp_guard(const char *path, const uint32_t *sums, uint32_t count) {
    sp_release(path);
    Guard *guard = calloc(1, sizeof(Guard));
    if (guard == NULL) return false;
    guard->holders = 1;
    guard->count = count;
    guard->path = strdup(path);
    guard->sums = malloc(((size_t)count + 1) * sizeof(uint32_t));
    guard->written = calloc((size_t)count + 1, sizeof(atomic_uchar));
    pthread_mutex_lock(&lock);
    bool isReady = guard->path != NULL && guard->sums != NULL && guard->written != NULL && sqlite3_initialize() == SQLITE_OK
        && install();
    if (isReady) {
        memcpy(guard->sums, sums, (size_t)count * sizeof(uint32_t));
        guard->next = guards;
        guards = guard;
    } else {
        let_go(guard);
    }
    pthread_mutex_unlock(&lock);
    return isReady;
}

void sp_release(const char *path) {
    pthread_mutex_lock(&lock);
    Guard **place = &guards;
    while (*place != NULL && strcmp((*place)->path, path) != 0) place = &(*place)->next;
    Guard *guard = *place;
    if (guard != NULL) {
        *place = guard->next;
        let_go(guard);
    }
    pthread_mutex_unlock(&lock);
}

bool sp_is_broken(const char *path) {
    Guard *guard = take(path);
    if (guard == NULL) return false;
    bool isBroken = atomic_load(&guard->isBroken);
    give_back(guard);
    return isBroken;
}

bool sp_check(const char *path, int descriptor, uint32_t first, uint32_t count) {
    Guard *guard = take(path);
    if (guard == NULL) return true;
    bool isRight = true;
    char page[SP_PAGE_SIZE];
    for (uint32_t number = first; isRight && number < first + count && number < guard->count; number++) {
        if (atomic_load(&guard->written[number])) continue;
        ssize_t got = pread(descriptor, page, SP_PAGE_SIZE, (off_t)number * SP_PAGE_SIZE);
        isRight = got == SP_PAGE_SIZE ? is_right(guard, number, page) : atomic_load(&guard->written[number]);
        if (!isRight) atomic_store(&guard->isBroken, true);
    }
    give_back(guard);
    return isRight;
}

bool sp_sum(const char *path, uint32_t page, uint32_t *sum) {
    Guard *guard = take(path);
    if (guard == NULL) return false;
    bool isKnown = page < guard->count && !atomic_load(&guard->written[page]);
    if (isKnown) *sum = guard->sums[page];
    give_back(guard);
    return isKnown;
}

uint32_t sp_sum_of(const void *bytes, size_t count) { return bb_crc32c(0, bytes, count); }
