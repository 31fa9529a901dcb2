// The hot loops of the sentence encoder and of vector search, in portable C with one body per instruction set,
// chosen at run time. No state, no allocation; every function may run on many threads at once.
#ifndef CVECTORKERNELS_H
#define CVECTORKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// Columns of one panel of a packed matrix: a K x N matrix lies as N / 32 panels of K rows of 32 floats.
#define VECTOR_PANEL 32

/// out[r][0..<n] = a[r][0..<k] . b for `rows` rows. `a` and `out` advance by their strides (in floats), `b` is packed in
/// panels, `n` is a multiple of 32. `a` and `out` must not overlap.
void vector_multiply(
    const float *a, size_t a_stride, size_t rows, const float *b, size_t k, size_t n, float *out, size_t out_stride);

/// out[i] = bytes[i] * scale + low
void vector_dequantise(const uint8_t *bytes, size_t count, float scale, float low, float *out);

/// Adds the bias, then brings the row to mean 0 and variance 1, then applies gain and shift. `bias` may be null.
void vector_layer_norm(
    float *row, size_t count, const float *bias, const float *gain, const float *shift, float epsilon);

/// out[i] = max(row[i] + bias[i], 0) + residual[i]
void vector_rectify_and_add(const float *row, const float *bias, const float *residual, size_t count, float *out);

/// sum[i] += row[i]
void vector_accumulate(const float *row, size_t count, float *sum);

/// The inner product of two vectors of floats.
float vector_dot(const float *a, const float *b, size_t count);

/// The inner product of two vectors of signed bytes; exact for up to 131,072 elements.
int32_t vector_dot_int8(const int8_t *a, const int8_t *b, size_t count);

/// out[i] = inner product of `query` with the i-th row of `table` (`rows` rows of `count` bytes, one after another).
void vector_dots_int8(const int8_t *query, const int8_t *table, size_t rows, size_t count, int32_t *out);

/// out[i] = number of differing bits between `query` and the i-th row of `table` (`rows` rows of `words` words).
void vector_bit_distances(const uint64_t *query, const uint64_t *table, size_t rows, size_t words, uint16_t *out);

#endif
