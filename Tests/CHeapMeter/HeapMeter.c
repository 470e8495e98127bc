#include "HeapMeter.h"

#include <errno.h>
#include <malloc.h>
#include <stddef.h>

// The C library's own, under the names that it keeps for those who replace the public ones.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void *block);

// A block that another thread frees is taken off that thread's count: here only one works.
static _Thread_local int64_t held;
static _Thread_local int64_t start;
static _Thread_local int64_t most;

static void *taken(void *block) {
  if (block != NULL) {
    held += (int64_t)malloc_usable_size(block);
    if (held > most) most = held;
  }
  return block;
}

static void returned(void *block) {
  if (block != NULL) held -= (int64_t)malloc_usable_size(block);
}

void *malloc(size_t size) { return taken(__libc_malloc(size)); }

void *calloc(size_t count, size_t size) { return taken(__libc_calloc(count, size)); }

void *realloc(void *block, size_t size) {
  const int64_t before = block == NULL ? 0 : (int64_t)malloc_usable_size(block);
  void *const moved = __libc_realloc(block, size);
  // What could not be made larger is still there; what was made nothing is not.
  if (moved != NULL || size == 0) held -= before;
  return taken(moved);
}

void free(void *block) {
  returned(block);
  __libc_free(block);
}

void *memalign(size_t alignment, size_t size) { return taken(__libc_memalign(alignment, size)); }

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **block, size_t alignment, size_t size) {
  void *const found = memalign(alignment, size);
  if (found == NULL) return ENOMEM;
  *block = found;
  return 0;
}

void heap_meter_start(void) {
  start = held;
  most = held;
}

int64_t heap_meter_peak(void) { return most - start; }
