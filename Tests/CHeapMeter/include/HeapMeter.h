// Counts what a thread takes from the heap, for a program that links this: malloc and its siblings
// are replaced by ones that count and hand on to the C library's own.

#ifndef HEAP_METER_H
#define HEAP_METER_H

#include <stdint.h>

/// From now on the most that this thread has at once is counted from what it has now.
void heap_meter_start(void);

/// The most bytes that this thread has had at once since `heap_meter_start`, beyond those before.
int64_t heap_meter_peak(void);

#endif
