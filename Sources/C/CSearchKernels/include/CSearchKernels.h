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

// Sets of documents as rows of bits, each with what it counts in whole steps. Sums stay at 255 where they would be more:
// values together are at most that, or 255 steps are worth no less than a cap.
typedef struct {
    const uint64_t *_Nonnull const *_Nullable rows;
    const uint8_t *_Nullable values;
    size_t count;
    uint32_t step;
} bb_bit_rows;

// The parts of the most that documents can score. Rows lie by document of the segment; `exact` and `column` begin with
// the block at hand.
typedef struct {
    // Two sums of words: those added exactly, and those of frequent words at their most. Each is capped, and raised by
    // raise / 256 where the bit in `raised` is set.
    const uint32_t *_Nonnull exact[2];
    bb_bit_rows dense[2];
    const uint64_t *_Nullable raised[2];
    uint32_t cap[2], raise[2];
    // What counts as something in common, what does not, and a number kept by document.
    bb_bit_rows common, bonus;
    const uint8_t *_Nullable column;
    uint32_t column_step;
    // A document is in the first class whose bit is set, else in the last, `class_count`, which is at most 7. A class has
    // a value, and a lift that is added only for comparing with the threshold.
    const uint64_t *_Nonnull const *_Nullable classes;
    size_t class_count;
    uint32_t class_values[8], class_lifts[8];
    // Whether documents with nothing in common are passed over.
    uint32_t gated;
} bb_bound_parts;

// A document that may reach the threshold: its place in the block, its bound (without the lift of its class), what of
// that is not words, and its class.
typedef struct {
    uint32_t place, bound, others, group;
} bb_found;

// Writes the documents of 64 * `words` from word `first` on (the start of the block) whose bit is set in `mask` and whose
// bound and lift reach the threshold (at least 1); returns how many. There is room for all.
size_t bb_bound(const bb_bound_parts *_Nonnull in, const uint64_t *_Nonnull mask, size_t first, size_t words,
                uint32_t threshold, bb_found *_Nonnull found);
// The same without the wide registers of newer processors; for tests.
size_t bb_bound_plain(const bb_bound_parts *_Nonnull in, const uint64_t *_Nonnull mask, size_t first, size_t words,
                      uint32_t threshold, bb_found *_Nonnull found);

// A frequent term: its row of bits (whole lines of 8 words), for each line how many bits of the block lie before it, and
// where the postings of each block begin.
typedef struct {
    const uint64_t *_Nonnull row;
    const uint16_t *_Nonnull ranks;
    const uint32_t *_Nonnull starts;
    uint32_t weight, sum;
} bb_dense_term;

// Where the posting of a document lies, and of which of the terms it is.
typedef struct {
    uint32_t place, term;
} bb_dense_posting;

// A bit for each of the terms: whether the document, which lies in that block, has it; (count + 63) / 64 words are
// written. Asks memory for what `bb_find_postings` reads.
void bb_find_members(const bb_dense_term *_Nonnull terms, size_t count, size_t doc, size_t block,
                     uint64_t *_Nonnull members);

// The postings of the terms that `members` names; asks memory for their impacts. Returns how many; there is room for all.
size_t bb_find_postings(const bb_dense_term *_Nonnull terms, size_t count, size_t doc, size_t block,
                        const uint64_t *_Nonnull members, const uint8_t *_Nonnull impacts,
                        bb_dense_posting *_Nonnull postings);

// sums[sum of the term] += weight of the term * impact, for each posting.
void bb_add_postings(const bb_dense_term *_Nonnull terms, const bb_dense_posting *_Nonnull postings, size_t count,
                     const uint8_t *_Nonnull impacts, uint64_t *_Nonnull sums);

// Of the bits set in `row`, in order, those whose impact is above `level`: as bits at the same places of `high`. There are
// `count` impacts; bits beyond them count as not above.
void bb_high_bits(const uint64_t *_Nonnull row, size_t words, const uint8_t *_Nonnull impacts, size_t count,
                  uint8_t level, uint64_t *_Nonnull high);

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
