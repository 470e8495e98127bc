#pragma once
#include <stdint.h>

// A file system for SQLite that fails and forgets as a test tells it.
//
// It stands before the usual one under the name "fault". Every write goes through to the real
// file, so that SQLite reads back what it wrote. Beside that, it knows for every file of a zone
// what a sync has made durable and which writes came since; that is what a power loss leaves.
// A zone is a folder, so that tests that run at the same time do not meet. All functions may be
// called on any thread.

/// What a write answers while it is told to fail.
typedef enum {
  FaultNone = 0,
  /// The device fails.
  FaultInputOutput = 1,
  /// No space is left.
  FaultFull = 2,
} FaultKind;

/// A kind of call that SQLite makes.
typedef enum {
  FaultCallOpen = 1,
  FaultCallRead = 2,
  FaultCallWrite = 3,
  FaultCallTruncate = 4,
  FaultCallSync = 5,
  FaultCallDelete = 6,
} FaultCall;

/// Called before every call that changes a file.
typedef void (*FaultWatcher)(void *context);

/// Registers the file system; more often than once does no harm.
void fault_install(void);

/// Watches the files below a folder from now on.
void fault_open_zone(const char *folder);
/// Forgets a zone.
void fault_close_zone(const char *folder);

/// Every write to a file of the zone fails from now on, or none does.
void fault_on_write(const char *folder, FaultKind kind);
/// Every sync of a file of the zone fails from now on, or none does. After a failed sync the
/// writes before it are never durable, as on a real system that marks its pages clean.
void fault_on_sync(const char *folder, int fails);

/// Of the calls of one kind, so many from now on still work, and so many after them fail.
void fault_call(const char *folder, FaultCall call, uint64_t before, uint64_t times);
/// How many calls have failed because of that.
uint64_t fault_calls_failed(const char *folder);

/// Holds up the next call of one kind that a thread of this name makes in the zone, until it is
/// released. Other calls go on meanwhile.
void fault_hold(const char *folder, FaultCall call, const char *thread);
/// Waits until a call is held up; 0 if none is after so many seconds.
int fault_wait_held(const char *folder, int seconds);
/// Lets the call that is held up go on.
void fault_release(const char *folder);

/// The files of the zone may grow by so many bytes in all, then the disk is full; a negative number
/// takes the limit away.
void fault_space(const char *folder, int64_t bytes);

/// Has a function called before every write, sync, truncation and removal in the zone, with all of
/// them held up meanwhile; NULL ends it.
void fault_watch(const char *folder, FaultWatcher watcher, void *context);

/// How many syncs of write-ahead logs have returned well.
uint64_t fault_synced_logs(const char *folder);
/// How many writes to write-ahead logs wait for a sync.
uint64_t fault_unsynced_log_writes(const char *folder);

/// Whether a file of a zone was opened since the zone was; what of it is left is known then.
int fault_knows(const char *path);

/// Writes to another folder what a power loss at this moment would leave: of every file what was
/// synced, and of the writes since then each whole, torn or not at all, as the seed says; of new
/// and removed names those that a sync of the folder has made durable, and of the later ones a
/// beginning. Returns 0 if that worked.
int fault_power_loss(const char *folder, const char *target, uint64_t seed);
