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

// The sums of 64 documents; what is more than a byte holds stays at 255.
static void sum_bits_plain(uint8_t *sums, const bb_bit_rows *lists, size_t word) {
    __builtin_memset(sums, 0, 64);
    for (size_t list = 0; list < lists->count; list++) {
        const uint64_t bits = lists->rows[list][word];
        if (bits == 0) continue;
        const uint32_t value = lists->values[list];
        for (size_t i = 0; i < 64; i++) {
            const uint32_t sum = sums[i] + (bits >> i & 1 ? value : 0);
            sums[i] = (uint8_t)(sum < 255 ? sum : 255);
        }
    }
}

size_t bb_bound_plain(const bb_bound_parts *in, const uint64_t *mask, size_t first, size_t words, uint32_t threshold,
                      bb_found *found) {
    const uint32_t least = threshold > 0 ? threshold : 1;
    size_t count = 0;
    for (size_t word = 0; word < words; word++) {
        const uint64_t allowed = mask[first + word];
        if (allowed == 0) continue;
        uint8_t dense[2][64], common[64], bonus[64];
        sum_bits_plain(dense[0], &in->dense[0], first + word);
        sum_bits_plain(dense[1], &in->dense[1], first + word);
        sum_bits_plain(common, &in->common, first + word);
        sum_bits_plain(bonus, &in->bonus, first + word);
        for (size_t i = 0; i < 64; i++) {
            if ((allowed >> i & 1) == 0) continue;
            const size_t place = word * 64 + i;
            uint32_t sums[2];
            for (int sum = 0; sum < 2; sum++) {
                uint32_t value = in->exact[sum][place] + dense[sum][i] * in->dense[sum].step;
                value = value < in->cap[sum] ? value : in->cap[sum];
                // Rounded up.
                if (in->raised[sum] && in->raised[sum][first + word] >> i & 1)
                    value += (value >> 8) * in->raise[sum] + in->raise[sum];
                sums[sum] = value;
            }
            const uint32_t shared = common[i] * in->common.step;
            if (in->gated && (sums[0] | sums[1] | shared) == 0) continue;
            size_t class = 0;
            while (class < in->class_count && (in->classes[class][first + word] >> i & 1) == 0) class++;
            uint32_t others = shared + bonus[i] * in->bonus.step + in->class_values[class];
            if (in->column) others += in->column[place] * in->column_step;
            const uint32_t bound = sums[0] + sums[1] + others;
            if (bound + in->class_lifts[class] < least) continue;
            found[count++] = (bb_found){(uint32_t)place, bound, others, (uint32_t)class};
        }
    }
    return count;
}

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))

// The sums of 512 documents: a line of memory of each row at a time, because rows lie a power of two apart and would
// push one another out of the cache before a second visit.
WIDE static void sum_bits_wide(uint8_t *out, const bb_bit_rows *lists, size_t word) {
    __m512i a = _mm512_setzero_si512(), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
    for (size_t list = 0; list < lists->count; list++) {
        const uint64_t *row = lists->rows[list] + word;
        __builtin_prefetch(row + 24);
        __m512i value = _mm512_set1_epi8((char)lists->values[list]);
        a = _mm512_mask_adds_epu8(a, row[0], a, value);
        b = _mm512_mask_adds_epu8(b, row[1], b, value);
        c = _mm512_mask_adds_epu8(c, row[2], c, value);
        d = _mm512_mask_adds_epu8(d, row[3], d, value);
        e = _mm512_mask_adds_epu8(e, row[4], e, value);
        f = _mm512_mask_adds_epu8(f, row[5], f, value);
        g = _mm512_mask_adds_epu8(g, row[6], g, value);
        h = _mm512_mask_adds_epu8(h, row[7], h, value);
    }
    _mm512_storeu_si512(out, a);
    _mm512_storeu_si512(out + 64, b);
    _mm512_storeu_si512(out + 128, c);
    _mm512_storeu_si512(out + 192, d);
    _mm512_storeu_si512(out + 256, e);
    _mm512_storeu_si512(out + 320, f);
    _mm512_storeu_si512(out + 384, g);
    _mm512_storeu_si512(out + 448, h);
}

// Sixteen bytes as whole numbers, times a step.
WIDE static inline __m512i steps(const uint8_t *bytes, __m512i step) {
    return _mm512_mullo_epi32(_mm512_cvtepu8_epi32(_mm_loadu_si128((const __m128i *)bytes)), step);
}

WIDE static inline __m512i capped(__m512i exact, __m512i dense, __m512i cap, __m512i raise, __mmask16 raised) {
    __m512i sum = _mm512_min_epu32(_mm512_add_epi32(exact, dense), cap);
    if (raised == 0) return sum;
    __m512i more = _mm512_add_epi32(_mm512_mullo_epi32(_mm512_srli_epi32(sum, 8), raise), raise);
    return _mm512_mask_add_epi32(sum, raised, sum, more);
}

// What else the next documents will be asked for, three groups of 512 ahead: with so many rows at once the processor does
// not see by itself that each of them is read on and on.
WIDE static inline void fetch_ahead(const bb_bound_parts *in, const uint64_t *mask, size_t word, size_t place) {
    __builtin_prefetch(mask + word + 24);
    for (size_t i = 0; i < in->class_count; i++) __builtin_prefetch(in->classes[i] + word + 24);
    for (size_t i = 0; i < 2; i++)
        if (in->raised[i]) __builtin_prefetch(in->raised[i] + word + 24);
    if (in->column)
        for (size_t i = 0; i < 512; i += 64) __builtin_prefetch(in->column + place + 1536 + i);
}

WIDE static size_t bound_wide(const bb_bound_parts *in, const uint64_t *mask, size_t first, size_t words,
                              uint32_t threshold, bb_found *found) {
    const uint32_t least = threshold > 0 ? threshold : 1;
    const __m512i limit = _mm512_set1_epi32((int)least);
    const __m512i cap0 = _mm512_set1_epi32((int)in->cap[0]), cap1 = _mm512_set1_epi32((int)in->cap[1]);
    const __m512i raise0 = _mm512_set1_epi32((int)in->raise[0]), raise1 = _mm512_set1_epi32((int)in->raise[1]);
    const __m512i dense0 = _mm512_set1_epi32((int)in->dense[0].step), dense1 = _mm512_set1_epi32((int)in->dense[1].step);
    const __m512i common = _mm512_set1_epi32((int)in->common.step), bonus = _mm512_set1_epi32((int)in->bonus.step);
    const __m512i column = _mm512_set1_epi32((int)in->column_step);
    const __m512i values = _mm512_zextsi256_si512(_mm256_loadu_si256((const __m256i *)in->class_values));
    const __m512i lifts = _mm512_zextsi256_si512(_mm256_loadu_si256((const __m256i *)in->class_lifts));
    const __mmask16 gate = in->gated ? 0xFFFF : 0;
    uint8_t bytes[4][512] __attribute__((aligned(64)));
    uint8_t group[64] __attribute__((aligned(64)));
    size_t count = 0;
    for (size_t word = 0; word < words; word++) {
        if (word % 8 == 0) {
            fetch_ahead(in, mask, first + word, word * 64);
            sum_bits_wide(bytes[0], &in->dense[0], first + word);
            sum_bits_wide(bytes[1], &in->dense[1], first + word);
            sum_bits_wide(bytes[2], &in->common, first + word);
            sum_bits_wide(bytes[3], &in->bonus, first + word);
        }
        const uint64_t allowed = mask[first + word];
        if (allowed == 0) continue;
        // From the last to the first: the first class that has it wins.
        __m512i class = _mm512_set1_epi8((char)in->class_count);
        for (size_t i = in->class_count; i > 0; i--)
            class = _mm512_mask_mov_epi8(class, in->classes[i - 1][first + word], _mm512_set1_epi8((char)(i - 1)));
        _mm512_store_si512(group, class);
        const uint64_t up0 = in->raised[0] ? in->raised[0][first + word] : 0;
        const uint64_t up1 = in->raised[1] ? in->raised[1][first + word] : 0;
        const size_t inside = word % 8 * 64;
        for (size_t i = 0; i < 64; i += 16) {
            const size_t place = word * 64 + i;
            __m512i left = capped(_mm512_loadu_si512(in->exact[0] + place), steps(bytes[0] + inside + i, dense0), cap0,
                                  raise0, (__mmask16)(up0 >> i));
            __m512i right = capped(_mm512_loadu_si512(in->exact[1] + place), steps(bytes[1] + inside + i, dense1), cap1,
                                   raise1, (__mmask16)(up1 >> i));
            __m512i shared = steps(bytes[2] + inside + i, common);
            __m512i classes = _mm512_cvtepu8_epi32(_mm_load_si128((const __m128i *)(group + i)));
            __m512i others = _mm512_add_epi32(_mm512_add_epi32(shared, steps(bytes[3] + inside + i, bonus)),
                                              _mm512_permutexvar_epi32(classes, values));
            if (in->column) others = _mm512_add_epi32(others, steps(in->column + place, column));
            __m512i own = _mm512_add_epi32(left, right);
            __m512i bound = _mm512_add_epi32(own, others);
            __mmask16 reach = _mm512_cmpge_epu32_mask(
                _mm512_add_epi32(bound, _mm512_permutexvar_epi32(classes, lifts)), limit);
            reach &= (__mmask16)(allowed >> i);
            if (reach == 0) continue;
            __m512i any = _mm512_or_si512(own, shared);
            reach &= _mm512_test_epi32_mask(any, any) | (__mmask16)~gate;
            if (reach == 0) continue;
            uint32_t lanes[2][16];
            _mm512_storeu_si512(lanes[0], bound);
            _mm512_storeu_si512(lanes[1], others);
            for (uint32_t rest = reach; rest != 0; rest &= rest - 1) {
                const uint32_t lane = (uint32_t)__builtin_ctz(rest);
                found[count++] = (bb_found){(uint32_t)(place + lane), lanes[0][lane], lanes[1][lane], group[i + lane]};
            }
        }
    }
    return count;
}
#endif

size_t bb_bound(const bb_bound_parts *in, const uint64_t *mask, size_t first, size_t words, uint32_t threshold,
                bb_found *found) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")) {
        const size_t whole = words & ~(size_t)7;
        size_t count = bound_wide(in, mask, first, whole, threshold, found);
        if (whole == words) return count;
        // What is left of a line of memory at the end of a segment.
        bb_bound_parts rest = *in;
        for (int sum = 0; sum < 2; sum++) rest.exact[sum] += whole * 64;
        if (rest.column) rest.column += whole * 64;
        const size_t more = bb_bound_plain(&rest, mask, first + whole, words - whole, threshold, found + count);
        for (size_t i = 0; i < more; i++) found[count + i].place += (uint32_t)(whole * 64);
        return count + more;
    }
#endif
    return bb_bound_plain(in, mask, first, words, threshold, found);
}

BODY void bb_find_members_body(const bb_dense_term *terms, size_t count, size_t doc, size_t block, uint64_t *members) {
    const size_t word = doc >> 6, bit = doc & 63;
    for (size_t start = 0; start < count; start += 64) {
        const size_t end = count - start < 64 ? count : start + 64;
        uint64_t found = 0;
        // No branches: the waits for memory overlap.
        for (size_t i = start; i < end; i++) found |= (terms[i].row[word] >> bit & 1) << (i - start);
        members[start / 64] = found;
    }
    for (size_t start = 0; start < count; start += 64) {
        for (uint64_t rest = members[start / 64]; rest != 0; rest &= rest - 1) {
            const bb_dense_term *term = terms + start + (size_t)__builtin_ctzll(rest);
            __builtin_prefetch(term->ranks + (word >> 3));
            __builtin_prefetch(term->starts + block);
        }
    }
}
MANY_PROCESSORS(void, bb_find_members, (const bb_dense_term *terms, size_t count, size_t doc, size_t block, uint64_t *members), (terms, count, doc, block, members))

BODY size_t bb_find_postings_body(const bb_dense_term *terms, size_t count, size_t doc, size_t block, const uint64_t *members,
                                  const uint8_t *impacts, bb_dense_posting *postings) {
    const size_t word = doc >> 6, line = word & ~(size_t)7;
    uint64_t before[8];
    for (size_t i = 0; i < 8; i++)
        before[i] = line + i < word ? ~0ull : line + i == word ? (1ull << (doc & 63)) - 1 : 0;
    size_t found = 0;
    for (size_t start = 0; start < count; start += 64) {
        for (uint64_t rest = members[start / 64]; rest != 0; rest &= rest - 1) {
            const size_t term = start + (size_t)__builtin_ctzll(rest);
            const uint64_t *row = terms[term].row + line;
            size_t posting = terms[term].starts[block] + terms[term].ranks[word >> 3];
            for (size_t i = 0; i < 8; i++) posting += (size_t)__builtin_popcountll(row[i] & before[i]);
            __builtin_prefetch(impacts + posting);
            postings[found++] = (bb_dense_posting){(uint32_t)posting, (uint32_t)term};
        }
    }
    return found;
}
MANY_PROCESSORS(size_t, bb_find_postings, (const bb_dense_term *terms, size_t count, size_t doc, size_t block, const uint64_t *members, const uint8_t *impacts, bb_dense_posting *postings), (terms, count, doc, block, members, impacts, postings))

void bb_add_postings(const bb_dense_term *terms, const bb_dense_posting *postings, size_t count, const uint8_t *impacts,
                     uint64_t *sums) {
    for (size_t i = 0; i < count; i++) {
        const bb_dense_term *term = terms + postings[i].term;
        sums[term->sum] += (uint64_t)term->weight * impacts[postings[i].place];
    }
}

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

BODY void bb_high_bits_body(const uint64_t *row, size_t words, const uint8_t *impacts, size_t count, uint8_t level,
                            uint64_t *high) {
    size_t next = 0;
    for (size_t word = 0; word < words; word++) {
        uint64_t above = 0;
        for (uint64_t rest = row[word]; rest != 0 && next < count; rest &= rest - 1, next++)
            if (impacts[next] > level) above |= rest & (~rest + 1);
        high[word] = above;
    }
}
MANY_PROCESSORS(void, bb_high_bits, (const uint64_t *row, size_t words, const uint8_t *impacts, size_t count, uint8_t level, uint64_t *high), (row, words, impacts, count, level, high))
