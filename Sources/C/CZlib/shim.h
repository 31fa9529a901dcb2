#include <zlib.h>

// deflateInit2 and inflateInit2 are macros, which Swift does not see. windowBits 31 is the gzip format.
static inline int bb_deflate_open(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}
static inline int bb_inflate_open(z_stream *stream) { return inflateInit2(stream, 31); }
