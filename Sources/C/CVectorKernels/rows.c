// Loops over one row: conversion, normalisation, sums and inner products. The compiler makes one clone per instruction set.
#include "CVectorKernels.h"
#include <math.h>

#if defined(__x86_64__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

// Sums may be taken in any order here: that is what lets them run in vectors.
#define ANY_ORDER _Pragma("clang fp reassociate(on)")

CLONES void vector_dequantise(const uint8_t *bytes, size_t count, float scale, float low, float *out) {
    for (size_t i = 0; i < count; i++) out[i] = (float)bytes[i] * scale + low;
}

CLONES void vector_layer_norm(
    float *row, size_t count, const float *bias, const float *gain, const float *shift, float epsilon) {
    ANY_ORDER
    if (bias)
        for (size_t i = 0; i < count; i++) row[i] += bias[i];
    float sum = 0;
    for (size_t i = 0; i < count; i++) sum += row[i];
    float mean = sum / (float)count;
    float squares = 0;
    for (size_t i = 0; i < count; i++) {
        float difference = row[i] - mean;
        squares += difference * difference;
    }
    float factor = 1.0f / sqrtf(squares / (float)count + epsilon);
    for (size_t i = 0; i < count; i++) row[i] = (row[i] - mean) * factor * gain[i] + shift[i];
}

CLONES void vector_rectify_and_add(
    const float *row, const float *bias, const float *residual, size_t count, float *out) {
    for (size_t i = 0; i < count; i++) {
        float value = row[i] + bias[i];
        out[i] = (value > 0 ? value : 0) + residual[i];
    }
}

CLONES void vector_accumulate(const float *row, size_t count, float *sum) {
    for (size_t i = 0; i < count; i++) sum[i] += row[i];
}

CLONES float vector_dot(const float *a, const float *b, size_t count) {
    ANY_ORDER
    float sum = 0;
    for (size_t i = 0; i < count; i++) sum += a[i] * b[i];
    return sum;
}

CLONES int32_t vector_dot_int8(const int8_t *a, const int8_t *b, size_t count) {
    int32_t sum = 0;
    for (size_t i = 0; i < count; i++) sum += (int32_t)a[i] * (int32_t)b[i];
    return sum;
}

CLONES void vector_dots_int8(const int8_t *query, const int8_t *table, size_t rows, size_t count, int32_t *out) {
    for (size_t r = 0; r < rows; r++) {
        const int8_t *row = table + r * count;
        int32_t sum = 0;
        for (size_t i = 0; i < count; i++) sum += (int32_t)query[i] * (int32_t)row[i];
        out[r] = sum;
    }
}

CLONES void vector_bit_distances(
    const uint64_t *query, const uint64_t *table, size_t rows, size_t words, uint16_t *out) {
    for (size_t r = 0; r < rows; r++) {
        const uint64_t *row = table + r * words;
        uint32_t sum = 0;
        for (size_t i = 0; i < words; i++) sum += (uint32_t)__builtin_popcountll(query[i] ^ row[i]);
        out[r] = (uint16_t)sum;
    }
}
