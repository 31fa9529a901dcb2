// The innermost loops of the search index, compiled for several processors; the best is chosen at start.
// `bb_` functions read exactly the counts they are given; the caller vouches for them.
#ifndef C_SEARCH_KERNELS_H
#define C_SEARCH_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// sums[docs[i] - base] += weight * impacts[i]
void bb_accumulate(const uint32_t *_Nonnull docs, const uint8_t *_Nonnull impacts, size_t count, uint32_t weight,
                   uint32_t *_Nonnull sums, uint32_t base);

// sums[docs[i] - base] += value
void bb_accumulate_constant(const uint32_t *_Nonnull docs, size_t count, uint32_t value, uint32_t *_Nonnull sums,
                            uint32_t base);

// Writes the places whose sum is at least `threshold` (and not 0) and whose bit is set in `mask` (64 per word);
// `count` is a multiple of 64. Returns how many were written.
size_t bb_collect(const uint32_t *_Nonnull sums, const uint64_t *_Nonnull mask, size_t count, uint32_t threshold,
                  uint32_t *_Nonnull places);

// sums[i] = the sum of values[l] over the lists whose bit i is set, from word `first` of each row on; 64 sums for each
// of `words`. The caller sees to it that no sum exceeds 255.
void bb_sum_bits(uint8_t *_Nonnull sums, const uint64_t *_Nonnull const *_Nonnull rows, const uint8_t *_Nonnull values,
                 size_t lists, size_t first, size_t words);
// The same without the wide registers of newer processors; for tests.
void bb_sum_bits_plain(uint8_t *_Nonnull sums, const uint64_t *_Nonnull const *_Nonnull rows,
                       const uint8_t *_Nonnull values, size_t lists, size_t first, size_t words);

// The most that documents of a block can score; see bb_bounds. Bytes count in steps.
typedef struct {
    // Two sums, each capped, then raised by raise / 256 where the byte in `raised` is 1.
    const uint32_t *_Nonnull exact[2];
    const uint8_t *_Nonnull dense[2];
    const uint8_t *_Nonnull raised[2];
    uint32_t dense_step[2], cap[2], raise[2];
    // What counts as something in common, what does not, a number kept by document, and the class.
    const uint8_t *_Nonnull common, *_Nonnull bonus, *_Nonnull column, *_Nonnull classes;
    uint32_t common_step, bonus_step, column_step, class_step;
    // Whether a document with nothing in common is left at 0.
    uint32_t gated;
} bb_bound_parts;

void bb_bounds(const bb_bound_parts *_Nonnull parts, size_t count, uint32_t *_Nonnull bounds);

// How many bits are set in the first `count` bits of the row.
size_t bb_rank(const uint64_t *_Nonnull row, size_t count);

// distances[i] = number of bits in which rows[picked[i]] differs from the query.
void bb_hamming_picked(const uint64_t *_Nonnull rows, const uint32_t *_Nonnull picked, size_t count, size_t words,
                       const uint64_t *_Nonnull query, uint16_t *_Nonnull distances);

// The first place in the ascending docs[from..<to] that is not below `doc`; `to` when there is none.
size_t bb_lower_bound(const uint32_t *_Nonnull docs, size_t from, size_t to, uint32_t doc);

// distances[i] = number of bits in which row i differs from the query; `words` 64-bit words a row.
void bb_hamming(const uint64_t *_Nonnull rows, size_t count, size_t words, const uint64_t *_Nonnull query,
                uint16_t *_Nonnull distances);

int32_t bb_dot_int8(const int8_t *_Nonnull left, const int8_t *_Nonnull right, size_t count);

// CRC-32C (Castagnoli, as in RFC 3720) of bytes, continued from `seed` (0 at the start).
uint32_t bb_crc32c(uint32_t seed, const void *_Nonnull bytes, size_t count);

// Says that the memory will be read soon.
static inline void bb_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }

// Order of two byte strings, as memcmp with the shorter first.
static inline int bb_compare(const uint8_t *_Nonnull left, size_t left_count, const uint8_t *_Nonnull right,
                             size_t right_count) {
    size_t shorter = left_count < right_count ? left_count : right_count;
    int order = shorter == 0 ? 0 : __builtin_memcmp(left, right, shorter);
    if (order != 0) return order;
    return left_count < right_count ? -1 : left_count > right_count;
}

#endif
