// The two loops of training and judging that have to be fast in debug builds too.
#pragma once
#include <stddef.h>
#include <stdint.h>

// The sum of weights[index[i]] * values[i].
float need_sum(const float *weights, const int32_t *index, const float *values, size_t count);

// One step of AdaGrad: for each feature the gradient is error * value + shrink * weight.
void need_step(
    float *weights, float *squares, const int32_t *index, const float *values, size_t count, float error, float rate,
    float shrink);
