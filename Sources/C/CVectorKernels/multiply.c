// The matrix product: a block of rows times one panel is held in registers while the panel streams through.
#include "CVectorKernels.h"

typedef float lanes8 __attribute__((vector_size(32), aligned(4)));
typedef float lanes16 __attribute__((vector_size(64), aligned(4)));
typedef float lanes4 __attribute__((vector_size(16), aligned(4)));

#define INLINE static inline __attribute__((always_inline))

// One block: ROWS rows of `a` times WIDTH vectors of type LANES, starting at column 0 of `b` (rows of 32 floats).
#define DEFINE_BLOCK(NAME, LANES, ROWS, WIDTH)                                                                     \
    INLINE void NAME(const float *a, size_t a_stride, const float *b, size_t k, float *out, size_t out_stride) {  \
        enum { step = sizeof(LANES) / sizeof(float) };                                                             \
        LANES sum[ROWS][WIDTH];                                                                                    \
        _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++)                                          \
            _Pragma("clang loop unroll(full)") for (int w = 0; w < WIDTH; w++) sum[r][w] = (LANES){0};             \
        for (size_t i = 0; i < k; i++) {                                                                           \
            LANES column[WIDTH];                                                                                   \
            _Pragma("clang loop unroll(full)") for (int w = 0; w < WIDTH; w++)                                     \
                column[w] = *(const LANES *)(b + i * VECTOR_PANEL + w * step);                                     \
            _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) {                                    \
                float factor = a[r * a_stride + i];                                                                \
                _Pragma("clang loop unroll(full)") for (int w = 0; w < WIDTH; w++) sum[r][w] += factor * column[w]; \
            }                                                                                                      \
        }                                                                                                          \
        _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++)                                          \
            _Pragma("clang loop unroll(full)") for (int w = 0; w < WIDTH; w++)                                     \
                *(LANES *)(out + r * out_stride + w * step) = sum[r][w];                                           \
    }

// All rows and columns, in blocks of BIG rows, then the rest one by one. PARTS pieces make a panel.
#define DEFINE_MULTIPLY(NAME, ATTRIBUTE, BIG_BLOCK, BIG, MIDDLE_BLOCK, MIDDLE, SINGLE_BLOCK, PARTS)                 \
    ATTRIBUTE static void NAME(const float *a, size_t a_stride, size_t rows, const float *b, size_t k, size_t n,   \
                               float *out, size_t out_stride) {                                                    \
        for (size_t panel = 0; panel < n / VECTOR_PANEL; panel++) {                                                \
            for (size_t part = 0; part < PARTS; part++) {                                                          \
                size_t column = part * (VECTOR_PANEL / PARTS);                                                     \
                const float *left = a;                                                                             \
                const float *right = b + panel * k * VECTOR_PANEL + column;                                        \
                float *to = out + panel * VECTOR_PANEL + column;                                                   \
                size_t r = rows;                                                                                   \
                for (; r >= BIG; r -= BIG, left += BIG * a_stride, to += BIG * out_stride)                         \
                    BIG_BLOCK(left, a_stride, right, k, to, out_stride);                                           \
                for (; r >= MIDDLE; r -= MIDDLE, left += MIDDLE * a_stride, to += MIDDLE * out_stride)             \
                    MIDDLE_BLOCK(left, a_stride, right, k, to, out_stride);                                        \
                for (; r > 0; r--, left += a_stride, to += out_stride)                                             \
                    SINGLE_BLOCK(left, a_stride, right, k, to, out_stride);                                        \
            }                                                                                                      \
        }                                                                                                          \
    }

#if defined(__x86_64__)
DEFINE_BLOCK(block_12_of_16, lanes16, 12, 2)
DEFINE_BLOCK(block_4_of_16, lanes16, 4, 2)
DEFINE_BLOCK(block_1_of_16, lanes16, 1, 2)
DEFINE_MULTIPLY(multiply_avx512, __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma"))),
                block_12_of_16, 12, block_4_of_16, 4, block_1_of_16, 1)

DEFINE_BLOCK(block_6_of_8, lanes8, 6, 2)
DEFINE_BLOCK(block_2_of_8, lanes8, 2, 2)
DEFINE_BLOCK(block_1_of_8, lanes8, 1, 2)
DEFINE_MULTIPLY(multiply_avx2, __attribute__((target("avx2,fma"))), block_6_of_8, 6, block_2_of_8, 2, block_1_of_8, 2)
#endif

DEFINE_BLOCK(block_4_of_4, lanes4, 4, 2)
DEFINE_BLOCK(block_2_of_4, lanes4, 2, 2)
DEFINE_BLOCK(block_1_of_4, lanes4, 1, 2)
DEFINE_MULTIPLY(multiply_anywhere, , block_4_of_4, 4, block_2_of_4, 2, block_1_of_4, 4)

void vector_multiply(
    const float *a, size_t a_stride, size_t rows, const float *b, size_t k, size_t n, float *out, size_t out_stride) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq")) {
        multiply_avx512(a, a_stride, rows, b, k, n, out, out_stride);
        return;
    }
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        multiply_avx2(a, a_stride, rows, b, k, n, out, out_stride);
        return;
    }
#endif
    multiply_anywhere(a, a_stride, rows, b, k, n, out, out_stride);
}
