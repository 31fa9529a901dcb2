#include "CNeedKernels.h"
#include <stdlib.h>

float need_sum(const float *weights, const int32_t *index, const float *values, size_t count) {
    float sum = 0;
    for (size_t i = 0; i < count; i++) sum += weights[index[i]] * values[i];
    return sum;
}

void need_add(float *weights, const int32_t *index, const float *values, size_t count, float amount) {
    for (size_t i = 0; i < count; i++) weights[index[i]] += amount * values[i];
}

// A word of n bytes has n runs of three, n - 1 of four and n - 2 of five, with its two spaces; a short one has one instead.
size_t need_most_grams(size_t count) { return 3 * count + 3; }

static int by_place(const void *left, const void *right) {
    int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;
    return (a > b) - (a < b);
}

size_t need_grams(const uint8_t *text, size_t count, int32_t first, uint32_t buckets, int32_t *places) {
    size_t found = 0;
    size_t start = 0;
    while (start < count) {
        while (start < count && text[start] <= ' ') start++;
        size_t end = start;
        while (end < count && text[end] > ' ') end++;
        if (end == start) break;
        size_t length = end - start + 2;
        for (size_t size = 3; size <= 5; size++) {
            size_t last = length > size ? length - size : 0;
            for (size_t from = 0; from <= last; from++) {
                uint64_t hash = 0xcbf29ce484222325u + size;
                for (size_t i = from; i < from + size && i < length; i++) {
                    uint8_t byte = i == 0 || i == length - 1 ? ' ' : text[start + i - 1];
                    hash = (hash ^ byte) * 0x100000001b3u;
                }
                places[found++] = first + (int32_t)((hash >> 16) % buckets);
            }
            if (length <= size) break;
        }
        start = end;
    }
    qsort(places, found, sizeof *places, by_place);
    size_t kept = 0;
    for (size_t i = 0; i < found; i++)
        if (kept == 0 || places[kept - 1] != places[i]) places[kept++] = places[i];
    return kept;
}
