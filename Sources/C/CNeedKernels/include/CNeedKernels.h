// The loops of training and judging that have to be fast in debug builds too.
#pragma once
#include <stddef.h>
#include <stdint.h>

// The sum of weights[index[i]] * values[i].
float need_sum(const float *weights, const int32_t *index, const float *values, size_t count);

// Adds amount * values[i] to weights[index[i]].
void need_add(float *weights, const int32_t *index, const float *values, size_t count, float amount);

// How many runs need_grams may write for a text of so many bytes.
size_t need_most_grams(size_t count);

// Hashes the runs of three to five bytes within the words of a text (each with one space before and behind) to places from
// first on, buckets of them; each place is written once, in rising order. Returns how many.
size_t need_grams(const uint8_t *text, size_t count, int32_t first, uint32_t buckets, int32_t *places);
