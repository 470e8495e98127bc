#pragma once
#include <zlib.h>

// What the Swift importer leaves out: deflateInit2() is a macro.

/// Prepares a stream that writes the gzip form (RFC 1952).
static inline int czlib_start_gzip(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, MAX_WBITS + 16, MAX_MEM_LEVEL - 1,
                      Z_DEFAULT_STRATEGY);
}
