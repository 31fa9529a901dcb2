// `#embed` is C23; clang takes it in earlier modes too, with a remark.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "AccountFiles.h"

const unsigned char common_passwords[] = {
#embed "data/common-passwords.txt"
};
const unsigned long common_passwords_size = sizeof common_passwords;
