#include "CSearchKernels.h"

#if defined(__x86_64__)
#define MANY_PROCESSORS __attribute__((target_clones("arch=icelake-server", "avx2", "default")))
#else
#define MANY_PROCESSORS
#endif

void bb_accumulate(const uint32_t *docs, const uint8_t *impacts, size_t count, uint32_t weight, uint32_t *sums,
                   uint32_t base) {
    for (size_t i = 0; i < count; i++) sums[docs[i] - base] += weight * impacts[i];
}

void bb_accumulate_constant(const uint32_t *docs, size_t count, uint32_t value, uint32_t *sums, uint32_t base) {
    for (size_t i = 0; i < count; i++) sums[docs[i] - base] += value;
}

MANY_PROCESSORS
size_t bb_collect(const uint32_t *sums, const uint64_t *mask, size_t count, uint32_t threshold, uint32_t *places) {
    uint32_t least = threshold > 0 ? threshold : 1;
    size_t found = 0;
    for (size_t word = 0; word < count / 64; word++) {
        if (mask[word] == 0) continue;
        const uint32_t *row = sums + word * 64;
        uint32_t most = 0;
        for (int i = 0; i < 64; i++) most = row[i] > most ? row[i] : most;
        if (most < least) continue;
        for (int i = 0; i < 64; i++) {
            places[found] = (uint32_t)(word * 64 + i);
            found += (row[i] >= least) & ((mask[word] >> i) & 1);
        }
    }
    return found;
}

size_t bb_lower_bound(const uint32_t *docs, size_t from, size_t to, uint32_t doc) {
    // Gallop, then halve: neighbours are asked for one after another.
    size_t step = 1, low = from, high = from;
    while (high < to && docs[high] < doc) {
        low = high + 1;
        high = high + step;
        step *= 2;
    }
    if (high > to) high = to;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (docs[middle] < doc) low = middle + 1;
        else high = middle;
    }
    return low;
}

MANY_PROCESSORS
void bb_hamming(const uint64_t *rows, size_t count, size_t words, const uint64_t *query, uint16_t *distances) {
    if (words == 8) {
        for (size_t row = 0; row < count; row++) {
            uint64_t sum = 0;
            for (size_t i = 0; i < 8; i++) sum += (uint64_t)__builtin_popcountll(rows[row * 8 + i] ^ query[i]);
            distances[row] = (uint16_t)sum;
        }
        return;
    }
    for (size_t row = 0; row < count; row++) {
        uint64_t sum = 0;
        for (size_t i = 0; i < words; i++) sum += (uint64_t)__builtin_popcountll(rows[row * words + i] ^ query[i]);
        distances[row] = (uint16_t)sum;
    }
}

MANY_PROCESSORS
int32_t bb_dot_int8(const int8_t *left, const int8_t *right, size_t count) {
    int32_t sum = 0;
    for (size_t i = 0; i < count; i++) sum += (int32_t)left[i] * (int32_t)right[i];
    return sum;
}

static uint32_t crc32c_plain(uint32_t crc, const uint8_t *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0x82F63B78u & (0u - (crc & 1)));
    }
    return crc;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2")))
static uint32_t crc32c_fast(uint32_t crc, const uint8_t *bytes, size_t count) {
    uint64_t wide = crc;
    while (count >= 8) {
        uint64_t word;
        __builtin_memcpy(&word, bytes, 8);
        wide = __builtin_ia32_crc32di(wide, word);
        bytes += 8;
        count -= 8;
    }
    crc = (uint32_t)wide;
    while (count-- > 0) crc = __builtin_ia32_crc32qi(crc, *bytes++);
    return crc;
}
#endif

uint32_t bb_crc32c(uint32_t seed, const void *bytes, size_t count) {
    uint32_t crc = ~seed;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("sse4.2")) return ~crc32c_fast(crc, bytes, count);
#endif
    return ~crc32c_plain(crc, bytes, count);
}
