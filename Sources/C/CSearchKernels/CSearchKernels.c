#include "CSearchKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// A function made three times from one text: for processors with wide registers and counting of bits in them, for those
// with AVX2, and for all others; which one is asked of the processor. (`target_clones` chooses by the processor's name
// and passes over those it does not know.)
#if defined(__x86_64__)
#define MANY_PROCESSORS(type, name, parameters, arguments)                                                             \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vpopcntdq,avx512vnni,bmi2,popcnt")))               \
    static type name##_wide parameters { return name##_body arguments; }                                              \
    __attribute__((target("avx2,bmi2,popcnt"))) static type name##_avx2 parameters { return name##_body arguments; }   \
    type name parameters {                                                                                             \
        if (__builtin_cpu_supports("avx512vpopcntdq") && __builtin_cpu_supports("avx512bw"))                           \
            return name##_wide arguments;                                                                              \
        if (__builtin_cpu_supports("avx2")) return name##_avx2 arguments;                                              \
        return name##_body arguments;                                                                                  \
    }
#else
#define MANY_PROCESSORS(type, name, parameters, arguments)                                                             \
    type name parameters { return name##_body arguments; }
#endif
#define BODY static inline __attribute__((always_inline))

void bb_accumulate(const uint32_t *docs, const uint8_t *impacts, size_t count, uint32_t weight, uint32_t *sums,
                   uint32_t base) {
    for (size_t i = 0; i < count; i++) sums[docs[i] - base] += weight * impacts[i];
}

void bb_accumulate_constant(const uint32_t *docs, size_t count, uint32_t value, uint32_t *sums, uint32_t base) {
    for (size_t i = 0; i < count; i++) sums[docs[i] - base] += value;
}

BODY size_t bb_collect_body(const uint32_t *sums, const uint64_t *mask, size_t count, uint32_t threshold, uint32_t *places) {
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
MANY_PROCESSORS(size_t, bb_collect, (const uint32_t *sums, const uint64_t *mask, size_t count, uint32_t threshold, uint32_t *places), (sums, mask, count, threshold, places))

// Eight bits as eight bytes of 0 or 1.
static inline uint64_t spread(uint64_t byte) {
    return ((((byte & 0x7F) * 0x02040810204081ull) & 0x0101010101010101ull) | (byte >> 7 << 56));
}

void bb_sum_bits_plain(uint8_t *sums, const uint64_t *const *rows, const uint8_t *values, size_t lists, size_t first,
                       size_t words) {
    for (size_t word = 0; word < words; word++) {
        uint64_t sum[8] = {0};
        for (size_t list = 0; list < lists; list++) {
            uint64_t bits = rows[list][first + word];
            if (bits == 0) continue;
            for (int i = 0; i < 8; i++) sum[i] += spread(bits >> (8 * i) & 0xFF) * values[list];
        }
        __builtin_memcpy(sums + word * 64, sum, 64);
    }
}

#if defined(__x86_64__)
__attribute__((target("avx512f,avx512bw")))
static void sum_bits_wide(uint8_t *sums, const uint64_t *const *rows, const uint8_t *values, size_t lists,
                          size_t first, size_t words) {
    // A line of memory of each row at a time: rows lie a power of two apart and would push one another out of the cache
    // before a second visit.
    size_t word = 0;
    for (; word + 8 <= words; word += 8) {
        __m512i a = _mm512_setzero_si512(), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
        for (size_t list = 0; list < lists; list++) {
            const uint64_t *row = rows[list] + first + word;
            __builtin_prefetch(row + 24);
            __m512i value = _mm512_set1_epi8((char)values[list]);
            a = _mm512_mask_add_epi8(a, row[0], a, value);
            b = _mm512_mask_add_epi8(b, row[1], b, value);
            c = _mm512_mask_add_epi8(c, row[2], c, value);
            d = _mm512_mask_add_epi8(d, row[3], d, value);
            e = _mm512_mask_add_epi8(e, row[4], e, value);
            f = _mm512_mask_add_epi8(f, row[5], f, value);
            g = _mm512_mask_add_epi8(g, row[6], g, value);
            h = _mm512_mask_add_epi8(h, row[7], h, value);
        }
        uint8_t *out = sums + word * 64;
        _mm512_storeu_si512(out, a);
        _mm512_storeu_si512(out + 64, b);
        _mm512_storeu_si512(out + 128, c);
        _mm512_storeu_si512(out + 192, d);
        _mm512_storeu_si512(out + 256, e);
        _mm512_storeu_si512(out + 320, f);
        _mm512_storeu_si512(out + 384, g);
        _mm512_storeu_si512(out + 448, h);
    }
    if (word < words) bb_sum_bits_plain(sums + word * 64, rows, values, lists, first + word, words - word);
}
#endif

void bb_sum_bits(uint8_t *sums, const uint64_t *const *rows, const uint8_t *values, size_t lists, size_t first,
                 size_t words) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw")) {
        sum_bits_wide(sums, rows, values, lists, first, words);
        return;
    }
#endif
    bb_sum_bits_plain(sums, rows, values, lists, first, words);
}

BODY void bb_bounds_body(const bb_bound_parts *parts, size_t count, uint32_t *restrict bounds) {
    const bb_bound_parts in = *parts;
    for (size_t i = 0; i < count; i++) {
        uint32_t left = in.exact[0][i] + in.dense[0][i] * in.dense_step[0];
        uint32_t right = in.exact[1][i] + in.dense[1][i] * in.dense_step[1];
        left = left < in.cap[0] ? left : in.cap[0];
        right = right < in.cap[1] ? right : in.cap[1];
        // Rounded up.
        left += ((left >> 8) * in.raise[0] + in.raise[0]) * in.raised[0][i];
        right += ((right >> 8) * in.raise[1] + in.raise[1]) * in.raised[1][i];
        uint32_t shared = left + right + in.common[i] * in.common_step;
        uint32_t other = in.bonus[i] * in.bonus_step + in.column[i] * in.column_step + in.classes[i] * in.class_step;
        bounds[i] = (shared | (in.gated ^ 1)) != 0 ? shared + other : 0;
    }
}
MANY_PROCESSORS(void, bb_bounds, (const bb_bound_parts *parts, size_t count, uint32_t *restrict bounds), (parts, count, bounds))

BODY size_t bb_rank_body(const uint64_t *row, size_t count) {
    size_t sum = 0;
    for (size_t i = 0; i < count / 64; i++) sum += (size_t)__builtin_popcountll(row[i]);
    if (count % 64 != 0) sum += (size_t)__builtin_popcountll(row[count / 64] & ((1ull << (count % 64)) - 1));
    return sum;
}
MANY_PROCESSORS(size_t, bb_rank, (const uint64_t *row, size_t count), (row, count))

BODY void bb_hamming_picked_body(const uint64_t *rows, const uint32_t *picked, size_t count, size_t words, const uint64_t *query,
                       uint16_t *distances) {
    for (size_t i = 0; i < count; i++) {
        if (i + 8 < count) __builtin_prefetch(rows + (size_t)picked[i + 8] * words);
        const uint64_t *row = rows + (size_t)picked[i] * words;
        uint64_t sum = 0;
        for (size_t word = 0; word < words; word++) sum += (uint64_t)__builtin_popcountll(row[word] ^ query[word]);
        distances[i] = (uint16_t)sum;
    }
}
MANY_PROCESSORS(void, bb_hamming_picked, (const uint64_t *rows, const uint32_t *picked, size_t count, size_t words, const uint64_t *query, uint16_t *distances), (rows, picked, count, words, query, distances))

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

BODY void bb_hamming_body(const uint64_t *rows, size_t count, size_t words, const uint64_t *query, uint16_t *distances) {
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
MANY_PROCESSORS(void, bb_hamming, (const uint64_t *rows, size_t count, size_t words, const uint64_t *query, uint16_t *distances), (rows, count, words, query, distances))

BODY int32_t bb_dot_int8_body(const int8_t *left, const int8_t *right, size_t count) {
    int32_t sum = 0;
    for (size_t i = 0; i < count; i++) sum += (int32_t)left[i] * (int32_t)right[i];
    return sum;
}
MANY_PROCESSORS(int32_t, bb_dot_int8, (const int8_t *left, const int8_t *right, size_t count), (left, right, count))

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
