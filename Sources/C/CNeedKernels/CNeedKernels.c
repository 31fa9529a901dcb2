#include "CNeedKernels.h"
#include <math.h>

float need_sum(const float *weights, const int32_t *index, const float *values, size_t count) {
    float sum = 0;
    for (size_t i = 0; i < count; i++) sum += weights[index[i]] * values[i];
    return sum;
}

void need_step(
    float *weights, float *squares, const int32_t *index, const float *values, size_t count, float error, float rate,
    float shrink) {
    for (size_t i = 0; i < count; i++) {
        float *weight = &weights[index[i]];
        float gradient = error * values[i] + shrink * *weight;
        float *square = &squares[index[i]];
        *square += gradient * gradient;
        *weight -= rate * gradient / (sqrtf(*square) + 1e-6f);
    }
}
