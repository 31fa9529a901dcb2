// `#embed` is C23; clang takes it in earlier modes too, with a remark.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "NeedsMiningFiles.h"

const unsigned char needs_mining_cues[] = {
#embed "data/cues.json"
};
const unsigned long needs_mining_cues_size = sizeof needs_mining_cues;

const unsigned char needs_mining_examples[] = {
#embed "data/examples.tsv"
};
const unsigned long needs_mining_examples_size = sizeof needs_mining_examples;

const unsigned char needs_mining_weights[] = {
#embed "data/weights.bin"
};
const unsigned long needs_mining_weights_size = sizeof needs_mining_weights;
